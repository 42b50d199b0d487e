"""What was open at the end of a period, from what is open now and what went since."""

from dataclasses import dataclass
from typing import Any

from app.deadlines.calendar import overdue_before
from app.deadlines.due_windows import OPEN
from app.month.counting import counts
from app.month.period import Period
from app.month.rounds import begun_of_earlier, earlier, not_before, stood
from models import Case, Closing


@dataclass(frozen=True)
class Left:
    open: int
    overdue: int


def count_left(period: Period) -> Left:
    """Rounds that had begun and were not over: of the one a case is in, and of earlier ones.

    What was taken up again since was over at the time: its round does not count, the one before
    does if it was not over yet.
    """
    end = period.until
    came = Case.received_at < end
    late = _late(Case.due_on, period) & ~stood(period, Case.id)
    again = Closing.select(Closing.case).where(Closing.reopened_at >= end)
    newer = Case.select().where(came, Case.id.in_(again))
    before = earlier().where(
        Closing.reopened_at >= end, Closing.at >= end, begun_of_earlier() < str(end)
    )
    late_before = _late(Closing.due_on, period) & ~stood(period, Closing.case)
    found = [
        counts(Case.select().where(Case.status.in_(OPEN), came), late),
        counts(Case.select().where(not_before(Case.concluded_at, end), came), late),
        counts(Case.select().where(Case.dropped_at >= end, came), late),
        counts(before, late_before),
    ]
    open_, overdue = (sum(column) for column in zip(*found, strict=True))
    less, less_late = counts(newer, late)
    return Left(open_ - less, overdue - less_late)


def _late(due_on: Any, period: Period) -> Any:
    return due_on < overdue_before(period.today)
