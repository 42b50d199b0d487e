"""What is counted of a period, by ranges of indexes: what lies outside it costs nothing."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from typing import Any

import peewee as pw
from peewee import fn

from app.calendar import overdue_before, work_calendar
from app.month.period import Period
from models import Case, Reception
from models.choices import Ending, Method, Status

OPEN = (Status.REGISTERED, Status.HANDLING)
DROPPED = (Status.REFUSED, Status.WITHDRAWN)


@dataclass(frozen=True, kw_only=True)
class Figures:
    receptions: int
    received: int
    dropped: int
    completed_of_received: int
    completed: int
    same_day: int
    days: int
    longest: int | None
    by_method: Mapping[Method, int]
    by_ending: Mapping[Ending, int]
    due: int
    kept: int
    open: int
    overdue: int

    @property
    def opening(self) -> int:
        """What was open when the period began: what is left, less what came, plus what went."""
        return self.open - self.received + self.dropped + self.completed


def count(period: Period) -> Figures:
    """The figures of a period, judged at its end."""
    return Figures(
        receptions=Reception.select().where(within(Reception.at, period)).count(),
        **_received(period),
        **_completed(period),
        **_due(period),
        **_open(period),
    )


def count_received(period: Period) -> int:
    return int(Case.select().where(within(Case.received_at, period)).count())


def count_completed(period: Period) -> int:
    return int(Case.select().where(within(Case.concluded_at, period)).count())


def within(moment: Any, period: Period) -> Any:
    return (moment >= period.start) & (moment < period.until)


def _received(period: Period) -> dict[str, Any]:
    received, completed, dropped = _counts(
        within(Case.received_at, period),
        Case.concluded_at < period.until,
        Case.status.in_(DROPPED),
    )
    return {"received": received, "completed_of_received": completed, "dropped": dropped}


def _completed(period: Period) -> dict[str, Any]:
    went = within(Case.concluded_at, period)
    ways = [*(Case.method == one for one in Method), *(Case.ending == one for one in Ending)]
    same_day = fn.DATE(Case.received_at) == fn.DATE(Case.concluded_at)
    completed, *counts, same = _counts(went, *ways, same_day)
    by_method = dict(zip(Method, counts, strict=False))
    by_ending = dict(zip(Ending, counts[len(Method) :], strict=True))
    return {
        "completed": completed,
        "by_method": by_method,
        "by_ending": by_ending,
        "same_day": same,
        **_used(went),
    }


def _used(went: Any) -> dict[str, Any]:
    """How long they took, from the pairs of days they came and went."""
    first = fn.DATE(Case.received_at, coerce=False)
    last = fn.DATE(Case.concluded_at, coerce=False)
    query: Any = Case.select(first, last, fn.COUNT(Case.id)).where(went).group_by(first, last)
    pairs = list(query.tuples())
    worked = _worked({day for came, done, _ in pairs for day in (came, done)})
    used = [(max(worked[done] - worked[came], 0), number) for came, done, number in pairs]
    return {
        "days": sum(days * number for days, number in used),
        "longest": max((days for days, _ in used), default=None),
    }


def _worked(days: Collection[str]) -> dict[str, int]:
    """The working days up to each day from the first to the last of them."""
    if not days:
        return {}
    first, last = date.fromisoformat(min(days)), date.fromisoformat(max(days))
    every = [first + timedelta(number) for number in range((last - first).days + 1)]
    counts = accumulate(map(work_calendar().is_working, every))
    return dict(zip(map(date.isoformat, every), counts, strict=True))


def _due(period: Period) -> dict[str, Any]:
    fell_due = (Case.due_on >= period.first) & (Case.due_on < period.today)
    kept = fn.DATE(Case.concluded_at) <= Case.due_on
    counted = fell_due & Case.status.not_in(DROPPED)
    due, in_time = _counts(counted, kept)
    return {"due": due, "kept": in_time}


def _open(period: Period) -> dict[str, Any]:
    """Open at the end: what is open now, and what went since then, less what came since then."""
    came = Case.received_at >= period.until
    late = Case.due_on < overdue_before(period.today)
    left, left_late = _counts(Case.status.in_(OPEN), Case.paused_at.is_null() & late)
    # None of these is paused: that ends with the case. The index holds all that is asked for.
    went, went_late = _counts(Case.concluded_at >= period.until, late)
    (newer,) = _counts(came)
    _, dropped = _counts(Case.status.in_(DROPPED), came)
    return {"open": left + went - (newer - dropped), "overdue": left_late + went_late}


def _counts(where: Any, *conditions: Any) -> tuple[int, ...]:
    """How many cases there are, and of how many of them each condition holds, in one pass."""
    each = (fn.COUNT(pw.Case(None, ((one, 1),))) for one in conditions)
    query: Any = Case.select(fn.COUNT(Case.id), *each).where(where)
    counts: tuple[int, ...] = query.tuples().get()
    return counts
