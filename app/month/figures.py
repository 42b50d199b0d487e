"""What is counted of a period, by ranges of indexes: what lies outside it costs nothing."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from peewee import fn

from app.calendar import work_calendar
from app.month.period import Period
from models import Case, Reception
from models.choices import Ending, Method, Status

OPEN = (Status.REGISTERED, Status.HANDLING)
DROPPED = (Status.REFUSED, Status.WITHDRAWN)
# Any day will do to count working days from.
_ANCHOR = date(2020, 1, 1)


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
        receptions=Reception.select().where(_within(Reception.at, period)).count(),
        **_received(period),
        **_completed(period),
        **_due(period),
        **_open(period),
    )


def count_received(period: Period) -> int:
    return int(Case.select().where(_within(Case.received_at, period)).count())


def count_completed(period: Period) -> int:
    return int(Case.select().where(_within(Case.concluded_at, period)).count())


def _within(moment: Any, period: Period) -> Any:
    return (moment >= period.start) & (moment < period.until)


def _received(period: Period) -> dict[str, Any]:
    query: Any = Case.select(
        fn.COUNT(Case.id),
        _sum(Case.concluded_at < period.until),
        _sum(Case.status.in_(DROPPED)),
    ).where(_within(Case.received_at, period))
    received, completed, dropped = query.tuples().get()
    return {"received": received, "completed_of_received": completed, "dropped": dropped}


def _completed(period: Period) -> dict[str, Any]:
    within = _within(Case.concluded_at, period)
    ways: Any = (
        Case.select(Case.method, Case.ending, fn.COUNT(Case.id))
        .where(within)
        .group_by(Case.method, Case.ending)
    )
    by_method: Counter[Method] = Counter()
    by_ending: Counter[Ending] = Counter()
    for method, ending, number in ways.tuples():
        by_method[method] += number
        by_ending[ending] += number
    return {"by_method": by_method, "by_ending": by_ending, **_used(within)}


def _used(within: Any) -> dict[str, Any]:
    """How long they took, from the pairs of days they came and went."""
    first = fn.DATE(Case.received_at, coerce=False)
    last = fn.DATE(Case.concluded_at, coerce=False)
    pairs: Any = Case.select(first, last, fn.COUNT(Case.id)).where(within).group_by(first, last)
    worked = cache(lambda day: work_calendar().between(_ANCHOR, date.fromisoformat(day)))
    used = [
        (max(worked(done) - worked(came), 0), came == done, number)
        for came, done, number in pairs.tuples()
    ]
    return {
        "completed": sum(number for _, _, number in used),
        "same_day": sum(number for _, same, number in used if same),
        "days": sum(days * number for days, _, number in used),
        "longest": max((days for days, _, _ in used), default=None),
    }


def _due(period: Period) -> dict[str, Any]:
    query: Any = Case.select(
        fn.COUNT(Case.id), _sum(fn.DATE(Case.concluded_at) <= Case.due_on)
    ).where(
        Case.due_on >= period.first,
        Case.due_on < period.today,
        Case.status.not_in(DROPPED),
    )
    due, kept = query.tuples().get()
    return {"due": due, "kept": kept}


def _open(period: Period) -> dict[str, Any]:
    """Open at the end: what is open now, and what went since then, less what came since then."""
    came, late = Case.received_at >= period.until, Case.due_on < period.today
    left = Case.select().where(Case.status.in_(OPEN))
    since: Any = Case.select(fn.COUNT(Case.id), _sum(late)).where(Case.concluded_at >= period.until)
    went, went_late = since.tuples().get()
    dropped: Any = Case.select(_sum(came)).where(Case.status.in_(DROPPED))
    newer = Case.select().where(came).count() - dropped.scalar()
    return {
        "open": left.count() + went - newer,
        "overdue": left.where(late).count() + went_late,
    }


def _sum(condition: Any) -> Any:
    """How many rows it holds for, 0 where there is none."""
    return fn.COALESCE(fn.SUM(condition.cast("integer")), 0)
