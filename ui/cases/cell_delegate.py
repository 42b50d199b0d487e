"""How a cell of a table that is filled in looks, and in what it is written."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ui.cases.cells import Cell
from ui.cases.table_cells import WrongRole
from ui.kit.editors import Line
from ui.kit.keys import ENTER, Composing
from ui.kit.paint import CENTRE, box, fill, focus_ring, hairline, words
from ui.kit.pick import Pick
from ui.kit.record_header import room_of
from ui.kit.style import GAP, HALF, PAD, ROUND, SMALL, Scheme, Tone, font, scheme_of
from ui.kit.views import Index, area_of

WITHIN = 3  # px, room for the ring
TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class CellDelegate(QStyledItemDelegate):
    """A cell is edited in a line, or where there is a list, in one that offers it."""

    def __init__(self, view: QTableView, cells: Sequence[Cell]) -> None:
        super().__init__(view)
        self._view, self._cells = view, cells

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        scheme = scheme_of(self._view)
        rect = area_of(option)
        wrong = bool(index.data(WrongRole))
        fill(painter, rect, scheme.hue(Tone.DANGER).weak if wrong else scheme.surface)
        _underline(painter, rect, scheme)
        ink = scheme.hue(Tone.DANGER).ink if wrong else scheme.ink
        room = room_of(rect, index.column(), len(self._cells))
        words(painter, room, str(index.data()), ink, SMALL)
        here = self._view.hasFocus() or self._view.state() == QTableView.State.EditingState
        if here and index == self._view.currentIndex():
            focus_ring(painter, rect.adjusted(1, 1, -1, -2), scheme, ROUND)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        cell = self._cells[index.column()]
        made = Pick(cell.offered, free=True) if cell.offered else Line()
        made.setParent(parent)
        made.setFrame(False)
        made.setAutoFillBackground(True)
        made.setFont(font(SMALL))
        inset = (PAD if index.column() == 0 else GAP) - WITHIN - 2  # where the words stood
        made.setTextMargins(inset, 0, made.textMargins().right(), 0)
        return made

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Inside the ring that says where the keyboard is."""
        cell = area_of(option).toRect()
        editor.setGeometry(cell.adjusted(WITHIN, WITHIN, -WITHIN, -WITHIN - 1))

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, Line | Pick)
        editor.setText(str(index.data()))
        editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, Line | Pick)
        model.setData(index, editor.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of an input method are its own, and those of an open list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            composing = watched.findChild(Composing)
            if composing is not None and composing.eventFilter(watched, event):
                return True
            if isinstance(watched, Pick) and watched.is_open() and event.key() not in TABS:
                return False
            if event.key() in ENTER and isinstance(watched, QWidget):
                self.commitData.emit(watched)  # at once: Qt would wait, and the next key with it
                self.closeEditor.emit(watched, QStyledItemDelegate.EndEditHint.EditNextItem)
                return True
        return super().eventFilter(watched, event)


class Numbers(QHeaderView):
    """The number of each row, so that it can be spoken of."""

    def __init__(self, view: QTableView, width: int) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self.setFixedWidth(width)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        scheme = scheme_of(self)
        room = QRectF(rect)
        fill(painter, room, scheme.surface)
        _underline(painter, room, scheme)
        said = str(self.model().headerData(section, Qt.Orientation.Vertical))
        words(painter, room, said, scheme.muted, SMALL, align=CENTRE)


class Corner(QWidget):
    """Over the numbers, where Qt would paint a button of its own."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, room, scheme = QPainter(self), QRectF(self.rect()), scheme_of(self)
        fill(painter, room, scheme.surface)
        _underline(painter, room, scheme)


class TableFrame(QWidget):
    """The line around the table, as around every field."""

    def __init__(self, table: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(table)
        self.setFocusProxy(table)

    def paintEvent(self, event: QPaintEvent) -> None:
        scheme = scheme_of(self)
        box(QPainter(self), QRectF(self.rect()), scheme.surface, scheme.edge, radius=HALF)


def _underline(painter: QPainter, room: QRectF, scheme: Scheme) -> None:
    bottom = room.bottom() - 1
    hairline(painter, QPointF(room.left(), bottom), QPointF(room.right(), bottom), scheme.line)
