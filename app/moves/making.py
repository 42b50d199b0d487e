"""Making a move: looked up in the table, asked what it needs, written with its line of history."""

from datetime import date, datetime
from typing import Any

from app import history
from app.access.second_person import PASSWORD
from app.cases.registry import get_row
from app.changes import Kind, saving
from app.deadlines import pauses
from app.directory import Who
from app.errors import AppError, Invalid
from app.moves import asks, choosing, refusing, second
from app.moves.asks import Given
from app.moves.move import Making, Move
from app.moves.rights import barred, not_for
from app.moves.table import MOVES
from app.search.finding import index_case
from app.visits.ending import end_with_case
from models import Case
from models.choices import DROPPED, Act, Status


def next_moves(case_id: int, today: date, who: Who | None = None) -> tuple[Move, ...]:
    """The acts that can be done now (by that person), the first of them the one to offer first."""
    case, others = get_row(case_id), barred(who) if who else ()
    here = (one for one in MOVES if one.start is case.status and one.act not in others)
    return tuple(one for one in here if not _hinders(one, case, today))


def not_now(case_id: int, today: date, who: Who) -> tuple[tuple[Move, str], ...]:
    """The acts that belong to this state and cannot be done now by that person, each with why."""
    case, others = get_row(case_id), barred(who)
    here = [one for one in MOVES if one.start is case.status]
    said = [
        (one, _hinders(one, case, today) or (not_for(one, who) if one.act in others else ""))
        for one in here
    ]
    return tuple((one, why) for one, why in said if why)


def refusal(case: Case, act: Act, today: date) -> str:
    """Why the case cannot make that move now, or nothing."""
    found = [one for one in MOVES if one.start is case.status and one.act is act]
    if not found:
        return f"这件事现在是“{case.status.label}”，不能再{act.label}。请刷新后看看。"
    return _hinders(found[0], case, today)


def _hinders(move: Move, case: Case, today: date) -> str:
    """A case that is paused, or of which someone is asked for a “no”, goes nowhere; but whoever
    brought it may take it back."""
    if case.paused_at and move.to is not Status.HANDLING and move.act is not Act.WITHDRAW:
        return f"这件事暂停着，要先恢复，才能{move.act.label}。"
    stays = move.to is move.start or move.act in (Act.GRANT_NO, Act.WITHDRAW)
    return ("" if stays else refusing.nothing_waits(case, today)) or move.hindered(case, today)


def find_move(case_id: int, act: Act, today: date) -> Move:
    """The move of that act; an AppError says why the case cannot make it now."""
    return _found(get_row(case_id), act, today)


def proposals(case_id: int, move: Move, today: date) -> dict[str, Any]:
    """What counts for each field of which nothing is said: it can be shown, and written over."""
    return _proposed(get_row(case_id), move, today)


def move_case(case_id: int, act: Act, given: Given, who: Who, now: datetime) -> Status:
    """Make the move, if the case may make it; its line of history is written with it.

    AppError says why it may not; Invalid what is lacking, by field.
    """
    if any(one.is_signed for one in MOVES if one.act is act):
        # Apart from the rest: a wrong password is counted, though nothing is done.
        move, making = _ready(case_id, act, given, who, now)
        if move.is_signed:
            second.prove(making, str(given.get(PASSWORD) or ""))
    with saving(Kind.CASES):
        move, making = _ready(case_id, act, given, who, now)  # as it is now that no one else writes
        done = move.do(making)
        status = done.to or move.to
        changes = dict(done.changes)
        if status in DROPPED:
            changes["dropped_at"] = now
        if making.case.paused_at and status is not Status.HANDLING:
            changes |= pauses.break_off(making.case, who, now)
        Case.update(**changes, status=status).where(Case.id == case_id).execute()
        for what, note in ((act, done.note), *done.then):
            history.record(case_id, who, now, what, note)
        end_with_case(case_id, act, done.note, who, now)
        index_case(case_id)
    return status


def _ready(case_id: int, act: Act, given: Given, who: Who, now: datetime) -> tuple[Move, Making]:
    """The move and what is said with it, found to be right."""
    row = get_row(case_id)
    move = _found(row, act, now.date())
    if sentence := not_for(move, who):
        raise AppError(sentence)
    said = _proposed(row, move, now.date()) | dict(given)
    making = Making(row, asks.cleaned(move.asks, said), who, now)
    if found := _problems(move, making):
        raise Invalid(found)
    return move, making


def _found(case: Case, act: Act, today: date) -> Move:
    if sentence := refusal(case, act, today):
        raise AppError(sentence)
    return next(one for one in MOVES if one.start is case.status and one.act is act)


def _proposed(case: Case, move: Move, today: date) -> dict[str, Any]:
    return choosing.only_ones(case.id, move.asks) | dict(move.proposed(case, today))


def _problems(move: Move, making: Making) -> dict[str, str]:
    return (
        asks.problems(move.asks, making.given, making.now)
        or choosing.problems(making.case.id, move.asks, making.given)
        or dict(move.wrong(making))
    )
