"""Who stands behind a paper, whom it is about, and what every numbered one carries."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, kw_only=True)
class Centre:
    """Who stands behind a paper."""

    name: str
    window: str
    address: str = ""
    hours: str = ""
    phone: str = ""
    supervision: str = "12345"


@dataclass(frozen=True, kw_only=True)
class Person:
    """A person or an organisation as a paper may show them: the ID number comes masked."""

    name: str
    phone: str = ""
    masked_phone: str = ""
    id_kind: str = ""
    id_number: str = ""
    address: str = ""


@dataclass(frozen=True)
class Material:
    """A paper that was handed in."""

    name: str
    copies: str = ""
    kept: bool = True

    @property
    def told(self) -> str:
        """As it is written down: what, how many, and whether the centre keeps it."""
        copies = f"，{self.copies}" if self.copies else ""
        return f"{self.name}{copies}（{'留存' if self.kept else '当场退还'}）"


@dataclass(frozen=True)
class Reissue:
    """Printed again: how many times by now, when, by whom."""

    times: int
    on: date
    by: str


@dataclass(frozen=True)
class Voided:
    """No longer counts: since when, by whom."""

    on: date
    by: str


@dataclass(frozen=True, kw_only=True)
class NumberedSheet:
    """What every paper with a number of its own carries."""

    centre: Centre
    number: str
    issued_at: datetime
    handled_by: str
    reissue: Reissue | None = None
    voided: Voided | None = None


@dataclass(frozen=True, kw_only=True)
class CaseSheet(NumberedSheet):
    """A numbered paper of one case; what the case is about, in a sentence."""

    case_number: str
    matter: str
