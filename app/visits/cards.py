"""A visit as a card: on the board, in the list of a day, in the tray of what is to be planned."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import peewee as pw

from app.visits.booked import Booking
from app.visits.booking import Surroundings, clashes
from app.visits.crews import HelperEntry, KitEntry, helpers_of, kits_of
from models import Matter, Village, Visit, VisitChange
from models.choices import (
    HalfDay,
    VisitAct,
    VisitKind,
    VisitOutcome,
    VisitStatus,
)

MATTER = pw.fn.COALESCE(Matter.name, Visit.matter_text)
PLACE = pw.fn.COALESCE(Village.name, pw.fn.NULLIF(Visit.village_text, ""), Visit.address)


@dataclass(frozen=True, kw_only=True)
class Card:
    """A visit that has its time; the person is masked. `clashes` are what it cannot have, `wrong`
    the first of them in a word, and `override` why it was planned all the same."""

    id: int
    number: str
    status: VisitStatus
    person: str
    kind: VisitKind
    matter: str
    village: str
    people: int
    urgent: bool
    starts_at: datetime
    ends_at: datetime
    half: HalfDay
    exact: bool
    way_minutes: int
    way_from: str
    team: str
    crew: tuple[HelperEntry, ...]
    kits: tuple[KitEntry, ...]
    outcome: VisitOutcome | None
    clashes: tuple[str, ...]
    wrong: str
    override: str


@dataclass(frozen=True)
class _Shown:
    """What of a visit its booking does not tell."""

    kind: VisitKind
    matter: str
    people: int
    urgent: bool
    way_minutes: int
    way_from: str
    outcome: VisitOutcome | None


def cards_of(bookings: Sequence[Booking], around: Surroundings) -> list[Card]:
    """In the order of the bookings."""
    ids = [one.visit_id for one in bookings]
    shown, overrides = _shown(ids), _overrides(ids)
    helpers = helpers_of([*{helper for one in bookings for helper in one.helpers}])
    kits = kits_of([*{kit for one in bookings for kit in one.kits}])
    return [
        _card(one, around, shown[one.visit_id], overrides.get(one.visit_id, ""), helpers, kits)
        for one in bookings
    ]


def _card(
    one: Booking,
    around: Surroundings,
    shown: _Shown,
    override: str,
    helpers: Mapping[int, HelperEntry],
    kits: Mapping[int, KitEntry],
) -> Card:
    crew = tuple(helpers[each] for each in one.helpers)
    found = clashes(one, around) if one.status is VisitStatus.PLANNED else ()
    return Card(
        id=one.visit_id,
        number=one.number,
        status=one.status,
        person=one.person,
        kind=shown.kind,
        matter=shown.matter,
        village=one.place,
        people=shown.people,
        urgent=shown.urgent,
        starts_at=one.starts_at,
        ends_at=one.ends_at,
        half=around.rules.half_of(one.starts_at),
        exact=one.exact,
        way_minutes=shown.way_minutes,
        way_from=shown.way_from,
        team=crew[0].team if crew else "",
        crew=crew,
        kits=tuple(kits[each] for each in sorted(one.kits)),
        outcome=shown.outcome,
        clashes=tuple(each.sentence for each in found),
        wrong=found[0].word if found else "",
        override=override,
    )


def _shown(ids: Sequence[int]) -> dict[int, _Shown]:
    query: Any = (
        Visit.select(
            Visit.id,
            Visit.kind,
            MATTER,
            Visit.people,
            Visit.urgent,
            Visit.way_minutes,
            Visit.way_from,
            Visit.outcome,
        )
        .left_outer_join(Matter)
        .where(Visit.id.in_(ids))
        .tuples()
    )
    return {row[0]: _Shown(*row[1:]) for row in query}


def _overrides(ids: Iterable[int]) -> dict[int, str]:
    """Why each was planned although it clashed, the last time it was."""
    query = VisitChange.select(VisitChange.visit, VisitChange.reason).where(
        VisitChange.visit.in_(list(ids)), VisitChange.act == VisitAct.OVERRIDE
    )
    return dict(query.order_by(VisitChange.id).tuples())
