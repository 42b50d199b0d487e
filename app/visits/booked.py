"""What each visit takes of whom: the bookings of a day or of several."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum, auto
from functools import cached_property
from typing import Any

from app.persons import masks
from models import Party, Village, Visit, VisitHelper, VisitKit
from models.choices import PartyKind, VisitStatus

# Also what is over was held by its crew then.
TAKEN = (VisitStatus.PLANNED, VisitStatus.DONE, VisitStatus.FAILED)


class About(Enum):
    """What a plan may not have: someone, something, or the time."""

    HELPER = auto()
    KIT = auto()
    CITIZEN = auto()
    LEAVE = auto()
    CALENDAR = auto()
    HOURS = auto()


Resource = tuple[About, int]  # a helper or a kit, by its id


@dataclass(frozen=True, kw_only=True)
class Booking:
    """A visit as far as others have to make room for it. Helpers stand in their order."""

    visit_id: int
    number: str
    person: str  # masked
    served: int
    village: int | None
    place: str
    starts_at: datetime
    ends_at: datetime
    exact: bool
    helpers: tuple[int, ...]
    kits: frozenset[int]
    status: VisitStatus = VisitStatus.PLANNED

    @cached_property
    def resources(self) -> tuple[Resource, ...]:
        """Whom and what it takes along."""
        helpers = ((About.HELPER, one) for one in self.helpers)
        return (*helpers, *((About.KIT, one) for one in sorted(self.kits)))

    def overlaps(self, other: "Booking") -> bool:
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at

    @property
    def minutes(self) -> int:
        return int((self.ends_at - self.starts_at).total_seconds()) // 60


def bookings(first: date, last: date | None = None) -> list[Booking]:
    """Of these days, both of them counted, by their hour. No visit goes beyond its day."""
    begin = datetime.combine(first, time())
    end = datetime.combine(last or first, time()) + timedelta(days=1)
    # `starts_at` alone finds them: it has an index, and a day has few whatever the store holds.
    there = (Visit.starts_at >= begin) & (Visit.starts_at < end)
    return _read(there)


def booking_of(
    visit: Visit, start: datetime, minutes: int, helpers: tuple[int, ...], kits: frozenset[int]
) -> Booking:
    """A stored visit as it would be at that time, with these people and things."""
    served = visit.served
    return Booking(
        visit_id=visit.id,
        number=visit.number,
        person=masks.name(served.name, organisation=served.kind is PartyKind.ORGANISATION),
        served=served.id,
        village=visit.village_id,
        place=place_of(visit),
        starts_at=start,
        ends_at=start + timedelta(minutes=minutes),
        exact=False,
        helpers=helpers,
        kits=kits,
    )


def place_of(visit: Visit) -> str:
    """Where it goes, in a word."""
    return str(visit.village.name if visit.village_id else visit.village_text or visit.address)


def in_order(found: Iterable[Booking]) -> list[Booking]:
    return sorted(found, key=lambda one: (one.starts_at, one.ends_at, one.visit_id))


def _read(there: Any) -> list[Booking]:
    query = (
        Visit.select(
            Visit.id,
            Visit.number,
            Visit.served,
            Party.name,
            Party.kind,
            Visit.village,
            Village.name,
            Visit.village_text,
            Visit.address,
            Visit.starts_at,
            Visit.ends_at,
            Visit.exact,
            Visit.status,
        )
        .join(Party, on=Visit.served)
        .switch(Visit)
        .left_outer_join(Village)
        .where(there, Visit.status.in_(TAKEN))
        .order_by(Visit.starts_at, Visit.ends_at, Visit.id)
        .tuples()
    )
    found: list[Any] = list(query)
    ids = [row[0] for row in found]
    crew, kits = crews_of(ids), kits_by_visit(ids)
    return [_booking(row, tuple(crew[row[0]]), frozenset(kits[row[0]])) for row in found]


def _booking(row: Any, helpers: tuple[int, ...], kits: frozenset[int]) -> Booking:
    visit_id, number, served, name, kind, village, village_name, text, address, *rest = row
    starts_at, ends_at, exact, status = rest
    return Booking(
        visit_id=visit_id,
        number=number,
        person=masks.name(name, organisation=kind is PartyKind.ORGANISATION),
        served=served,
        village=village,
        place=village_name or text or address,
        starts_at=starts_at,
        ends_at=ends_at,
        exact=exact,
        helpers=helpers,
        kits=kits,
        status=status,
    )


def crews_of(ids: Sequence[int]) -> dict[int, list[int]]:
    """Of each visit the ids of its helpers, in their order."""
    found: dict[int, list[int]] = defaultdict(list)
    query = VisitHelper.select(VisitHelper.visit, VisitHelper.helper)
    query = query.where(VisitHelper.visit.in_(ids)).order_by(VisitHelper.place)
    for visit, helper in query.tuples():
        found[visit].append(helper)
    return found


def kits_by_visit(ids: Sequence[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    query = VisitKit.select(VisitKit.visit, VisitKit.kit).where(VisitKit.visit.in_(ids))
    for visit, kit in query.order_by(VisitKit.id).tuples():
        found[visit].append(kit)
    return found
