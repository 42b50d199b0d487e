"""Working days: which days are worked, and when something promised in days is due.

Days off and swapped working days (调休) stand in the State Council's yearly notice on holidays.
A year whose notice is not in the calendar has its weekends and the statutory holidays that fall
on fixed dates (全国年节及纪念日放假办法, as of 2025); what is reckoned through it is provisional.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType
from typing import Self

from app.deadlines.reckoning import Looked, Step, doubt, explain
from app.deadlines.year_tables import builtin_years
from app.errors import AppError

MOST_DAYS = 999
_ONE_DAY = timedelta(days=1)
_FIXED_HOLIDAYS = {
    (1, 1): "元旦",
    (5, 1): "劳动节",
    (5, 2): "劳动节",
    (10, 1): "国庆节",
    (10, 2): "国庆节",
    (10, 3): "国庆节",
}


@dataclass(frozen=True)
class SpecialDay:
    """A day that is not what its weekday says, with the holiday it belongs to."""

    working: bool
    name: str


@dataclass(frozen=True)
class Due:
    """A day that was reckoned, day by day, and the years on the way that are not known yet."""

    day: date
    run: tuple[Step, ...]
    unknown: tuple[int, ...] = ()

    @property
    def provisional(self) -> bool:
        """Whether it may still change."""
        return bool(self.unknown)

    @property
    def reckoning(self) -> tuple[Step, ...]:
        """How it came about, and what is doubtful about it."""
        return (*self.run, *doubt(self.unknown))

    @property
    def steps(self) -> tuple[str, ...]:
        return tuple(map(str, self.reckoning))


@dataclass(frozen=True)
class Calendar:
    """Special days, and the years of which all special days are known."""

    days: Mapping[date, SpecialDay]
    years: frozenset[int]

    @classmethod
    def of(cls, days: Iterable[tuple[date, bool, str]], years: Iterable[int]) -> Self:
        """From rows of day, whether it is worked, and the holiday's name."""
        special = {day: SpecialDay(bool(working), name) for day, working, name in days}
        return cls(MappingProxyType(special), frozenset(years))

    def is_working(self, day: date) -> bool:
        special = self._special(day)
        return special.working if special else day.weekday() < 5

    def next_working(self, day: date) -> date:
        """The day itself if it is worked, else the first one after it that is."""
        return next(each for each in _days_from(day) if self.is_working(each))

    def last_working(self, day: date) -> date:
        """The day itself if it is worked, else the last one before it that was."""
        while not self.is_working(day):
            day -= _ONE_DAY
        return day

    def between(self, start: date, end: date) -> int:
        """Working days after `start` up to and with `end`; negative where `end` comes first."""
        if end < start:
            return -self.between(end, start)
        swapped = sum(
            self.is_working(day) - (day.weekday() < 5)
            for day in self._special_days(start, end)
            if start < day <= end
        )
        return _weekdays_until(end) - _weekdays_until(start) + swapped

    def add(self, start: date, count: int) -> Due:
        """The day that is `count` working days after `start`, which itself is day 0.

        What is done at once (即办, a count of 0) is due the same day, or where that is no working
        day, on the next one.
        """
        if not 0 <= count <= MOST_DAYS:
            raise AppError(f"工作日数请填 0 到 {MOST_DAYS}。")
        try:
            days = self._walk(start, count)
        except OverflowError as error:
            raise AppError("日期太远了，请核对年份。") from error
        unknown = sorted({each.day.year for each in days} - self.years)
        return Due(days[-1].day, tuple(explain(start, days, count)), tuple(unknown))

    def _walk(self, start: date, count: int) -> list[Looked]:
        """Every day that has to be looked at, the last of them due."""
        looked = []
        left = count or 1
        for day in _days_from(start + _ONE_DAY if count else start):
            special = self._special(day)
            working = special.working if special else day.weekday() < 5
            looked.append(Looked(day, working, special.name if special else None))
            left -= working
            if not left:
                break
        return looked

    def _special(self, day: date) -> SpecialDay | None:
        if (known := self.days.get(day)) is not None or day.year in self.years:
            return known
        name = _FIXED_HOLIDAYS.get((day.month, day.day))
        return SpecialDay(working=False, name=name) if name else None

    def _special_days(self, start: date, end: date) -> set[date]:
        unknown = set(range(start.year, end.year + 1)) - self.years
        return {date(year, *day) for year in unknown for day in _FIXED_HOLIDAYS} | self.days.keys()


@cache
def load_builtin() -> Calendar:
    """The years that travel with the program."""
    tables = builtin_years()
    days = (day for table in tables for day in table.days)
    return Calendar.of(days, (table.year for table in tables))


def _days_from(day: date) -> Iterator[date]:
    while True:
        yield day
        day += _ONE_DAY


def _weekdays_until(day: date) -> int:
    """Mondays to Fridays from 1 January of the year 1, a Monday."""
    weeks, rest = divmod(day.toordinal(), 7)
    return weeks * 5 + min(rest, 5)
