"""What came of an act, in as many lines as it takes; gone while there is nothing to say."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit.hint import SAYS
from ui.kit.icons import draw_icon
from ui.kit.paint import box
from ui.kit.style import GAP, HALF, PAD, ROUND, SMALL, Tone, scheme_of
from ui.kit.text import wrapped


class Verdict(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.tone = Tone.PLAIN
        self._words = wrapped("", SMALL)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAD + PAD, GAP, GAP, GAP)
        column.addWidget(self._words)
        self.hide()

    @property
    def text(self) -> str:
        return self._words.text()

    def say(self, text: str, tone: Tone) -> None:
        self.tone = tone
        self._words.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        hue = scheme_of(self).hue(self.tone)
        box(painter, QRectF(self.rect()), hue.weak, radius=ROUND)
        if icon := SAYS[self.tone]:
            draw_icon(painter, GAP, PAD + HALF / 2, icon, hue.ink, 16)
