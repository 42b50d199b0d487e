"""The home visits a bar was counted of, one by one: most of them belong to no case."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from peewee import JOIN, fn

from app.persons import masks
from app.statistics import sources
from app.statistics.counted import GoneTo
from app.statistics.places import Place
from models import Case, Matter, Party, Visit
from models.choices import PartyKind


@dataclass(frozen=True)
class GoneVisit:
    """`person` is masked for the screen; `case` is empty for a visit of its own."""

    id: int
    at: datetime
    number: str
    person: str
    matter: str
    case: str


def list_gone(wanted: GoneTo) -> tuple[GoneVisit, ...]:
    """The earlier before the later."""
    place = Place(wanted.village_id)
    matter = fn.COALESCE(Matter.name, Visit.matter_text)
    query: Any = (
        sources.visits(wanted.period)
        .where(Visit.outcome == wanted.outcome, place.of_person(Visit.served))
        .select(
            Visit.id, Visit.starts_at, Visit.number, Party.name, Party.kind, matter, Case.number
        )
        .join(Party, on=Visit.served == Party.id)
        .join_from(Visit, Matter, JOIN.LEFT_OUTER)
        .join_from(Visit, Case, JOIN.LEFT_OUTER)
        .order_by(Visit.starts_at, Visit.id)
    )
    return tuple(
        GoneVisit(
            visit,
            at,
            number,
            masks.name(name, organisation=kind is PartyKind.ORGANISATION),
            what,
            case or "",
        )
        for visit, at, number, name, kind, what, case in query.tuples()
    )
