"""The rail of pages at the left."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.kit.icons import draw_icon
from ui.kit.paint import CENTRE, RIGHT, box, focus_ring, hairline, width_of, words
from ui.kit.style import BODY, CAPTION, GAP, RAIL, ROUND, SLIM_RAIL, Tone, scheme_of
from ui.kit.views import ROOT, Index, area_of, is_in

StopRole = Qt.ItemDataRole.UserRole
KEYS = ("F2 登记 · F3 接待", "Alt + 数字 换页")
RAIL_FOOT = 54


@dataclass(frozen=True)
class Stop:
    """A page as the rail shows it; the badge counts what waits there."""

    title: str
    icon: str
    key: str = ""
    badge: int = 0
    tone: Tone = Tone.PLAIN


class _Stops(QAbstractListModel):
    def __init__(self, stops: Sequence[Stop]) -> None:
        super().__init__()
        self.stops = list(stops)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.stops)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        stop = self.stops[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return stop.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{stop.title} {stop.badge} 件" if stop.badge else stop.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{stop.title}（{stop.key}）"
        return stop if role == StopRole else None


class _StopDelegate(QStyledItemDelegate):
    def __init__(self, rail: "Rail") -> None:
        super().__init__(rail)
        self._rail = rail

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(SLIM_RAIL - 2, 50) if self._rail.slim else QSize(RAIL - 2, 42)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        stop: Stop = index.data(StopRole)
        scheme = scheme_of(self._rail)
        rect = area_of(option).adjusted(GAP, 1, -GAP, -1)
        primary = scheme.hue(Tone.PRIMARY)
        chosen = is_in(option, QStyle.StateFlag.State_Selected)
        ink = primary.ink if chosen else scheme.ink
        if chosen:
            box(painter, rect, primary.weak, radius=ROUND)
        elif is_in(option, QStyle.StateFlag.State_MouseOver):
            box(painter, rect, scheme.sunken, radius=ROUND)
        if is_in(option, QStyle.StateFlag.State_HasFocus) and self._rail.hasFocus():
            focus_ring(painter, rect, scheme, ROUND)
        write = self._slim if self._rail.slim else self._full
        write(painter, rect, stop, ink, chosen=chosen)

    def _full(self, painter: QPainter, rect: QRectF, stop: Stop, ink: str, *, chosen: bool) -> None:
        scheme = scheme_of(self._rail)
        middle = rect.center().y()
        icon_ink = ink if chosen else scheme.muted
        left = draw_icon(painter, rect.left() + 12, middle, stop.icon, icon_ink, 18) + 10
        room = QRectF(left, rect.top(), rect.right() - left, rect.height())
        words(painter, room, stop.title, ink, BODY, bold=chosen)
        key = rect.adjusted(0, 0, -10, 0)
        words(painter, key, stop.key.removeprefix("Alt+"), scheme.muted, CAPTION, align=RIGHT)
        if stop.badge:
            self._badge(painter, rect.right() - 32, middle, stop, chosen=chosen)

    def _slim(self, painter: QPainter, rect: QRectF, stop: Stop, ink: str, *, chosen: bool) -> None:
        icon_ink = ink if chosen else scheme_of(self._rail).muted
        draw_icon(painter, rect.center().x() - 9, rect.top() + 15, stop.icon, icon_ink, 18)
        line = QRectF(rect.left(), rect.bottom() - 22, rect.width(), 20)
        words(painter, line, stop.title, ink, CAPTION, bold=chosen, align=CENTRE)
        if stop.badge:
            self._badge(painter, rect.right(), rect.top() + 11, stop, chosen=chosen)

    def _badge(
        self, painter: QPainter, right: float, middle: float, stop: Stop, *, chosen: bool
    ) -> None:
        scheme = scheme_of(self._rail)
        hue = scheme.hue(stop.tone)
        text = str(stop.badge) if stop.badge < 1000 else "999+"
        width = max(22.0, width_of(text, CAPTION, bold=True) + 12)
        rect = QRectF(right - width, middle - 9, width, 18)
        box(painter, rect, scheme.surface if chosen else hue.weak, radius=9)
        words(painter, rect, text, hue.ink, CAPTION, bold=True, align=CENTRE)


class Rail(QListView):
    """One stop a page; Alt and a digit go there from anywhere."""

    def __init__(self, stops: Sequence[Stop], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slim = False
        self.stops = _Stops(stops)
        self.setModel(self.stops)
        self.setItemDelegate(_StopDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click on it sends the keyboard to the page
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportMargins(0, GAP, 1, 0)
        self.viewport().setAutoFillBackground(False)
        self.set_slim(slim=False)
        self.setAccessibleName("页面")

    def set_slim(self, *, slim: bool) -> None:
        """Words go under the icons; they never go away."""
        self.slim = slim
        self.setFixedWidth(SLIM_RAIL if slim else RAIL)
        self.scheduleDelayedItemsLayout()

    def go(self, row: int) -> None:
        self.setCurrentIndex(self.stops.index(row))

    def badge(self, title: str, count: int, tone: Tone) -> None:
        """How many things wait on a page; a title of no stop is let be."""
        for row, stop in enumerate(self.stops.stops):
            if stop.title == title:
                self.stops.stops[row] = replace(stop, badge=count, tone=tone)
                index = self.stops.index(row)
                self.stops.dataChanged.emit(index, index)


class RailGround(QWidget):
    """What the rail stands on, with the line between it and the page."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        scheme = scheme_of(self)
        painter.fillRect(self.rect(), QColor(scheme.surface))
        right = self.width() - 1
        hairline(painter, QPointF(right, 0), QPointF(right, self.height()), scheme.line)
        if self.width() < RAIL:
            return
        for line, text in enumerate(KEYS):
            foot = QRectF(0, self.height() - RAIL_FOOT + 22 * line, right, 22)
            words(painter, foot, text, scheme.muted, CAPTION, align=CENTRE)
