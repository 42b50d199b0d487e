"""Where a request goes best: three places, each with its reason in words.

Before all others a half day on which a crew is in that village anyway; then the earliest that keeps
the date of the case; then the shortest way that comes to the crew's. What is late comes last.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from app.deadlines.calendar import work_calendar
from app.deadlines.workdays import Calendar
from app.visits.booked import Booking, in_order
from app.visits.booking import Surroundings, surroundings
from app.visits.crews import KitEntry, Team, list_kits, list_teams
from app.visits.places import first_free, wanted_for
from app.visits.planning import PlanDraft
from app.visits.requests import checks_of, get_row
from app.visits.ways import added_way
from models import Visit
from models.choices import HalfDay, KitKind, VisitCheck

BEST = 3
_AHEAD = 10  # working days that are looked at
_CAPTURED = {VisitCheck.PORTRAIT, VisitCheck.FINGERPRINT}


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """A place with its plan, ready to be made; `added_minutes` come to the crew's way."""

    plan: PlanDraft
    starts_at: datetime
    team: str
    same_village: bool
    in_time: bool
    added_minutes: int
    reason: str


@dataclass(frozen=True)
class _Place:
    """A crew's half day, before anybody has looked whether it has room."""

    day: date
    half: HalfDay
    team: Team
    same_village: bool
    in_time: bool

    @property
    def rank(self) -> tuple[bool, bool, date, str]:
        return (not self.in_time, not self.same_village, self.day, self._half)

    @property
    def _half(self) -> str:
        return str(list(HalfDay).index(self.half))


def suggest(visit_id: int, now: datetime, best: int = BEST) -> tuple[Suggestion, ...]:
    """The best first; fewer, or none, where the next two weeks have no room."""
    visit = get_row(visit_id)
    teams, kits = list_teams(), list_kits()
    due = due_of(visit)
    first = max(now.date(), visit.earliest or now.date())
    days = list(_working_days(first, work_calendar()))
    around = surroundings(first, days[-1])
    places = sorted(_places(visit, teams, days, now, around), key=lambda one: one.rank)
    found: list[Suggestion] = []
    for _, alike in groupby(places, key=lambda one: one.rank):
        free = [one for place in alike if (one := _in(place, visit, kits, due, around))]
        found += sorted(free, key=lambda one: one.added_minutes)
        if len(found) >= best:
            break
    return tuple(found[:best])


def due_of(visit: Visit) -> date | None:
    """Until when it should have been gone on: as wished, or as its case was promised."""
    dates = (visit.latest, visit.case.due_on if visit.case_id else None)
    return min((one for one in dates if one), default=None)


def kinds_needed(visit: Visit) -> tuple[KitKind, ...]:
    """What has to come along, by what is to be done there."""
    return (KitKind.CAPTURE,) if _CAPTURED & {*checks_of(visit.checklist)} else ()


def _places(
    visit: Visit,
    teams: Sequence[Team],
    days: Sequence[date],
    now: datetime,
    around: Surroundings,
) -> Iterator[_Place]:
    halves = (visit.half,) if visit.half else tuple(HalfDay)
    due = due_of(visit)
    crewed = [one for one in teams if len(one.members) >= around.rules.least_crew]
    for day in days:
        for half in halves:
            if around.rules.span(day, half)[0] <= now:
                continue
            for team in crewed:
                same = any(
                    one.village == visit.village_id is not None
                    for one in stops(team, day, half, around)
                )
                yield _Place(day, half, team, same, due is None or day <= due)


def _working_days(start: date, calendar: Calendar) -> Iterator[date]:
    day = start
    for _ in range(_AHEAD):
        day = calendar.next_working(day)
        yield day
        day += timedelta(days=1)


def stops(team: Team, day: date, half: HalfDay, around: Surroundings) -> list[Booking]:
    """Where anybody of the team is then."""
    members = {one.id for one in team.members}
    return [
        one
        for one in around.days.get(day, ())
        if members & set(one.helpers) and around.rules.half_of(one.starts_at) is half
    ]


def _in(
    place: _Place,
    visit: Visit,
    kits: Sequence[KitEntry],
    due: date | None,
    around: Surroundings,
) -> Suggestion | None:
    """The place with its hour, its people and its kit, if all of them can be had."""
    crew = crew_for(place.team, place.day, place.half, around)
    begin, _ = around.rules.span(place.day, place.half)
    for things in kit_choices(kinds_needed(visit), kits):
        booking = first_free(wanted_for(visit, begin, None, crew, things), place.half, around)
        if booking is not None:
            return _suggestion(place, booking, due, around)
    return None


def crew_for(team: Team, day: date, half: HalfDay, around: Surroundings) -> tuple[int, ...]:
    """As many of the team as have to go: first who is out then anyway, last who is away."""
    begin, end = around.rules.span(day, half)
    away = {one.helper_id for one in around.absences if one.meets(begin, end)}
    out = {helper for one in stops(team, day, half, around) for helper in one.helpers}
    ids = [one.id for one in team.members]
    ids.sort(key=lambda one: (one in away, one not in out))
    return tuple(ids[: around.rules.least_crew])


def kit_choices(kinds: Sequence[KitKind], kits: Sequence[KitEntry]) -> Iterator[tuple[int, ...]]:
    """Each piece of the kind that is needed by itself; where there is none to be had, none."""
    if not kinds:
        yield ()
        return
    there = [one.id for one in kits if one.kind in kinds]
    yield from ((one,) for one in there)
    if not there:
        yield ()


def _suggestion(
    place: _Place, booking: Booking, due: date | None, around: Surroundings
) -> Suggestion:
    others = [one for one in around.others(booking) if set(one.helpers) & set(booking.helpers)]
    same_half = [one for one in others if around.rules.half_of(one.starts_at) is place.half]
    before = [one.village for one in in_order(same_half) if one.starts_at < booking.starts_at]
    after = [one.village for one in in_order(same_half) if one.starts_at > booking.starts_at]
    added = added_way(around.ways, before, booking.village, after)
    plan = PlanDraft(
        day=place.day,
        half=place.half,
        helpers=booking.helpers,
        kits=tuple(sorted(booking.kits)),
    )
    return Suggestion(
        plan=plan,
        starts_at=booking.starts_at,
        team=place.team.name,
        same_village=place.same_village,
        in_time=place.in_time,
        added_minutes=added,
        reason=_reason(place, booking, due, added),
    )


def _reason(place: _Place, booking: Booking, due: date | None, added: int) -> str:
    crew = place.team.name or "上门人员"
    said = []
    if place.same_village:
        said.append(f"{crew}这半天本来就去{booking.place}")
    if due is not None:
        kept = "赶得上" if place.in_time else "赶不上"
        said.append(f"{kept} {due.month}月{due.day}日的期限")
    if not said:
        said.append("最早有空")
    said.append(f"路上多 {added} 分钟")
    return "，".join(said) + "。"
