"""The way a case has come: its newest lines, and the earlier ones when they are asked for."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit.button import Button, Rank
from ui.kit.card import heading
from ui.kit.style import HALF, WIDE
from ui.kit.timeline import Event, Timeline

NEWEST = 7


class Way(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.timeline = Timeline()
        self.earlier = Button("", Rank.QUIET, icon="history")
        self.earlier.clicked.connect(self._turn)
        self.events: Sequence[Event] = ()
        self._whole = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(WIDE)
        column.addWidget(heading("经过"))
        column.addWidget(self.timeline)
        column.addWidget(self.earlier, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(HALF)

    def show_events(self, events: Sequence[Event]) -> None:
        self.events = events
        self._show()

    def fold(self) -> None:
        """Another case begins with its newest lines."""
        self._whole = False

    def _turn(self) -> None:
        self._whole = not self._whole
        self._show()

    def _show(self) -> None:
        more = len(self.events) - NEWEST
        shown = self.events if self._whole or more < 2 else self.events[:NEWEST]
        self.timeline.show_events(shown)
        self.earlier.setText("收起更早的" if self._whole else f"更早的 {more} 条")
        self.earlier.setVisible(more >= 2)
