"""The board of visits: a week of crews and half days, a day in the order of its stops, a month."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby

from app.deadlines.calendar import work_calendar
from app.deadlines.workdays import Calendar
from app.visits.booked import TAKEN
from app.visits.booking import surroundings
from app.visits.cards import Card, cards_of
from app.visits.crews import Team, list_teams
from app.visits.tray import TrayCard, tray
from models import Visit
from models.choices import HalfDay

_WEEK = 7


@dataclass(frozen=True)
class BoardDay:
    """`note` says why it is not what its weekday says: a holiday, a swapped working day."""

    day: date
    working: bool
    note: str = ""


@dataclass(frozen=True)
class VillageGroup:
    """What one crew does in one village in one half day."""

    village: str
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class WeekBoard:
    """Half days across, crews down; days off are left out unless somebody goes."""

    days: tuple[BoardDay, ...]
    teams: tuple[Team, ...]
    cards: tuple[Card, ...]
    tray: tuple[TrayCard, ...]

    def cell(self, team: str, day: date, half: HalfDay) -> tuple[VillageGroup, ...]:
        """By the hour; a village that is come back to stands twice."""
        there = [
            one
            for one in self.cards
            if (one.team, one.starts_at.date(), one.half) == (team, day, half)
        ]
        grouped = groupby(there, key=lambda one: one.village)
        return tuple(VillageGroup(village, tuple(cards)) for village, cards in grouped)

    @property
    def clashing(self) -> tuple[Card, ...]:
        return tuple(one for one in self.cards if one.clashes)


@dataclass(frozen=True)
class Trip:
    """A crew's half day, in the order of its stops."""

    team: str
    half: HalfDay
    stops: tuple[Card, ...]

    @property
    def people(self) -> int:
        return sum(one.people for one in self.stops)

    @property
    def way_minutes(self) -> int:
        """On the way, the way home left out."""
        return sum(one.way_minutes for one in self.stops)


@dataclass(frozen=True)
class DayBoard:
    day: BoardDay
    trips: tuple[Trip, ...]

    @property
    def cards(self) -> tuple[Card, ...]:
        return tuple(card for trip in self.trips for card in trip.stops)


@dataclass(frozen=True)
class DayCount:
    """A day of the month view."""

    day: BoardDay
    planned: int = 0
    done: int = 0
    failed: int = 0
    people: int = 0

    @property
    def visits(self) -> int:
        return self.planned + self.done + self.failed


def week_board(day: date) -> WeekBoard:
    """The week of that day, from Monday."""
    monday = day - timedelta(days=day.weekday())
    around = surroundings(monday, monday + timedelta(days=_WEEK - 1))
    found = [one for each in sorted(around.days) for one in around.days[each]]
    cards = cards_of(found, around)
    busy = {one.starts_at.date() for one in cards}
    every = (_day(monday + timedelta(days=n), around.calendar) for n in range(_WEEK))
    days = tuple(one for one in every if one.working or one.day in busy)
    return WeekBoard(days, _teams(cards), tuple(cards), tuple(tray()))


def day_board(day: date) -> DayBoard:
    """Every crew's stops in their order."""
    around = surroundings(day)
    cards = cards_of(around.days.get(day, ()), around)
    place = {one.name: at for at, one in enumerate(_teams(cards))}
    cards.sort(key=lambda one: (place[one.team], one.starts_at, one.id))
    grouped = groupby(cards, key=lambda one: (one.team, one.half))
    trips = tuple(Trip(team, half, tuple(stops)) for (team, half), stops in grouped)
    return DayBoard(_day(day, around.calendar), trips)


def month_board(first: date) -> tuple[DayCount, ...]:
    """Every day of the month with what is planned and what was done on it."""
    begin = first.replace(day=1)
    end = (begin + timedelta(days=31)).replace(day=1)
    calendar = work_calendar()
    counted: dict[date, dict[str, int]] = {}
    query = Visit.select(Visit.starts_at, Visit.status, Visit.people).where(
        Visit.starts_at >= datetime.combine(begin, time()),
        Visit.starts_at < datetime.combine(end, time()),
        Visit.status.in_(TAKEN),
    )
    for starts_at, status, people in query.tuples():
        of_day = counted.setdefault(starts_at.date(), {})
        of_day[status.value] = of_day.get(status.value, 0) + 1
        of_day["people"] = of_day.get("people", 0) + people
    days = (begin + timedelta(days=n) for n in range((end - begin).days))
    return tuple(DayCount(_day(one, calendar), **counted.get(one, {})) for one in days)


def visits_today(today: date) -> tuple[Card, ...]:
    """For the desk: who is gone to today, by the hour."""
    around = surroundings(today)
    return tuple(cards_of(around.days.get(today, ()), around))


def _teams(cards: Sequence[Card]) -> tuple[Team, ...]:
    """Those of the list, and those that still have visits though nobody is in them any more."""
    listed = list_teams()
    names = {one.name for one in listed}
    gone = dict.fromkeys(one.team for one in cards if one.team not in names)
    return (*listed, *(Team(name, ()) for name in gone))


def _day(day: date, calendar: Calendar) -> BoardDay:
    special = calendar.days.get(day)
    return BoardDay(day, calendar.is_working(day), special.name if special else "")
