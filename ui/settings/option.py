"""One of the settings' pages."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit.button import Button, Rank
from ui.kit.desk import Desk
from ui.kit.style import WIDE

WIDEST = 720  # of a form; longer lines are hard to follow


class Option(QWidget):
    """It loads what is stored and, where it is a form, saves it; a list acts at once."""

    note = ""
    edited = Signal()  # what stands in it, or how much waits in it, is another now

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.first: QWidget = self  # where the keyboard begins
        self.acts: Sequence[QWidget] = ()  # beside the title, the primary one last
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(WIDE)

    def load(self) -> None:
        """Show what is stored."""

    def is_edited(self) -> bool:
        """Whether something was filled in and not saved; then it is not loaded again."""
        return False


def save_button() -> Button:
    """The primary act of every page that is a form."""
    return Button("保存", Rank.PRIMARY, icon="check", key="F9")
