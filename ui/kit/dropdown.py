"""The list that opens under a field: part of the window, so that the keyboard stays where it is.

A popup window would take the keyboard, and with it the input method, from the field.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.kit.icons import draw_icon
from ui.kit.items import Item
from ui.kit.keys import ENTER
from ui.kit.paint import box, shadow, words
from ui.kit.scroll import SlimBar
from ui.kit.style import FIELD, GAP, HALF, ROUND, SMALL, WIDE, Tone, scheme_of
from ui.kit.views import ROOT, Index, area_of, is_in

MOST_ROWS, NARROWEST, WIDEST, AROUND = 8, 160, 360, 8
ItemRole = Qt.ItemDataRole.UserRole
MOVED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.WindowDeactivate)
STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -MOST_ROWS,
    Qt.Key.Key_PageDown: MOST_ROWS,
}


class Dropdown(QWidget):
    """Opens beside its anchor, above it where there is no room below; `picked` hands over an Item.

    It closes when its anchor moves, is hidden, or the window is left; its owner closes it when
    the keyboard goes elsewhere.
    """

    picked = Signal(object)
    closed = Signal()

    def __init__(self, anchor: QWidget, *, none: str = "没有符合的") -> None:
        super().__init__(anchor.window())
        self._anchor, self._none = anchor, none
        self._rows = _Rows(self)
        self.list = QListView(self)
        self.list.setModel(self._rows)
        self.list.setItemDelegate(_RowDelegate(self))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollBar(SlimBar(Qt.Orientation.Vertical, self.list))
        self.list.viewport().setAutoFillBackground(False)
        self.list.clicked.connect(self._take)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(AROUND + 1, AROUND + HALF, AROUND + 1, AROUND + HALF)
        self.column.setSpacing(0)
        self.column.addWidget(self.list)
        self.chosen: Any = None
        self.widest = 0  # what its lines need, where the anchor is narrow
        self.hide()
        one: QWidget | None = anchor
        while one is not None:
            one.installEventFilter(self)
            one = None if one.isWindow() else one.parentWidget()

    def show_items(self, shown: Sequence[Item], place: int = -1) -> None:
        """List these, the one at `place` ready to be taken by Enter, and open."""
        self._rows.set_items(shown)
        self._put()
        self.show()
        self.raise_()
        self._go(place)

    def current(self) -> Item | None:
        index = self.list.currentIndex()
        return self._rows.items[index.row()] if index.isValid() else None

    def handle(self, event: QKeyEvent) -> bool:
        """Deal with a key while open; False leaves it to the field."""
        key = event.key()
        if key in STEPS:
            self._step(STEPS[Qt.Key(key)])
        elif key in ENTER and self.current() is not None:
            self._take(self.list.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.leave()
        else:
            return False
        return True

    def leave(self) -> None:
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def _step(self, by: int) -> None:
        last = len(self._rows.items) - 1
        row = self.list.currentIndex().row()
        self._go(min(max(row + by, 0), last) if row >= 0 else 0)

    def _go(self, place: int) -> None:
        index = self._rows.index(place) if place >= 0 else QModelIndex()
        self.list.setCurrentIndex(index)
        if index.isValid():
            self.list.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def _take(self, index: QModelIndex) -> None:
        item = self._rows.items[index.row()] if index.isValid() else None
        self.leave()
        if item is not None:
            self.picked.emit(item)

    def extra(self) -> int:
        """What stands above the list."""
        return 0

    def _put(self) -> None:
        window = self.window()
        rows = max(1, min(len(self._rows.items), MOST_ROWS))
        tall = rows * FIELD + 2 * (AROUND + HALF) + self.extra()
        wide = max(self._anchor.width(), NARROWEST, min(self.widest, WIDEST)) + 2 * AROUND
        spot = self._anchor.mapTo(window, QPoint(-AROUND, self._anchor.height() + 2 - AROUND))
        above = self._anchor.mapTo(window, QPoint(0, 0)).y() - 2 + AROUND - tall
        top = spot.y() if spot.y() + tall - AROUND <= window.height() or above < 0 else above
        left = max(-AROUND, min(spot.x(), window.width() - wide + AROUND))
        self.setGeometry(left, top, wide, tall)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watches the anchor and all it stands in; a press that no one takes arrives there too."""
        if event.type() in MOVED or (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonPress
            and not self._is_ours(event.globalPosition().toPoint())
        ):
            self.leave()
        return super().eventFilter(watched, event)

    def _is_ours(self, spot: QPoint) -> bool:
        return any(one.rect().contains(one.mapFromGlobal(spot)) for one in (self, self._anchor))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        scheme = scheme_of(self)
        around = QRectF(self.rect()).adjusted(AROUND, AROUND, -AROUND, -AROUND)
        shadow(painter, around, ROUND, AROUND)
        box(painter, around, scheme.surface, scheme.line)
        if not self._rows.items:
            room = around.adjusted(WIDE, self.extra(), -WIDE, 0)
            words(painter, room, self._none, scheme.muted, SMALL)


class _Rows(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.items: Sequence[Item] = ()

    def set_items(self, shown: Sequence[Item]) -> None:
        self.beginResetModel()
        self.items = shown
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item = self.items[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return item.label
        return item if role == ItemRole else None


class _RowDelegate(QStyledItemDelegate):
    """A tick stands beside what is chosen."""

    def __init__(self, dropdown: Dropdown) -> None:
        super().__init__(dropdown)
        self._dropdown = dropdown

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, FIELD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item: Item = index.data(ItemRole)
        scheme = scheme_of(self._dropdown)
        primary = scheme.hue(Tone.PRIMARY)
        rect = area_of(option)
        inner = rect.adjusted(HALF, 1, -HALF, -1)
        chosen = item.value is not None and item.value == self._dropdown.chosen
        if is_in(option, QStyle.StateFlag.State_Selected):
            box(painter, inner, primary.weak, radius=ROUND)
        elif is_in(option, QStyle.StateFlag.State_MouseOver):
            box(painter, inner, scheme.sunken, radius=ROUND)
        ink = primary.ink if chosen else scheme.ink
        words(painter, rect.adjusted(WIDE, 0, -28 if chosen else -GAP, 0), item.label, ink)
        if chosen:
            draw_icon(painter, rect.right() - 28, rect.center().y(), "check", primary.ink, 16)
