"""Planned rounds: many people at once, laid over days by village and kit, then booked together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from app.changes import Kind, saving
from app.directory import Who
from app.errors import AppError, Invalid
from app.visits.booked import Booking, place_of
from app.visits.booking import Surroundings, surroundings
from app.visits.crews import KitEntry, Team, list_kits, list_teams
from app.visits.draft import VisitDraft
from app.visits.places import first_free, wanted_for
from app.visits.planning import PlanDraft, plan_visit
from app.visits.requests import get_row, request_visit
from app.visits.suggesting import crew_for, due_of, kinds_needed, kit_choices
from models import Visit
from models.choices import HalfDay, VisitStatus

_AHEAD = 40  # working days
_SPAN = timedelta(days=90)


@dataclass(frozen=True)
class Planned:
    """One visit of a round, as it will be planned."""

    visit_id: int
    plan: PlanDraft
    starts_at: datetime
    team: str
    village: str
    late: bool  # after the date it should keep


@dataclass(frozen=True)
class Round:
    """In the order in which it is gone; `left` had no room in the days that were looked at."""

    plans: tuple[Planned, ...]
    left: tuple[int, ...]

    @property
    def trips(self) -> int:
        """Half days of a crew."""
        return len({(one.plan.day, one.plan.half, one.team) for one in self.plans})


def request_all(drafts: Sequence[VisitDraft], who: Who, now: datetime) -> list[int]:
    """A list of requests, all of them or none; what is wrong is named with its row, from 0."""
    found: dict[str, str] = {}
    made: list[int] = []
    with saving(Kind.VISITS, Kind.CASES, Kind.PARTIES):
        for at, draft in enumerate(drafts):
            try:
                made.append(request_visit(draft, who, now))
            except Invalid as wrong:
                found |= {f"{at}.{name}": said for name, said in wrong.problems.items()}
        if found:
            raise Invalid(found)
    return made


def lay_out(visit_ids: Sequence[int], first: date, teams: Sequence[str] | None = None) -> Round:
    """Village by village: a crew goes on where it is, then to the nearest that is waited in.

    `teams` are the names of the crews that take part; all of them where nothing is said.
    """
    rows = [get_row(one) for one in visit_ids]
    if wrong := next((one for one in rows if one.status is not VisitStatus.REQUESTED), None):
        raise AppError(f"{wrong.number} {wrong.status.label}，不能放进集中安排。")
    crews = [one for one in list_teams() if teams is None or one.name in teams]
    table = _Table(rows, first, crews, list_kits())
    return table.laid()


def book_round(made: Round, who: Who, now: datetime) -> None:
    """Plan all of it, or nothing where something has come in between meanwhile."""
    with saving(Kind.VISITS, Kind.CASES):
        for one in made.plans:
            visit = get_row(one.visit_id)
            if visit.status is not VisitStatus.REQUESTED:
                raise AppError(f"{visit.number} {visit.status.label}，请重新排一次。")
            plan_visit(one.visit_id, one.plan, who, now)


class _Table:
    """The round as far as it is laid: who still waits, and the days with what stands there."""

    def __init__(
        self, rows: Sequence[Visit], first: date, teams: Sequence[Team], kits: Sequence[KitEntry]
    ) -> None:
        self._teams, self._kits, self._first = teams, kits, first
        self._waiting = sorted(rows, key=lambda one: (not one.urgent, due_of(one) or date.max))
        everything = [self._as_booking(one) for one in rows[:1]]
        around = surroundings(first, first + _SPAN, everything)
        self._days = {day: list(there) for day, there in around.days.items()}
        self._around: Surroundings = replace(around, days=self._days)
        self._plans: list[Planned] = []

    def laid(self) -> Round:
        for day, half, team in self._slots():
            if not self._waiting:
                break
            self._fill(day, half, team)
        return Round(tuple(self._plans), tuple(one.id for one in self._waiting))

    def _slots(self) -> Iterator[tuple[date, HalfDay, Team]]:
        day = self._first
        for _ in range(_AHEAD):
            day = self._around.calendar.next_working(day)
            for half in HalfDay:
                for team in self._teams:
                    if len(team.members) >= self._around.rules.least_crew:
                        yield day, half, team
            day += timedelta(days=1)

    def _fill(self, day: date, half: HalfDay, team: Team) -> None:
        """Put in one after another, until nobody who waits has room there any more."""
        crew = crew_for(team, day, half, self._around)
        here: int | None = None
        tried: set[int] = set()
        while visit := self._next(here, tried, day, half):
            tried.add(visit.id)
            if booking := self._room(visit, day, half, crew):
                self._days.setdefault(day, []).append(booking)
                self._waiting.remove(visit)
                self._plans.append(self._planned(visit, booking, half, team))
                here = visit.village_id

    def _next(self, here: int | None, tried: set[int], day: date, half: HalfDay) -> Visit | None:
        """Who waits in the village where they are, else in the one with most who wait, or once
        they are out in the nearest."""
        possible = [
            one
            for one in self._waiting
            if one.id not in tried
            and one.half in (None, half)
            and (one.earliest is None or one.earliest <= day)
        ]
        if not possible:
            return None
        if here is None:
            many = [one.village_id for one in possible]
            return max(possible, key=lambda one: many.count(one.village_id))
        # A village next door may be as near as the next house: the one they are in goes first.
        return min(
            possible, key=lambda one: (one.village_id != here, self._way(here, one.village_id))
        )

    def _way(self, here: int | None, there: int | None) -> int:
        return self._around.ways.minutes(here, there)

    def _room(self, visit: Visit, day: date, half: HalfDay, crew: Sequence[int]) -> Booking | None:
        begin, _ = self._around.rules.span(day, half)
        for things in kit_choices(kinds_needed(visit), self._kits):
            wanted = wanted_for(visit, begin, None, crew, things)
            if found := first_free(wanted, half, self._around):
                return found
        return None

    def _planned(self, visit: Visit, booking: Booking, half: HalfDay, team: Team) -> Planned:
        day, due = booking.starts_at.date(), due_of(visit)
        plan = PlanDraft(
            day=day, half=half, helpers=booking.helpers, kits=tuple(sorted(booking.kits))
        )
        return Planned(
            visit.id,
            plan,
            booking.starts_at,
            team.name,
            place_of(visit),
            late=due is not None and day > due,
        )

    def _as_booking(self, visit: Visit) -> Booking:
        """With everybody and everything, so that all of them have names."""
        helpers = [each.id for one in self._teams for each in one.members]
        kits = [one.id for one in self._kits]
        start = datetime.combine(self._first, datetime.min.time())
        return wanted_for(visit, start, None, helpers, kits)
