"""A round changed by hand before it is booked: somebody to another trip, or left for later."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import groupby

from app.errors import AppError
from app.visits.booked import Booking, place_of
from app.visits.booking import Surroundings, surroundings
from app.visits.crews import list_helpers, list_kits, list_teams
from app.visits.places import first_free, wanted_for
from app.visits.planning import PlanDraft
from app.visits.requests import get_row
from app.visits.rounds import Planned, Round
from app.visits.rules import visit_rules
from app.visits.suggesting import crew_for, due_of, kinds_needed, kit_choices
from models.choices import HalfDay

_OFFERED = 5  # working days from the first of the round on, beside its own trips


@dataclass(frozen=True)
class Slot:
    """A half day of a crew."""

    day: date
    half: HalfDay
    team: str


@dataclass(frozen=True)
class Trip:
    """A slot with those who are gone to in it, in their order."""

    slot: Slot
    plans: tuple[Planned, ...]

    @property
    def villages(self) -> dict[str, int]:
        """How many in each, in the order in which they are gone to."""
        found: dict[str, int] = {}
        for one in self.plans:
            found[one.village] = found.get(one.village, 0) + 1
        return found


def trips_of(made: Round) -> list[Trip]:
    """In the order of the days, then of the crews."""
    rank = _ranking()
    plans = sorted(made.plans, key=lambda one: (rank(slot_of(one)), one.starts_at))
    return [Trip(slot, tuple(there)) for slot, there in groupby(plans, key=slot_of)]


def slot_of(one: Planned) -> Slot:
    assert one.plan.half is not None
    return Slot(one.plan.day, one.plan.half, one.team)


def slots_for(made: Round, first: date) -> list[Slot]:
    """Where somebody could be moved to: the trips there are, and every crew's half days soon."""
    rules, teams = visit_rules(), list_teams()
    found = {one.slot for one in trips_of(made)}
    calendar = surroundings(first).calendar
    day = first
    for _ in range(_OFFERED):
        day = calendar.next_working(day)
        for team in teams:
            if len(team.members) >= rules.least_crew:
                found |= {Slot(day, half, team.name) for half in HalfDay}
        day += timedelta(days=1)
    return sorted(found, key=_ranking())


def move_in_round(made: Round, visit_id: int, to: Slot) -> Round:
    """The round with one visit in that slot, the last there; an AppError where it has no room."""
    others = [one for one in made.plans if one.visit_id != visit_id]
    rank = _ranking()
    before = [one for one in others if rank(slot_of(one)) <= rank(to)]
    after = [one for one in others if rank(slot_of(one)) > rank(to)]
    around = _around(made, to.day)
    team = next(one for one in list_teams() if one.name == to.team)
    helpers, visit = crew_for(team, to.day, to.half, around), get_row(visit_id)
    for kits in kit_choices(kinds_needed(visit), list_kits()):
        plan = PlanDraft(day=to.day, half=to.half, helpers=helpers, kits=kits)
        due = due_of(visit)
        moved = Planned(
            visit_id,
            plan,
            datetime.combine(to.day, datetime.min.time()),
            to.team,
            _place(made, visit_id),
            late=due is not None and to.day > due,
        )
        if again := _replayed([*before, moved, *after], around):
            left = tuple(one for one in made.left if one != visit_id)
            return Round(again, left)
    half = f"{to.day.month}月{to.day.day}日{to.half.label}"
    raise AppError(f"{half}{to.team or '未编组'}排不下他了，请换一个半天。")


def take_out(made: Round, visit_id: int) -> Round:
    """The round without one visit, which stays to be planned."""
    plans = [one for one in made.plans if one.visit_id != visit_id]
    first = min((one.plan.day for one in made.plans), default=date.min)
    again = _replayed(plans, _around(made, first)) if plans else ()
    return Round(again or tuple(plans), (*made.left, visit_id))


def why_left(visit_id: int, teams: Sequence[str] | None = None) -> str:
    """Why nobody is sent there in this round."""
    rules, visit = visit_rules(), get_row(visit_id)
    crews = [one for one in list_teams() if teams is None or one.name in teams]
    if not any(len(one.members) >= rules.least_crew for one in crews):
        return f"没有哪一组够 {rules.least_crew} 人"
    halves = [visit.half] if visit.half else list(HalfDay)
    longest = max(end - begin for begin, end in (rules.span(date.min, one) for one in halves))
    if timedelta(minutes=visit.minutes) > longest:
        return f"要 {visit.minutes} 分钟，半天排不下"
    return "各组的半天都排满了"


def _ranking() -> Callable[[Slot], tuple[date, int, int]]:
    """By the day, the half and the crews in their own order."""
    teams, halves = [one.name for one in list_teams()], list(HalfDay)
    return lambda one: (one.day, halves.index(one.half), teams.index(one.team))


def _place(made: Round, visit_id: int) -> str:
    known = {one.visit_id: one.village for one in made.plans}
    return known.get(visit_id) or place_of(get_row(visit_id))


def _around(made: Round, day: date) -> Surroundings:
    """The days of the round as they stand without it, with everybody's and everything's name."""
    days = [day, *(one.plan.day for one in made.plans)]
    helpers, kits = [one.id for one in list_helpers()], [one.id for one in list_kits()]
    some = next(iter([*(one.visit_id for one in made.plans), *made.left]))
    start = datetime.combine(min(days), datetime.min.time())
    everything = wanted_for(get_row(some), start, None, helpers, kits)
    return surroundings(min(days), max(days), [everything])


def _replayed(plans: Sequence[Planned], around: Surroundings) -> tuple[Planned, ...] | None:
    """Each at the first time that is free in its half day, one after the other, as they will be
    booked; None where one has no room."""
    days: dict[date, list[Booking]] = {day: list(there) for day, there in around.days.items()}
    around = replace(around, days=days)
    made = []
    for one in plans:
        plan = one.plan
        assert plan.half is not None
        begin, _ = around.rules.span(plan.day, plan.half)
        wanted = wanted_for(get_row(one.visit_id), begin, None, plan.helpers, plan.kits)
        booking = first_free(wanted, plan.half, around)
        if booking is None:
            return None
        days.setdefault(plan.day, []).append(booking)
        made.append(replace(one, starts_at=booking.starts_at))
    return tuple(made)
