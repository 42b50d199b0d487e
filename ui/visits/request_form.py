"""The form of a request for a home visit: its kind, and four blocks in two columns."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.directory import MatterEntry
from app.intake_draft import filled_of_party
from app.persons.parties import PartyDraft
from app.visits.draft import Eligibility
from app.visits.rules import VisitSettings
from models.choices import PartyKind, VisitKind
from ui.kit.block import Block
from ui.kit.block_form import BlockForm
from ui.kit.choice import Options
from ui.kit.field import name_it
from ui.kit.scroll import scrolling
from ui.kit.slots import slot_of
from ui.kit.style import GAP
from ui.visits.request_asker import AskerBlock
from ui.visits.request_matter import MatterBlock
from ui.visits.request_person import PersonBlock
from ui.visits.request_place import PlaceBlock

Known = tuple[str, str, str]  # an entry of a list: value, words, initials
ROOMY = 940  # px: two columns have room for what is in them
ROLES = {"served": "服务对象", "asker": "预约人"}


class RequestForm(BlockForm):
    usual: ClassVar = {
        "kind": VisitKind.BUSINESS,
        "served.kind": PartyKind.PERSON,
        "people": 1,
        "minutes": 0,
    }

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.kind = Options(VisitKind, VisitKind.BUSINESS, columns=len(VisitKind))
        name_it(self.kind, "类别")
        self.person, self.asker = PersonBlock(today), AskerBlock(today)
        self.place, self.matter = PlaceBlock(today), MatterBlock()
        self.area = scrolling(self._sheet())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.kind)
        column.addWidget(self.area, 1)
        self.person.unfold_over(self)
        self.slots["kind"] = slot_of(self.kind)
        folds = [one.fold for one in (self.person.unaware, self.person.infectious) if one.fold]
        self.hold((self.person, self.asker, self.place, self.matter), self.area, folds)

    def _sheet(self) -> QWidget:
        sheet = QWidget()
        self._across = across = QBoxLayout(QBoxLayout.Direction.LeftToRight, sheet)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(GAP)
        columns: tuple[tuple[Block, ...], ...] = (
            (self.person, self.asker),
            (self.place, self.matter),
        )
        for blocks in columns:
            down = QVBoxLayout()
            down.setSpacing(GAP)
            for block in blocks:
                down.addWidget(block)
            down.addStretch()
            across.addLayout(down, 1)
        across.setAlignment(Qt.AlignmentFlag.AlignTop)
        return sheet

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the columns stand below one another."""
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        wide = event.size().width() >= ROOMY
        self._across.setDirection(way.LeftToRight if wide else way.TopToBottom)

    def order(self) -> list[QWidget]:
        return [self.kind, *super().order()]

    def offer(self, matters: Sequence[MatterEntry], villages: Sequence[Known]) -> None:
        """The centre's lists."""
        self.loading = True  # a name that is now on a list is no keystroke
        self.matter.offer(matters)
        self.person.offer(villages)
        self.place.offer(villages)
        self.loading = False

    def load(self, role: str, party: PartyDraft) -> None:
        """Fill in someone who was here before, served or asking."""
        told: dict[str, Any] = filled_of_party(party)
        self.write({f"{role}.{name}": one for name, one in told.items()})

    def suit(self, rules: VisitSettings, rule: Eligibility) -> None:
        """As it is asked for this kind of visit, and what the rules say of this person."""
        kind = VisitKind.of(self.kind.value())
        gathered = kind is VisitKind.GATHERED
        if not gathered:
            self._serve_a_person()
        self.person.suit(gathered=gathered)
        self.matter.suit(kind, rules)
        self.person.show_rule(rule, infectious=self.person.infectious.value())

    def _serve_a_person(self) -> None:
        self.loading = True  # the kind says so, and nobody typed it
        self.person.of_whom.set_value(PartyKind.PERSON)
        self.loading = False

    def tell(self, role: str, known: str) -> None:
        """What was found of a person."""
        block = self.person if role == "served" else self.asker
        block.known = known

    def caption(self, name: str) -> str:
        role, dot, field = name.partition(".")
        said = super().caption(name)
        return f"{ROLES[role]}的{said}" if dot and field != "name" else said
