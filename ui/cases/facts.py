"""Captions and what stands beside them, to be read and copied."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ui.kit.style import GAP, HALF
from ui.kit.text import quiet, wrapped

Fact = tuple[str, str]
CAPTION = 60
_BY_HAND = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class Facts(QWidget):
    """Made anew only when what it says has changed."""

    def __init__(self) -> None:
        super().__init__()
        self.facts: Sequence[Fact] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(HALF + 2)
        self._grid.setColumnMinimumWidth(0, CAPTION)
        self._grid.setColumnStretch(1, 1)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """What is empty is left out."""
        told = [(name, text) for name, text in facts if text]
        if told == self.facts:
            return
        self.facts = told
        while item := self._grid.takeAt(0):
            if gone := item.widget():
                gone.hide()
                gone.deleteLater()
        for place, (name, text) in enumerate(told):
            caption, said = quiet(name), selectable(wrapped(text))
            said.setAccessibleName(f"{name} {text}")
            self._grid.addWidget(caption, place, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(said, place, 1, Qt.AlignmentFlag.AlignTop)
        self.setVisible(bool(told))


def selectable(label: QLabel) -> QLabel:
    """A phone number is marked and copied, not typed again."""
    label.setTextInteractionFlags(_BY_HAND)
    label.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    return label
