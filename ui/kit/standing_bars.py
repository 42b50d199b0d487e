"""Bars that stand side by side in groups, one group a month, over a quiet scale."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from ui.kit.bars import MARK, Look, Piece, paint_piece
from ui.kit.line_chart import round_up
from ui.kit.paint import CENTRE, RIGHT, hairline, width_of, words
from ui.kit.style import CAPTION, HALF, Scheme, Tone

TALL, SCALE, NAMES, ABOVE, HIGH = 158, 26, 20, 18, 15
WIDEST, SHARE, SHORTEST = 24.0, 0.74, 2.0


@dataclass(frozen=True)
class Group:
    """`mark`: a level to hold the first piece against, drawn as a line across it."""

    name: str
    pieces: tuple[Piece, ...]
    mark: float | None = None


class StandingBars:
    lying = False

    def __init__(self, groups: Sequence[Group]) -> None:
        self.groups = groups

    @property
    def rows(self) -> Sequence[Sequence[Piece]]:
        return [group.pieces for group in self.groups]

    @property
    def height(self) -> int:
        return TALL

    def boxes(self, room: QRectF) -> list[list[QRectF]]:
        plot, top = self._plot(room), self._top()
        found = []
        for place, group in enumerate(self.groups):
            wide = self._wide(plot, len(group.pieces))
            middle = plot.left() + self._step(plot) * (place + 0.5)
            left, boxes = middle - wide * len(group.pieces) / 2, []
            for piece in group.pieces:
                tall = plot.height() * piece.value / top
                tall = max(tall, SHORTEST) if piece.value else 0
                boxes.append(QRectF(left, plot.bottom() - tall, wide - 2, tall))
                left += wide
            found.append(boxes)
        return found

    def paint(self, painter: QPainter, room: QRectF, scheme: Scheme) -> None:
        plot = self._plot(room)
        self._scale(painter, room, plot, scheme)
        for place, (group, boxes) in enumerate(zip(self.groups, self.boxes(room), strict=True)):
            mark = self._mark(plot, boxes[0], group.mark) if boxes else None
            for piece, box in zip(group.pieces, boxes, strict=True):
                paint_piece(painter, box, piece.look, piece.tone, scheme)
                struck = mark if box is boxes[0] else None
                self._number(painter, _foot(box, struck), piece, scheme)
            if mark:
                paint_piece(painter, mark, Look.LINE, Tone.PLAIN, scheme)
            if (len(self.groups) - 1 - place) % self._every(plot) == 0:
                step = self._step(plot)
                name = QRectF(plot.left() + step * (place - 0.5), plot.bottom() + 3, 2 * step, 17)
                words(painter, name, group.name, scheme.muted, CAPTION, align=CENTRE)

    def _scale(self, painter: QPainter, room: QRectF, plot: QRectF, scheme: Scheme) -> None:
        top = self._top()
        for step in range(3):
            y = plot.bottom() - plot.height() * step / 2
            hairline(painter, QPointF(plot.left(), y), QPointF(plot.right(), y), scheme.line)
            said = QRectF(room.left(), y - 9, self._left() - HALF, 18)
            words(painter, said, str(top * step // 2), scheme.muted, CAPTION, align=RIGHT)

    def _number(self, painter: QPainter, foot: QRectF, piece: Piece, scheme: Scheme) -> None:
        said = str(int(piece.value))
        if piece.value and width_of(said, CAPTION) <= foot.width() + 3:
            room = foot.adjusted(-8, -ABOVE, 8, 0)
            words(painter, room, said, scheme.ink, CAPTION, align=CENTRE)

    def _mark(self, plot: QRectF, box: QRectF, level: float | None) -> QRectF | None:
        if level is None:
            return None
        y = plot.bottom() - plot.height() * level / self._top()
        return QRectF(box.left() - 3, y - MARK, box.width() + 6, 2 * MARK)

    def _plot(self, room: QRectF) -> QRectF:
        return room.adjusted(self._left(), ABOVE, 0, -NAMES)

    def _left(self) -> float:
        return max(width_of(str(self._top()), CAPTION) + HALF, SCALE)

    def _top(self) -> int:
        values = [piece.value for group in self.groups for piece in group.pieces]
        return round_up(int(max([*values, *(group.mark or 0 for group in self.groups)], default=0)))

    def _step(self, plot: QRectF) -> float:
        return plot.width() / max(len(self.groups), 1)

    def _wide(self, plot: QRectF, pieces: int) -> float:
        return min(self._step(plot) * SHARE / max(pieces, 1), WIDEST)

    def _every(self, plot: QRectF) -> int:
        longest = max((width_of(group.name, CAPTION) for group in self.groups), default=0)
        return max(1, -int(-(longest + HALF) // self._step(plot)))


def _foot(box: QRectF, mark: QRectF | None) -> QRectF:
    """What the number of a bar stands on: its top, or the mark that would strike the number."""
    top = box.top()
    if mark and mark.bottom() > top - HIGH:
        top = min(top, mark.top())
    return QRectF(box.left(), top, box.width(), 0)
