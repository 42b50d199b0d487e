"""Home visits as calendars know them."""

from datetime import date, datetime, time, timedelta
from uuid import UUID, uuid5

from app.centre import get_centre
from app.errors import AppError
from app.persons import masks
from app.sheets.visits import VisitEvent
from app.visits.booked import TAKEN
from app.visits.detail import VisitDetail, get_visit
from app.visits.in_words import place
from models import Visit
from models.choices import PartyKind, VisitAct, VisitStatus

_OURS = UUID("6f1a3c52-9d0e-5b7c-8e24-0c6d1b9a7f35")  # drawn once: whatever we name is under it
_WEEK = timedelta(days=7)


def visit_event(visit_id: int, now: datetime) -> VisitEvent:
    """How it stands. One that was planned once and is not any more is cancelled; of one that
    never was, a calendar need not know."""
    visit = get_visit(visit_id, now.date())
    if not any(one.act is VisitAct.PLAN for one in visit.history):
        raise AppError(f"{visit.number} 还没有安排过时间，请先安排，再导出日历。")
    return _event(visit, now)


def week_events(day: date, now: datetime) -> list[VisitEvent]:
    """Of the week of that day, by their hour; those that were cancelled, too."""
    monday = datetime.combine(day - timedelta(days=day.weekday()), time())
    query = Visit.select(Visit.id).where(
        Visit.starts_at >= monday,
        Visit.starts_at < monday + _WEEK,
        Visit.status.in_((*TAKEN, VisitStatus.CANCELLED)),
    )
    ids = [one for (one,) in query.order_by(Visit.starts_at, Visit.id).tuples()]
    return [_event(get_visit(one, now.date()), now) for one in ids]


def _event(visit: VisitDetail, now: datetime) -> VisitEvent:
    draft, plan, centre = visit.draft, visit.plan, get_centre()
    organisation = draft.served.kind is PartyKind.ORGANISATION
    person = masks.name(draft.served.name, organisation=organisation)
    crew = "、".join(str(one) for one in plan.crew) if plan else ""
    kits = "、".join(one.name for one in plan.kits) if plan else ""
    told = (
        f"上门编号：{visit.number}",
        f"上门人员：{crew}" if crew else "",
        f"设备：{kits}" if kits else "",
        f"要带：{'、'.join(draft.bring)}" if draft.bring else "",
        f"群众准备：{'、'.join(draft.papers)}" if draft.papers else "",
        f"窗口电话：{centre.phone}" if centre.phone else "",
    )
    return VisitEvent(
        uid=str(uuid5(_OURS, f"{visit.number} {visit.asked_at.isoformat()}")),
        sequence=visit.revision,
        told_at=now,
        cancelled=visit.status in (VisitStatus.CANCELLED, VisitStatus.REQUESTED),
        starts_at=plan.starts_at if plan else None,
        ends_at=plan.ends_at if plan else None,
        title=f"{'急　' * draft.urgent}{draft.kind.label}　{person}　{draft.matter}",
        place=place(draft),
        told="\n".join(filter(None, told)),
        centre=centre.name,
    )
