"""Bars that lie below one another, each with its name and its number."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.kit.bars import Piece, paint_piece
from ui.kit.paint import RIGHT, width_of, words
from ui.kit.style import GAP, SMALL, Scheme

LINE, THICK, NAMES, SHORTEST = 25, 14, 0.42, 3.0


@dataclass(frozen=True)
class LyingBar:
    """One or more pieces behind one another, and the number at their end."""

    name: str
    pieces: tuple[Piece, ...]
    number: str
    note: str = ""  # quiet words behind the number


class LyingBars:
    lying = True

    def __init__(self, bars: Sequence[LyingBar]) -> None:
        self.bars = bars

    @property
    def rows(self) -> Sequence[Sequence[Piece]]:
        return [bar.pieces for bar in self.bars]

    @property
    def height(self) -> int:
        return LINE * len(self.bars)

    def boxes(self, room: QRectF) -> list[list[QRectF]]:
        lines, most = self._lines(room), self._most()
        start, longest = self._names(room) + GAP, self._longest(room)
        found = []
        for bar, line in zip(self.bars, lines, strict=True):
            left, boxes = room.left() + start, []
            for piece in bar.pieces:
                wide = longest * piece.value / most
                wide = max(wide, SHORTEST) if piece.value else 0
                boxes.append(QRectF(left, line.center().y() - THICK / 2, wide, THICK))
                left += wide
            found.append(boxes)
        return found

    def paint(self, painter: QPainter, room: QRectF, scheme: Scheme) -> None:
        names = self._names(room)
        every = zip(self.bars, self._lines(room), self.boxes(room), strict=True)
        for bar, line, boxes in every:
            name = QRectF(line.left(), line.top(), names, line.height())
            words(painter, name, bar.name, scheme.ink, SMALL, align=RIGHT)
            for piece, box in zip(bar.pieces, boxes, strict=True):
                paint_piece(painter, box, piece.look, piece.tone, scheme)
            left = boxes[-1].right() + GAP
            number = QRectF(left, line.top(), line.right() - left, line.height())
            left = words(painter, number, bar.number, scheme.ink, SMALL, bold=True) + GAP
            note = QRectF(left, line.top(), line.right() - left, line.height())
            if bar.note:
                words(painter, note, bar.note, scheme.muted, SMALL)

    def _lines(self, room: QRectF) -> list[QRectF]:
        return [
            QRectF(room.left(), room.top() + LINE * place, room.width(), LINE)
            for place in range(len(self.bars))
        ]

    def _most(self) -> float:
        return max((sum(piece.value for piece in bar.pieces) for bar in self.bars), default=0) or 1

    def _names(self, room: QRectF) -> float:
        longest = max((width_of(bar.name, SMALL) for bar in self.bars), default=0)
        return min(longest + 1, room.width() * NAMES)

    def _longest(self, room: QRectF) -> float:
        said = max(
            (
                width_of(bar.number, SMALL, bold=True)
                + (width_of(bar.note, SMALL) + GAP if bar.note else 0)
                for bar in self.bars
            ),
            default=0,
        )
        return max(room.width() - self._names(room) - said - 2 * GAP - 2, SHORTEST)
