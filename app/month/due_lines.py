"""What fell due in the month, and what was late from before: each with what became of its date."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain
from sys import intern
from typing import Any

from peewee import SQL, fn

from app import typed
from app.cases.columns import MATTER
from app.deadlines.calendar import overdue_before, work_calendar
from app.deadlines.due_windows import OPEN
from app.month import leads, written_matters
from app.month.due_line import DueLine, Kept
from app.month.period import Period
from app.month.rounds import begun, begun_of_earlier, due, earlier, not_before, taken_up_after
from models import Case, CaseUnit, Closing, Extension, Pause, Reminder

_Moments = dict[int, list[datetime]]
_Rounds = dict[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Round:
    case_id: int
    round: int
    number: str
    matter: str
    lead: str | None
    begun: str
    due_on: date
    ended_at: datetime | None


@dataclass(frozen=True)
class _Happened:
    """What was done about the cases by the end of the period."""

    extended: _Rounds  # how often, and for how many working days in all
    paused: _Rounds
    stood: set[int]
    returned: _Moments
    urged: _Moments


def list_due(period: Period) -> tuple[DueLine, ...]:
    """Late ones first, those that are late most of all before the others."""
    of_cases, of_earlier = _current(period), _earlier(period)
    cases = _cases(of_cases, of_earlier)
    happened, people = _happened(cases, period), written_matters.people_of_written(cases)
    rounds = chain(_rounds(of_cases), _rounds(of_earlier))
    lines = (_line(one, happened, people, period) for one in rounds)
    order = list(Kept)
    return tuple(
        sorted(lines, key=lambda one: (order.index(one.standing), -one.late_by, one.due_on))
    )


def _current(period: Period) -> Any:
    """The rounds that cases are in: due in the period, or before it and not over when it began."""
    of_cases, _ = due(period)
    before = Case.due_on < period.first
    wanted = (
        Case.select(Case.id).where(of_cases)
        | Case.select(Case.id).where(Case.status.in_(OPEN), before)
        | Case.select(Case.id).where(not_before(Case.concluded_at, period.start), before)
        | Case.select(Case.id).where(Case.dropped_at >= period.until, before)
    )
    return leads.led(
        Case.select(*_columns(Case.round, begun(), Case.due_on, Case.concluded_at))
    ).where(
        Case.id.in_(wanted),
        Case.received_at < period.until,
        ~taken_up_after(period),
    )


def _earlier(period: Period) -> Any:
    _, of_earlier = due(period)
    over_since = (Closing.at >= period.start) & (Closing.reopened_at >= period.start)
    late = (Closing.due_on < period.first) & over_since
    since = begun_of_earlier()
    return leads.led(earlier(*_columns(Closing.round, since, Closing.due_on, Closing.at))).where(
        of_earlier | (late & (since < str(period.until)))
    )


def _columns(round_: Any, since: Any, due_on: Any, ended_at: Any) -> tuple[Any, ...]:
    return (
        Case.id.alias("case_id"),
        round_,
        Case.number,
        MATTER.alias("matter"),
        leads.LEAD.alias("lead"),
        since.alias("begun"),
        due_on.alias("due_on"),
        ended_at.alias("ended_at"),
    )


def _cases(*queries: Any) -> Any:
    """Whose rounds they are: composed once, for peewee takes longer to compose it than SQLite to
    do it."""
    composed = [query.select(Case.id).sql() for query in queries]
    words = " UNION ".join(sql for sql, _ in composed)
    return SQL(f"({words})", [value for _, values in composed for value in values])


def _rounds(query: Any) -> Iterator[_Round]:
    yield from query.order_by(SQL("due_on"), Case.id).objects(_Round).iterator()


def _line(
    one: _Round, happened: _Happened, people: written_matters.People, period: Period
) -> DueLine:
    done = one.ended_at.date() if one.ended_at and one.ended_at < period.until else None
    standing, late_by = _stands(one, done, period, stood=one.case_id in happened.stood)
    key = (one.case_id, one.round)
    extended, extended_days = happened.extended.get(key, (0, 0))
    since, end = datetime.fromisoformat(one.begun), one.ended_at or period.until

    def within(moments: _Moments) -> int:
        return sum(since <= at <= end for at in moments.get(one.case_id, ()))

    return DueLine(
        number=typed.line(one.number),
        matter=intern(written_matters.told(typed.line(one.matter), one.case_id, people)),
        lead=intern(leads.lead(one.lead)),
        due_on=one.due_on,
        completed_on=done,
        standing=standing,
        late_by=late_by,
        counts=one.due_on >= period.first,
        extended=extended,
        extended_days=extended_days,
        paused_days=happened.paused.get(key, (0, 0))[1],
        returned=within(happened.returned),
        urged=within(happened.urged),
    )


def _stands(one: _Round, done: date | None, period: Period, *, stood: bool) -> tuple[Kept, int]:
    """And by how many working days it is late: to the day it was done, or the period ends."""
    calendar = work_calendar()
    if done:
        if done <= one.due_on:
            return Kept.IN_TIME, 0
        return Kept.LATE, calendar.between(one.due_on, calendar.next_working(done))
    if stood:
        return Kept.PAUSED, 0
    late = calendar.between(one.due_on, overdue_before(period.today))
    return (Kept.OVERDUE, late) if late > 0 else (Kept.OPEN, 0)


def _happened(cases: Any, period: Period) -> _Happened:
    until = period.until
    granted = Extension.select().where(Extension.granted, Extension.decided_at < until)
    given = Pause.select().where(Pause.resumed_at < until)
    still = Pause.resumed_at.is_null() | (Pause.resumed_at >= until)
    stood = Pause.select(Pause.case).where(Pause.case.in_(cases), Pause.at < until, still)
    returned = CaseUnit.select(CaseUnit.case, CaseUnit.returned_at).where(
        CaseUnit.case.in_(cases), CaseUnit.returned_at < until
    )
    urged = Reminder.select(CaseUnit.case, Reminder.at).join(CaseUnit)
    return _Happened(
        extended=_by_round(Extension, granted, cases),
        paused=_by_round(Pause, given, cases),
        stood={case for (case,) in stood.tuples()},
        returned=_moments(returned),
        urged=_moments(urged.where(CaseUnit.case.in_(cases), Reminder.at < until)),
    )


def _by_round(table: Any, query: Any, cases: Any) -> _Rounds:
    of_round = (table.case, table.round)
    counted = query.select(*of_round, fn.COUNT(table.id), fn.SUM(table.days))
    found = counted.where(table.case.in_(cases)).group_by(*of_round)
    return {(case, round_): (times, days) for case, round_, times, days in found.tuples()}


def _moments(query: Any) -> _Moments:
    found: _Moments = defaultdict(list)
    for case, at in query.tuples().iterator():
        found[case].append(at)
    return found
