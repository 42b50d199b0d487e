"""A week of half days by crews; visits stand together by village.

One widget that paints: two hundred cards as widgets would take a second to make.
"""

from datetime import date

from PySide6.QtCore import QMimeData, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame

from app.visits.board import WeekBoard
from app.visits.cards import Card
from models.choices import VisitStatus
from ui.kit.keys import ENTER
from ui.kit.paint import box, focus_ring
from ui.kit.scroll import SlimBar
from ui.kit.style import RADIUS, ROUND, scheme_of
from ui.visits import strokes
from ui.visits.places import CREW, HEAD, CellPlace, Places

VISIT = "application/x-visit"  # a visit's id, while it is dragged
STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


def carried(visit_id: int) -> QMimeData:
    data = QMimeData()
    data.setData(VISIT, str(visit_id).encode())
    return data


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
        self.cell: CellPlace | None = None  # where the cursor is
        self.card: Card | None = None  # and on what
        self.taken: int | None = None  # the visit that is carried
        self._laid: int | None = None  # the last one, which the cursor then stands on
        self._aimed: CellPlace | None = None  # by the mouse that drags
        self._pressed: tuple[QPointF, Card] | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(SlimBar(Qt.Orientation.Vertical, self))
        self.setHorizontalScrollBar(SlimBar(Qt.Orientation.Horizontal, self))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName("一周上门安排")

    def show_board(self, board: WeekBoard, today: date) -> None:
        """The cursor stays on its visit, wherever that is now."""
        self.board, self.today = board, today
        self._place()

    def aim(self) -> None:
        """Where carrying begins: the half day of the cursor, else today's first."""
        if self.places and self.cell is None:
            days = [one for one in self.places.all if one.cell.day >= self.today]
            self._go(next(iter(days or self.places.all), None), None)

    def take(self, visit_id: int) -> None:
        self.aim()
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
        self.cell, self.card, self._laid = there, None, visit_id
        self.laid.emit(visit_id, there.cell)

    def _place(self) -> None:
        if self.board is None:
            return
        room = self.maximumViewportSize()
        self.places = Places(self.board, QSizeF(room))
        if self.places.height > room.height():  # the bar takes some of the width
            room.setWidth(room.width() - self.verticalScrollBar().sizeHint().width())
            self.places = Places(self.board, QSizeF(room))
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(round(self.places.width) - room.width(), 0))
        down.setRange(0, max(round(self.places.height) - room.height(), 0))
        across.setPageStep(room.width())
        down.setPageStep(room.height())
        across.setSingleStep(40)
        down.setSingleStep(40)
        self._find_again()
        self.viewport().update()

    def _find_again(self) -> None:
        assert self.places
        wanted, here = self.card.id if self.card else self._laid, self.cell
        self.card = self._laid = None
        for one in self.places.all:
            cards = [card for group in one.groups for card, _ in group.lines]
            if same := [card for card in cards if card.id == wanted]:
                self.cell, self.card = one, same[0]
                return
        cells = [one for one in self.places.all if here and one.cell == here.cell]
        self.cell = cells[0] if cells else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS:
            self.aim()
            self._step(*STEPS[key])
        elif key in ENTER and self.taken is not None and self.cell:
            self._lay(self.taken, self.cell)
        elif key in ENTER and self.card:
            self.opened.emit(self.card.id)
        elif key == Qt.Key.Key_P and self.card and self.card.status is VisitStatus.PLANNED:
            self.take(self.card.id)
        elif key == Qt.Key.Key_Escape and self.taken is not None:
            self.drop()
        else:
            event.ignore()

    def _step(self, across: int, down: int) -> None:
        if not (self.places and self.cell):
            return
        cards = [] if self.taken else self._cards_of(self.cell)
        at = cards.index(self.card) + down if self.card in cards else -1
        if down and cards and 0 <= at < len(cards):
            self._go(self.cell, cards[at])
            return
        there = self.places.beside(self.cell, across, down)
        found = self._cards_of(there)
        at = -1 if down < 0 else 0
        self._go(there, found[at] if found and not self.taken else None)

    def _cards_of(self, cell: CellPlace) -> list[Card]:
        return [card for group in cell.groups for card, _ in group.lines]

    def _go(self, cell: CellPlace | None, card: Card | None) -> None:
        self.cell, self.card = cell, card
        if cell:
            self._into_sight(cell.rect)
        self.setAccessibleDescription(_told(cell, card))
        self.moved.emit()
        self.viewport().update()

    def _into_sight(self, rect: QRectF) -> None:
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        room = self.viewport().size()
        left, top = rect.left() - CREW, rect.top() - HEAD
        across.setValue(round(min(max(across.value(), rect.right() - room.width()), left)))
        down.setValue(round(min(max(down.value(), rect.bottom() - room.height()), top)))

    def _spot(self, point: QPointF) -> QPointF:
        """On the board, of a point in sight."""
        return point + QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.places is None:
            return
        spot = self._spot(event.position())
        cell, card = self.places.at(spot), self.places.card_at(spot)
        self._pressed = (event.position(), card) if card else None
        if cell and self.taken is not None:
            self._lay(self.taken, cell)
        elif cell:
            self._go(cell, card)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.card:
            self.opened.emit(self.card.id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or self._pressed[1].status is not VisitStatus.PLANNED:
            return
        start, card = self._pressed
        if (event.position() - start).manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            drag = QDrag(self)
            drag.setMimeData(carried(card.id))
            drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.setAccepted(event.mimeData().hasFormat(VISIT))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._aimed = self.places.at(self._spot(event.position())) if self.places else None
        event.setAccepted(self._aimed is not None)
        self.viewport().update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._aimed = None
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        aimed = self.places.at(self._spot(event.position())) if self.places else None
        self._aimed = None
        self.viewport().update()
        if aimed:
            event.acceptProposedAction()
            self._lay(int(bytes(event.mimeData().data(VISIT).data())), aimed)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.aim()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()  # heads and crews stay where they are

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.places is None or self.board is None:
            return
        painter = QPainter(self.viewport())
        scheme, room = scheme_of(self), QRectF(self.viewport().rect())
        painter.fillRect(room, QColor(scheme.surface))
        x, y = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        painter.translate(-x, -y)
        self._paint_cells(painter, room.translated(x, y))
        painter.translate(0, y)
        days = [one.day for one in self.board.days]
        today = days.index(self.today) if self.today in days else -1
        strokes.paint_heads(painter, self.board, self.places, scheme, today)
        painter.translate(x, -y)
        top: float = HEAD
        for team, tall in zip(self.board.teams, self.places.heights, strict=True):
            strokes.paint_crew(painter, team, top, tall, scheme)
            top += tall
        painter.fillRect(QRectF(0, y, CREW, HEAD), QColor(scheme.surface))
        painter.resetTransform()
        box(painter, room, line=scheme.line, radius=RADIUS)

    def _paint_cells(self, painter: QPainter, seen: QRectF) -> None:
        assert self.places
        scheme = scheme_of(self)
        aimed = self._aimed or (self.cell if self.taken is not None else None)
        for one in self.places.all:
            if one.rect.intersects(seen):
                strokes.paint_cell(
                    painter,
                    one,
                    scheme,
                    past=one.cell.day < self.today,
                    aimed=aimed is not None and one.cell == aimed.cell,
                    lines=self.places.lines,
                )
        if self.hasFocus() and self.cell and self.taken is None:
            rects = [rect for card, rect in self.places.cards() if card is self.card]
            rect = rects[0] if rects else self.cell.rect.adjusted(2, 2, -1, -1)
            focus_ring(painter, rect, scheme, ROUND)


def _told(cell: CellPlace | None, card: Card | None) -> str:
    """For those who hear the screen."""
    if cell is None:
        return ""
    where = f"{cell.cell.team} {cell.cell.day.month}月{cell.cell.day.day}日{cell.cell.half.label}"
    if card is None:
        return f"{where} 空"
    told = f"{where} {card.starts_at:%H:%M} {card.person} {card.village} {card.matter}"
    return " ".join((told, *card.clashes))
