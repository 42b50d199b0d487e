"""Pausing a case's clock, and giving the working days back when it runs again."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any, NamedTuple

from app.deadlines import due_dates
from app.deadlines.calendar import work_calendar
from app.deadlines.workdays import Calendar
from app.directory import Who
from app.errors import NotFound
from app.records.shares import postpone
from models import Case, Pause, quick, rows
from models.choices import PauseReason


@dataclass(frozen=True)
class PauseRecord:
    """A time in which the clock stood still, or stands; `days` is what it gave back."""

    id: int
    at: datetime
    by: str
    reason: PauseReason
    note: str
    days_left: int
    resumed_at: datetime | None
    resumed_by: str
    days: int | None


class Stood(NamedTuple):
    """From when to when a clock stood still, and how many working days were left on it."""

    since: date
    until: date
    left: int


def list_pauses(case_id: int) -> list[PauseRecord]:
    """Newest first."""
    columns = [getattr(Pause, one.name) for one in fields(PauseRecord)]
    query = Pause.select(*columns).where(Pause.case == case_id).order_by(Pause.id.desc())
    return rows(query, PauseRecord)


def begin(case: Case, reason: PauseReason, note: str, who: Who, now: datetime) -> int:
    """Stop the clock; gives the working days that are left. Call it inside `saving`."""
    left = max(work_calendar().between(now.date(), case.due_on), 0)
    told = {"case": case.id, "round": case.round, "at": now, "by": who.name}
    quick.add(Pause, told | {"reason": reason, "note": note, "days_left": left})
    return left


def end(case: Case, who: Who, now: datetime) -> tuple[int, Mapping[str, Any]]:
    """Let the clock run again: how many working days it gets back, and what changes of the case.

    Its units get them too. Call it inside `saving`.
    """
    pause = _current(case)
    stood = Stood(pause.at.date(), now.date(), pause.days_left)
    days = given_back(work_calendar(), stood, case.due_on)
    _close(pause, who, now, days)
    if not days:
        return 0, {"paused_at": None}
    addition = due_dates.for_pause(pause, now.date(), days)
    postpone(case.id, days)
    return days, {"paused_at": None, **due_dates.moved(case, addition)}


def break_off(case: Case, who: Who, now: datetime) -> Mapping[str, Any]:
    """The case is over while it was paused: nothing is given back. Call it inside `saving`."""
    _close(_current(case), who, now, 0)
    return {"paused_at": None}


def given_back(calendar: Calendar, stood: Stood, due_on: date) -> int:
    """The working days it stood still; and more where without them the case had fewer left than
    when it was paused, or were overdue at once: the calendar may have changed, or it was due on
    the day it was paused and goes on on a day off."""
    days = max(calendar.between(stood.since, stood.until), 0)
    day = calendar.add(due_on, days).day if days else due_on
    short = stood.left - calendar.between(stood.until, day)
    late = calendar.between(day, calendar.next_working(stood.until))
    return days + max(short, late, 0)


def _current(case: Case) -> Pause:
    found: Pause | None = Pause.get_or_none(Pause.case == case.id, Pause.resumed_at.is_null())
    if found is None:
        raise NotFound("这件事没有暂停，请刷新后看看。")
    return found


def _close(pause: Pause, who: Who, now: datetime, days: int) -> None:
    Pause.update(resumed_at=now, resumed_by=who.name, days=days).where(
        Pause.id == pause.id
    ).execute()
