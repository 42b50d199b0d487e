"""Sentences that lie over a page's content: what is out of the ordinary, one under another."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.icons import draw_icon
from ui.kit.paint import box, words
from ui.kit.style import GAP, HALF, ROUND, SMALL, WIDE, Tone, scheme_of

HIGH = 34


class NoteLine(NamedTuple):
    icon: str
    title: str
    note: str
    tone: Tone


class Notes(QWidget):
    """A line each; nowhere to be seen while there are none."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: Sequence[NoteLine] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_lines(self, lines: Sequence[NoteLine]) -> None:
        self.lines = lines
        said = "\n".join(f"{one.title} {one.note}".strip() for one in lines)
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.setFixedHeight(max(len(lines) * (HIGH + HALF) - HALF, 0))
        self.setVisible(bool(lines))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        scheme = scheme_of(self)
        for place, line in enumerate(self.lines):
            rect = QRectF(0, place * (HIGH + HALF), self.width(), HIGH)
            hue = scheme.hue(line.tone)
            box(painter, rect, hue.weak, radius=ROUND)
            left = draw_icon(painter, WIDE, rect.center().y(), line.icon, hue.ink) + GAP
            room = rect.adjusted(left, 0, -WIDE, 0)
            right = words(painter, room, line.title, hue.ink, SMALL, bold=True) + WIDE
            room.setLeft(right)
            if line.note and room.width() > HIGH:
                words(painter, room, line.note, scheme.ink, SMALL)
