"""Rows that stand side by side where there is room for what is in them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.kit.style import WIDE


class Abreast(QWidget):
    """Below `least` pixels the rows stand below one another: a number is not to be cut off."""

    def __init__(self, rows: Sequence[QWidget], shares: Sequence[int], least: int) -> None:
        super().__init__()
        self._rows, self._least = rows, least
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        for row, share in zip(rows, shares, strict=True):
            self._box.addWidget(row, share, Qt.AlignmentFlag.AlignTop)
        self._stand(abreast=True)

    def _stand(self, *, abreast: bool) -> None:
        heights = [row.maximumHeight() for row in self._rows]
        way = QBoxLayout.Direction
        self._box.setDirection(way.LeftToRight if abreast else way.TopToBottom)
        self._box.setSpacing(WIDE if abreast else 0)
        self.setMaximumHeight(max(heights) if abreast else sum(heights))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        abreast = event.size().width() >= self._least
        if abreast != (self._box.direction() is QBoxLayout.Direction.LeftToRight):
            self._stand(abreast=abreast)
