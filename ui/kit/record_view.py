"""The table as people see it: Qt's view in the house's dress."""

from collections.abc import Callable, MutableMapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QWidget

from ui.kit.keys import ENTER
from ui.kit.paged import PAGE, Paged
from ui.kit.paint import focus_ring
from ui.kit.record_delegate import Dressed, RecordDelegate
from ui.kit.record_header import RecordHeader
from ui.kit.scroll import SlimBar
from ui.kit.style import HEADER, ROUND, ROW, SMALL, scheme_of
from ui.kit.table import Column, RecordTable
from ui.kit.tsv import as_tsv


class RecordView(Dressed):
    """Shows rows, keeps the chosen one by its id over a refresh, and copies rows for Excel.

    One that hugs is no taller than its rows. With a name its widths are remembered.
    """

    chosen = Signal(object)  # the record the keyboard is on
    opened = Signal(object)  # Enter or a double click
    sort_wanted = Signal(str, bool)  # key, ascending

    def __init__(
        self,
        columns: Sequence[Column[Any]],
        *,
        name: str = "",
        row: int = ROW,
        letters: int = SMALL,
        hug: bool = False,
        id_of: Callable[[Any], Any] | None = None,
        remember: MutableMapping[str, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns, self.letters, self.hug = columns, letters, hug
        self.id_of: Callable[[Any], Any] = id_of or (lambda record: record)
        self.hovered = -1
        self._keeping = False
        self.table: RecordTable[Any] = RecordTable(columns, self)
        self.head = RecordHeader(self, columns, name, {} if remember is None else remember)
        self.setHorizontalHeader(self.head)
        self.setModel(self.table)
        self.setItemDelegate(RecordDelegate(self))
        self.setAccessibleName(name)
        self._dress(row)
        self.head.share_width()
        self.head.sort_wanted.connect(self.sort_wanted)
        self.entered.connect(lambda index: self._hover(index.row()))
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentRowChanged.connect(self._now_on)
        for moved in (self.verticalScrollBar().valueChanged, self.verticalScrollBar().rangeChanged):
            moved.connect(self._read_visible)

    def _dress(self, row: int) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(SlimBar(Qt.Orientation.Vertical, self))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row)
        self.verticalHeader().setMinimumSectionSize(row)
        self.viewport().setMouseTracking(True)

    def show_rows(self, rows: Sequence[Any] | Paged[Any]) -> None:
        """Show these instead; the chosen one and what is scrolled to stay."""
        place, scrolled = self.currentIndex().row(), self.verticalScrollBar().value()
        before = self.table.row(place)
        self._keeping = True
        self.table.show_rows(rows)
        if self.hug:
            tall = HEADER + self.verticalHeader().defaultSectionSize() * len(rows)
            self.setMaximumHeight(tall)
        if before is not None:
            self._choose_again(self.id_of(before), place)
        self.verticalScrollBar().setValue(scrolled)
        self._keeping = False
        self._read_visible()

    def show_sort(self, key: str, *, ascending: bool = True) -> None:
        """Show in the head by what the rows are sorted."""
        self.head.show_sort(key, ascending=ascending)
        self.table.show_sort(key, ascending=ascending)

    def record(self) -> Any:
        """The one the keyboard is on, or None."""
        return self.table.row(self.currentIndex().row())

    def choose(self, wanted: Any) -> bool:
        """Go to the record of this id, among what was read; answer whether it is there."""
        return self._choose_again(wanted, 0)

    def choose_none(self) -> None:
        """So that pressing the same row again chooses it again."""
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())

    def choose_row(self, place: int) -> None:
        if 0 <= place < self.table.rowCount():
            self.selectRow(place)

    def _choose_again(self, wanted: Any, place: int) -> bool:
        """The nearest one first: a refresh seldom moves it far."""
        around = self.table.near(place)
        self.table.want(around.start, around.stop - 1)
        for one in sorted(around, key=lambda n: abs(n - place)):
            record = self.table.row(one)
            if record is not None and self.id_of(record) == wanted:
                self.selectRow(one)
                return True
        return False

    def _read_visible(self) -> None:
        """Here and not while painting: what goes wrong while reading must reach the person."""
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        count = self.table.rowCount()
        if count and self.table.want(max(first, 0), last if last >= 0 else max(first, 0) + PAGE):
            self.viewport().update()

    def _now_on(self, index: QModelIndex) -> None:
        if index.isValid():
            self.table.want(index.row(), index.row())
            if not self._keeping and (record := self.table.row(index.row())) is not None:
                self.chosen.emit(record)

    def _open(self, index: QModelIndex) -> None:
        if (record := self.table.row(index.row())) is not None:
            self.opened.emit(record)

    def _hover(self, row: int) -> None:
        if row != self.hovered:
            self.hovered = row
            self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        elif event.key() in ENTER and self.currentIndex().isValid():
            self._open(self.currentIndex())
        elif event.key() in ENTER and self.table.rowCount():
            self.choose_row(0)  # as Down does: something is seen to happen
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters belong to the page; Qt would go through all rows, also those not read."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and not self.currentIndex().isValid():
            focus_ring(
                QPainter(self.viewport()), QRectF(self.viewport().rect()), scheme_of(self), ROUND
            )

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def _marked(self) -> list[int]:
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def copy_rows(self) -> None:
        """Put the chosen rows on the clipboard, as they are shown."""
        lines = []
        for place in self._marked():
            self.table.want(place, place)
            lines.append([self.table.text(place, n) for n in range(len(self.columns))])
        if lines:
            QGuiApplication.clipboard().setText(as_tsv(lines))
