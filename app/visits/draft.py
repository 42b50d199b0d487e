"""A request for a home visit as filled in, and every rule it must meet."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from app import typed
from app.cases.drafting import EARLIEST
from app.persons import identity, parties
from app.persons.parties import PartyDraft
from app.visits.rules import MOST_MINUTES, VisitSettings
from models import Visit, labels
from models.choices import HalfDay, Need, PartyKind, VisitCheck, VisitKind

LABELS = labels(Visit)
OLD = 60  # by article 2 of the law on the rights of the elderly (老年人权益保障法)
MOST_PEOPLE = 500
LINES = "relation mobility care guardian exception village address directions suits matter".split()
LISTS = ("papers", "bring")
MOST_LINES, LINE_LIMIT, TEXT_LIMIT = 50, 80, 4000
_LIMITS = {
    "relation": 40,
    "mobility": 120,
    "care": 120,
    "guardian": 60,
    "exception": 120,
    "village": 40,
    "address": 120,
    "directions": 200,
    "suits": 120,
    "matter": 80,
    "told": TEXT_LIMIT,
}
# Where many are served, or nobody in particular is, need is not asked.
_FOR_NEED = (VisitKind.BUSINESS, VisitKind.DELIVER, VisitKind.CERTIFY)


@dataclass(frozen=True, kw_only=True)
class VisitDraft:
    """Village, address and phone are those of the person served, where they are left empty.

    `minutes` are as usual for the kind where nothing is said. `told` is what was said on the phone
    to somebody with an infectious disease, whom the centre does not visit.
    """

    kind: VisitKind = VisitKind.BUSINESS
    case_id: int | None = None
    served: PartyDraft
    asker: PartyDraft | None = None
    relation: str = ""
    people: int = 1
    mobility: str = ""
    care: str = ""
    aware: bool = True
    infectious: bool = False
    told: str = ""
    guardian: str = ""
    same_book: bool = False
    consent: bool = False
    exception: str = ""
    village: str = ""
    address: str = ""
    directions: str = ""
    phone: str = ""
    suits: str = ""
    earliest: date | None = None
    latest: date | None = None
    half: HalfDay | None = None
    urgent: bool = False
    matter: str = ""
    papers: tuple[str, ...] = ()
    checklist: tuple[VisitCheck, ...] = ()
    bring: tuple[str, ...] = ()
    minutes: int | None = None
    previous_id: int | None = None


@dataclass(frozen=True)
class Eligibility:
    """Whether the centre goes to somebody's home, and the rule by which it does or does not."""

    holds: bool
    rule: str


def eligibility(draft: VisitDraft, today: date, rules: VisitSettings) -> Eligibility:
    """By the needs of the person served and the centre's list (domain.md §6.1)."""
    if draft.kind not in _FOR_NEED:
        return Eligibility(holds=True, rule=f"{draft.kind.label}不看群体。")
    listed = "、".join(one.label for one in rules.needs)
    if reasons := [one for one in needs(draft.served, today) if one in rules.needs]:
        of_these = "、".join(one.label for one in reasons)
        return Eligibility(holds=True, rule=f"{of_these}，在上门对象（{listed}）之内。")
    return Eligibility(
        holds=False,
        rule=f"不在上门对象（{listed}）之内，来不了的写明原因。",
    )


def needs(person: PartyDraft, today: date) -> tuple[Need, ...]:
    """Those that were ticked, and old age where the number tells of it."""
    old = (years := age(person, today)) is not None and years >= OLD
    found = (*person.needs, *((Need.ELDERLY,) if old else ()))
    return tuple(dict.fromkeys(found))


def age(person: PartyDraft, today: date) -> int | None:
    """As the number tells; None where it tells nothing."""
    clean = parties.cleaned(person)
    if not clean.id_number or identity.problem(clean.id_kind, clean.id_number, today):
        return None
    born = identity.read(clean.id_kind, clean.id_number, today).born
    return identity.age(born, today) if born else None


def problems(draft: VisitDraft, today: date, rules: VisitSettings) -> dict[str, str]:
    """What keeps the request from being taken, by field; a person's are `served.phone`."""
    found = _of_people(draft, today) | _of_words(draft)
    if draft.infectious:
        if not typed.paragraphs(draft.told):
            found["told"] = "有传染病的不安排上门，请电话告知他，并写下怎么说的。"
        return found
    found |= _of_consent(draft) | _of_place(draft) | _of_time(draft, today)
    eligible = eligibility(draft, today, rules)
    if not eligible.holds and not typed.line(draft.exception):
        found["exception"] = eligible.rule
    return found


def cleaned(draft: VisitDraft) -> VisitDraft:
    """As it will be stored, with what is known of the person served where nothing else is said."""
    lines: dict[str, Any] = {name: typed.line(getattr(draft, name)) for name in LINES}
    served = parties.cleaned(draft.served)
    lines["village"] = lines["village"] or served.village
    lines["address"] = lines["address"] or served.address
    lists: dict[str, Any] = {name: _lines(getattr(draft, name)) for name in LISTS}
    return replace(
        draft,
        **lines,
        **lists,
        served=served,
        asker=parties.cleaned(draft.asker) if draft.asker else None,
        told=typed.paragraphs(draft.told),
        phone=typed.phone(draft.phone) or _phone_of(draft),
    )


def _of_people(draft: VisitDraft, today: date) -> dict[str, str]:
    found: dict[str, str] = {}
    for role, person in (("served", draft.served), ("asker", draft.asker)):
        if person:
            there = parties.problems(person, today)
            found |= {f"{role}.{field}": sentence for field, sentence in there.items()}
    if not draft.served:
        found["served.name"] = "请填写姓名。"
    if draft.served.kind is PartyKind.ORGANISATION and draft.kind is not VisitKind.GATHERED:
        found["kind"] = "到单位集中办的，类别请选“集中服务”。"
    if draft.asker and not typed.line(draft.relation):
        found["relation"] = "请写明预约人与服务对象的关系。"
    if not 1 <= draft.people <= MOST_PEOPLE:
        found["people"] = f"服务人数请填 1 到 {MOST_PEOPLE}。"
    return found


def _of_consent(draft: VisitDraft) -> dict[str, str]:
    found = {}
    if not draft.consent:
        found["consent"] = "要先征得本人或监护人同意，再登记上门。"
    if not draft.aware:
        if not typed.line(draft.guardian):
            found["guardian"] = "本人不能表示同意的，请写明监护人。"
        elif not draft.same_book:
            found["same_book"] = "监护人要与他在同一户口本，请看过户口本再勾选。"
    return found


def _of_place(draft: VisitDraft) -> dict[str, str]:
    clean = cleaned(draft)
    found = {}
    if not clean.village and not clean.address:
        found["village"] = "请选村社，或写明地址。"
    if not clean.phone:
        found["phone"] = "请填写电话，出发前要联系。"
    elif sentence := typed.phone_problem(clean.phone):
        found["phone"] = sentence
    return found


def _of_time(draft: VisitDraft, today: date) -> dict[str, str]:
    found = {}
    if draft.earliest and draft.earliest < EARLIEST:
        found["earliest"] = "请核对年份。"
    if draft.latest and draft.latest < max(today, draft.earliest or today):
        found["latest"] = "最晚的日期不能早于今天和最早的日期。"
    if draft.minutes is not None and not 1 <= draft.minutes <= MOST_MINUTES:
        found["minutes"] = f"预计时长请填 1 到 {MOST_MINUTES} 分钟。"
    return found


def _of_words(draft: VisitDraft) -> dict[str, str]:
    found = typed.overlong(draft, _LIMITS)
    if not typed.line(draft.matter):
        found["matter"] = "请选择或写明上门办什么事。"
    for name in LISTS:
        lines = getattr(draft, name)
        if len(lines) > MOST_LINES or any(typed.too_long(one, LINE_LIMIT) for one in lines):
            found[name] = f"最多 {MOST_LINES} 行，每行最多 {LINE_LIMIT} 个字。"
    return found


def _lines(said: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(typed.line, said))))


def _phone_of(draft: VisitDraft) -> str:
    """Of those who are named the first with a phone; who asked is the one to call."""
    people = [one for one in (draft.asker, draft.served) if one]
    return next((phone for one in people if (phone := typed.phone(one.phone))), "")
