"""A form of several blocks: its fields by name, and beside each what is wrong with it."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import pairwise
from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from app.errors import Invalid
from ui.kit.block import Block, Note
from ui.kit.fold import Fold
from ui.kit.keys import EnterMovesOn, go_to
from ui.kit.rows import Row
from ui.kit.slots import Slot
from ui.kit.style import Tone


def refused(save: Callable[[], None]) -> Mapping[str, str]:
    """What is found to be wrong only when it is saved; nothing where it was."""
    try:
        save()
    except Invalid as error:
        return error.problems
    return {}


class BlockForm(QWidget):
    """What is typed, kept by name. Enter and Tab go on in reading order, through the folds."""

    changed = Signal()
    left = Signal()  # a field was left
    ended = Signal()  # Enter in the last field
    usual: ClassVar[Mapping[str, Any]] = {}  # what stands in a field that was not filled in

    def __init__(self) -> None:
        super().__init__()
        self.blocks: Sequence[Block] = ()
        self.slots: dict[str, Slot] = {}
        self.rows: dict[str, Row] = {}
        self.loading = False  # what is filled in by the program is no keystroke

    def hold(self, blocks: Sequence[Block], area: QScrollArea, folds: Sequence[Fold]) -> None:
        """The blocks, once all that folds out of them is made."""
        self.blocks = blocks
        for block in blocks:
            self.slots |= block.slots
            self.rows |= block.rows
        for slot in self.slots.values():
            for signal in slot.changes:
                signal.connect(self._change)
            if left := getattr(slot.editor, "left", None):
                left.connect(self.left)
        self._mover = EnterMovesOn(self, self.order)
        self._mover.ended.connect(self.ended)
        for fold in folds:
            area.verticalScrollBar().valueChanged.connect(partial(_place, fold))
        self.arrange_tabs()

    def order(self) -> list[QWidget]:
        return [one for block in self.blocks for one in block.fields()]

    def arrange_tabs(self) -> None:
        for one, following in pairwise(self.order()):
            QWidget.setTabOrder(one, following)

    def filled(self) -> dict[str, Any]:
        return {name: slot.read() for name, slot in self.slots.items()}

    def fill(self, filled: Mapping[str, Any]) -> None:
        """Show this and nothing else; what it does not name is empty or as usual."""
        self.loading = True
        kept = {**self.usual, **filled}
        for name, slot in self.slots.items():
            slot.write(kept.get(name))
        self.loading = False

    def write(self, filled: Mapping[str, Any]) -> None:
        """Fill in these and leave the others."""
        self.loading = True
        for name, one in filled.items():
            if slot := self.slots.get(name):
                slot.write(one)
        self.loading = False
        self.changed.emit()

    def show_wrong(self, found: Mapping[str, str], *, asked: bool) -> None:
        """Before the form was to be saved, only what is filled in can be wrong, and what is still
        being typed is said quietly."""
        for block in self.blocks:
            block.say_lack(sum(name in block.rows for name in found), asked=asked)
        quietly: dict[str, Note] = {}
        for name, row in self.rows.items():
            sentence = found.get(name, "").rstrip("。")
            typing = (row.field.focusProxy() or row.field).hasFocus() and not asked
            filled_in = asked or bool(self.slots[name].read())
            row.wrong(sentence if sentence and filled_in and not typing else "")
            if sentence and filled_in and typing:
                quietly[name] = (sentence, Tone.PLAIN)
        notes = {name: note for block in self.blocks for name, note in block.notes().items()}
        for name, row in self.rows.items():
            row.say(*(notes | quietly).get(name, ("", Tone.PLAIN)))

    def caption(self, name: str) -> str:
        """What a field is called, where it is spoken of alone."""
        return self.rows[name].label.text()

    def captions(self, names: Mapping[str, str]) -> list[str]:
        """What the fields are called, in reading order."""
        return [self.caption(name) for name in self.rows if name in names]

    def go_to(self, names: Mapping[str, str]) -> None:
        """Put the keyboard into the first of these fields."""
        first = next((row.field for name, row in self.rows.items() if name in names), None)
        if first is not None:
            for block in self.blocks:
                block.unfold(first)
            go_to(first)

    def first_of(self, found: Mapping[str, str]) -> str:
        """The sentence at the field that comes first, or else what is wrong at none of them."""
        return next((found[name] for name in (*self.rows, *found) if name in found), "")

    def _change(self) -> None:
        if not self.loading:
            self.changed.emit()


def _place(fold: Fold, _: int) -> None:
    fold.place()
