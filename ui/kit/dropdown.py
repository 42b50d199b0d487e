"""The list that opens under a field: part of the window, so that the keyboard stays where it is.

A popup window would take the keyboard, and with it the input method, from the field.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QVBoxLayout,
    QWidget,
)

from ui.kit.dropdown_rows import RowDelegate, Rows, Ticked
from ui.kit.items import Item
from ui.kit.keys import ENTER
from ui.kit.paint import box, shadow, words
from ui.kit.scroll import SlimBar
from ui.kit.style import FIELD, HALF, ROUND, SMALL, WIDE, scheme_of

MOST_ROWS, NARROWEST, WIDEST, AROUND = 8, 160, 520, 8
MOVED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.WindowDeactivate)
WIDEST_COLUMN = 250
STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -MOST_ROWS,
    Qt.Key.Key_PageDown: MOST_ROWS,
}


class Dropdown(Ticked):
    """Opens beside its anchor, above it where there is no room below; `picked` hands over an Item.

    It closes when its anchor moves, is hidden, or the window is left; its owner closes it when
    the keyboard goes elsewhere.
    """

    picked = Signal(object)
    closed = Signal()

    def __init__(self, anchor: QWidget, *, none: str = "没有符合的") -> None:
        super().__init__(anchor.window())
        self._anchor, self._none = anchor, none
        self._rows = Rows(self)
        self.list = QListView(self)
        self.list.setModel(self._rows)
        self.list.setItemDelegate(RowDelegate(self))
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
        self.most = MOST_ROWS  # of its lines to be seen at once
        self.columns = 1
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
        self.go_to(place)

    def shown(self) -> Sequence[Item]:
        return self._rows.items

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
        """Over headings, and what cannot be taken."""
        can = [place for place, item in enumerate(self._rows.items) if item.takeable]
        row = self.list.currentIndex().row()
        if row not in can:
            self.go_to(can[0] if can else -1)
            return
        place = can.index(row) + by
        self.go_to(can[min(max(place, 0), len(can) - 1)])

    def go_to(self, place: int) -> None:
        if place >= 0 and not self._rows.items[place].takeable:
            can = (n for n, item in enumerate(self._rows.items) if item.takeable and n > place)
            place = next(can, -1)
        index = self._rows.index(place) if place >= 0 else QModelIndex()
        self.list.setCurrentIndex(index)
        if index.isValid():
            self.list.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def _take(self, index: QModelIndex) -> None:
        item = self._rows.items[index.row()] if index.isValid() else None
        if item is not None and not item.takeable:
            return
        self.leave()
        if item is not None:
            self.picked.emit(item)

    def extra(self) -> int:
        """What stands above the list."""
        return 0

    def rows_in_sight(self) -> int:
        """As many lines as may be shown at once, and as the window has room for."""
        return min(self.most, (self.window().height() - self.extra()) // FIELD - 3)

    def _put(self) -> None:
        window = self.window()
        rows = max(1, min(len(self._rows.items), self.rows_in_sight()))
        tall = rows * FIELD + 2 * (AROUND + HALF) + self.extra()
        one = max(self._anchor.width(), NARROWEST, min(self.widest, WIDEST))
        if self.columns > 1:
            one = min(one, WIDEST_COLUMN, (window.width() - 2 * AROUND) // self.columns)
        wide = one * self.columns + 2 * AROUND
        self.list.setWrapping(self.columns > 1)
        self.item_width = one - HALF if self.columns > 1 else 100
        spot = self._anchor.mapTo(window, QPoint(-AROUND, self._anchor.height() + 2 - AROUND))
        above = self._anchor.mapTo(window, QPoint(0, 0)).y() - 2 + AROUND - tall
        top = spot.y() if spot.y() + tall - AROUND <= window.height() or above < 0 else above
        top = max(min(top, window.height() - tall + AROUND), -AROUND)
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
