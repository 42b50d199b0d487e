"""The line under a field."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.kit.icons import draw_icon
from ui.kit.paint import words
from ui.kit.style import HALF, HINT, SMALL, Tone, scheme_of

SAYS = {
    Tone.PLAIN: "",
    Tone.GOOD: "circle-check",
    Tone.WARN: "triangle-alert",
    Tone.DANGER: "circle-alert",
    Tone.VISIT: "route",
    Tone.PRIMARY: "lightbulb",
}


class Hint(QWidget):
    """Its height is always kept, so nothing jumps when it speaks."""

    def __init__(self, text: str = "", tone: Tone = Tone.PLAIN) -> None:
        super().__init__()
        self.text, self.tone = "", Tone.PLAIN
        self.setFixedHeight(HINT)
        self.say(text, tone)

    def say(self, text: str, tone: Tone = Tone.PLAIN) -> None:
        self.text, self.tone = text, tone
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.text:
            return
        painter = QPainter(self)
        scheme = scheme_of(self)
        ink = scheme.muted if self.tone is Tone.PLAIN else scheme.hue(self.tone).ink
        left = 2.0
        if icon := SAYS[self.tone]:
            left = draw_icon(painter, left, 10, icon, ink, 14) + HALF
        words(painter, QRectF(left, 1, self.width() - left, 18), self.text, ink, SMALL)
