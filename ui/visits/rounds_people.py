"""The first step of a round: whom, from which day on, and which crews."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.visits.crews import list_teams
from app.visits.draft import VisitDraft
from app.visits.pasted_people import read_people
from app.visits.rules import visit_rules
from ui.kit.choice import Segments
from ui.kit.day_field import DayField
from ui.kit.desk import Desk
from ui.kit.field import Field
from ui.kit.keys import EnterMovesOn
from ui.kit.pasting import PasteBox, PasteKind
from ui.kit.rows import FieldRow, show_problems
from ui.kit.scroll import scrolling
from ui.kit.style import GAP, PAD, WIDE
from ui.kit.tag_box import TagBox
from ui.visits.rounds_common import LABEL, CommonFields
from ui.visits.rounds_waiting import WaitingPeople

WAITING, LIST = "waiting", "list"
WIDTH, NARROW, ROOMY = 338, 258, 1000
HINT = (
    "从 Excel 复制后粘贴在这里：姓名、证件号、电话、村、地址、群体，有几列写几列，"
    "带不带表头都行。\n\n周玉兰　33010619520315122X　10012345678　石门村　3组12号　残疾"
)


class RoundPeople(QWidget):
    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.source = Segments(((WAITING, "从待安排里选"), (LIST, "粘贴名单")), WAITING)
        self.first = DayField(desk.today, desk.today() + timedelta(days=1))
        teams, least = list_teams(), visit_rules().least_crew
        self.teams = TagBox([(one.name, one.name or "未编组") for one in teams], hint="哪几组去")
        self.teams.set_values([one.name for one in teams if len(one.members) >= least])
        self.common, self.waiting = CommonFields(), WaitingPeople()
        self.pasted = PasteBox(PasteKind("名单", "", HINT, "人", self._read))
        self.stack = QStackedWidget()
        self.rows = {
            "first": FieldRow("从哪天", Field(self.first), needed=True, width=LABEL),
            "teams": FieldRow("哪几组", Field(self.teams), needed=True, width=LABEL),
            **self.common.rows,
        }
        self._arrange()
        self.source.changed.connect(self._show_source)
        self.common.changed.connect(self.pasted.read_again)
        for one in (self.first, self.teams, self.waiting, self.pasted):
            one.changed.connect(self.changed)
        self._show_source()

    def _arrange(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(0)
        column.addWidget(self.source)
        column.addSpacing(WIDE)
        for row in (self.rows["first"], self.rows["teams"], self.common):
            column.addWidget(row)
        column.addStretch(1)
        EnterMovesOn(left).ended.connect(lambda: self.first_field().setFocus())
        for one in (self.waiting, self.pasted):
            self.stack.addWidget(one)
        self._left = scrolling(left)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(PAD)
        across.addWidget(self._left)
        across.addWidget(self.stack, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the list needs the room."""
        super().resizeEvent(event)
        self._left.setFixedWidth(WIDTH if event.size().width() >= ROOMY else NARROW)

    def first_field(self) -> QWidget:
        """Where people are chosen."""
        return self.pasted.first if self.is_list() else self.waiting.list

    def is_list(self) -> bool:
        return bool(self.source.value() == LIST)

    def tick(self, visit_ids: Sequence[int]) -> None:
        """Choose these of those who wait."""
        self.source.set_value(WAITING)
        self.waiting.read()
        self.waiting.list.tick(visit_ids)

    def drafts(self) -> list[VisitDraft]:
        """Those of the list that nothing is wrong with."""
        return self.pasted.drafts()

    def people(self) -> int:
        return len(self.pasted.drafts() if self.is_list() else self.waiting.chosen())

    def problems(self) -> dict[str, str]:
        found = {}
        if (first := self.first.value()) is None:
            found["first"] = self.first.problem() or "请写从哪天开始。"
        elif first < self.desk.today():
            found["first"] = "请写今天或以后。"
        if not self.teams.values():
            found["teams"] = "请选至少一组。"
        if self.is_list():
            lines = self.pasted.understood.lines.lines
            without = any(not one.draft.matter for one in lines)
            found |= self.common.problems(some_without_matter=without)
        return found

    def show_problems(self, found: Mapping[str, str]) -> None:
        show_problems(self.rows, found)

    def _read(self, text: str) -> list[Any]:
        return read_people(text, self.common.common(), self.desk.today())

    def _show_source(self) -> None:
        self.common.setVisible(self.is_list())
        self.stack.setCurrentIndex(1 if self.is_list() else 0)
        self.changed.emit()
