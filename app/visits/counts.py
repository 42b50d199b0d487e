"""Home visits counted: by village, unit, matter, need and outcome; waits, trips and ways."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from statistics import median
from typing import Any

from peewee import fn

from app.deadlines.calendar import work_calendar
from app.persons import masks
from app.persons.parties import needs_of
from app.visits.booked import crews_of
from app.visits.cards import MATTER, PLACE
from app.visits.covered import covered_words
from app.visits.crews import helpers_of
from app.visits.rules import visit_rules
from models import Matter, Party, Unit, Village, Visit
from models.choices import PartyKind, VisitKind, VisitOutcome, VisitStatus

UNLISTED, NO_NEED = "未列单位", "没有列入"
_UNIT = fn.COALESCE(Unit.name, UNLISTED)


@dataclass(frozen=True)
class Line:
    """One group: how many requests, how many visits gone on, how many of them done."""

    name: str
    requests: int
    visits: int
    done: int


@dataclass(frozen=True, kw_only=True)
class VisitLine:
    """One visit that was gone on, as a list shows it; nobody is named in it."""

    number: str
    starts_at: datetime
    person: str
    village: str
    kind: VisitKind
    matter: str
    unit: str
    needs: tuple[str, ...]
    people: int
    crew: tuple[str, ...]
    waited: int  # working days since it was asked for
    way_minutes: int
    outcome: VisitOutcome
    first: bool  # not carried over from another


@dataclass(frozen=True, kw_only=True)
class VisitCounts:
    """Of some days: requests by the day they were made, visits by the day they were gone on.

    A figure stands with what it is of: done of visits, at the first of the done ones.
    """

    requests: int
    waiting: int  # requests that are still to be planned or gone on
    visits: int
    done: int
    done_at_first: int
    people: int
    trips: int  # half days of a crew
    way_minutes: int
    median_wait: float | None  # working days, of those that were carried over from none
    longest_wait: int | None
    by_village: tuple[Line, ...]
    by_unit: tuple[Line, ...]
    by_matter: tuple[Line, ...]
    by_need: tuple[Line, ...]
    by_outcome: tuple[tuple[VisitOutcome, int], ...]
    lines: tuple[VisitLine, ...]

    @property
    def visits_per_trip(self) -> float | None:
        return self.visits / self.trips if self.trips else None

    @property
    def people_per_trip(self) -> float | None:
        return self.people / self.trips if self.trips else None


@dataclass(frozen=True)
class _Request:
    village: str
    matter: str
    unit: str
    needs: tuple[str, ...]
    status: VisitStatus


def count_visits(first: date, last: date) -> VisitCounts:
    """Of these days, both of them counted."""
    begin = datetime.combine(first, time())
    end = datetime.combine(last, time()) + timedelta(days=1)
    requests, (lines, trips) = _requests(begin, end), _lines(begin, end)
    waits = [one.waited for one in lines if one.first]
    done = [one for one in lines if one.outcome is VisitOutcome.DONE]
    outcomes = Counter(one.outcome for one in lines)
    open_ = (VisitStatus.REQUESTED, VisitStatus.PLANNED)
    return VisitCounts(
        requests=len(requests),
        waiting=sum(one.status in open_ for one in requests),
        visits=len(lines),
        done=len(done),
        done_at_first=sum(one.first for one in done),
        people=sum(one.people for one in lines),
        trips=trips,
        way_minutes=sum(one.way_minutes for one in lines),
        median_wait=median(waits) if waits else None,
        longest_wait=max(waits, default=None),
        by_village=_grouped(requests, lines, lambda one: (one.village,)),
        by_unit=_grouped(requests, lines, lambda one: (one.unit,)),
        by_matter=_grouped(requests, lines, lambda one: (one.matter,)),
        by_need=_grouped(requests, lines, lambda one: one.needs or (NO_NEED,)),
        by_outcome=tuple((one, outcomes[one]) for one in VisitOutcome),
        lines=tuple(lines),
    )


def _grouped(
    requests: Sequence[_Request],
    lines: Sequence[VisitLine],
    names: Callable[[Any], Iterable[str]],
) -> tuple[Line, ...]:
    """The largest first; whoever has two needs counts with both of them."""
    asked = Counter(name for one in requests for name in names(one))
    gone = Counter(name for one in lines for name in names(one))
    done = Counter(name for one in lines if one.outcome is VisitOutcome.DONE for name in names(one))
    found = [Line(name, asked[name], gone[name], done[name]) for name in asked | gone]
    return tuple(sorted(found, key=lambda one: (-one.requests, -one.visits, one.name)))


def _requests(begin: datetime, end: datetime) -> list[_Request]:
    """What was carried over from a visit that failed is no request of its own."""
    asked = (Visit.asked_at >= begin) & (Visit.asked_at < end) & Visit.previous.is_null()
    query = _joined(Visit.id, PLACE, MATTER, _UNIT, Party.needs, Visit.status).where(asked)
    covered = covered_words(asked)
    requests = []
    for visit, place, matter, unit, needs, status in query.tuples():
        where, what = covered.get(visit, (place, matter))
        requests.append(_Request(where, what, unit, _needs(needs), status))
    return requests


def _lines(begin: datetime, end: datetime) -> tuple[list[VisitLine], int]:
    """What was gone on, by the hour, and how many trips that were."""
    gone = (Visit.starts_at >= begin) & (Visit.starts_at < end)
    query = _joined(
        Visit.id,
        Visit.number,
        Visit.starts_at,
        Party.name,
        Party.kind,
        Visit.kind,
        PLACE,
        MATTER,
        _UNIT,
        Party.needs,
        Visit.people,
        Visit.asked_at,
        Visit.way_minutes,
        Visit.outcome,
        Visit.previous,
    ).where(gone, Visit.status.in_((VisitStatus.DONE, VisitStatus.FAILED)))
    found = list(query.order_by(Visit.starts_at, Visit.id).tuples())
    crews = crews_of([row[0] for row in found])
    trips = count_trips({row[0]: row[2] for row in found}, crews)
    names = helpers_of([*{one for crew in crews.values() for one in crew}])
    covered = covered_words(gone)
    return [
        _line(row, covered.get(row[0], row[6:8]), [names[one].name for one in crews[row[0]]])
        for row in found
    ], trips


def count_trips(starts: Mapping[int, datetime], crews: Mapping[int, Sequence[int]]) -> int:
    """Of visits by their ids: a trip is a half day of whoever leads the visits of it."""
    half_of = visit_rules().half_of
    return len({(at.date(), half_of(at), *crews[one][:1]) for one, at in starts.items()})


def _line(row: tuple[Any, ...], told: Sequence[str], crew: Sequence[str]) -> VisitLine:
    _, number, starts_at, name, party, kind, _, _, unit, needs, *rest = row
    people, asked_at, way_minutes, outcome, previous = rest
    return VisitLine(
        number=number,
        starts_at=starts_at,
        person=masks.name(name, organisation=party is PartyKind.ORGANISATION),
        village=told[0],
        kind=kind,
        matter=told[1],
        unit=unit,
        needs=_needs(needs),
        people=people,
        crew=tuple(crew),
        waited=work_calendar().between(asked_at.date(), starts_at.date()),
        way_minutes=way_minutes,
        outcome=outcome,
        first=previous is None,
    )


def _joined(*columns: Any) -> Any:
    return (
        Visit.select(*columns)
        .join(Party, on=Visit.served)
        .switch(Visit)
        .left_outer_join(Village)
        .switch(Visit)
        .left_outer_join(Matter)
        .left_outer_join(Unit)
    )


def _needs(codes: str) -> tuple[str, ...]:
    return tuple(one.label for one in needs_of(codes))
