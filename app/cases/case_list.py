"""The list of cases: which of them, in what order, and a page of them."""

from array import array
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import peewee as pw

from app.cases.columns import MATTER, SERVED
from app.cases.filters import CaseFilter, Order, filtered, ordered
from app.desk.todo import next_step
from app.persons import masks
from app.search.finding import matching
from models import LIVING, Case, CaseUnit, Matter, Party, Staff, Village, database
from models.choices import Act, Cause, Ending, PartyKind, Status, UnitRole

_SNIPPET = 80


@dataclass(frozen=True)
class CaseRow:
    """Persons are masked; of the units the one in the lead comes first."""

    id: int
    number: str
    person: str
    village: str
    matter: str
    problem: str
    units: tuple[str, ...]
    due_on: date
    due_provisional: bool
    status: Status
    ending: Ending | None
    cause: Cause | None
    received_at: datetime
    received_by: str
    complete: bool
    concluded_at: datetime | None
    informed_at: datetime | None
    trips: int
    paused: bool
    step: Act | None  # what it waits for before all else; None: for nothing that is done here


def case_ids(
    wanted: CaseFilter, today: date, order: Order = Order.RECEIVED, *, descending: bool = True
) -> Sequence[int]:
    """The ids of all cases wanted, in order; 100,000 take less than a megabyte."""
    query = ordered(filtered(wanted, today), order, descending=descending)
    ids = array("q", (row[0] for row in database.execute(query)))
    if not wanted.text.strip():
        return ids
    found = matching(wanted.text)
    return array("q", (one for one in ids if one in found))


def count(wanted: CaseFilter, today: date) -> int:
    if wanted.text.strip():
        return len(case_ids(wanted, today))
    return int(filtered(wanted, today).count())


def case_rows(ids: Sequence[int]) -> list[CaseRow]:
    """A page of the list, in the order of the ids; it is read by them, however long the list."""
    units = _units(ids)
    query: Any = (
        Case.select(
            Case.id,
            Case.number,
            Party.name,
            Party.kind,
            pw.fn.COALESCE(Village.name, Party.village_text),
            MATTER,
            pw.fn.SUBSTR(_said(), 1, _SNIPPET),
            Case.due_on,
            Case.due_provisional,
            Case.status,
            Case.ending,
            Case.cause,
            Case.received_at,
            Staff.name,
            Case.complete,
            Case.concluded_at,
            Case.informed_at,
            Case.trips,
            Case.paused_at.is_null(is_null=False),
            next_step(),
        )
        .join(Party, on=(Party.id == SERVED))
        .left_outer_join(Village)
        .switch(Case)
        .join(Staff)
        .switch(Case)
        .left_outer_join(Matter)
        .where(Case.id.in_(list(ids)))
        .tuples()
    )
    found = {}
    for case_id, number, name, kind, village, matter, said, *rest, paused, step in query:
        person = masks.name(name, organisation=kind is PartyKind.ORGANISATION)
        snippet = " ".join(said.split())
        told = (*rest, bool(paused), Act.of(step) if step else None)
        found[case_id] = CaseRow(
            case_id, number, person, village, matter, snippet, tuple(units[case_id]), *told
        )
    return [found[one] for one in ids if one in found]


def _said() -> Any:
    """What was told, or where only the demand was written down, that."""
    return pw.fn.COALESCE(pw.fn.NULLIF(Case.problem, ""), Case.demand)


def _units(case_ids: Sequence[int]) -> defaultdict[int, list[str]]:
    """Who handles each case: the unit in the lead, then those that help."""
    query: Any = (
        CaseUnit.select(CaseUnit.case, CaseUnit.name)
        .where(CaseUnit.case.in_(list(case_ids)), CaseUnit.role != UnitRole.TRIED, LIVING)
        .order_by(CaseUnit.role != UnitRole.LEAD, CaseUnit.place, CaseUnit.id)
        .tuples()
    )
    found = defaultdict(list)
    for case_id, name in query:
        found[case_id].append(name)
    return found
