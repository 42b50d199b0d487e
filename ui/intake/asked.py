"""One of the three asks (三问): asked or not, and what was answered."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.kit.editors import Text
from ui.kit.field import Field, name_it
from ui.kit.fold import Fold
from ui.kit.style import HALF, SMALL
from ui.kit.text import quiet
from ui.kit.tick import Tick


class Asked(Tick):
    """Ticked, a field for the answer folds out; without one there was nothing more."""

    answered = Signal()

    def __init__(self, text: str, question: str) -> None:
        super().__init__(text)
        self.question = question
        self.answer = Text(lines=2, most=4, hint="没有就空着")
        self.answer.changed.connect(self.answered)
        self.fold: Fold | None = None

    def unfold_over(self, form: QWidget, across: QWidget) -> None:
        self.fold = fold = Fold(self, form, across)
        fold.wanted = self.isChecked
        field = Field(self.answer)
        name_it(field, self.question)
        fold.body.addWidget(quiet(self.question, SMALL))
        fold.body.addSpacing(HALF)
        fold.body.addWidget(field)
        self.toggled.connect(lambda _: fold.look())

    def words_said(self) -> str | None:
        """None where it was not asked."""
        return self.answer.toPlainText() if self.isChecked() else None

    def set_words_said(self, words: str | None) -> None:
        self.setChecked(words is not None)
        self.answer.set_value(words or "")
