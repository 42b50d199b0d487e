"""What a case lacks for the month's report, and which cases a month's report is about."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

import peewee as pw
from peewee import fn

from app.deadlines.calendar import overdue_before
from app.deadlines.due_windows import OPEN
from models import LIVING, Case, CaseEvent, CaseUnit, Matter, Rating
from models.choices import Act, Choice, UnitRole


class Lack(Choice):
    CAUSE = "cause", "无成因"
    NATURE = "nature", "无性质"
    LEAD = "lead", "无牵头单位"
    REASON = "reason", "逾期未说明"


def lacking(lack: Lack, today: date) -> Any:
    """The condition that finds the cases."""
    return _CONDITIONS[lack](today)


def is_late(case: Case, today: date) -> bool:
    return bool(Case.select().where(Case.id == case.id, _late(today)).exists())


def listed_in(first: date) -> Any:
    """The cases of the month that begins on that day: came in it, were open, or were rated."""
    begin = datetime.combine(first, time())
    end = datetime.combine(_next(first), time())
    went = (Case.concluded_at >= begin) | (Case.dropped_at >= begin) | Case.status.in_(OPEN)
    rated = Rating.select(Rating.case).where(Rating.at >= begin, Rating.at < end)
    came = Case.received_at >= begin
    return ((Case.received_at < end) & (came | went)) | Case.id.in_(rated)


def due_by_its_end(first: date) -> Any:
    """What became late after the month is told, and explained, in the report of a later one."""
    return Case.due_on < _next(first)


def _next(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)


def _late(today: date) -> Any:
    """It was concluded after its date, or its date has passed while its clock runs."""
    open_ = Case.status.in_(OPEN) & Case.paused_at.is_null()
    over = open_ & (Case.due_on < overdue_before(today))
    return over | (fn.DATE(Case.concluded_at) > Case.due_on)


def _without_reason(today: date) -> Any:
    """What was said before the date that was missed, as in an earlier round, does not count."""
    said = (CaseEvent.case == Case.id) & (CaseEvent.act == Act.EXPLAIN)
    since = said & (CaseEvent.at > Case.due_on)
    return _late(today) & ~pw.fn.EXISTS(CaseEvent.select(pw.SQL("1")).where(since))


def _without_lead(_: date) -> Any:
    theirs = (CaseUnit.case == Case.id) & (CaseUnit.role == UnitRole.LEAD) & LIVING
    known = Matter.select(Matter.id).where(Matter.unit.is_null(is_null=False))
    leads = CaseUnit.select(pw.SQL("1")).where(theirs)
    return ~pw.fn.EXISTS(leads) & (Case.matter.is_null() | Case.matter.not_in(known))


_CONDITIONS: Mapping[Lack, Callable[[date], Any]] = {
    Lack.CAUSE: lambda _: Case.cause.is_null(),
    Lack.NATURE: lambda _: Case.nature.is_null(),
    Lack.LEAD: _without_lead,
    Lack.REASON: _without_reason,
}
