"""How much of it is done: a bar, and the numbers beside it."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.paint import box, words
from ui.kit.style import GAP, SMALL, Tone, scheme_of

WIDEST, THICK, HIGH, NUMBERS = 260, 8, 24, 90


class Progress(QWidget):
    """17/32 户: never a bar alone."""

    def __init__(self, done: int, whole: int, unit: str = "") -> None:
        super().__init__()
        self.done, self.whole = done, whole
        self.text = f"{done}/{whole} {unit}".strip()
        self.setFixedHeight(HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.text)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        scheme = scheme_of(self)
        track = QRectF(0, (HIGH - THICK) / 2, min(self.width() - NUMBERS, WIDEST), THICK)
        box(painter, track, scheme.sunken, scheme.line, radius=THICK / 2)
        filled = QRectF(track)
        filled.setWidth(track.width() * self.done / max(self.whole, 1))
        if self.done:
            box(painter, filled, scheme.hue(Tone.GOOD).ink, radius=THICK / 2)
        room = QRectF(track.right() + GAP, 0, NUMBERS, HIGH)
        words(painter, room, self.text, scheme.ink, SMALL, bold=True)
