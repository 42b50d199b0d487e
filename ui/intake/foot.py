"""Under the form: whether its month is closed, what is lacking, that the draft is kept, and what
can be done."""

from math import ceil

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.button import Button, Rank
from ui.kit.closed_line import ClosedLine
from ui.kit.lacking import Lacking
from ui.kit.paint import width_of
from ui.kit.style import BLOCK, GAP, HALF, ICON, SMALL, Tone
from ui.kit.text import Saying


class Foot(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.lacking, self.kept = Lacking(), Saying()
        self.clear = Button("清空", Rank.QUIET)
        self.keep = Button("存草稿", key="Ctrl+S")
        self.again = Button("保存再登一件", key="F10")
        self.save = Button("保存并打印回执", Rank.PRIMARY, icon="printer", key="F9")
        self.closed = ClosedLine()
        column = QVBoxLayout(self)
        column.setContentsMargins(BLOCK, 0, BLOCK, HALF)
        column.setSpacing(0)
        column.addWidget(self.closed)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        column.addLayout(row)
        row.addWidget(self.lacking, 1)
        for part in (self.kept, self.clear, self.keep, self.again, self.save):
            row.addWidget(part)

    def say_kept(self, text: str) -> None:
        self.kept.say(text, Tone.GOOD)
        self.kept.setFixedWidth(ceil(width_of(text, SMALL)) + ICON + GAP)
        self.kept.setVisible(bool(text))

    def suit(self, *, correcting: bool) -> None:
        """A correction is printed by whoever wants it, and is not followed by another."""
        self.save.setText("保存更正" if correcting else "保存并打印回执")
        self.save.set_icon("check" if correcting else "printer")
        self.again.setVisible(not correcting)
