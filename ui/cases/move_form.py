"""The form of a move: its fields one under another, each with what is lacking beside it."""

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.moves import Move
from app.moves.asks import Ask, Asked, Given
from ui.cases.answers import Answer, answer_to
from ui.cases.cell_delegate import TableFrame
from ui.cases.table_answer import HINT, TableAnswer
from ui.kit.choosing import Choosing
from ui.kit.desk import Desk
from ui.kit.field import Field
from ui.kit.paint import width_of
from ui.kit.rows import FieldRow
from ui.kit.style import FIELD, GAP, HALF, LABEL, SMALL
from ui.kit.tick import Tick

WIDEST_LABEL, SHORT_FIELD = 150, 240
SHORT = (Ask.NUMBER, Ask.DAY, Ask.MOMENT)


class MoveForm(QWidget):
    """What is asked only where another field says so comes and goes with it."""

    changed = Signal()

    def __init__(self, move: Move, case_id: int, desk: Desk) -> None:
        super().__init__()
        self.asks = move.asks
        self.answers = {one.name: answer_to(one, case_id, desk) for one in self.asks}
        width = _label_width(self.asks)
        self.rows = {one.name: _row(one, self.answers[one.name], width) for one in self.asks}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF)
        for row in self.rows.values():
            column.addWidget(row)
        for answer in self.answers.values():
            answer.editor.changed.connect(self._tell)  # type: ignore[attr-defined]
        self._show_what_applies()

    def is_wide(self) -> bool:
        """A table wants room."""
        return any(one.kind is Ask.ROWS for one in self.asks)

    def editor(self, name: str) -> QWidget:
        return self.answers[name].editor

    def first(self) -> QWidget | None:
        """Where one begins: what has to be filled in and is not, else the first field."""
        shown = [one for one in self.asks if not self.rows[one.name].isHidden()]
        lacking = [one for one in shown if one.needed and self._is_empty(one.name)]
        one = next(iter(lacking or shown), None)
        return self.rows[one.name].field if one else None

    def _is_empty(self, name: str) -> bool:
        return self.answers[name].value() in (None, "", ())

    def fill(self, said: Given) -> None:
        for one in self.asks:
            self.answers[one.name].set_value(said.get(one.name))

    def given(self) -> dict[str, Any]:
        return {name: answer.value() for name, answer in self.answers.items()}

    def unreadable(self) -> dict[str, str]:
        found = {name: answer.problem() for name, answer in self.answers.items()}
        return {name: sentence for name, sentence in found.items() if sentence}

    def show_problems(self, problems: Mapping[str, str]) -> list[str]:
        """Answers what has no field to say it."""
        tables = {
            name: one for name in self.rows if isinstance(one := self.editor(name), TableAnswer)
        }
        for name, row in self.rows.items():
            inner = dict(_within(name, problems)) if name in tables else {}
            said = tables[name].show_wrong(inner) if name in tables else ""
            row.wrong(problems.get(name, said))
        known = {name.partition(".")[0]: sentence for name, sentence in problems.items()}
        return [sentence for name, sentence in known.items() if name not in self.rows]

    def first_wrong(self) -> QWidget | None:
        return next((row.field for row in self.rows.values() if row.is_wrong()), None)

    def _tell(self) -> None:
        self._show_what_applies()
        self.changed.emit()

    def _show_what_applies(self) -> None:
        given = self.given()
        for one in self.asks:
            self.rows[one.name].setVisible(one.applies(given))


def _row(asked: Asked, answer: Answer, width: int) -> FieldRow:
    editor = answer.editor
    if isinstance(editor, TableAnswer):
        body: QWidget = TableFrame(editor)
    else:
        body = editor if isinstance(editor, Choosing | Tick) else Field(editor)
    if isinstance(editor, Tick):
        editor.setFixedHeight(FIELD)  # level with its name
    if asked.kind in SHORT:
        body.setFixedWidth(SHORT_FIELD)
    hint = HINT if asked.kind is Ask.ROWS else "" if answer.says_hint else asked.hint
    return FieldRow(asked.label, body, hint, needed=bool(asked.needed), width=width)


def _label_width(asks: Iterable[Asked]) -> int:
    """As wide as the longest name, with its star."""
    longest = max((width_of(one.label, SMALL) for one in asks), default=0)
    return round(min(max(longest + 2 * GAP, LABEL), WIDEST_LABEL))


def _within(name: str, problems: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    """Of a table what is wrong in its rows: `decisions.2.due_on` is said as `2.due_on`."""
    before = f"{name}."
    for where, sentence in problems.items():
        if where.startswith(before):
            yield where.removeprefix(before), sentence
