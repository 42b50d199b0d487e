"""A short list that opens under something: what was found, who takes over the desk."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.kit.paint import RIGHT, box, focus_ring, hairline, shadow, width_of, words
from ui.kit.scroll import SlimBar
from ui.kit.style import BODY, GAP, HALF, PAD, RADIUS, ROUND, SMALL, WIDE, Tone, scheme_of
from ui.kit.views import ROOT, Index, area_of, is_in

AROUND = 16  # room for the shadow
NOTE = 34  # the line at the end
TALLEST = 8  # rows
OfferRole = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Offer:
    """A line to choose: the thing, what tells it from its like, and at the right a word or two."""

    title: str
    note: str = ""
    side: str = ""
    under: str = ""
    tone: Tone = Tone.PLAIN
    what: object = None


class _Offers(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.offers: Sequence[Offer] = ()

    def show_rows(self, offers: Sequence[Offer]) -> None:
        self.beginResetModel()
        self.offers = offers
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.offers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        offer = self.offers[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{offer.title} {offer.note} {offer.side} {offer.under}"
        return offer if role == OfferRole else None


class _OfferDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        offer: Offer = index.data(OfferRole)
        return QSize(100, 52 if offer.note else 40)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        offer: Offer = index.data(OfferRole)
        view = self.parent()
        assert isinstance(view, QListView)
        scheme = scheme_of(view)
        rect = area_of(option).adjusted(HALF, 1, -HALF, -1)
        if is_in(option, QStyle.StateFlag.State_Selected):
            box(painter, rect, scheme.hue(Tone.PRIMARY).weak, radius=ROUND)
        elif is_in(option, QStyle.StateFlag.State_MouseOver):
            box(painter, rect, scheme.sunken, radius=ROUND)
        if view.hasFocus() and is_in(option, QStyle.StateFlag.State_HasFocus):
            focus_ring(painter, rect, scheme, ROUND)
        room = rect.adjusted(WIDE, 0, -WIDE, 0)
        top = rect.center().y() - (21 if offer.note else 11)
        side = max(width_of(offer.side, SMALL), width_of(offer.under, SMALL))
        left = QRectF(room.left(), top, room.width() - side - (PAD if side else 0), 22)
        right = QRectF(room.right() - side, top, side, 22)
        ink = scheme.ink if offer.tone is Tone.PLAIN else scheme.hue(offer.tone).ink
        words(painter, left, offer.title, scheme.ink, BODY)
        words(painter, left.translated(0, 20), offer.note, scheme.muted, SMALL)
        words(painter, right, offer.side, ink, SMALL, align=RIGHT)
        words(painter, right.translated(0, 20), offer.under, scheme.muted, SMALL, align=RIGHT)


class FloatingList(QWidget):
    """Part of the window. It may keep the keyboard itself or leave it to what it opened under."""

    chosen = Signal(object)

    def __init__(self, window: QWidget, name: str) -> None:
        super().__init__(window)
        self._window = window
        self.note = ""
        self.offers = _Offers()
        self.view = QListView(self)
        self.view.setAccessibleName(name)
        self.view.setModel(self.offers)
        self.view.setItemDelegate(_OfferDelegate(self.view))
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setMouseTracking(True)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollBar(SlimBar(Qt.Orientation.Vertical, self.view))
        self.view.viewport().setAutoFillBackground(False)
        self.view.clicked.connect(lambda _: self.choose())
        self.hide()

    def show_rows(self, offers: Sequence[Offer], note: str) -> None:
        """Offer these; the note stands under them, or alone where there is nothing."""
        self.note = note
        self.offers.show_rows(offers)
        if offers:
            self.view.setCurrentIndex(self.offers.index(0))

    def open_under(self, anchor: QWidget, width: int, *, from_right: bool = False) -> None:
        """Lay it under the anchor, its left or right edge on the anchor's; higher where the window
        ends before it would."""
        heights = [52 if offer.note else 40 for offer in self.offers.offers[:TALLEST]]
        tall = sum(heights) + (2 * HALF if heights else 0)
        self.resize(width + 2 * AROUND, tall + NOTE + 2 * AROUND)
        self.view.setGeometry(AROUND + 1, AROUND + HALF, width - 2, tall - HALF)
        self.view.setVisible(bool(heights))
        spot = anchor.mapTo(self._window, QPoint(0, anchor.height() + HALF))
        left = spot.x() + (anchor.width() - width if from_right else 0)
        lowest = self._window.height() - self.height() + AROUND - HALF
        self.move(left - AROUND, max(0, min(spot.y() - AROUND, lowest)))
        self.show()
        self.raise_()
        self.update()

    def step(self, by: int) -> None:
        rows = len(self.offers.offers)
        if rows:
            row = (self.view.currentIndex().row() + by) % rows
            self.view.setCurrentIndex(self.offers.index(row))

    def choose(self) -> None:
        index = self.view.currentIndex()
        if index.isValid():
            offer: Offer = index.data(OfferRole)
            self.hide()
            self.chosen.emit(offer.what)

    def take_key(self, key: int) -> bool:
        """Up, Down, Enter, Esc; whether it was one of them and the list is open."""
        if not self.isVisible():
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose()
        elif key == Qt.Key.Key_Escape:
            self.hide()
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.take_key(event.key()):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        scheme = scheme_of(self)
        around = QRectF(self.rect()).adjusted(AROUND, AROUND, -AROUND, -AROUND)
        shadow(painter, around, RADIUS)
        box(painter, around, scheme.surface, scheme.line)
        foot = QRectF(around.left() + PAD, around.bottom() - NOTE, around.width() - 2 * PAD, NOTE)
        if self.offers.offers:
            start, end = foot.topLeft(), foot.topRight()
            hairline(painter, QPointF(start.x(), start.y()), QPointF(end.x(), end.y()), scheme.line)
        words(painter, foot.adjusted(0, 0, GAP, 0), self.note, scheme.muted, SMALL)
