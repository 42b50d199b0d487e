"""What of the week board is in sight, and how the rest gets there."""

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from app.visits.board import WeekBoard
from ui.kit.scroll import SlimBar
from ui.visits.places import CREW, HEAD, Places

STEP, ARROW = 40, 20


class Sight:
    """Of an area that scrolls; the crews at its left and the days above stay where they are."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        self._area = area
        self._wide = 0.0  # of a half day
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setVerticalScrollBar(SlimBar(Qt.Orientation.Vertical, area))
        area.setHorizontalScrollBar(SlimBar(Qt.Orientation.Horizontal, area))
        area.setCornerWidget(QWidget())  # which paints nothing; the style would paint a square
        self._across, self._down = area.horizontalScrollBar(), area.verticalScrollBar()

    @property
    def offset(self) -> QPointF:
        return QPointF(self._across.value(), self._down.value())

    @property
    def room(self) -> QRectF:
        """What is in sight, on the board."""
        return QRectF(self._area.viewport().rect()).translated(self.offset)

    def fit(self, board: WeekBoard) -> Places:
        """As large as there is room; a bar takes some of it."""
        room = QSizeF(self._area.maximumViewportSize())
        places = Places(board, room)
        if places.width > room.width():
            room.setHeight(room.height() - self._across.sizeHint().height())
            places = Places(board, room)
        if places.height > room.height() + 1:
            room.setWidth(room.width() - self._down.sizeHint().width())
            places = Places(board, room)
        self._wide = places.wide
        sizes = (
            (self._across, places.width, room.width()),
            (self._down, places.height, room.height()),
        )
        for bar, whole, seen in sizes:
            bar.setRange(0, max(round(whole - seen), 0))
            bar.setPageStep(round(seen))
            bar.setSingleStep(STEP)
        return places

    def begin_at(self, places: Places, day: date) -> None:
        """That day at the left, where not all days are in sight."""
        found = (one.rect.left() for one in places.all if one.cell.day == day)
        self._across.setValue(round(next(found, CREW) - CREW))

    def show(self, rect: QRectF) -> None:
        seen = self.room.size()
        left, top = rect.left() - CREW, rect.top() - HEAD
        self._across.setValue(
            round(min(max(self._across.value(), rect.right() - seen.width()), left))
        )
        self._down.setValue(round(min(max(self._down.value(), rect.bottom() - seen.height()), top)))

    def arrows(self) -> dict[int, QRectF]:
        """In the head, towards the days that are out of sight: -1 at the left, 1 at the right."""
        bar, right = self._across, self._area.viewport().width()
        places = {-1: CREW + 3, 1: right - ARROW - 3}
        hidden = {-1: bar.value() > bar.minimum(), 1: bar.value() < bar.maximum()}
        return {way: QRectF(places[way], 6, ARROW, ARROW) for way in places if hidden[way]}

    def go_on(self, way: int) -> None:
        """A day on, to where a day begins."""
        day = 2 * self._wide
        at = round(self._across.value() / day) + way
        self._across.setValue(round(at * day))
