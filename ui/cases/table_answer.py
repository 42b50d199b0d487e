"""A small table to be filled in: like a sheet of Excel, with the keyboard or pasted from one."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QApplication,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)

from ui.cases.cell_delegate import CellDelegate, Corner, Numbers
from ui.cases.cells import Cell
from ui.cases.table_cells import Cells
from ui.kit.keys import ENTER
from ui.kit.record_header import RecordHeader
from ui.kit.scroll import SlimBar
from ui.kit.style import FIELD, HEADER
from ui.kit.table import Column
from ui.kit.views import Index

LEAST_ROWS, MOST_ROWS, NUMBERS = 2, 7, 34
REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
EDITING = QTableView.State.EditingState
HINT = "回车到下一格，可从 Excel 粘贴；Ctrl+Delete 删这一行"


class TableAnswer(QTableView):
    """The last row is always blank, for the next one; Enter in it goes on to the next field."""

    changed = Signal()

    def __init__(self, cells: Sequence[Cell]) -> None:
        super().__init__()
        self.cells = Cells(cells, self)
        columns = [Column[Any](cell.asked.label, str, width=cell.width) for cell in cells]
        self.head = RecordHeader(self, columns, "", {})
        self.setHorizontalHeader(self.head)
        self.setVerticalHeader(Numbers(self, NUMBERS))
        self.setModel(self.cells)
        self.setItemDelegate(CellDelegate(self, cells))
        Corner(self).setGeometry(0, 0, NUMBERS, HEADER)
        self._dress()
        self.head.share_width()
        self.cells.changed.connect(self._tell)
        self._fit()

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.setEditTriggers(
            QTableView.EditTrigger.AnyKeyPressed
            | QTableView.EditTrigger.DoubleClicked
            | QTableView.EditTrigger.SelectedClicked
            | QTableView.EditTrigger.EditKeyPressed
        )
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(SlimBar(Qt.Orientation.Vertical, self))
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(FIELD)

    def value(self) -> tuple[dict[str, Any], ...]:
        """What is written in the rows; what is wholly blank is no row."""
        return tuple(self.cells.meant(place) for place in range(self.cells.filled()))

    def set_value(self, rows: Iterable[Mapping[str, Any]] | None) -> None:
        self.cells.show_rows(rows or ())

    def problem(self) -> str:
        """Words in a cell that mean nothing, the first of them."""
        return self.cells.unreadable()

    def show_wrong(self, problems: Mapping[str, str]) -> str:
        """By `row.column`; answers what is to be said under the table."""
        return self.cells.show_wrong(problems)

    def _tell(self) -> None:
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        rows = min(max(self.cells.rowCount(), LEAST_ROWS), MOST_ROWS)
        self.setFixedHeight(HEADER + rows * FIELD + 2)

    def _step(self, by: int) -> bool:
        """To the next cell in reading order; False where there is none."""
        here = self.currentIndex()
        columns = self.cells.columnCount()
        place = here.row() * columns + here.column() + by
        if not 0 <= place < self.cells.rowCount() * columns:
            return False
        self.setCurrentIndex(self.cells.index(place // columns, place % columns))
        return True

    def _leads_out(self, *, back: bool) -> bool:
        """From the first cell back, and from the blank last row onward."""
        here = self.currentIndex()
        if back:
            return here.row() <= 0 and here.column() <= 0
        return not here.isValid() or here.row() >= self.cells.filled()

    def _staying(self, change: Callable[[int, int], None]) -> None:
        """Change the rows; the keyboard stays in its cell, or in the last row there is."""
        here = self.currentIndex()
        row, column = max(here.row(), 0), max(here.column(), 0)
        change(row, column)
        self.setCurrentIndex(self.cells.index(min(row, self.cells.filled()), column))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self._staying(lambda row, column: self.cells.paste(_copied(), row, column))
        elif event.key() in REMOVING and event.modifiers() & CTRL:
            self._staying(lambda row, _: self.cells.remove(row))
        elif event.key() in REMOVING:
            self.cells.setData(self.currentIndex(), "")
        elif event.key() in ENTER:
            back = bool(event.modifiers() & SHIFT)
            if self._leads_out(back=back) or not self._step(-1 if back else 1):
                event.ignore()  # for the form: it goes on
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Words that come whole, without having been composed here, Qt would lose."""
        here = self.currentIndex()
        if event.commitString() and not event.preeditString() and self.state() != EDITING:
            self.edit(here)
            QApplication.sendEvent(QApplication.focusWidget() or self, event)
        else:
            super().inputMethodEvent(event)

    def focusNextPrevChild(self, onward: bool) -> bool:  # noqa: FBT001 - Qt calls it by place
        if not self._leads_out(back=not onward) and self._step(1 if onward else -1):
            return True
        return super().focusNextPrevChild(onward)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter and Tab in a cell go on to the next one."""
        ends = QAbstractItemDelegate.EndEditHint
        super().closeEditor(editor, ends.NoHint)
        if hint in (ends.EditNextItem, ends.SubmitModelCache):
            self._step(1)
        elif hint is ends.EditPreviousItem:
            self._step(-1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.cells.index(0, 0))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.scrollTo(current)


def _copied() -> str:
    return QGuiApplication.clipboard().text()
