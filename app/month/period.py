"""A stretch of time that figures are counted over."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta


@dataclass(frozen=True)
class Period:
    """From the first day up to a moment that no longer belongs to it.

    Whatever is said of a period is judged at its end: a case that was completed later was still
    open, so that a report of October reads the same in November and in the spring.
    """

    first: date
    until: datetime

    @property
    def start(self) -> datetime:
        return datetime.combine(self.first, time())

    @property
    def today(self) -> date:
        """The day it ends on; what was due before this day is past due."""
        return self.until.date()


def month_of(first: date, now: datetime) -> Period:
    """The month that begins on that day, as far as it has gone."""
    whole = datetime.combine(next_month(first), time())
    # What happens in this very moment still belongs to it.
    return Period(first, min(whole, now + datetime.resolution))


def next_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)


def in_words(first: date) -> str:
    """A month as people write it, by its first day."""
    return f"{first.year}年{first.month}月"


def previous_month(first: date) -> date:
    return (first - timedelta(days=1)).replace(day=1)
