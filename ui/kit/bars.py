"""What the bars of a chart are: pieces that are told apart without their colour."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Protocol

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.kit.paint import words
from ui.kit.style import CAPTION, GAP, Scheme, Tone

STRIPES, SWATCH, EDGE, MARK = 5.0, 14.0, 1.2, 2.4


class Look(Enum):
    SOLID = "solid"
    STRIPED = "striped"
    HOLLOW = "hollow"
    LINE = "line"


@dataclass(frozen=True)
class Piece:
    """So many of something; `said` is all of it in words, `opens` what Enter asks for, and
    `leads` says what is seen then."""

    value: float
    said: str
    look: Look = Look.SOLID
    tone: Tone = Tone.PRIMARY
    opens: Any = None
    leads: str = ""


@dataclass(frozen=True)
class Key:
    """What a look stands for."""

    name: str
    look: Look = Look.SOLID
    tone: Tone = Tone.PRIMARY


class Bars(Protocol):
    """Pieces in rows, whether these lie or stand, and where each of them is painted."""

    lying: bool

    @property
    def rows(self) -> Sequence[Sequence[Piece]]: ...

    @property
    def height(self) -> int: ...

    def boxes(self, room: QRectF) -> Sequence[Sequence[QRectF]]:
        """All that a piece is pressed and marked by, which is never empty."""

    def paint(self, painter: QPainter, room: QRectF, scheme: Scheme) -> None: ...


def paint_piece(painter: QPainter, rect: QRectF, look: Look, tone: Tone, scheme: Scheme) -> None:
    if rect.isEmpty():
        return
    hue = scheme.hue(tone)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if look is Look.SOLID:
        painter.fillRect(rect, QColor(hue.ink))
    elif look is Look.LINE:
        level = QRectF(rect.left(), rect.center().y() - MARK / 2, rect.width(), MARK)
        painter.fillRect(level, QColor(scheme.ink))
    else:
        painter.setClipRect(rect)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(hue.ink), EDGE))
        if look is Look.STRIPED:
            painter.fillRect(rect, QColor(hue.weak))
            painter.drawLines(_stripes(rect))
        painter.drawRect(rect.adjusted(EDGE / 2, EDGE / 2, -EDGE / 2, -EDGE / 2))
    painter.restore()


def _stripes(rect: QRectF) -> list[QLineF]:
    """Drawn line by line: a pattern of Qt's would be as fine as the printer's dots."""
    tall, lines = rect.height(), []
    left = rect.left() - tall
    while left < rect.right():
        lines.append(QLineF(left, rect.bottom(), left + tall, rect.top()))
        left += STRIPES
    return lines


def paint_keys(painter: QPainter, room: QRectF, keys: Sequence[Key], scheme: Scheme) -> None:
    left = room.left()
    for key in keys:
        swatch = QRectF(left, room.center().y() - 5, SWATCH, 10)
        paint_piece(painter, swatch, key.look, key.tone, scheme)
        named = QRectF(swatch.right() + 6, room.top(), room.right() - swatch.right(), room.height())
        left = words(painter, named, key.name, scheme.muted, CAPTION) + 2 * GAP
