"""When things happened: on working days, while the window is open, a little less of late."""

import random
from bisect import bisect_left
from datetime import date, datetime, time, timedelta
from itertools import accumulate

from app.deadlines.workdays import Calendar

MONTHS = 24
NEVER = datetime.combine(date.max, time())
_OPEN = (*range(8 * 60 + 35, 11 * 60 + 26), *range(13 * 60 + 35, 16 * 60 + 51))  # minutes
_SETTLED = timedelta(minutes=10)
# How many come a day, as against others: many in the first year, of all that had been stuck; then
# fewer every month, because things have become easier to get done.
_AT_FIRST, _OF_LATE = 2.0, 1.0


class Hours:
    """The working days of two years; the last of them is today, or the next one that is."""

    def __init__(self, calendar: Calendar, now: datetime, chance: random.Random) -> None:
        self._chance, self.now = chance, now
        last = calendar.next_working(now.date())
        first = _months_before(now.date())
        every = (first + timedelta(days=n) for n in range((last - first).days + 1))
        self.days = [day for day in every if calendar.is_working(day)]
        self._came = list(accumulate(map(self._rate, range(len(self.days)))))

    def spread(self, at: int, of: int, *, ago: int = 0) -> datetime:
        """The moment of one of so many, in their order, the last of them so many working days
        ago."""
        came = self._came[-1 - ago] * (at + 0.5) / of
        return self.before(bisect_left(self._came, came))

    def recent(self, ago: int) -> datetime:
        """A moment so many working days ago."""
        return self.before(len(self.days) - 1 - ago)

    def before(self, place: int) -> datetime:
        """On the working day of that place, or as late before it as has already been."""
        moment = self._open_on(self.days[max(place, 0)])
        while moment > self.now - _SETTLED:
            place -= 1
            moment = self._open_on(self.days[max(place, 0)])
        return moment

    def after(self, moment: datetime, days: int) -> datetime:
        """So many working days later, when the window is open; the same day a little later.

        `NEVER` lies beyond what is known here.
        """
        if moment == NEVER:
            return moment
        if not days:
            return moment + timedelta(minutes=self._chance.randint(6, 40))
        place = bisect_left(self.days, moment.date()) + days
        if place >= len(self.days):
            return NEVER
        return self._open_on(self.days[place])

    def today(self) -> datetime | None:
        """A moment of today before now, if the window has been open for a while."""
        minutes = [one for one in _OPEN if _at(self.now.date(), one) < self.now - _SETTLED]
        if self.days[-1] != self.now.date() or not minutes:
            return None
        return _at(self.now.date(), self._chance.choice(minutes))

    def _open_on(self, day: date) -> datetime:
        return _at(day, self._chance.choice(_OPEN))

    def _rate(self, place: int) -> float:
        year = len(self.days) // 2
        return _AT_FIRST + (_OF_LATE - _AT_FIRST) * max(place - year, 0) / year


def _months_before(day: date) -> date:
    return day.replace(year=day.year - MONTHS // 12, day=min(day.day, 28))


def _at(day: date, minutes: int) -> datetime:
    return datetime.combine(day, time(minutes // 60, minutes % 60))
