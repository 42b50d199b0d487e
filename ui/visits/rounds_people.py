"""The first step of a round: whom, from which day on, and which crews."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.directory import list_matters, list_villages
from app.visits.crews import list_teams
from app.visits.draft import VisitDraft
from app.visits.pasted_people import Common, read_people
from app.visits.rules import visit_rules
from app.visits.tray import TrayCard, tray
from models.choices import Need, VisitCheck, VisitKind
from ui.kit.card import Card
from ui.kit.chip import Tag
from ui.kit.choice import Segments
from ui.kit.day_field import DayField
from ui.kit.desk import Desk
from ui.kit.editors import Line
from ui.kit.entries import Entry
from ui.kit.field import Field
from ui.kit.keys import EnterMovesOn
from ui.kit.long_list import TickList
from ui.kit.pasting import PasteBox, PasteKind
from ui.kit.person_lines import phone_line
from ui.kit.pick import Pick
from ui.kit.rows import FieldRow, show_problems
from ui.kit.scroll import scrolling
from ui.kit.style import GAP, WIDE, Tone
from ui.kit.tag_box import TagBox
from ui.kit.text import quiet
from ui.kit.tick import Tick

WAITING, LIST = "waiting", "list"
WIDTH, NARROW, ROOMY, LABEL = 338, 258, 1000, 62
OF_LIST = ("kind", "matter", "phone", "checklist", "exception", "consent")
OF_WAITING = ("village", "need")
HINT = (
    "从 Excel 复制后粘贴在这里：姓名、证件号、电话、村、地址、群体，有几列写几列，"
    "带不带表头都行。\n\n周玉兰　33010619520315122X　10012345678　石门村　3组12号　残疾"
)


class RoundPeople(QWidget):
    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._cards: Sequence[TrayCard] = ()
        self.source = Segments(((WAITING, "从待安排里选"), (LIST, "粘贴名单")), WAITING)
        tomorrow = desk.today() + timedelta(days=1)
        self.first = DayField(desk.today, tomorrow)
        teams = [one.name for one in list_teams()]
        self.teams = TagBox([(one, one or "未编组") for one in teams], hint="哪几组去")
        least = visit_rules().least_crew
        self.teams.set_values([one.name for one in list_teams() if len(one.members) >= least])
        villages = [(one.name, one.name, one.initials) for one in list_villages()]
        self.village, self.need = Pick(villages, hint="全部"), Pick(Need, hint="全部")
        self.kind = Pick(VisitKind, VisitKind.CERTIFY)
        matters = [(one.name, one.name, f"{one.initials} {one.keywords}") for one in list_matters()]
        self.matter = Pick(matters, free=True, hint="名单没写事项的")
        self.phone = phone_line("没写电话的打这个")
        self.checklist = TagBox(VisitCheck, hint="现场要办的")
        self.exception = Line(hint="不在上门对象之内的")
        self.consent = Tick("都同意上门，问过了")
        self.waiting = TickList(name="待安排的上门")
        self.count = Tag("", Tone.VISIT)
        kind = PasteKind("名单", "", HINT, "人", self._read)
        self.pasted = PasteBox(kind)
        self.stack = QStackedWidget()
        self.rows = self._rows()
        self._arrange()
        self._listen()
        self._show_source()

    def _rows(self) -> dict[str, FieldRow]:
        named: dict[str, tuple[str, QWidget]] = {
            "first": ("从哪天", self.first),
            "teams": ("哪几组", self.teams),
            "village": ("村社", self.village),
            "need": ("群体", self.need),
            "kind": ("类别", self.kind),
            "matter": ("事项", self.matter),
            "phone": ("电话", self.phone),
            "checklist": ("现场", self.checklist),
            "exception": ("原因", self.exception),
            "consent": ("同意", self.consent),
        }
        needed = ("first", "teams", "matter", "consent")
        return {
            name: FieldRow(
                label,
                editor if isinstance(editor, Tick) else Field(editor),
                needed=name in needed,
                width=LABEL,
            )
            for name, (label, editor) in named.items()
        }

    def _arrange(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(0)
        column.addWidget(self.source)
        column.addSpacing(WIDE)
        for row in self.rows.values():
            column.addWidget(row)
        column.addStretch(1)
        EnterMovesOn(left).ended.connect(lambda: self.first_field().setFocus())
        card = Card("待安排", flush=True)
        card.head.insertWidget(1, self.count)
        card.head.addWidget(quiet("空格勾选，Ctrl+A 全选"))
        card.body.addWidget(self.waiting, 1)
        for one in (card, self.pasted):
            self.stack.addWidget(one)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(GAP * 2)
        self._left = scrolling(left)
        across.addWidget(self._left)
        across.addWidget(self.stack, 1)

    def _listen(self) -> None:
        self.source.changed.connect(self._show_source)
        for one in (self.village, self.need):
            one.changed.connect(self._filter)
        for common in (self.kind, self.matter, self.phone, self.checklist, self.exception):
            common.changed.connect(self.pasted.read_again)
        for told in (self.first, self.teams, self.consent, self.waiting, self.pasted):
            told.changed.connect(self.changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the list needs the room."""
        super().resizeEvent(event)
        self._left.setFixedWidth(WIDTH if event.size().width() >= ROOMY else NARROW)

    def first_field(self) -> QWidget:
        """Where people are chosen."""
        return self.pasted.first if self.is_list() else self.waiting

    def is_list(self) -> bool:
        return bool(self.source.value() == LIST)

    def read(self) -> None:
        """Who waits now."""
        self._cards = tray()
        self._filter()

    def tick(self, visit_ids: Sequence[int]) -> None:
        self.source.set_value(WAITING)
        self.read()
        self.waiting.tick(visit_ids)

    def drafts(self) -> list[VisitDraft]:
        """Those of the list that nothing is wrong with."""
        consent = self.consent.value()
        return [VisitDraft(**vars(one) | {"consent": consent}) for one in self.pasted.drafts()]

    def chosen(self) -> list[int]:
        """Those that are ticked, in the order in which they wait."""
        ticked = self.waiting.ticked()
        return [one.id for one in self._cards if one.id in ticked]

    def people(self) -> int:
        return len(self.pasted.drafts()) if self.is_list() else len(self.chosen())

    def problems(self) -> dict[str, str]:
        found = {}
        if (first := self.first.value()) is None:
            found["first"] = self.first.problem() or "请写从哪天开始。"
        elif first < self.desk.today():
            found["first"] = "请写今天或以后。"
        if not self.teams.values():
            found["teams"] = "请选至少一组。"
        if self.is_list() and not self.matter.text().strip() and self._lacks_matter():
            found["matter"] = "请写明上门办什么事。"
        if self.is_list() and not self.consent.value():
            found["consent"] = "要先征得同意，再登记上门。"
        return found

    def show_problems(self, found: Mapping[str, str]) -> None:
        show_problems(self.rows, found)

    def _lacks_matter(self) -> bool:
        return any(not one.draft.matter for one in self.pasted.understood.lines.lines)

    def _read(self, text: str) -> list[Any]:
        common = Common(
            kind=self.kind.value() or VisitKind.CERTIFY,
            matter=self.matter.text().strip(),
            phone=self.phone.value(),
            checklist=tuple(self.checklist.values()),
            consent=True,
            exception=self.exception.value(),
        )
        return read_people(text, common, self.desk.today())

    def _show_source(self) -> None:
        of_list = self.is_list()
        for name, row in self.rows.items():
            row.setVisible(name not in (OF_WAITING if of_list else OF_LIST))
        self.stack.setCurrentIndex(1 if of_list else 0)
        self.changed.emit()

    def _filter(self) -> None:
        village, need = self.village.value(), self.need.value()
        shown = [
            one
            for one in self._cards
            if (village is None or one.village == village) and (need is None or need in one.needs)
        ]
        self.waiting.show_entries(entry_of(one) for one in shown)
        self.count.say(f"{len(shown)} 件", Tone.VISIT)


def entry_of(card: TrayCard) -> Entry:
    """Somebody who waits, as a line."""
    people = f" {card.people} 人" if card.people > 1 else ""
    needs = "、".join(one.label for one in card.needs)
    due = f"{card.due.month}月{card.due.day}日前" if card.due else ""
    note = "　".join(filter(None, (card.matter, needs, card.suits, due)))
    mark = "急" if card.urgent else ""
    tone = Tone.DANGER if card.urgent else Tone.PLAIN
    title = f"{card.person}{people} · {card.village}"
    return Entry(title, note, mark=mark, tone=tone, key=card.id)
