"""Where in a day a visit has room."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from app.visits.booked import Booking, booking_of
from app.visits.booking import Surroundings, clashes
from app.visits.rules import on_a_step
from models import Visit
from models.choices import HalfDay


def wanted_for(
    visit: Visit, at: datetime, minutes: int | None, helpers: Sequence[int], kits: Sequence[int]
) -> Booking:
    """The visit as it would be with these people and things."""
    return booking_of(
        visit, at, minutes or visit.minutes, tuple(dict.fromkeys(helpers)), frozenset(kits)
    )


def placed_at(wanted: Booking, start: datetime) -> Booking:
    """The same visit at another time."""
    return replace(wanted, starts_at=start, ends_at=start + (wanted.ends_at - wanted.starts_at))


def earliest_in(wanted: Booking, half: HalfDay, around: Surroundings) -> datetime:
    """When whoever sets out from the centre as work begins would be there."""
    begin, _ = around.rules.span(wanted.starts_at.date(), half)
    return on_a_step(begin + timedelta(minutes=around.ways.from_centre(wanted.village)))


def first_free(wanted: Booking, half: HalfDay, around: Surroundings) -> Booking | None:
    """The visit at the first time of its day and that half at which nothing clashes."""
    _, end = around.rules.span(wanted.starts_at.date(), half)
    for start in _starts(wanted, half, around):
        placed = placed_at(wanted, start)
        if placed.ends_at <= end and not clashes(placed, around):
            return placed
    return None


def _starts(wanted: Booking, half: HalfDay, around: Surroundings) -> Iterator[datetime]:
    """When it could begin at the earliest: from the centre, after each other stop, after leave.

    Every first time that is free is one of these: earlier by a step something would be in the way.
    """
    begin, end = around.rules.span(wanted.starts_at.date(), half)
    first = earliest_in(wanted, half, around)
    found = {first}
    for one in around.others(wanted):
        way = around.ways.minutes(one.village, wanted.village)
        found |= {one.ends_at, one.ends_at + timedelta(minutes=way)}
    for absence in around.absences:
        found |= {absence.to_at, absence.to_at + (first - begin)}
    return (on_a_step(each) for each in sorted(found) if begin <= each < end)
