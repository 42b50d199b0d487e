"""Yes or no."""

from math import ceil
from typing import Any

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.icons import draw_icon
from ui.kit.keys import ENTER
from ui.kit.paint import box, focus_ring, width_of, words
from ui.kit.pressing import Pressable
from ui.kit.style import GAP, ICON, ROUND, scheme_of


class Tick(Pressable):
    """A box to tick, large enough for a mouse on a counter; Space ticks it, Enter goes on."""

    changed = Signal()

    def __init__(self, text: str, *, value: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setCheckable(True)
        self.setChecked(value)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(lambda _: self.changed.emit())

    def value(self) -> bool:
        return self.isChecked()

    def set_value(self, value: Any) -> None:
        self.setChecked(bool(value))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            event.ignore()  # on some desktops Qt would tick
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(ceil(width_of(self.words()) + ICON + GAP + 8), 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        scheme = scheme_of(self)
        middle = self.height() / 2
        square = QRectF(2, middle - 9, 18, 18)
        on, enabled = self.isChecked(), self.isEnabled()
        if on:
            box(painter, square, scheme.fill if enabled else scheme.edge, radius=4)
            draw_icon(painter, 4, middle, "check", scheme.on_fill, 14, "3")
        else:
            ground = scheme.surface if enabled else scheme.sunken
            line = scheme.muted if self.underMouse() else scheme.edge
            box(painter, square, ground, line, radius=4)
        room = QRectF(28, 0, self.width() - 28, self.height())
        words(painter, room, self.words(), scheme.ink if enabled else scheme.muted)
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), scheme, ROUND)
