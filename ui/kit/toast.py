"""A passing message: what was just done, said once, in nobody's way."""

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.kit.icons import draw_icon
from ui.kit.paint import box, width_of, words
from ui.kit.style import BODY, FOOT, GAP, PAD, WIDE, Tone, scheme_of

STAYS = 5000  # ms


class Toast(QWidget):
    """Stands over the foot of the window and lets every click through."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.text = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYS)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def say(self, text: str) -> None:
        self.text = text
        self.setAccessibleName(text)
        width = min(width_of(text) + 2 * PAD + 18 + GAP, self._window.width() - 2 * PAD)
        self.resize(round(width) + 1, 40)
        self.place()
        self.show()
        self.raise_()
        self.update()
        self._timer.start()

    def place(self) -> None:
        left = (self._window.width() - self.width()) // 2
        self.move(left, self._window.height() - FOOT - WIDE - self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        scheme = scheme_of(self)
        rect = QRectF(self.rect())
        hue = scheme.hue(Tone.GOOD)
        box(painter, rect, hue.weak, hue.ink, radius=20)
        left = draw_icon(painter, PAD, 20, "circle-check", hue.ink, 18) + GAP
        words(painter, QRectF(left, 0, rect.width() - left - PAD, 40), self.text, hue.ink, BODY)
