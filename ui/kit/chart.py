"""A chart on a card: one stop of Tab, the arrows step over its bars, Enter opens one."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.bars import Piece
from ui.kit.drawing import Drawing
from ui.kit.keys import ENTER, into_sight
from ui.kit.paint import box, focus_ring, words
from ui.kit.style import CAPTION, HALF, Tone, scheme_of

NARROWEST = 300
AROUND = 5.0  # a bar is pressed a little beside it too
Spot = tuple[int, int]  # row and piece


class Chart(QWidget):
    opened = Signal(object)  # what the bar stands for
    entered = Signal()  # the keyboard is here

    def __init__(self) -> None:
        super().__init__()
        self.drawing: Drawing | None = None
        self.at: Spot = (0, 0)
        self._over: Spot | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_drawing(self, drawing: Drawing) -> None:
        """The bar the keyboard is on stays, as far as it is there."""
        self.drawing = drawing
        rows = drawing.bars.rows
        row = min(self.at[0], max(len(rows) - 1, 0))
        self.at = (row, min(self.at[1], len(rows[row]) - 1)) if rows else (0, 0)
        self._over = None
        self._tell()
        self.updateGeometry()
        self.update()

    def piece(self, spot: Spot | None = None) -> Piece | None:
        """Where the keyboard is, or of that spot."""
        rows = self.drawing.bars.rows if self.drawing else ()
        row, place = spot or self.at
        return rows[row][place] if row < len(rows) else None

    def sizeHint(self) -> QSize:
        return QSize(NARROWEST, self.drawing.height if self.drawing else NARROWEST)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _tell(self) -> None:
        """What is heard: the chart in one sentence, and the bar one is on."""
        if self.drawing is None:
            return
        one = self.drawing
        self.setAccessibleName(f"{one.name}：{one.figure}{one.meaning}")
        piece = self.piece()
        self.setAccessibleDescription(piece.said if piece else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        piece = self.piece()
        if key in ENTER and piece is not None:
            self.opened.emit(piece.opens)
        elif not (self.drawing and self._step(Qt.Key(key), self.drawing)):
            super().keyPressEvent(event)

    def _step(self, key: Qt.Key, drawing: Drawing) -> bool:
        """Answer whether the key is one that steps; Up and Down leave at the ends of the bars."""
        rows, (row, place) = drawing.bars.rows, self.at
        along = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        across = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        if not drawing.bars.lying:
            along, across = across, {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if not rows:
            return False
        if key in along:
            row = min(max(row + along[key], 0), len(rows) - 1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            row = 0 if key == Qt.Key.Key_Home else len(rows) - 1
        elif key in across:
            place += across[key]
        else:
            return False
        self._go((row, min(max(place, 0), len(rows[row]) - 1)))
        return True

    def _go(self, spot: Spot) -> None:
        if spot != self.at:
            self.at = spot
            self._tell()
            self.update()
            into_sight(self, self.rect())  # its foot says which bar it is

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._spot(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = self._spot(event.position())
        if event.button() == Qt.MouseButton.LeftButton and spot is not None:
            self._go(spot)
            piece = self.piece(spot)
            assert piece is not None
            self.opened.emit(piece.opens)

    def _hover(self, spot: Spot | None) -> None:
        if spot != self._over:
            self._over = spot
            shape = Qt.CursorShape.PointingHandCursor if spot else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.update()

    def _spot(self, point: QPointF) -> Spot | None:
        if self.drawing is None:
            return None
        room = self.drawing.room(QRectF(self.rect()))
        for row, boxes in enumerate(self.drawing.bars.boxes(room)):
            for place, one in enumerate(boxes):
                if one.adjusted(-1, -AROUND, 1, AROUND).contains(point) and not one.isEmpty():
                    return row, place
        return None

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.entered.emit()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        scheme = scheme_of(self)
        whole = QRectF(self.rect())
        box(painter, whole, scheme.surface, scheme.line)
        if self.drawing is None:
            return
        self.drawing.paint(painter, whole, scheme)
        shown = self._over or (self.at if self.hasFocus() else None)
        piece = self.piece(shown) if shown else None
        foot = self.drawing.foot(whole)
        if shown and piece:
            boxes = self.drawing.bars.boxes(self.drawing.room(whole))
            around = boxes[shown[0]][shown[1]].adjusted(-3, -3, 3, 3)
            box(painter, around, line=scheme.ink, radius=HALF, width=2)
            ink = scheme.hue(Tone.PRIMARY).ink
            words(painter, foot, f"{piece.said}　{piece.leads}", ink, CAPTION, bold=True)
        else:
            words(painter, foot, self.drawing.note, scheme.muted, CAPTION)
        if self.hasFocus():
            focus_ring(painter, whole, scheme)
