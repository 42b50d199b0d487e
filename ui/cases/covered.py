"""A line about people: covered until somebody asks for it, for others may see the screen."""

from math import ceil

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.cases.facts import selectable
from ui.kit.button import Button, Rank
from ui.kit.paint import width_of
from ui.kit.style import GAP, SMALL
from ui.kit.text import wrapped

SHOW, COVER = "显示号码", "遮住号码"


class Covered(QWidget):
    """Pressing its button uncovers, pressing it again covers."""

    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.covered = True
        self._texts = ("", "")
        self.words = selectable(wrapped(""))
        self.button = Button(SHOW, Rank.QUIET)
        self.button.clicked.connect(lambda: self.cover(covered=not self.covered))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.words, 100)
        row.addWidget(self.button)
        row.addStretch(1)

    def say(self, covered: str, in_full: str) -> None:
        self._texts = (covered, in_full)
        self.button.setVisible(covered != in_full)
        self._show()

    def cover(self, *, covered: bool = True) -> None:
        if covered != self.covered:
            self.covered = covered
            self.button.setText(SHOW if covered else COVER)
            self._show()
            self.turned.emit()

    def _show(self) -> None:
        text = self._texts[0 if self.covered else 1]
        self.words.setText(text)
        # The button stands behind the words, wherever they end.
        self.words.setMaximumWidth(ceil(width_of(text, SMALL)) + GAP)
