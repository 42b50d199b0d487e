"""One of the blocks of a form."""

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QWidget

from ui.kit.abreast import Abreast
from ui.kit.card import Card
from ui.kit.choosing import Choosing
from ui.kit.field import Field
from ui.kit.rows import FieldRow, Row
from ui.kit.slots import Slot, slot_of
from ui.kit.style import HALF, PAD, Tone

Note = tuple[str, Tone]


class Block(Card):
    """A card whose head says what is still lacking; it knows its fields by their names."""

    def __init__(self, number: str, title: str) -> None:
        super().__init__(title, number=number)
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(QMargins(PAD, HALF + 2, PAD, HALF))
        self.slots: dict[str, Slot] = {}
        self.rows: dict[str, Row] = {}
        self.body.addStretch(0)

    def keep(self, name: str, editor: QWidget) -> None:
        """A field that has no row of its own."""
        self.slots[name] = slot_of(editor)

    def row(
        self,
        name: str,
        label: str,
        editor: QWidget,
        hint: str = "",
        *,
        needed: bool = False,
        hinted: bool = True,
    ) -> FieldRow:
        """A field with its name beside it; a draft calls it `name`."""
        row = FieldRow(label, framed(editor), hint, needed=needed, hinted=hinted)
        self.rows[name], self.slots[name] = row, slot_of(editor)
        return row

    def line(self, *rows: QWidget, shares: tuple[int, ...] = (50, 50), least: int = 0) -> QWidget:
        """Rows side by side, but for less than that width."""
        return Abreast(rows, shares, least)

    def notes(self) -> dict[str, Note]:
        """What is known of what stands in the fields, by their names."""
        return {}

    def fields(self) -> list[QWidget]:
        """What can be filled in, in the order of Tab."""
        raise NotImplementedError

    def unfold(self, field: QWidget) -> None:
        """Open what the field is folded in, if it is."""

    def add(self, row: QWidget, share: int = 10) -> None:
        self.body.insertWidget(self.body.count() - 1, row, share)

    def say_lack(self, lacking: int, *, asked: bool) -> None:
        """In red only once the form was to be saved."""
        if not lacking:
            self.mark("已齐", Tone.GOOD, "check")
        elif asked:
            self.mark(f"还差 {lacking} 项", Tone.DANGER)
        else:
            self.mark(f"还差 {lacking} 项", Tone.PLAIN, "circle")


def framed(editor: QWidget) -> QWidget:
    """A choice shows all its answers; anything one writes in has a frame."""
    return editor if isinstance(editor, Choosing) else Field(editor)
