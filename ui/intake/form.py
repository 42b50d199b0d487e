"""The form itself: four blocks in two columns, the foot under them, and all fields by name."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.directory import MatterEntry
from app.intake_draft import Comer, filled_of_party
from app.parties import PartyDraft
from app.workdays import Due
from models.choices import PartyKind
from ui.intake.files import Pasting, sources_in
from ui.intake.how import HowBlock, ObstacleBlock
from ui.intake.matter import MatterBlock
from ui.intake.quick import QuickNote
from ui.intake.who import WhoBlock
from ui.kit.block import Block, Note
from ui.kit.keys import EnterMovesOn, go_to
from ui.kit.rows import Row
from ui.kit.scroll import scrolling
from ui.kit.slots import Slot
from ui.kit.style import BLOCK, GAP, Tone

WIDEST, TALLEST = 1440, 680
# Near their natural heights: layouts share the whole height by these, not the surplus alone.
SHARES: dict[type[QWidget], int] = {WhoBlock: 42, MatterBlock: 58, ObstacleBlock: 52, HowBlock: 48}
Known = tuple[str, str, str]  # an entry of a list: value, words, initials


class IntakeForm(QWidget):
    """What is typed, kept by name; it says beside each field what is wrong with it."""

    changed = Signal()
    left = Signal()  # a field was left
    ended = Signal()  # Enter in the last field

    def __init__(self, today: Callable[[], date], now: Callable[[], datetime]) -> None:
        super().__init__()
        self.who, self.matter = WhoBlock(today), MatterBlock(today)
        self.obstacle, self.how = ObstacleBlock(), HowBlock(now)
        self.quick_note = QuickNote()
        self.blocks: tuple[Block, ...] = (self.who, self.matter, self.obstacle, self.how)
        self.area = scrolling(self._sheet())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.area)
        self.who.unfold_over(self)
        self.matter.unfold_over(self)
        self.how.unfold_over(self)
        self.slots: dict[str, Slot] = {}
        self.rows: dict[str, Row] = {}
        for block in self.blocks:
            self.slots |= block.slots
            self.rows |= block.rows
        self._loading, self._proposed = False, ""
        self._listen()
        self.arrange_tabs()
        self.setAcceptDrops(True)

    def _sheet(self) -> QWidget:
        """Two columns read one after the other; wide screens do not stretch the lines."""
        sheet = QWidget()
        across = QHBoxLayout(sheet)
        across.setContentsMargins(BLOCK, 0, BLOCK, 0)
        across.setSpacing(GAP)
        across.setAlignment(Qt.AlignmentFlag.AlignTop)
        left, right = (self.who, self.matter), (self.quick_note, self.obstacle, self.how)
        for blocks, share in ((left, 53), (right, 47)):
            column = QWidget()
            column.setMaximumSize(WIDEST * share // 100, TALLEST)
            down = QVBoxLayout(column)
            down.setContentsMargins(0, 0, 0, 0)
            down.setSpacing(GAP)
            for block in blocks:
                down.addWidget(block, SHARES.get(type(block), 0))
            down.addStretch()
            across.addWidget(column, share * 100)
        across.addStretch(1)
        return sheet

    def _listen(self) -> None:
        pasting = Pasting(self.matter.files)
        for slot in self.slots.values():
            for signal in slot.changes:
                signal.connect(self._change)
            if left := getattr(slot.editor, "left", None):
                left.connect(self.left)
        for kind in (QLineEdit, QPlainTextEdit):
            for editor in list[QWidget](self.findChildren(kind)):
                editor.setAcceptDrops(False)  # a file dropped on a field is for the whole form
                editor.installEventFilter(pasting)
        self.matter.materials.rearranged.connect(self.arrange_tabs)
        self.matter.files.changed.connect(self.arrange_tabs)
        self.matter.matter.changed.connect(self._follow_matter)
        self._mover = EnterMovesOn(self, self._order)
        self._mover.ended.connect(self.ended)
        bar = self.area.verticalScrollBar()
        asks = (one.fold for one in self.how.asks)
        for fold in (self.who.fold, self.matter.since, self.matter.fold, *asks):
            if fold is not None:
                bar.valueChanged.connect(partial(_place, fold))

    def arrange_tabs(self) -> None:
        """Reading order, through the folds."""
        for one, following in pairwise(self._order()):
            QWidget.setTabOrder(one, following)

    def _order(self) -> list[QWidget]:
        return [one for block in self.blocks for one in block.fields()]

    def offer(
        self, matters: Sequence[MatterEntry], units: Sequence[Known], villages: Sequence[Known]
    ) -> None:
        """The centre's lists."""
        self._loading = True  # a name that is now on a list is no keystroke
        self.matter.offer(matters, units)
        self.how.offer(units)
        self.obstacle.offer()
        self.who.village.set_items(villages)
        self.who.other_village.set_items(villages)
        self._loading = False

    def load(self, who: str, party: PartyDraft) -> None:
        """Fill in someone who was here before, at the desk (person) or served (other)."""
        self._loading = True
        if who == "person" and party.kind is PartyKind.ORGANISATION:
            self.slots["comer"].write(Comer.ORGANISATION)
        for name, one in filled_of_party(party).items():
            if slot := self.slots.get(f"{who}.{name}"):
                slot.write(one)
        self._loading = False
        self.changed.emit()

    def show_due(self, due: Due | None, span: str) -> None:
        self.how.show_due(due, span)
        self.quick_note.show_due(due, span)

    def filled(self) -> dict[str, Any]:
        return {name: slot.read() for name, slot in self.slots.items()}

    def fill(self, filled: Mapping[str, Any]) -> None:
        """Show this and nothing else; what it does not name is empty or as usual."""
        self._loading = True
        defaults = {"comer": "self", "grade": "general", "method": "transfer", "trips": 0}
        self._proposed = self.who.visits = self.matter.repeated = ""
        kept = {"channel": "counter", **defaults, **filled}
        for name in ("comer", *(name for name in self.slots if name != "comer")):
            self.slots[name].write(kept.get(name))
        self._loading = False

    def set_quick(self, *, quick: bool) -> None:
        """快速登记: who, what and how to reach them."""
        self.quick_note.setVisible(quick)
        self.obstacle.setVisible(not quick)
        self.how.setVisible(not quick)

    def tell(self, visits: str, repeated: str) -> None:
        """What was found of the person, and the case that is being done already."""
        if visits or self.who.name.text():
            self.who.visits = visits
        self.matter.repeated = f"这件事已在办：{repeated}" if repeated else ""

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

    def unreadable(self) -> dict[str, str]:
        """What stands where a day should, and is none."""
        days = {"received_at": self.how.received_at, "first_applied_on": self.matter.first}
        return {name: said for name, day in days.items() if (said := day.problem())}

    def captions(self, names: Mapping[str, str]) -> list[str]:
        """What the fields are called, in reading order."""
        return [
            f"{self.who.rows['other.name'].label.text()}的{row.label.text()}"
            if name.startswith("other.") and name != "other.name"
            else row.label.text()
            for name, row in self.rows.items()
            if name in names
        ]

    def go_to(self, names: Mapping[str, str]) -> None:
        """Put the keyboard into the first of these fields."""
        first = next((row.field for name, row in self.rows.items() if name in names), None)
        if first is not None and self.who.fold.isAncestorOf(first):
            go_to(self.who.other)  # unfolds it
        if first is not None and self.matter.since.isAncestorOf(first):
            go_to(self.matter.trips)
        if first is not None:
            go_to(first)

    def first_of(self, found: Mapping[str, str]) -> str:
        """The sentence at the field that comes first."""
        return next((found[name] for name in self.rows if name in found), "")

    def _follow_matter(self) -> None:
        """The matter's papers are offered, and its unit is in the lead until another is chosen."""
        self.matter.ask_for_papers()
        entry = self.matter.entry()
        unit = entry.unit if entry else ""
        lead = self.how.lead
        if not self._loading and lead.text() in ("", self._proposed):
            self._proposed = unit
            lead.set_value(unit or None, unit)

    def _change(self) -> None:
        if not self._loading:
            self.changed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()) or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if sources_in(event.mimeData(), 1):
            self.matter.files.take(event.mimeData())
            event.acceptProposedAction()


def _place(fold: Any, _: int) -> None:
    fold.place()
