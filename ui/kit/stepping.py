"""A frame with an arrow at either end and in between what is looked at: one stop of Tab."""

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.kit.icon_button import IconButton
from ui.kit.paint import CENTRE, box, focus_ring, width_of, words
from ui.kit.style import BODY, FIELD, PAD, ROUND, scheme_of


class Stepping(QWidget):
    """Its own `step` says where an arrow or one of the keys leads."""

    keys: ClassVar[Mapping[int, int]] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}

    def __init__(self, before: str, after: str, longest: str) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.before = IconButton("chevron-left", before)
        self.after = IconButton("chevron-right", after)
        self.period = _Period(longest)
        for one in (self.before, self.period, self.after):
            one.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys step
            row.addWidget(one)
        self.before.clicked.connect(lambda: self.step(-1))
        self.after.clicked.connect(lambda: self.step(1))

    def step(self, by: int) -> None:
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in self.keys:
            self.step(self.keys[event.key()])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, scheme, rect = QPainter(self), scheme_of(self), QRectF(self.rect())
        box(painter, rect, scheme.surface, scheme.line, radius=ROUND)
        if self.hasFocus():
            focus_ring(painter, rect, scheme, ROUND)


class _Period(QWidget):
    def __init__(self, longest: str) -> None:
        super().__init__()
        self.text, self._longest = "", longest

    def say(self, text: str) -> None:
        self.text = text
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(width_of(self._longest, bold=True) + PAD), FIELD)

    def paintEvent(self, event: QPaintEvent) -> None:
        ink = scheme_of(self).ink
        words(QPainter(self), QRectF(self.rect()), self.text, ink, BODY, bold=True, align=CENTRE)
