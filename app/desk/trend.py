"""How many cases came and were concluded, month by month: what the desk's chart shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from app.month.by_month import concluded_by_month, received_by_month
from app.month.period import Period, next_month, previous_month

MONTHS = 12


@dataclass(frozen=True)
class Trend:
    """The last twelve months, this one included; every tuple has one figure a month."""

    months: tuple[date, ...]
    received: tuple[int, ...]
    completed: tuple[int, ...]

    @property
    def fewer(self) -> int:
        return fewer_of_late(self.received[:-1])


def fewer_of_late(months: Sequence[int]) -> int:
    """By how much the last three of these whole months received fewer than the three before them;
    0 where nothing was received in those, for then there is nothing to compare."""
    before, since = sum(months[-6:-3]), sum(months[-3:])
    return before - since if before else 0


def trend(today: date) -> Trend:
    months = [today.replace(day=1)]
    while len(months) < MONTHS:
        months.append(previous_month(months[-1]))
    months.reverse()
    whole = Period(months[0], datetime.combine(next_month(months[-1]), time()))
    received, completed = received_by_month(whole), concluded_by_month(whole)
    names = [f"{month:%Y-%m}" for month in months]
    return Trend(
        tuple(months),
        tuple(received[name] for name in names),
        tuple(completed[name] for name in names),
    )
