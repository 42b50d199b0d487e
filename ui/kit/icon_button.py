"""A button of one sign."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent

from ui.kit.icons import draw_icon
from ui.kit.paint import box, focus_ring
from ui.kit.pressing import Pressable
from ui.kit.style import FIELD, ROUND, scheme_of


class IconButton(Pressable):
    """A bare icon; its word is its tool tip and its accessible name."""

    def __init__(self, icon: str, word: str) -> None:
        super().__init__(word)
        self.icon_name = icon
        self.setToolTip(word)
        self.setFixedSize(FIELD, FIELD)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        scheme = scheme_of(self)
        rect = QRectF(self.rect())
        if self.underMouse() and self.isEnabled():
            box(painter, rect, scheme.sunken, radius=ROUND)
        ink = scheme.ink if self.isEnabled() else scheme.edge
        draw_icon(painter, 8, rect.center().y(), self.icon_name, ink)
        if self.hasFocus():
            focus_ring(painter, rect, scheme, ROUND)
