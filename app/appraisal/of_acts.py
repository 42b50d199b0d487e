"""Events that were written down by themselves: pressing, answers sent back, visits, decisions."""

from collections.abc import Iterator
from typing import Any

from peewee import SQL, fn

from app.appraisal.happenings import Happening, Span, Units
from app.sheets.orders import SUPERVISION_GROUNDS
from models import (
    CaseEvent,
    CaseUnit,
    Decision,
    Helper,
    Meeting,
    Reminder,
    Visit,
    VisitHelper,
)
from models.choices import Act, Merit, UnitRole, Urge, VisitStatus

# As the order's own ground says it, or as the window puts it.
PASSING_THE_BUCK = SUPERVISION_GROUNDS[-1].split("、")
# By the letter: only then SQLite sees that the small index of these lines will do.
APPRAISED = SQL("(\"t1\".\"act\" IN ('send_back', 'rework'))")


def of_acts(span: Span, units: Units) -> Iterator[Happening]:
    yield from _pressed(span, units)
    yield from _sent_back(span, units)
    yield from _visited(span, units)
    yield from _decided(span, units)


def _pressed(span: Span, units: Units) -> Iterator[Happening]:
    """An order for passing the buck is that, and not an order besides."""
    query: Any = (
        Reminder.select(Reminder, CaseUnit)
        .join(CaseUnit)
        .where(Reminder.at >= span.start, Reminder.at < span.until)
    )
    for one in query:
        grounds = one.grounds.split("\n")
        if one.kind is Urge.REMIND:
            event, why, words = Merit.REMINDED, f"第 {one.times} 次催办", one.how
        else:
            buck = any(word in one.grounds for word in PASSING_THE_BUCK)
            event = Merit.PASSED if buck else Merit.SUPERVISED
            why, words = f"第 {one.times} 次督办", "、".join(grounds)
        yield Happening(
            event=event,
            unit=units.named(one.share.unit_id, one.share.name),
            case_id=one.share.case_id,
            at=one.at,
            why=why,
            source=f"urge:{one.id}",
            words=words,
        )


def _sent_back(span: Span, units: Units) -> Iterator[Happening]:
    """The history names the unit before what was wrong with its answer."""
    query: Any = CaseEvent.select().where(
        APPRAISED,
        CaseEvent.act == Act.SEND_BACK,
        CaseEvent.at >= span.start,
        CaseEvent.at < span.until,
    )
    for line in query:
        shares = CaseUnit.select().where(
            CaseUnit.case == line.case_id, CaseUnit.role != UnitRole.TRIED
        )
        for share in shares:
            if line.note.startswith(f"{share.name}："):
                yield Happening(
                    event=Merit.SENT_BACK,
                    unit=units.named(share.unit_id, share.name),
                    case_id=line.case_id,
                    at=line.at,
                    why="答复退回",
                    source=f"event:{line.id}",
                    words=line.note.removeprefix(f"{share.name}："),
                )
                break


def _visited(span: Span, units: Units) -> Iterator[Happening]:
    """A visit of a case that was gone on, once for every unit that sent somebody."""
    crew: Any = (
        VisitHelper.select(
            fn.MIN(VisitHelper.id).alias("id"),
            Helper.unit,
            Visit.case.alias("case_id"),
            Visit.starts_at,
            Visit.number,
        )
        .join(Helper)
        .switch(VisitHelper)
        .join(Visit)
        .where(
            Visit.status == VisitStatus.DONE,
            Visit.starts_at >= span.start,
            Visit.starts_at < span.until,
            Visit.case.is_null(is_null=False),
        )
        .group_by(Visit.id, Helper.unit)
    )
    for one in crew.dicts():
        if unit := units.of_case(one["unit"], one["case_id"]):
            yield Happening(
                event=Merit.VISITED,
                unit=unit,
                case_id=one["case_id"],
                at=one["starts_at"],
                why=f"派人上门，上门编号 {one['number']}",
                source=f"crew:{one['id']}",
            )


def _decided(span: Span, units: Units) -> Iterator[Happening]:
    """What a meeting laid on a unit, done by the day it was to be done."""
    query: Any = (
        Decision.select(Decision, Meeting)
        .join(Meeting)
        .where(Decision.done_at >= span.start, Decision.done_at < span.until)
    )
    for one in query:
        unit = units.of_case(one.owner, one.meeting.case_id)
        if unit and one.done_at.date() <= one.due_on:
            yield Happening(
                event=Merit.COORDINATED,
                unit=unit,
                case_id=one.meeting.case_id,
                at=one.done_at,
                why=f"协调会议定的事项，限 {one.due_on:%m-%d}，按期办完",
                source=f"decision:{one.id}",
                words=one.what,
            )
