"""Which backups may go: the older they are, the fewer are kept."""

from collections.abc import Callable, Collection, Hashable
from datetime import date, datetime, timedelta

ALL = timedelta(days=2)
DAILY, WEEKLY, MONTHLY = 7, 28, 12  # days, days, months


def thin(stamps: Collection[datetime], now: datetime) -> set[datetime]:
    """Those to delete: all of two days stay, then the last of a day for 7 days, of a week for 4
    weeks, of a month for 12 months. The newest stays whatever its age."""
    kept = {one for one in stamps if now - one <= ALL}
    kept |= _last_of_each(stamps, lambda day: day, lambda one: _days(one, now) <= DAILY)
    kept |= _last_of_each(
        stamps, lambda day: day.isocalendar()[:2], lambda one: _days(one, now) <= WEEKLY
    )
    kept |= _last_of_each(
        stamps, lambda day: (day.year, day.month), lambda one: _months(one, now) <= MONTHLY
    )
    if stamps:
        kept.add(max(stamps))
    return set(stamps) - kept


def _last_of_each(
    stamps: Collection[datetime],
    span: Callable[[date], Hashable],
    within: Callable[[datetime], bool],
) -> set[datetime]:
    last: dict[Hashable, datetime] = {}
    for one in sorted(stamps):
        if within(one):
            last[span(one.date())] = one
    return set(last.values())


def _days(one: datetime, now: datetime) -> int:
    return (now.date() - one.date()).days


def _months(one: datetime, now: datetime) -> int:
    return (now.year - one.year) * 12 + now.month - one.month
