"""One of the three asks (三问): asked or not, and what was answered."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.kit.editors import Text
from ui.kit.field import Field, name_it
from ui.kit.style import HALF, SMALL
from ui.kit.text import quiet
from ui.kit.unfolding import Unfolding


class Asked(Unfolding):
    """Ticked, a field for the answer folds out; without one there was nothing more."""

    answered = Signal()

    def __init__(self, text: str, question: str) -> None:
        super().__init__(text)
        self.question = question
        self.answer = Text(lines=2, most=4, hint="没有就空着")
        self.answer.changed.connect(self.answered)

    def unfold_over(self, form: QWidget, across: QWidget) -> None:
        field = Field(self.answer)
        name_it(field, self.question)
        body = self.fold_out(form, across)
        body.addWidget(quiet(self.question, SMALL))
        body.addSpacing(HALF)
        body.addWidget(field)

    def words_said(self) -> str | None:
        """None where it was not asked."""
        return self.answer.toPlainText() if self.isChecked() else None

    def set_words_said(self, words: str | None) -> None:
        self.setChecked(words is not None)
        self.answer.set_value(words or "")
