"""The form itself: four blocks in two columns, the foot under them, and all fields by name."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.deadlines.workdays import Due
from app.directory import MatterEntry
from app.intake_draft import Comer, filled_of_party
from app.persons.parties import PartyDraft
from models.choices import PartyKind
from ui.intake.files import Pasting, sources_in
from ui.intake.how import HowBlock, ObstacleBlock
from ui.intake.matter import MatterBlock
from ui.intake.quick import QuickNote
from ui.intake.who import WhoBlock
from ui.kit.block_form import BlockForm
from ui.kit.scroll import scrolling
from ui.kit.style import BLOCK, GAP

WIDEST, TALLEST = 1440, 680
# Near their natural heights: layouts share the whole height by these, not the surplus alone.
SHARES: dict[type[QWidget], int] = {WhoBlock: 42, MatterBlock: 58, ObstacleBlock: 52, HowBlock: 48}
Known = tuple[str, str, str]  # an entry of a list: value, words, initials


class IntakeForm(BlockForm):
    """Files dropped on it or pasted anywhere in it go with the case."""

    usual: ClassVar = {
        "channel": "counter",
        "comer": "self",
        "grade": "general",
        "method": "transfer",
        "trips": 0,
    }

    def __init__(self, today: Callable[[], date], now: Callable[[], datetime]) -> None:
        super().__init__()
        self.who, self.matter = WhoBlock(today), MatterBlock(today)
        self.obstacle, self.how = ObstacleBlock(), HowBlock(now)
        self.quick_note = QuickNote()
        self.area = scrolling(self._sheet())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.area)
        self.who.unfold_over(self)
        self.matter.unfold_over(self)
        self.how.unfold_over(self)
        self._proposed = ""
        asks = (one.fold for one in self.how.asks)
        folds = [one for one in (self.who.fold, self.matter.since, self.matter.fold, *asks) if one]
        self.hold((self.who, self.matter, self.obstacle, self.how), self.area, folds)
        self._listen()
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
        for kind in (QLineEdit, QPlainTextEdit):
            for editor in list[QWidget](self.findChildren(kind)):
                editor.setAcceptDrops(False)  # a file dropped on a field is for the whole form
                editor.installEventFilter(pasting)
        self.matter.materials.rearranged.connect(self.arrange_tabs)
        self.matter.files.changed.connect(self.arrange_tabs)
        self.matter.matter.changed.connect(self._follow_matter)

    def offer(
        self, matters: Sequence[MatterEntry], units: Sequence[Known], villages: Sequence[Known]
    ) -> None:
        """The centre's lists."""
        self.loading = True  # a name that is now on a list is no keystroke
        self.matter.offer(matters, units)
        self.how.offer(units)
        self.obstacle.offer()
        self.who.village.set_items(villages)
        self.who.other_village.set_items(villages)
        self.loading = False

    def load(self, who: str, party: PartyDraft) -> None:
        """Fill in someone who was here before, at the desk (person) or served (other)."""
        told = {f"{who}.{name}": one for name, one in filled_of_party(party).items()}
        if who == "person" and party.kind is PartyKind.ORGANISATION:
            told = {"comer": Comer.ORGANISATION, **told}
        self.write(told)

    def show_due(self, due: Due | None, span: str) -> None:
        self.how.show_due(due, span)
        self.quick_note.show_due(due, span)

    def fill(self, filled: Mapping[str, Any]) -> None:
        self._proposed = self.who.visits = self.matter.repeated = ""
        super().fill(filled)

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

    def unreadable(self) -> dict[str, str]:
        """What stands where a day should, and is none."""
        days = {"received_at": self.how.received_at, "first_applied_on": self.matter.first}
        return {name: said for name, day in days.items() if (said := day.problem())}

    def caption(self, name: str) -> str:
        said = super().caption(name)
        if not name.startswith("other.") or name == "other.name":
            return said
        return f"{super().caption('other.name')}的{said}"

    def _follow_matter(self) -> None:
        """The matter's papers are offered, and its unit is in the lead until another is chosen."""
        self.matter.ask_for_papers()
        entry = self.matter.entry()
        unit = entry.unit if entry else ""
        lead = self.how.lead
        if not self.loading and lead.text() in ("", self._proposed):
            self._proposed = unit
            lead.set_value(unit or None, unit)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()) or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if sources_in(event.mimeData(), 1):
            self.matter.files.take(event.mimeData())
            event.acceptProposedAction()
