"""Handing over: all that someone has in hand goes to a colleague in one act."""

from dataclasses import dataclass
from datetime import datetime

from app import counters, history
from app.access.colleagues import may_manage, retire_colleague
from app.cases.case_list import CaseRow, case_rows
from app.changes import Kind, saving
from app.desk.todo import may_wait
from app.directory import Who, get_staff
from app.drafts import KeptDraft, list_drafts_of
from app.errors import AppError, Invalid
from app.history import Line
from models import Case, Draft
from models.choices import Act


@dataclass(frozen=True)
class InHand:
    """What someone answers for: cases that go on, and forms that are half written."""

    cases: tuple[CaseRow, ...]
    drafts: tuple[KeptDraft, ...]

    def __bool__(self) -> bool:
        return bool(self.cases or self.drafts)


@dataclass(frozen=True)
class HandedOver:
    """The act, as its printed list tells of it."""

    number: str
    leaver: Who
    successor: Who
    work: InHand
    at: datetime
    by: str


def list_open_work(staff_id: int) -> InHand:
    """The most urgent case first."""
    query = (
        Case.select(Case.id)
        .where(Case.handler == staff_id, may_wait())
        .order_by(Case.due_on, Case.id)
        .tuples()
    )
    cases = case_rows([one for (one,) in query])
    return InHand(tuple(cases), tuple(list_drafts_of(staff_id)))


def hand_over(
    leaver_id: int, successor_id: int, by: Who, now: datetime, *, retire: bool = False
) -> HandedOver:
    """All of it or nothing, each case with its line of history; whoever received a case stays so.

    With `retire` the leaver is taken off the list of staff in the same act.
    """
    with saving(Kind.CASES, Kind.DRAFTS, Kind.STAFF):
        leaver, successor = get_staff(leaver_id), get_staff(successor_id)
        _check(leaver, successor, by)
        work = list_open_work(leaver_id)
        if not work and not retire:
            raise AppError(f"{leaver.name}手上没有在办的工作，不用移交。")
        _move(leaver, successor, work, by, now)
        if retire:
            retire_colleague(leaver_id, by)
        number = f"YJ{now:%Y%m%d}-{counters.take(f'handover {now:%Y%m%d}'):03}"
    return HandedOver(number, leaver, successor, work, now, by.name)


def _check(leaver: Who, successor: Who, by: Who) -> None:
    if by.id != leaver.id and not may_manage(by):
        raise AppError("别人的工作由管理员移交，自己的可以自己移交。")
    if successor.id == leaver.id or not successor.active:
        raise Invalid({"successor": "请选另一位在岗的同事来接办。"})


def _move(leaver: Who, successor: Who, work: InHand, by: Who, now: datetime) -> None:
    handed = Case.handler == leaver.id, may_wait()
    Case.update(handler=successor.id).where(*handed).execute()
    Draft.update(staff=successor.id).where(Draft.staff == leaver.id).execute()
    told = f"由{_named(leaver)}移交给{_named(successor)}。"
    history.record_all([(one.id, Line(now, by.name, Act.HANDOVER, told)) for one in work.cases])


def _named(who: Who) -> str:
    """Two of one name are told apart by their work numbers."""
    return f"{who.name}（工号 {who.work_number}）"
