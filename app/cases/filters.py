"""Which cases are wanted, and in what order; said by the pages, asked of the store."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

import peewee as pw

from app.cases.columns import MATTER, SERVED
from app.deadlines.due_windows import DueWithin, due_within
from app.desk.todo import Todo, waits_for
from app.lacks import Lack, due_by_its_end, lacking, listed_in
from app.statistics.counted import Counted
from app.statistics.sources import is_behind
from models import LIVING, Case, CaseUnit, Matter, Party
from models.choices import Cause, Choice, Status, UnitRole


class Order(Choice):
    RECEIVED = "received", "受理时间"
    DUE = "due", "答复期限"
    NUMBER = "number", "受理编号"
    PERSON = "person", "服务对象"
    MATTER = "matter", "事项"
    STATUS = "status", "状态"


@dataclass(frozen=True, kw_only=True)
class CaseFilter:
    """Everything that is asked must hold; nothing asked is every case."""

    statuses: tuple[Status, ...] = ()
    due: DueWithin | None = None
    cause: Cause | None = None
    unit_id: int | None = None
    village_id: int | None = None
    received_from: date | None = None
    received_to: date | None = None
    staff_id: int | None = None
    todo: Todo | None = None
    lack: Lack | None = None
    month: date | None = None  # the first day of the month whose report lists them
    counted: Counted | None = None  # those a bar of the statistics stands for
    text: str = ""


_WINDOWS = {Todo.OVERDUE: DueWithin.OVERDUE, Todo.SOON: DueWithin.SOON}
_ORDERED_BY: dict[Order, tuple[Any, ...]] = {
    Order.RECEIVED: (Case.received_at,),
    Order.DUE: (Case.due_on,),
    Order.NUMBER: (Case.number,),
    Order.PERSON: (Party.initials, Party.name),
    Order.MATTER: (pw.fn.COALESCE(Matter.initials, "~"), MATTER),
    Order.STATUS: (pw.Case(Case.status, [(one, place) for place, one in enumerate(Status)]),),
}


def that_wait(todo: Todo) -> CaseFilter:
    """What lists the cases of a card."""
    window = _WINDOWS.get(todo)
    return CaseFilter(due=window) if window else CaseFilter(todo=todo)


def filtered(wanted: CaseFilter, today: date) -> Any:
    """The query for the ids of what is wanted, but for its text, which the index finds."""
    query = Case.select(Case.id)
    for condition in _conditions(wanted, today):
        query = query.where(condition)
    return query


def ordered(query: Any, order: Order, *, descending: bool) -> Any:
    """Names and matters in the order of their initials, as Chinese lists are."""
    if order is Order.PERSON:
        query = query.join(Party, on=(Party.id == SERVED)).switch(Case)
    if order is Order.MATTER:
        query = query.left_outer_join(Matter)
    columns = [*_ORDERED_BY[order], Case.id]
    return query.order_by(*(each.desc() if descending else each.asc() for each in columns))


def _conditions(wanted: CaseFilter, today: date) -> Iterator[Any]:
    yield from _of_time(wanted, today)
    yield from _of_place(wanted)
    if wanted.statuses:
        yield Case.status.in_(wanted.statuses)
    if wanted.cause:
        yield Case.cause == wanted.cause
    if wanted.staff_id is not None:
        yield Case.staff == wanted.staff_id
    if wanted.counted:
        yield is_behind(wanted.counted)
    if wanted.todo:
        yield waits_for(wanted.todo, today)
    if wanted.lack:
        yield lacking(wanted.lack, today)


def _of_time(wanted: CaseFilter, today: date) -> Iterator[Any]:
    if wanted.due:
        yield due_within(wanted.due, today)
    if wanted.month:
        yield listed_in(wanted.month)
        if wanted.due is DueWithin.OVERDUE or wanted.lack is Lack.REASON:
            yield due_by_its_end(wanted.month)
    if wanted.received_from:
        yield Case.received_at >= datetime.combine(wanted.received_from, time())
    if wanted.received_to:
        yield Case.received_at < datetime.combine(wanted.received_to, time()) + timedelta(days=1)


def _of_place(wanted: CaseFilter) -> Iterator[Any]:
    if wanted.unit_id is not None:
        theirs = (CaseUnit.unit == wanted.unit_id) & (CaseUnit.role != UnitRole.TRIED) & LIVING
        yield Case.id.in_(CaseUnit.select(CaseUnit.case).where(theirs))
    if wanted.village_id is not None:
        yield SERVED.in_(Party.select(Party.id).where(Party.village == wanted.village_id))
