"""The second question of the day, where the one at the desk has a password."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.directory import Who
from ui.kit.brand import brand
from ui.kit.card import Card
from ui.kit.paint import hairline
from ui.kit.sign_in import SignInBox
from ui.kit.style import BLOCK, PAD, TOP, scheme_of


class PasswordQuestion(QWidget):
    def __init__(
        self, who: Who, centre: str, now: Callable[[], datetime], *, alone: bool = False
    ) -> None:
        """Alone: there is no list of names to go back to."""
        super().__init__()
        self.setWindowTitle(f"办得成 — {centre}")
        self.setMinimumSize(640, 420)
        self.sign_in = SignInBox(who, now)
        if alone:
            self.sign_in.back.hide()
        self.first = self.sign_in.first
        card = Card()
        inside = QVBoxLayout()
        inside.setContentsMargins(BLOCK, PAD, BLOCK, PAD)
        inside.addWidget(self.sign_in)
        card.body.addLayout(inside)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(card, alignment=Qt.AlignmentFlag.AlignTop)
        across.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(BLOCK, TOP, BLOCK, 0)
        column.addStretch(2)
        column.addLayout(across)
        column.addStretch(3)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        scheme = scheme_of(self)
        painter.fillRect(QRectF(0, 0, self.width(), TOP), QColor(scheme.surface))
        hairline(painter, QPointF(0, TOP - 1), QPointF(self.width(), TOP - 1), scheme.line)
        brand(painter, self, PAD + 4, 13)
