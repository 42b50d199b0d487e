"""The tray: requests that wait to be planned, what presses most first."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from app.persons import masks
from app.persons.parties import needs_of
from app.visits.cards import MATTER, PLACE
from models import Case, Matter, Party, Village, Visit
from models.choices import HalfDay, Need, PartyKind, VisitKind, VisitOutcome, VisitStatus

_EARLIER = Visit.alias()  # the one it was carried over from
_COLUMNS = (
    Visit.id,
    Visit.number,
    Party.name,
    Party.kind,
    Visit.kind,
    MATTER,
    PLACE,
    Visit.people,
    Visit.urgent,
    Party.needs,
    Visit.earliest,
    Visit.latest,
    Case.due_on,
    Visit.half,
    Visit.suits,
    Visit.asked_at,
    _EARLIER.outcome,
)
_WAITS = Visit.status == VisitStatus.REQUESTED


@dataclass(frozen=True, kw_only=True)
class TrayCard:
    """A request that waits to be planned; `due` is the date of its case, or what was wished."""

    id: int
    number: str
    person: str
    kind: VisitKind
    matter: str
    village: str
    people: int
    urgent: bool
    needs: tuple[Need, ...]
    earliest: date | None
    due: date | None
    half: HalfDay | None
    suits: str
    asked_on: date
    last_time: VisitOutcome | None  # of the visit it was carried over from


def tray() -> list[TrayCard]:
    """Everything to be planned: the urgent first, then what has the nearest date, then those in
    the greatest need, then who has waited longest."""
    query: Any = (
        Visit.select(*_COLUMNS)
        .join(Party, on=Visit.served)
        .switch(Visit)
        .left_outer_join(Village)
        .switch(Visit)
        .left_outer_join(Matter)
        .switch(Visit)
        .left_outer_join(Case)
        .switch(Visit)
        .left_outer_join(_EARLIER, on=(Visit.previous == _EARLIER.id))
        .where(_WAITS)
        .tuples()
    )
    found = [_tray_card(row) for row in query]
    return sorted(
        found,
        key=lambda one: (
            not one.urgent,
            one.due or date.max,
            -len(one.needs),
            one.asked_on,
            one.id,
        ),
    )


def count_waiting() -> int:
    return int(Visit.select().where(_WAITS).count())


def _tray_card(row: tuple[Any, ...]) -> TrayCard:
    visit_id, number, name, party, kind, matter, place, people, urgent, needs, *rest = row
    earliest, latest, due_on, half, suits, asked_at, outcome = rest
    return TrayCard(
        id=visit_id,
        number=number,
        person=masks.name(name, organisation=party is PartyKind.ORGANISATION),
        kind=kind,
        matter=matter,
        village=place,
        people=people,
        urgent=urgent,
        needs=needs_of(needs),
        earliest=earliest,
        due=min((one for one in (latest, due_on) if one), default=None),
        half=half,
        suits=suits,
        asked_on=asked_at.date(),
        last_time=outcome,
    )
