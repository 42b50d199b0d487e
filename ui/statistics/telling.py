"""What the figures say in words, above the charts."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.statistics.story import NOTHING, Sentence
from ui.kit.style import Tone
from ui.kit.text import Saying, wrapped


class Telling(QWidget):
    """The good news stands out."""

    def __init__(self) -> None:
        super().__init__()
        self.plain = wrapped("")
        self.good = Saying()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.good)
        column.addWidget(self.plain)

    def say(self, sentences: Sequence[Sentence]) -> None:
        good = "".join(one.text for one in sentences if one.good)
        plain = "".join(one.text for one in sentences if not one.good)
        self.good.say(good, Tone.GOOD, "sprout" if good.startswith(NOTHING) else "trending-down")
        self.good.setVisible(bool(good))
        self.plain.setText(plain)
        self.plain.setVisible(bool(plain))
