"""Words that are to be read to their end, however many they are."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea

from ui.kit.paint import focus_ring
from ui.kit.scroll import SlimBar
from ui.kit.style import ROUND, scheme_of
from ui.kit.text import wrapped


class Passage(QScrollArea):
    """As tall as its words, between two heights; when they are more, Tab comes to it and the
    arrows scroll."""

    def __init__(self, least: int, most: int) -> None:
        super().__init__()
        self._least, self._most = least, most
        self._words = wrapped("")
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(SlimBar(Qt.Orientation.Vertical, self))
        self.setWidget(self._words)
        for ground in (self.viewport(), self._words):  # setWidget() has just switched it on
            ground.setAutoFillBackground(False)
        self._fit()

    def text(self) -> str:
        return self._words.text()

    def say(self, text: str) -> None:
        self._words.setText(text)
        self.setAccessibleName(text)
        self.verticalScrollBar().setValue(0)
        self._fit()

    def _fit(self) -> None:
        wanted = self._words.heightForWidth(self.viewport().width())
        self.setFixedHeight(min(max(wanted, self._least), self._most))
        policy = Qt.FocusPolicy.TabFocus if wanted > self._most else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            ring = QRectF(self.viewport().rect())
            focus_ring(QPainter(self.viewport()), ring, scheme_of(self), ROUND)
