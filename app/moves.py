"""Every way a case can go, in one table: from where, by which act, to where, and what it needs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app import history, typed
from app.case_draft import TEXT_LIMIT
from app.cases import get_row
from app.changes import Kind, saving
from app.directory import Who
from app.errors import AppError, Invalid
from app.search import index_case
from models import Case
from models.choices import Act, Ending, Status


@dataclass(frozen=True)
class Move:
    """A row of the table. `needs` names what must be given with it; `stamp` the moment it sets."""

    act: Act
    name: str  # what the button says
    start: Status
    to: Status
    needs: tuple[str, ...] = ()
    stamp: str = ""


MOVES = (
    Move(Act.ASSIGN, "交办", Status.REGISTERED, Status.HANDLING, ("note",)),
    Move(
        Act.CONCLUDE,
        "当场办结",
        Status.REGISTERED,
        Status.CONCLUDED,
        ("ending", "note"),
        "concluded_at",
    ),
    Move(
        Act.CONCLUDE, "办结", Status.HANDLING, Status.CONCLUDED, ("ending", "note"), "concluded_at"
    ),
    Move(Act.PROGRESS, "记办理情况", Status.HANDLING, Status.HANDLING, ("note",)),
    Move(Act.INFORM, "反馈", Status.CONCLUDED, Status.INFORMED, ("note",), "informed_at"),
    Move(Act.ARCHIVE, "归档", Status.INFORMED, Status.ARCHIVED, (), "archived_at"),
    Move(Act.WITHDRAW, "撤回", Status.REGISTERED, Status.WITHDRAWN, ("note",)),
    Move(Act.WITHDRAW, "撤回", Status.HANDLING, Status.WITHDRAWN, ("note",)),
)
_ASKED: Mapping[Act, str] = {
    Act.ASSIGN: "请写明交给谁、怎么办。",
    Act.PROGRESS: "请写下办到哪一步了。",
    Act.CONCLUDE: "请写明办理结果，反馈时要告诉群众。",
    Act.INFORM: "请写明怎么告知的、对方怎么说。",
    Act.WITHDRAW: "请写明为什么撤回。",
}


@dataclass(frozen=True)
class Given:
    """What is said with a move."""

    note: str = ""
    ending: Ending | None = None


def next_moves(status: Status) -> tuple[Move, ...]:
    """The acts that are sensible now, the first of them the one to offer first."""
    return tuple(move for move in MOVES if move.start is status)


def problems(move: Move, given: Given) -> dict[str, str]:
    found = {}
    note = typed.paragraphs(given.note)
    if "note" in move.needs and not note:
        found["note"] = _ASKED[move.act]
    if sentence := typed.too_long(note, TEXT_LIMIT):
        found["note"] = sentence
    if "ending" in move.needs and given.ending is None:
        found["ending"] = "请选结局：办成、部分办成、依法不能办或转其他渠道。"
    return found


def move_case(case_id: int, act: Act, given: Given, who: Who, now: datetime) -> Status:
    """Make the move, if the case may make it; its line of history is written with it."""
    with saving(Kind.CASES):
        row = get_row(case_id)
        move = next((one for one in next_moves(row.status) if one.act is act), None)
        if move is None:
            raise AppError(f"这件事现在是“{row.status.label}”，不能再{act.label}。请刷新后看看。")
        if found := problems(move, given):
            raise Invalid(found)
        note = typed.paragraphs(given.note)
        said = f"{given.ending.label}：{note}" if given.ending else note
        Case.update(_changes(move, given, note, now)).where(Case.id == case_id).execute()
        history.record(case_id, who, now, act, said)
        index_case(case_id)
    return move.to


def _changes(move: Move, given: Given, note: str, now: datetime) -> dict[str, Any]:
    changes: dict[str, Any] = {"status": move.to}
    if move.stamp:
        changes[move.stamp] = now
    if move.act is Act.CONCLUDE:
        changes |= {"ending": given.ending, "result": note}
    return changes
