"""Reading a list of people to be visited, as a village keeps it in Excel."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app import typed
from app.directory import list_matters, list_villages
from app.pasted import Pasted, cells_of
from app.persons import masks
from app.persons.parties import PartyDraft
from app.visits.asked_before import keys_of, waiting
from app.visits.draft import VisitDraft, needs, problems
from app.visits.rules import visit_rules
from models.choices import Need, VisitCheck, VisitKind

_HEADS = {
    "id_number": re.compile(r".*(?:证件|身份证).*"),
    "phone": re.compile(r".*(?:电话|手机|联系方式).*"),
    "village": re.compile(r".*(?:村|社区)(?:名称?|社|/.*|（.*）)?"),
    "address": re.compile(r".*(?:地址|住址|住处|组别?|门牌.*)"),
    "needs": re.compile(r".*(?:群体|人群|类型|人员类别|救助.*类.*)"),
    "matter": re.compile(r".*(?:事项|业务|办什么|服务内容)"),
    "care": re.compile(r"备注|说明|.*照顾.*"),
    "name": re.compile(r".*(?:姓名|名字|对象|人员)"),
}
_SERIAL = re.compile(r"序号|编号|№|No\.?")
_NUMBER = re.compile(r"\d{17}[\dXx]|\d{15}")
_SERIALS = 4  # digits, and nobody counts that far
_WORDS = ("name", "address", "care")  # what is nothing else, by its place
Cells = Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Common:
    """What holds for everybody of the list whose line says nothing else."""

    kind: VisitKind = VisitKind.CERTIFY
    matter: str = ""
    phone: str = ""
    checklist: tuple[VisitCheck, ...] = ()
    consent: bool = False
    exception: str = ""


def read_people(text: str, common: Common, today: date) -> list[Pasted]:
    """A person a line; what keeps somebody from being visited is said of their line, and also that
    they are in the list twice, or have a visit before them already."""
    rules, villages = visit_rules(), {one.name for one in list_villages()}
    known = {key: f"已经约过，编号 {one}，不用再登。" for key, one in waiting().items()}
    read = []
    for line, cells in _lines(text, villages):
        draft = _draft(cells, common)
        said = _problem(draft, common, problems(draft, today, rules))
        for key in keys_of(draft.served):
            said = said or known.get(key, "")
            known.setdefault(key, f"与第 {line} 行是同一个人。")
        words = "　".join(filter(None, cells.values()))
        note, told = _unlisted(draft, villages), _told(draft, today)
        read.append(Pasted(line, words, draft, said, note, draft.served.name, told))
    return read


def _problem(draft: VisitDraft, common: Common, found: Mapping[str, str]) -> str:
    """What the whole list lacks is not said of every line of it."""
    of_all = {"consent"} if common.matter or draft.matter else {"consent", "matter"}
    told = [said for name, said in found.items() if name not in of_all]
    if not draft.served.village and "village" not in found:
        told.append("请写明哪个村，好按村排。")
    return " ".join(told)


def _unlisted(draft: VisitDraft, villages: set[str]) -> str:
    village = typed.line(draft.served.village)
    if not village or village in villages:
        return ""
    return f"村社名录里没有“{village}”，路程按跨村算。"


def _draft(cells: Cells, common: Common) -> VisitDraft:
    asked = cells.get("needs", "")
    served = PartyDraft(
        name=cells.get("name", ""),
        id_number=cells.get("id_number", ""),
        phone=cells.get("phone", ""),
        village=cells.get("village", ""),
        address=cells.get("address", ""),
        needs=tuple(one for one in Need if one.label in asked or one.label[:2] in asked),
    )
    return VisitDraft(
        kind=common.kind,
        served=served,
        matter=cells.get("matter") or common.matter,
        phone="" if served.phone else common.phone,
        care=cells.get("care", ""),
        checklist=common.checklist,
        consent=common.consent,
        exception=common.exception,
    )


def _told(draft: VisitDraft, today: date) -> str:
    of_these = "、".join(one.label for one in needs(draft.served, today))
    served = draft.served
    phone = masks.phone(served.phone or draft.phone)
    return " · ".join(filter(None, (served.village, served.address, of_these, phone)))


def _lines(text: str, villages: set[str]) -> Iterator[tuple[int, dict[str, str]]]:
    lines = cells_of(text)
    head = _head(lines[0][1]) if lines else {}
    matters = {one.name for one in list_matters()}
    for line, cells in lines[1:] if head else lines:
        if head:
            named = ((head.get(at), cell) for at, cell in enumerate(cells))
            yield line, {name: cell for name, cell in named if name and cell}
        else:
            yield line, _by_looks(cells, villages, matters)


def _head(cells: Sequence[str]) -> dict[int, str]:
    """Which column is which, where the first line says so."""
    found: dict[int, str] = {}
    for at, cell in enumerate(cells):
        fits = (name for name, looks in _HEADS.items() if looks.fullmatch(cell))
        name = next((one for one in fits if one not in found.values()), None)
        if name and not _SERIAL.fullmatch(cell):
            found[at] = name
    return found if len(found) > 1 and "name" in found.values() else {}


def _by_looks(cells: Sequence[str], villages: set[str], matters: set[str]) -> dict[str, str]:
    looks: dict[str, Callable[[str], object]] = {
        "id_number": lambda cell: _NUMBER.fullmatch(typed.digits(cell)),
        "phone": lambda cell: typed.phone(cell)[:1].isdecimal() and not typed.phone_problem(cell),
        "village": villages.__contains__,
        "matter": matters.__contains__,
        "needs": lambda cell: any(one.label in cell for one in Need),
    }
    found: dict[str, str] = {}
    words = list(_WORDS)
    for at, cell in enumerate(cells):
        serial = at == 0 and cell.isdecimal() and len(cell) < _SERIALS
        if not cell or serial:
            continue
        name = next((one for one, fits in looks.items() if fits(cell)), None)
        if name or words:
            found[name or words.pop(0)] = cell
    return found
