"""A tick under which what belongs to it folds out."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit.fold import Fold
from ui.kit.tick import Tick


class Unfolding(Tick):
    """Only ticked it has something to unfold; it lies over the form, so that nothing jumps."""

    fold: Fold | None = None

    def fold_out(self, form: QWidget, across: QWidget) -> QVBoxLayout:
        """Where what it folds out is put."""
        self.fold = fold = Fold(self, form, across)
        fold.wanted = self.isChecked
        self.toggled.connect(lambda _: fold.look())
        return fold.body
