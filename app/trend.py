"""How many cases came and were concluded, month by month: what the desk's chart shows."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from peewee import fn

from app.month.period import next_month, previous_month
from models import Case

MONTHS = 12


@dataclass(frozen=True)
class Trend:
    """The last twelve months, this one included; every tuple has one figure a month."""

    months: tuple[date, ...]
    received: tuple[int, ...]
    completed: tuple[int, ...]

    @property
    def fewer(self) -> int:
        """By how much the last three whole months received fewer than the three before them;
        0 where nothing was received in those, for then there is nothing to compare."""
        before, since = sum(self.received[-7:-4]), sum(self.received[-4:-1])
        return before - since if before else 0


def trend(today: date) -> Trend:
    months = [today.replace(day=1)]
    while len(months) < MONTHS:
        months.append(previous_month(months[-1]))
    months.reverse()
    received = _by_month(Case.received_at, months)
    completed = _by_month(Case.concluded_at, months)
    return Trend(tuple(months), received, completed)


def _by_month(moment: Any, months: list[date]) -> tuple[int, ...]:
    """Counted by ranges of the index: what is older costs nothing."""
    first = datetime.combine(months[0], time())
    after = datetime.combine(next_month(months[-1]), time())
    month = fn.SUBSTR(moment, 1, 7)
    query = Case.select(month, fn.COUNT(Case.id)).group_by(month).tuples()
    found = dict(query.where(moment >= first, moment < after))
    return tuple(found.get(f"{each:%Y-%m}", 0) for each in months)
