"""The settings' pages, one under the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.kit.icons import draw_icon
from ui.kit.keys import ENTER
from ui.kit.paint import RIGHT, box, focus_ring, width_of, words
from ui.kit.scroll import SlimBar
from ui.kit.style import BODY, CAPTION, GAP, HALF, RADIUS, ROUND, WIDE, Tone, scheme_of
from ui.kit.views import ROOT, Index, area_of, is_in

WIDTH, TALL, LOW = 164, 38, 24
LineRole = Qt.ItemDataRole.UserRole


@dataclass
class Line:
    """A page; `mark` says beside it what waits there."""

    name: str
    icon: str
    mark: str = ""
    tone: Tone = Tone.PLAIN


class _Lines(QAbstractListModel):
    def __init__(self, lines: Sequence[Line]) -> None:
        super().__init__()
        self.lines = list(lines)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{line.name} {line.mark}".strip()
        return line if role == LineRole else None


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: "SettingsIndex") -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(40, self._view.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(LineRole)
        scheme = scheme_of(self._view)
        rect = area_of(option).adjusted(HALF, 1, -HALF, -1)
        primary = scheme.hue(Tone.PRIMARY)
        chosen = is_in(option, QStyle.StateFlag.State_Selected)
        if chosen:
            box(painter, rect, primary.weak, radius=ROUND)
        elif is_in(option, QStyle.StateFlag.State_MouseOver):
            box(painter, rect, scheme.sunken, radius=ROUND)
        if self._view.hasFocus() and is_in(option, QStyle.StateFlag.State_HasFocus):
            focus_ring(painter, rect, scheme, ROUND)
        ink = primary.ink if chosen else scheme.ink
        middle = rect.center().y()
        soft = ink if chosen else scheme.muted
        left = draw_icon(painter, rect.left() + GAP, middle, line.icon, soft, 16) + GAP
        room = QRectF(left, rect.top(), rect.right() - left - GAP, rect.height())
        words(painter, room, line.name, ink, BODY, bold=chosen)
        if line.mark:
            hue = scheme.hue(line.tone)
            tall, wide = 18.0, width_of(line.mark, CAPTION) + WIDE
            mark = QRectF(rect.right() - wide - HALF, middle - tall / 2, wide, tall)
            box(painter, mark, scheme.surface if chosen else hue.weak, radius=tall / 2)
            inner = mark.adjusted(0, 0, -WIDE / 2, 0)
            words(painter, inner, line.mark, hue.ink, CAPTION, align=RIGHT)


class SettingsIndex(QListView):
    """Up and down choose, Enter or right goes into the page."""

    chosen = Signal(int)
    entered_page = Signal()

    def __init__(self, lines: Sequence[Line]) -> None:
        super().__init__()
        self.lines = _Lines(lines)
        self.setModel(self.lines)
        self.setItemDelegate(_Delegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setFixedWidth(WIDTH)
        self.setVerticalScrollBar(SlimBar(Qt.Orientation.Vertical, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportMargins(1, HALF, 1, HALF)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName("设置的各页")
        self.selectionModel().currentChanged.connect(lambda index: self.chosen.emit(index.row()))

    def row_height(self) -> int:
        """All of them in sight, in a low window too."""
        room = self.height() - 2 * HALF
        return min(TALL, max(LOW, room // max(len(self.lines.lines), 1)))

    def row(self) -> int:
        return self.currentIndex().row()

    def go(self, row: int) -> None:
        self.setCurrentIndex(self.lines.index(row))

    def mark(self, row: int, text: str, tone: Tone = Tone.PLAIN) -> None:
        line = self.lines.lines[row]
        line.mark, line.tone = text, tone
        index = self.lines.index(row)
        self.lines.dataChanged.emit(index, index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (*ENTER, Qt.Key.Key_Right):
            self.entered_page.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class Ground(QWidget):
    """What the index stands on."""

    def paintEvent(self, event: QPaintEvent) -> None:
        scheme = scheme_of(self)
        box(QPainter(self), QRectF(self.rect()), scheme.surface, scheme.line, radius=RADIUS)
