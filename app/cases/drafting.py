"""A case as filled in, and every rule it must meet."""

from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import Any

from app import typed
from app.persons import parties
from app.persons.parties import PartyDraft
from models import Case, labels
from models.choices import Cause, Channel, Choice, Grade, Method, Nature

LABELS = labels(Case) | {
    "matter": "事项",
    "tried_units": "到过哪些部门",
    "lead": "牵头单位",
    "helpers": "配合单位",
    "materials": "收到材料",
}
EARLIEST = date(2000, 1, 1)  # an older date of receipt is a slip of the pen
TEXT_LIMIT, UNIT_LIMIT, MATERIAL_LIMIT = 4000, 60, 80
MOST_TRIPS, MOST_UNITS, MOST_MATERIALS = 99, 20, 50
_TEXTS = ("problem", "demand", "answer_given", "ask_business", "ask_need", "ask_trouble")
_LINES = ("relation", "mandate", "matter", "lead")
_LIMITS = dict.fromkeys(_TEXTS, TEXT_LIMIT) | {
    "matter": 80,
    "relation": 40,
    "mandate": 120,
    "lead": UNIT_LIMIT,
}


@dataclass(frozen=True)
class MaterialDraft:
    """A paper handed in, how many of it, and whether the window keeps it."""

    name: str
    copies: str = "复印件1份"
    kept: bool = True

    def __str__(self) -> str:
        return f"{self.name}，{self.copies}（{'留存' if self.kept else '当场退还'}）"


@dataclass(frozen=True, kw_only=True)
class CaseDraft:
    """An intake form (domain.md §5.2). Matter and units are names: known ones are linked,
    others kept as text and listed for tidying. Of the three asks None says “not asked”."""

    received_at: datetime
    channel: Channel = Channel.COUNTER
    applicant: PartyDraft
    beneficiary: PartyDraft | None = None
    proxy: PartyDraft | None = None
    relation: str = ""
    mandate: str = ""
    matter: str = ""
    problem: str = ""
    demand: str = ""
    trips: int = 0
    first_applied_on: date | None = None
    tried_units: tuple[str, ...] = ()
    answer_given: str = ""
    nature: Nature | None = None
    cause: Cause | None = None
    grade: Grade = Grade.GENERAL
    method: Method = Method.TRANSFER
    lead: str = ""
    helpers: tuple[str, ...] = ()
    materials: tuple[MaterialDraft, ...] = ()
    ask_business: str | None = None
    ask_need: str | None = None
    ask_trouble: str | None = None

    def parties(self) -> dict[str, PartyDraft | None]:
        """Everyone the case is about, by role."""
        return {
            "applicant": self.applicant,
            "beneficiary": self.beneficiary or None,
            "proxy": self.proxy or None,
        }


def problems(draft: CaseDraft, now: datetime) -> dict[str, str]:
    """What keeps the case from being registered, by field; a party's fields are `applicant.phone`.

    Who, what and how to reach them is enough: the rest may follow the same day (快速登记).
    """
    found = _party_problems(draft, now.date())
    found |= _time_problems(draft, now)
    found |= _length_problems(draft)
    if not typed.line(draft.matter):
        found["matter"] = "请选择或写明事项。"
    if not typed.paragraphs(draft.demand) and not typed.paragraphs(draft.problem):
        found["demand"] = "请写下诉求，照他说的话写，一两句就够。"
    if draft.cause and not draft.cause.label:
        found["cause"] = "没有这种成因，请先在“设置—叫法”里加上。"
    if not 0 <= draft.trips <= MOST_TRIPS:
        found["trips"] = f"跑动次数请填 0 到 {MOST_TRIPS}。"
    return found


def missing(draft: CaseDraft) -> dict[str, str]:
    """What a full registration (完整登记) has beyond that; until then the case is 待补全."""
    found = {}
    if draft.nature is None:
        found["nature"] = "还没选性质。"
    if draft.cause is None:
        found["cause"] = "还没选成因，按数字键选。"
    if draft.method in (Method.TRANSFER, Method.COORDINATE) and not typed.line(draft.lead):
        found["lead"] = "请选牵头单位。"
    return found


def _party_problems(draft: CaseDraft, today: date) -> dict[str, str]:
    found: dict[str, str] = {}
    for role, party in draft.parties().items():
        if party is not None:
            there = parties.problems(party, today)
            found |= {f"{role}.{field}": sentence for field, sentence in there.items()}
    one = draft.applicant
    reachable = typed.line(one.phone) or typed.line(one.address)
    if not reachable and not (draft.proxy and typed.line(draft.proxy.phone)):
        found["applicant.phone"] = "请填写电话；确实没有电话的，请写住址，好上门告知。"
    return found


def _time_problems(draft: CaseDraft, now: datetime) -> dict[str, str]:
    found = {}
    if draft.received_at > now:
        found["received_at"] = "受理时间不能晚于现在。"
    elif draft.received_at.date() < EARLIEST:
        found["received_at"] = "受理时间太早了，请核对年份。"
    first = draft.first_applied_on
    if first and not EARLIEST <= first <= draft.received_at.date():
        found["first_applied_on"] = "首次申请应在受理之前，请核对日期。"
    return found


def _length_problems(draft: CaseDraft) -> dict[str, str]:
    found = typed.broken(draft, _LIMITS) | typed.overlong(draft, _LIMITS)
    for field in ("tried_units", "helpers"):
        names: tuple[str, ...] = getattr(draft, field)
        if len(names) > MOST_UNITS or any(typed.too_long(name, UNIT_LIMIT) for name in names):
            found[field] = f"最多 {MOST_UNITS} 个单位，每个最多 {UNIT_LIMIT} 个字。"
    if len(draft.materials) > MOST_MATERIALS or any(
        typed.too_long(one.name, MATERIAL_LIMIT) or typed.too_long(one.copies, 30)
        for one in draft.materials
    ):
        found["materials"] = f"最多 {MOST_MATERIALS} 份材料，名称最多 {MATERIAL_LIMIT} 个字。"
    return found


def cleaned(draft: CaseDraft) -> CaseDraft:
    """As it will be stored: marks that cannot be seen are gone, empty lists of parties too."""
    texts: dict[str, Any] = {name: _clean_text(getattr(draft, name)) for name in _TEXTS}
    lines: dict[str, Any] = {name: typed.line(getattr(draft, name)) for name in _LINES}
    return replace(
        draft,
        **texts,
        **lines,
        applicant=parties.cleaned(draft.applicant),
        beneficiary=parties.cleaned(draft.beneficiary) if draft.beneficiary else None,
        proxy=parties.cleaned(draft.proxy) if draft.proxy else None,
        tried_units=_names(draft.tried_units),
        helpers=tuple(name for name in _names(draft.helpers) if name != lines["lead"]),
        materials=tuple(
            MaterialDraft(typed.line(one.name), typed.line(one.copies), one.kept)
            for one in draft.materials
            if typed.line(one.name)
        ),
    )


def in_words(draft: CaseDraft) -> dict[str, str]:
    """Every field as people read it, by its name: what an edit is compared by and recorded as."""
    said = {
        LABELS[field.name]: _said(getattr(draft, field.name))
        for field in fields(draft)
        if field.name not in draft.parties()
    }
    for role, party in draft.parties().items():
        if party is not None:
            said |= _party_in_words(role, party)
    return said


def _party_in_words(role: str, party: PartyDraft) -> dict[str, str]:
    return {
        f"{LABELS[role]}{parties.LABELS[field.name]}": _said(getattr(party, field.name))
        for field in fields(party)
        if field.name != "id"
    }


def _said(value: object) -> str:
    if isinstance(value, Choice):
        return value.label
    if isinstance(value, tuple):
        return "；".join(_said(one) for one in value)
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    return "" if value is None else str(value)


def _clean_text(text: str | None) -> str | None:
    return None if text is None else typed.paragraphs(text)


def _names(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in map(typed.line, names) if name))
