"""A week of half days by crews; visits stand together by village.

One widget that paints: two hundred cards as widgets would take a second to make.
"""

from datetime import date

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip

from app.visits.board import WeekBoard
from app.visits.cards import Card
from models.choices import VisitStatus
from ui.kit.keys import ENTER
from ui.visits.carrying import Grip, Landing
from ui.visits.cursor import Cursor
from ui.visits.places import CREW, HEAD, CellPlace, Places
from ui.visits.sight import Sight
from ui.visits.strokes import Look, paint_board
from ui.visits.tips import tip_at
from ui.visits.unfolded import Unfolded, unfolded

STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class WeekView(QAbstractScrollArea):
    """The arrows walk over half days and the visits in them; Enter opens the visit, P takes it up,
    the arrows then carry it and Enter lays it down; Esc lets it be."""

    opened = Signal(int)
    laid = Signal(int, object)  # a visit's id, and the Cell
    carrying = Signal(bool)
    moved = Signal()  # the cursor

    def __init__(self) -> None:
        super().__init__()
        self.board: WeekBoard | None = None
        self.places: Places | None = None
        self.today = date.min
        self.at, self.sight = Cursor(), Sight(self)
        self.taken: int | None = None  # the visit that is carried
        self._laid: int | None = None  # the last one, which the cursor then stands on
        self._walks = False  # the keyboard or the mouse was at a half day since it came here
        self._grip = Grip(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.landing = Landing(self.viewport(), self._cell_at)
        self.landing.dropped.connect(self._lay)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName("一周上门安排")

    def show_board(self, board: WeekBoard, today: date) -> None:
        """The cursor stays on its visit, wherever that is now; another week begins at today."""
        another = self.board is None or self.board.days != board.days
        self.board, self.today = board, today
        self._place()
        if another and self.places:
            self.sight.begin_at(self.places, today)

    def take(self, visit_id: int) -> None:
        self.at.begin(self.today)
        self.taken = visit_id
        self.setFocus()
        self.carrying.emit(True)
        self.viewport().update()

    def drop(self) -> None:
        if self.taken is not None:
            self.taken = None
            self.carrying.emit(False)
            self.viewport().update()

    def _lay(self, visit_id: int, there: CellPlace) -> None:
        self.drop()
        self.at.cell, self.at.card, self._laid = there, None, visit_id
        self.laid.emit(visit_id, there.cell)

    def _cell_at(self, point: QPointF) -> CellPlace | None:
        return self.places.at(point + self.sight.offset) if self.places else None

    def _place(self) -> None:
        if self.board is not None:
            self.places = self.sight.fit(self.board)
            self.at.stand_on(self.places, self._laid)
            self._laid = None
            self.viewport().update()

    def unfolded(self) -> Unfolded | None:
        """Where one has just gone, while nothing is carried."""
        if not self._walks or self.taken is not None:
            return None
        return unfolded(self.at.cell, self.sight.room.adjusted(CREW, HEAD, -2, -2))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, card = Qt.Key(event.key()), self.at.card
        if key in STEPS:
            self.at.begin(self.today)
            self.at.step(*STEPS[key], over_visits=self.taken is None)
            self._went()
        elif key in ENTER and self.taken is not None and self.at.cell:
            self._lay(self.taken, self.at.cell)
        elif key in ENTER and card:
            self.opened.emit(card.id)
        elif key == Qt.Key.Key_P and card and card.status is VisitStatus.PLANNED:
            self.take(card.id)
        elif key == Qt.Key.Key_Escape and self.taken is not None:
            self.drop()
        else:
            event.ignore()

    def _went(self) -> None:
        self._walks = True
        if self.at.cell:
            self.sight.show(self.at.cell.rect)
        self.setAccessibleDescription(self.at.told())
        self.moved.emit()
        self.viewport().update()

    def card_at(self, point: QPointF) -> Card | None:
        """In what is laid open, else on the board; the point is on the board."""
        over = self.unfolded()
        if over and over.rect.contains(point):
            return over.card_at(point)
        return self.places.card_at(point) if self.places else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for way, arrow in self.sight.arrows().items():
            if arrow.contains(event.position()):
                self.sight.go_on(way)
                return
        if self.places is None:
            return
        spot = event.position() + self.sight.offset
        cell, card = self.places.at(spot), self.card_at(spot)
        held = card.id if card and card.status is VisitStatus.PLANNED else None
        self._grip.press(event.position(), held)
        if cell and self.taken is not None:
            self._lay(self.taken, cell)
        elif card and (over := self.unfolded()) and over.rect.contains(spot):
            self.at.card = card
            self._went()
        elif cell:
            self.at.go(cell, card)
            self._went()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if card := self.card_at(event.position() + self.sight.offset):
            self.opened.emit(card.id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._grip.move(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self.board and self.places:
            spot = QPointF(event.pos()) + self.sight.offset
            card = self.card_at(spot)
            QToolTip.showText(event.globalPos(), tip_at(self.places, self.board, spot, card), self)
            return True
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.at.begin(self.today)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._walks = False
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()  # heads and crews stay where they are

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.places and self.board:
            carried_to = self.at.cell if self.taken is not None else None
            aimed = self.landing.aimed or carried_to
            here = self.at if self.hasFocus() and self.taken is None else None
            look = Look(
                self.board, self.places, self.sight, self.today, aimed, here, self.unfolded()
            )
            paint_board(QPainter(self.viewport()), look, self)
