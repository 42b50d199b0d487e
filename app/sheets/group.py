"""One case of many households (群体事项)."""

from dataclasses import dataclass

from app.sheets.centre import CaseSheet


@dataclass(frozen=True)
class Household:
    """One of them: the name masked, the house, its papers, where it stands, its receipt."""

    name: str
    house: str
    papers: str = ""
    state: str = ""
    receipt: str = ""


@dataclass(frozen=True, kw_only=True)
class GroupSheet(CaseSheet):
    """The list of all households (群体事项清册) with how far it has come: 17 of 32."""

    units: str = ""
    households: tuple[Household, ...]
    done: int
    done_word: str = "办成"  # what counts as done: 已领证
    states: tuple[tuple[str, int], ...] = ()  # how many households are in which state
    remarks: str = ""
