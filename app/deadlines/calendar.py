"""The work calendar of this centre: the days in the store as the rules reckon with them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.changes import Kind, saving, subscribe
from app.deadlines.workdays import Calendar, Due
from app.errors import Invalid
from models import CalendarDay, CalendarYear, database, rows

_read: dict[str, Calendar] = {}  # by the store it was read from


@dataclass(frozen=True)
class SpecialDay:
    """A day that is not what its weekday says."""

    day: date
    working: bool
    note: str


def work_calendar() -> Calendar:
    """The calendar as stored; read once, and again when it has changed."""
    path = str(database.database)
    if path not in _read:
        days = CalendarDay.select(CalendarDay.day, CalendarDay.working, CalendarDay.note).tuples()
        years = [year for (year,) in CalendarYear.select(CalendarYear.year).tuples()]
        _read[path] = Calendar.of(days, years)
    return _read[path]


def due(received_on: date, days: int) -> Due:
    """The last day to answer, with its reckoning: the day of receipt is day 0."""
    return work_calendar().add(received_on, days)


def overdue_before(today: date) -> date:
    """What was due before this day is overdue. On a day off nothing becomes so: what was due on
    Friday is overdue on Monday, its first working day too many."""
    return work_calendar().last_working(today)


def list_years() -> list[int]:
    return [
        year
        for (year,) in CalendarYear.select(CalendarYear.year).order_by(CalendarYear.year).tuples()
    ]


def list_days(year: int) -> list[SpecialDay]:
    query = (
        CalendarDay.select(CalendarDay.day, CalendarDay.working, CalendarDay.note)
        .where(CalendarDay.day.between(date(year, 1, 1), date(year, 12, 31)))
        .order_by(CalendarDay.day)
    )
    return rows(query, SpecialDay)


def year_to_enter(today: date) -> int | None:
    """The year whose notice should be in the calendar by now: this one, in December also the next.

    The State Council publishes a year's notice in the November before it.
    """
    known = list_years()
    wanted = [today.year, *([today.year + 1] if today.month == 12 else [])]
    return next((year for year in wanted if year not in known), None)


def save_year(year: int, days: Sequence[SpecialDay], source: str) -> None:
    """Put the whole year in place; from now on its dates are no longer provisional."""
    if any(one.day.year != year for one in days):
        raise Invalid({"days": f"有的日期不在 {year} 年，请核对。"})
    if len({one.day for one in days}) < len(days):
        raise Invalid({"days": "同一天写了两次，请删去一条。"})
    with saving(Kind.CALENDAR):
        within = CalendarDay.day.between(date(year, 1, 1), date(year, 12, 31))
        CalendarDay.delete().where(within).execute()
        for one in days:
            CalendarDay.create(day=one.day, working=one.working, note=one.note)
        CalendarYear.insert(year=year, source=source).on_conflict_replace().execute()


def forget() -> None:
    """Read the calendar anew: another store was opened, or another desk changed it."""
    _read.clear()


def _on_saved(kinds: frozenset[Kind]) -> None:
    if Kind.CALENDAR in kinds:
        forget()


subscribe(_on_saved)
