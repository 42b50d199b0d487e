"""The columns of the ledger, whole and beside an open case."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from app.cases.case_list import CaseRow
from app.cases.filters import Order
from models.choices import Ending, Status
from ui.kit.cells import Due, Mark, due, mark, two_lines, units
from ui.kit.due_cell import due_of
from ui.kit.style import Tone
from ui.kit.table import Column

_STATES = {
    Status.REGISTERED: (Tone.WARN, "inbox"),
    Status.HANDLING: (Tone.PRIMARY, "hourglass"),
    Status.CONCLUDED: (Tone.GOOD, "circle-check"),
    Status.INFORMED: (Tone.GOOD, "message-square"),
    Status.ARCHIVED: (Tone.PLAIN, "check-check"),
    Status.REFUSED: (Tone.PLAIN, "x"),
    Status.WITHDRAWN: (Tone.PLAIN, "undo-2"),
}
# Given up in a narrow window, the first before the others: the number says the day too.
SELDOM = ("村社", "受理", "承办单位")


def state_mark(status: Status, ending: Ending | None) -> Mark:
    """A state as icon, word and colour; an ending other than 办成 is named."""
    tone, icon = _STATES[status]
    word = status.label
    if ending is not None and ending is not Ending.DONE:
        word, tone = f"{word}·{ending.label}", Tone.PLAIN
    return Mark(word, tone, icon)


def whole(today: Callable[[], date]) -> Sequence[Column[CaseRow]]:
    return (
        Column("受理编号", lambda row: row.number, width=178, key=Order.NUMBER, soft=True),
        Column("受理", _received(today), width=92, key=Order.RECEIVED),
        Column("服务对象", lambda row: row.person, width=112, key=Order.PERSON),
        Column("村社", lambda row: row.village, width=84, soft=True),
        Column("事项", lambda row: row.matter, key=Order.MATTER),
        Column("承办单位", lambda row: row.units, "、".join, 188, units),
        Column("时限", _due(today), str, 122, due, key=Order.DUE),
        Column("状态", _state, str, 168, mark, key=Order.STATUS),
    )


def short(today: Callable[[], date]) -> Sequence[Column[CaseRow]]:
    return (
        Column("办件", _thing, " ".join, 0, two_lines),
        Column("时限", _due(today), str, 122, due, key=Order.DUE),
    )


def _thing(row: CaseRow) -> tuple[str, str]:
    return row.matter, f"{row.person} · {row.number}"


def _due(today: Callable[[], date]) -> Callable[[CaseRow], Due]:
    return lambda row: due_of(row, today())


def _state(row: CaseRow) -> Mark:
    if not row.complete:
        return Mark("待补全", Tone.WARN, "file-pen-line")
    return state_mark(row.status, row.ending)


def _received(today: Callable[[], date]) -> Callable[[CaseRow], str]:
    return lambda row: near(row.received_at, today())


def near(moment: datetime, today: date) -> str:
    """The year only where it is another one."""
    return f"{moment:%m-%d}" if moment.year == today.year else f"{moment:%Y-%m-%d}"
