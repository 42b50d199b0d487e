"""Requests for home visits: taken, corrected, proposed from a case."""

from datetime import datetime
from typing import Any

from app import counters
from app.cases.registry import draft_of as case_draft_of
from app.cases.registry import get_row as case_row
from app.changes import Kind, saving
from app.directory import Who
from app.errors import AppError, Invalid, NotFound
from app.persons.parties import keep_party, party_draft
from app.visits import diary
from app.visits.draft import LABELS, VisitDraft, cleaned, problems
from app.visits.rules import visit_rules
from app.visits.setting_out import reckon_ways
from models import Matter, Village, Visit, quick
from models.choices import PartyKind, Status, VisitAct, VisitCheck, VisitKind, VisitStatus

INFECTIOUS = "有传染病，按规定不安排上门。"
_PLAIN = (
    "kind relation people mobility care aware infectious guardian same_book consent exception "
    "address directions phone suits earliest latest half urgent"
).split()


def request_visit(draft: VisitDraft, who: Who, now: datetime) -> int:
    """Take the request; who has an infectious disease was told why nobody comes, and it is kept."""
    if found := problems(draft, now.date(), visit_rules()):
        raise Invalid(found)
    draft = cleaned(draft)
    with saving(Kind.VISITS, Kind.CASES, Kind.PARTIES):
        if draft.case_id is not None:
            _look_at_case(draft.case_id)
        serial = counters.take(f"visit {now:%Y%m%d}")
        first = {
            "number": f"SM{now:%Y%m%d}-{serial:03}",
            "case": draft.case_id,
            "previous": draft.previous_id,
            "asked_at": now,
            "asked_by": who.id,
            "status": VisitStatus.REFUSED if draft.infectious else VisitStatus.REQUESTED,
            "ended_reason": f"{INFECTIOUS}{draft.told}" if draft.infectious else "",
        }
        visit_id = quick.add(Visit, first | _values(draft))
        visit = get_row(visit_id)
        diary.enter(visit, who, now, VisitAct.REQUEST, in_short(draft))
        if draft.infectious:
            diary.enter(visit, who, now, VisitAct.REFUSE, draft.told, INFECTIOUS)
    return visit_id


def edit_request(visit_id: int, draft: VisitDraft, who: Who, now: datetime) -> None:
    """Correct what was asked for, as long as nobody has gone; a plan that is made stays."""
    if found := problems(draft, now.date(), visit_rules()):
        raise Invalid(found)
    if draft.infectious:
        raise Invalid({"infectious": "有传染病的不安排上门，请取消这次上门，并写明原因。"})
    draft = cleaned(draft)
    with saving(Kind.VISITS, Kind.CASES, Kind.PARTIES):
        visit = get_row(visit_id)
        if visit.status not in (VisitStatus.REQUESTED, VisitStatus.PLANNED):
            raise AppError(f"这次上门{visit.status.label}，不能再改了。")
        before, values = draft_of(visit_id), _values(draft, correcting=True)
        Visit.update(**values, revision=Visit.revision + 1).where(Visit.id == visit_id).execute()
        diary.enter(visit, who, now, VisitAct.EDIT, _changed(before, draft_of(visit_id)))
        if visit.starts_at:
            reckon_ways(visit.starts_at.date())


def draft_of(visit_id: int) -> VisitDraft:
    """The request as its form would show it."""
    row = get_row(visit_id)
    plain: dict[str, Any] = {name: getattr(row, name) for name in _PLAIN}
    return VisitDraft(
        **plain,
        case_id=row.case_id,
        previous_id=row.previous_id,
        served=party_draft(row.served),
        asker=party_draft(row.asker) if row.asker_id else None,
        village=row.village.name if row.village_id else row.village_text,
        matter=row.matter.name if row.matter_id else row.matter_text,
        papers=tuple(filter(None, row.papers.split("\n"))),
        checklist=checks_of(row.checklist),
        bring=tuple(filter(None, row.bring.split("\n"))),
        minutes=row.minutes,
    )


def draft_for_case(case_id: int) -> VisitDraft:
    """What a visit about the case would be asked with: who, where, what for, which papers."""
    case = case_draft_of(case_id)
    served = case.beneficiary or case.applicant
    matter = Matter.get_or_none(Matter.name == case.matter)
    gathered = served.kind is PartyKind.ORGANISATION
    return VisitDraft(
        kind=VisitKind.GATHERED if gathered else VisitKind.BUSINESS,
        case_id=case_id,
        served=served,
        asker=case.applicant if case.beneficiary else None,
        relation=case.relation if case.beneficiary else "",
        village=served.village or case.applicant.village,
        address=served.address or case.applicant.address,
        matter=case.matter,
        papers=tuple(filter(None, matter.papers.split("\n"))) if matter else (),
        latest=case_row(case_id).due_on,
    )


def get_row(visit_id: int) -> Visit:
    """The stored visit; NotFound if there is none."""
    row = quick.find(Visit, visit_id)
    if row is None:
        raise NotFound("没有找到这次上门，请刷新后再试。")
    return row


def find_visit(number: str) -> int:
    """The id of a number as it is printed."""
    found = Visit.select(Visit.id).where(Visit.number == number.strip()).tuples().first()
    if found is None:
        raise NotFound(f"没有编号为“{number.strip()}”的上门，请核对编号。")
    return int(found[0])


def visits_of_case(case_id: int) -> list[int]:
    """Their ids, oldest first."""
    query = Visit.select(Visit.id).where(Visit.case == case_id).order_by(Visit.id)
    return [one for (one,) in query.tuples()]


def already_asked(case_id: int) -> str:
    """The visit that the case waits for, in a sentence; empty where nobody is to come."""
    open_ = Visit.status.in_((VisitStatus.REQUESTED, VisitStatus.PLANNED))
    row = Visit.select().where((Visit.case == case_id) & open_).order_by(Visit.id.desc()).first()
    return f"这件已约过 {row.number}（{row.status.label}）" if row is not None else ""


def checks_of(codes: str) -> tuple[VisitCheck, ...]:
    return tuple(VisitCheck.of(code) for code in codes.split(",") if code)


def in_short(draft: VisitDraft) -> str:
    """What is asked for, in one line; without a name."""
    where = draft.village or draft.address
    return "，".join(filter(None, [draft.kind.label, draft.matter, where, "急" * draft.urgent]))


def _look_at_case(case_id: int) -> None:
    status = case_row(case_id).status
    if status in (Status.REFUSED, Status.WITHDRAWN):
        raise AppError(f"这件事已经{status.label}，不能再约上门；要上门的，请不写办件，单独登记。")


def _values(draft: VisitDraft, *, correcting: bool = False) -> dict[str, Any]:
    village = quick.find_id(Village, name=draft.village) if draft.village else None
    matter = quick.find_id(Matter, name=draft.matter)
    asker = keep_party(draft.asker, correcting=correcting) if draft.asker else None
    return {name: getattr(draft, name) for name in _PLAIN} | {
        "served": keep_party(draft.served, correcting=correcting),
        "asker": asker,
        "village": village,
        "village_text": "" if village else draft.village,
        "matter": matter,
        "matter_text": "" if matter else draft.matter,
        "papers": "\n".join(draft.papers),
        "checklist": ",".join(one.value for one in draft.checklist),
        "bring": "\n".join(draft.bring),
        "minutes": draft.minutes or visit_rules().minutes_for(draft.kind),
    }


def _changed(before: VisitDraft, after: VisitDraft) -> str:
    """The names of the fields that are others now; what they held is not repeated."""
    names = [name for name in vars(after) if getattr(before, name) != getattr(after, name)]
    return "、".join(LABELS.get(name, name) for name in names) or "没有变化"
