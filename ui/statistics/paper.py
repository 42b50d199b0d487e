"""All charts on one sheet of A4, as they are printed."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter

from ui.kit.drawing import Drawing
from ui.kit.leaves import Leaf
from ui.kit.paint import box, height_of, paragraph, words
from ui.kit.style import CAPTION, LIGHT, SMALL, TITLE

A4 = (595.276, 841.89)  # points
ACROSS = 1000.0  # pixels of the screen on the width of the paper, or more if it must hold more
MARGIN, BETWEEN, HEAD, FOOT = 60.0, 14.0, 30.0, 30.0


@dataclass
class StatisticsLeaf(Leaf):
    """The first chart over the whole width, the others in two columns."""

    title: str
    about: str
    story: str
    drawings: Sequence[Drawing]
    made: str
    size: QSizeF = field(default_factory=lambda: QSizeF(*A4))

    def picture(self, width: int) -> QImage:
        across = self._across()
        scale = width / across
        tall = across * self.size.height() / self.size.width()
        image = QImage(width, round(tall * scale), QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.scale(scale, scale)
        room = QRectF(MARGIN, MARGIN, across - 2 * MARGIN, tall - 2 * MARGIN)
        room.setTop(self._above(painter, room))
        for row in self._rows():
            self._row(painter, room, row)
            room.setTop(room.top() + _tallest(row) + BETWEEN)
        foot = QRectF(MARGIN, tall - MARGIN, room.width(), FOOT)
        words(painter, foot, self.made, LIGHT.muted, CAPTION)
        painter.end()
        return image

    def _rows(self) -> list[Sequence[Drawing]]:
        first, *others = self.drawings
        return [[first], *(others[at : at + 2] for at in range(0, len(others), 2))]

    def _across(self) -> float:
        charts = sum(_tallest(row) + BETWEEN for row in self._rows())
        told = height_of(self.story, ACROSS - 2 * MARGIN)
        tall = 2 * MARGIN + 2 * HEAD + told + BETWEEN + charts
        return max(ACROSS, tall * self.size.width() / self.size.height())

    def _above(self, painter: QPainter, room: QRectF) -> float:
        head = QRectF(room.left(), room.top(), room.width(), HEAD)
        words(painter, head, self.title, LIGHT.ink, TITLE, bold=True)
        words(painter, head.translated(0, HEAD), self.about, LIGHT.muted, SMALL)
        told = room.adjusted(0, 2 * HEAD, 0, 0)
        return paragraph(painter, told, self.story, LIGHT.ink) + BETWEEN

    def _row(self, painter: QPainter, room: QRectF, drawings: Sequence[Drawing]) -> None:
        """As tall as the tallest of them."""
        wide = (room.width() - BETWEEN * (len(drawings) - 1)) / len(drawings)
        for at, one in enumerate(drawings):
            left = room.left() + (wide + BETWEEN) * at
            card = QRectF(left, room.top(), wide, _tallest(drawings))
            box(painter, card, line=LIGHT.line)
            one.paint(painter, card, LIGHT)
            words(painter, one.foot(card), one.note, LIGHT.muted, CAPTION)


def _tallest(drawings: Sequence[Drawing]) -> float:
    return max(one.height for one in drawings)
