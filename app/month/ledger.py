"""The ledger read from the store: every case as it stood at the end of its period."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from sys import intern
from typing import Any, NamedTuple

import peewee as pw
from peewee import fn

from app import typed
from app.deadlines.calendar import overdue_before, work_calendar
from app.deadlines.due_windows import OPEN
from app.month import written_matters
from app.month.ledger_row import NO_UNIT, UNKNOWN, Identity, LedgerRow, Standing
from app.month.period import Period
from app.month.rounds import begun, begun_of_earlier, earlier, not_before, stood
from app.persons import masks
from models import LIVING, Case, CaseUnit, Closing, Matter, Party, Unit, Village
from models.choices import DROPPED, Cause, Channel, Ending, Nature, PartyKind, Status, UnitRole


@dataclass(frozen=True, slots=True)
class _Stored:
    id: int
    number: str
    received_at: datetime
    kind: PartyKind
    person: str
    village: str | None
    village_text: str
    phone: str
    id_number: str
    address: str
    channel: Channel
    matter: str | None
    matter_text: str
    problem: str
    demand: str
    nature: Nature | None
    cause: Cause | None
    matter_unit: str | None
    due_on: date
    stood: bool
    begun: str
    concluded_at: datetime | None
    dropped_at: datetime | None
    status: Status
    ending: Ending | None


class _Units(NamedTuple):
    lead: str
    helpers: tuple[str, ...]


_NOBODY = _Units("", ())


def list_received(period: Period, *, full: bool) -> tuple[LedgerRow, ...]:
    """The cases that came in the period."""
    came = (Case.received_at >= period.start) & (Case.received_at < period.until)
    return _list(Case.select(Case.id).where(came), period, full=full)


def list_carried(period: Period, *, full: bool) -> tuple[LedgerRow, ...]:
    """The cases of before that were open when the period began (结转), or taken up again in it."""
    # Said within: units and rounds are read of these alone, not of all that came later.
    before = Case.select(Case.id).where(Case.received_at < period.start)
    touched = (
        before.where(not_before(Case.concluded_at, period.start))
        | before.where(Case.status.in_(OPEN))
        | before.where(Case.dropped_at >= period.start)
    )
    # What was taken up again since, but over for as long as the period lasted.
    over = Closing.select(Closing.case).where(
        Closing.at < period.start, Closing.reopened_at >= period.until
    )
    return _list(touched, period, Case.id.not_in(over), full=full)


def _list(wanted: Any, period: Period, *conditions: Any, full: bool) -> tuple[LedgerRow, ...]:
    query = (
        Case.select(*_columns(), stood(period, Case.id).alias("stood"))
        .join(Party, on=Case.applicant)
        .join(Village, pw.JOIN.LEFT_OUTER)
        .switch(Case)
        .join(Matter, pw.JOIN.LEFT_OUTER)
        .join(Unit, pw.JOIN.LEFT_OUTER)
        .where(Case.id.in_(wanted), *conditions)
        .order_by(Case.received_at, Case.id)
    )
    units, then = _units(wanted), _taken_up_since(wanted, period)
    people = written_matters.people_of_written(wanted) if not full else {}
    rows = []
    for one in query.objects(_Stored).iterator():  # what a case tells is long: one at a time
        as_then = replace(one, **then[one.id]) if one.id in then else one
        if not full:
            as_then = _covered(as_then, people)
        rows.append(_row(as_then, units.get(one.id, _NOBODY), period, full=full))
    return tuple(rows)


def _columns() -> tuple[Any, ...]:
    return (
        Case.id,
        Case.number,
        Case.received_at,
        Party.kind,
        Party.name.alias("person"),
        Village.name.alias("village"),
        Party.village_text,
        Party.phone,
        Party.id_number,
        Party.address,
        Case.channel,
        Matter.name.alias("matter"),
        Case.matter_text,
        Case.problem,
        Case.demand,
        Case.nature,
        Case.cause,
        Unit.name.alias("matter_unit"),
        Case.due_on,
        begun().alias("begun"),
        Case.concluded_at,
        Case.dropped_at,
        Case.status,
        Case.ending,
    )


def _units(wanted: Any) -> dict[int, _Units]:
    """The units of each case by their part in it, in their order."""
    query: Any = (
        CaseUnit.select(CaseUnit.case, CaseUnit.role, CaseUnit.name)
        .where(CaseUnit.case.in_(wanted), CaseUnit.role != UnitRole.TRIED, LIVING)
        .order_by(CaseUnit.place, CaseUnit.id)
    )
    units: dict[int, _Units] = {}
    for case, role, name in query.tuples().iterator():
        lead, helpers = units.get(case, _NOBODY)
        if role is UnitRole.LEAD:
            units[case] = _Units(lead or intern(name), helpers)
        else:
            units[case] = _Units(lead, (*helpers, intern(name)))
    return units


def _taken_up_since(wanted: Any, period: Period) -> dict[int, dict[str, Any]]:
    """Of each case that was taken up again since, what it was before that."""
    query = earlier(
        Closing.case,
        begun_of_earlier(),
        Closing.at,
        fn.COALESCE(Closing.due_on, Case.due_on),
        Closing.ending,
    ).where(Closing.case.in_(wanted), Closing.reopened_at >= period.until)
    names = ("begun", "concluded_at", "due_on", "ending")
    was = {"dropped_at": None, "status": Status.CONCLUDED}
    latest_first = query.order_by(Closing.round.desc()).tuples()
    return {case: was | dict(zip(names, told, strict=True)) for case, *told in latest_first}


def _covered(one: _Stored, people: written_matters.People) -> _Stored:
    """Nobody is named any more, neither as the one who came nor in what was written by hand."""
    return replace(
        one,
        person=masks.name(typed.line(one.person), organisation=one.kind is PartyKind.ORGANISATION),
        village_text=masks.words(one.village_text, (one.person,)) if not one.village else "",
        matter_text=written_matters.told(typed.line(one.matter_text), one.id, people),
    )


def _row(one: _Stored, units: _Units, period: Period, *, full: bool) -> LedgerRow:
    """Words that many rows have in common are held once."""
    ended = one.concluded_at
    done = ended.date() if ended and ended < period.until else None
    begun_on = date.fromisoformat(one.begun[:10])
    return LedgerRow(
        number=typed.line(one.number),
        received_on=one.received_at.date(),
        person=typed.line(one.person),
        village=intern(typed.line(one.village or one.village_text)),
        channel=one.channel.label,
        matter=intern(typed.line(one.matter or one.matter_text)),
        nature=one.nature.label if one.nature else UNKNOWN,
        cause=one.cause.label if one.cause else UNKNOWN,
        lead=intern(typed.line(units.lead or one.matter_unit or NO_UNIT)),
        helpers=intern("、".join(map(typed.line, units.helpers))),
        due_on=one.due_on,
        completed_on=done,
        days=max(work_calendar().between(begun_on, done), 0) if done else None,
        standing=_standing(one, done, period),
        ending=one.ending.label if done and one.ending else "",
        identity=_identity(one) if full else None,
    )


def _identity(one: _Stored) -> Identity:
    return Identity(
        phone=typed.line(one.phone),
        id_number=typed.line(one.id_number),
        address=typed.line(one.address),
        problem=typed.paragraphs(one.problem),
        demand=typed.paragraphs(one.demand),
    )


def _standing(one: _Stored, done: date | None, period: Period) -> Standing:
    if done:
        return Standing.DONE if done <= one.due_on else Standing.DONE_LATE
    if one.status in DROPPED and not (one.dropped_at and one.dropped_at >= period.until):
        return Standing.REFUSED if one.status is Status.REFUSED else Standing.WITHDRAWN
    late = not one.stood and one.due_on < overdue_before(period.today)
    return Standing.OVERDUE if late else Standing.OPEN
