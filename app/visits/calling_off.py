"""Visits that do not take place as planned: cancelled, or put back to be planned again."""

from datetime import datetime

from app import typed
from app.changes import Kind, saving
from app.directory import Who
from app.errors import AppError, Invalid
from app.visits import diary
from app.visits.requests import get_row
from app.visits.setting_out import reckon_ways
from models import Visit, VisitHelper, VisitKit
from models.choices import VisitAct, VisitStatus

PLANNABLE = (VisitStatus.REQUESTED, VisitStatus.PLANNED)
TEXT_LIMIT = 400


def cancel_visit(visit_id: int, reason: str, who: Who, now: datetime) -> None:
    """It does not take place; the crew and the kit are free again."""
    said = typed.line(reason)
    if not said:
        raise Invalid({"reason": "请写明为什么取消。"})
    if over := typed.too_long(said, TEXT_LIMIT):
        raise Invalid({"reason": over})
    with saving(Kind.VISITS, Kind.CASES):
        visit = get_row(visit_id)
        if visit.status not in PLANNABLE:
            raise AppError(f"这次上门{visit.status.label}，不能再取消。")
        cancel(visit, said, who, now)


def cancel(visit: Visit, reason: str, who: Who, now: datetime) -> None:
    """One that may be, for a reason that holds. Inside `saving`."""
    Visit.update(
        status=VisitStatus.CANCELLED, ended_reason=reason, revision=Visit.revision + 1
    ).where(Visit.id == visit.id).execute()
    diary.enter(visit, who, now, VisitAct.CANCEL, _was_for(visit), reason)
    if visit.starts_at:
        reckon_ways(visit.starts_at.date())


def put_back(visit_id: int, reason: str, who: Who, now: datetime) -> None:
    """Take it off the plan: it waits to be planned again."""
    with saving(Kind.VISITS, Kind.CASES):
        visit = get_row(visit_id)
        if visit.status is not VisitStatus.PLANNED:
            raise AppError(f"这次上门{visit.status.label}，不用放回。")
        let_go(visit)
        Visit.update(
            status=VisitStatus.REQUESTED,
            starts_at=None,
            ends_at=None,
            exact=False,
            way_minutes=0,
            way_from="",
            revision=Visit.revision + 1,
        ).where(Visit.id == visit_id).execute()
        note = f"{_was_for(visit)}放回待安排"
        diary.enter(visit, who, now, VisitAct.MOVE, note, typed.line(reason))
        reckon_ways(visit.starts_at.date())


def let_go(visit: Visit) -> None:
    """Of whom and what it had; the history keeps who it was."""
    VisitHelper.delete().where(VisitHelper.visit == visit.id).execute()
    VisitKit.delete().where(VisitKit.visit == visit.id).execute()


def _was_for(visit: Visit) -> str:
    return f"{visit.starts_at:%m-%d %H:%M}" if visit.starts_at else ""
