"""The sheet on which a home visit is asked for, or a request corrected."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import drafts
from app.cases.registry import get_row as case_row
from app.directory import list_matters, list_villages
from app.persons.people import PersonFound
from app.visits.asked_before import asked_before
from app.visits.draft import VisitDraft, eligibility, problems
from app.visits.filled import (
    FORM,
    by_field,
    correct_request,
    file_request,
    is_blank,
    request_of,
    title_of,
)
from app.visits.requests import already_asked
from app.visits.requests import get_row as visit_row
from app.visits.rules import visit_rules
from ui.kit import ask
from ui.kit.block_form import refused
from ui.kit.button import Button, Rank
from ui.kit.desk import Desk
from ui.kit.lacking import Lacking
from ui.kit.person_lines import visits_in_words
from ui.kit.sheet import Sheet
from ui.kit.style import GAP, Tone
from ui.kit.text import Saying
from ui.visits.filed_sheet import FiledSheet
from ui.visits.request_begun import begun
from ui.visits.request_form import ROLES, RequestForm

WIDEST, TALLEST = 1240, 720
NEW, CORRECTION = "登记上门需求", "更正上门需求"
KEPT = 280  # px, for when the draft was kept


def open_request(window: QWidget, desk: Desk, wanted: object) -> None:
    RequestSheet(window, desk, wanted).open()


class RequestSheet(Sheet):
    """Every keystroke is kept; F9 or Ctrl+S files it, and planning it is offered at once."""

    def __init__(self, window: QWidget, desk: Desk, wanted: object = None) -> None:
        super().__init__(window, NEW, widest=WIDEST, tallest=TALLEST)
        self.desk = desk
        self._carried: dict[str, Any] = {}  # of the draft, but in no field
        self._draft_id: int | None = None
        self._asked = False  # it was to be filed and could not be
        self._at_first: dict[str, Any] = {}
        self._known: dict[str, str] = {}
        self.form = RequestForm(desk.today)
        self.lacking, self.kept = Lacking(), Saying()
        self.kept.setFixedWidth(KEPT)
        self.clear = Button("清空", Rank.QUIET)
        self.again = Button("登记再登一件", key="F10")
        self.save = Button("登记", Rank.PRIMARY, icon="check", key="F9")
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addWidget(self.form, 1)
        column.addLayout(self._foot())
        self.body.addLayout(column)
        villages = [(one.name, one.name, one.initials) for one in list_villages()]
        self.form.offer(list_matters(), villages)
        self.first = self.form.person.name
        self._listen()
        self._begin(*begun(wanted, desk.who()))

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.lacking, 1)
        for part in (self.kept, self.clear, self.again, self.save):
            foot.addWidget(part)
        return foot

    def _listen(self) -> None:
        self.form.changed.connect(self._typed)
        self.form.left.connect(self._show)
        self.form.ended.connect(self.save.setFocus)
        self.form.person.name.loaded.connect(lambda one: self._load("served", one))
        self.form.asker.name.loaded.connect(lambda one: self._load("asker", one))
        self.clear.clicked.connect(self._throw_away)
        self.again.clicked.connect(lambda: self._save(again=True))
        self.save.clicked.connect(lambda: self._save(again=False))
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(self.save.click)

    def _begin(self, filled: Mapping[str, Any], draft_id: int | None = None) -> None:
        self._draft_id, self._asked = draft_id, False
        self._carried = {name: one for name, one in filled.items() if name not in self.form.slots}
        self._known = {}
        self.form.matter.forget()
        self.form.fill(filled)
        self._at_first = self._filled()
        self._say_kind()
        self._say_begun()
        self._show()

    def _say_kind(self) -> None:
        correcting, case_id = "visit" in self._carried, self._carried.get("case")
        title = f"{CORRECTION}　{self._carried['number']}" if correcting else NEW
        self.title.setText(f"{title}　{case_row(case_id).number}" if case_id else title)
        self.save.setText("保存更正" if correcting else "登记")
        self.again.setVisible(not correcting and not case_id)

    def _say_begun(self) -> None:
        """Where it goes on from, or that the case has a visit before it already."""
        case_id, correcting = self._carried.get("case"), "visit" in self._carried
        again = already_asked(case_id) if case_id and not correcting else ""
        if again:
            self.kept.say(again, Tone.WARN)
        else:
            self.kept.say("接着填上次没登记的" if self._draft_id else "", Tone.GOOD)

    def _filled(self) -> dict[str, Any]:
        return self._carried | self.form.filled()

    def _typed(self) -> None:
        """Every keystroke: kept first, then looked at."""
        self._keep()
        self._show()

    def _keep(self) -> None:
        filled, now = self._filled(), self.desk.now()
        if self._draft_id is None and (is_blank(self.form.filled()) or filled == self._at_first):
            return
        title = f"更正 {filled['number']}" if "visit" in filled else title_of(filled)
        who = self.desk.who().id
        self._draft_id = drafts.keep(FORM, self._draft_id, title, filled, who, now)
        self.kept.say(f"草稿已存 {now:%H:%M}", Tone.GOOD)

    def _lacking(self, filled: Mapping[str, Any], draft: VisitDraft) -> dict[str, str]:
        found = by_field(problems(draft, self.desk.today(), visit_rules()), filled)
        return found | self.form.place.unreadable()

    def _show(self) -> None:
        filled, rules = self._filled(), visit_rules()
        draft = request_of(filled)
        found = self._lacking(filled, draft)
        for role in ROLES:
            same = filled.get(f"{role}.loaded") == filled.get(f"{role}.name")
            self.form.tell(role, self._known.get(role, "") if same else "")
        self.form.person.again = asked_before(draft.served, filled.get("visit"))
        self.form.suit(rules, eligibility(draft, self.desk.today(), rules))
        self.form.show_wrong(found, asked=self._asked)
        self.lacking.say_lack(self.form.captions(found), asked=self._asked)
        self.clear.setVisible(self._draft_id is not None)
        if "visit" not in filled:
            self.save.setText("记下不安排" if draft.infectious else "登记")

    def _load(self, role: str, one: PersonFound) -> None:
        party = one.party
        self._carried |= {f"{role}.id": party.id, f"{role}.loaded": party.name}
        self._carried |= (
            {"asker.village": party.village, "asker.address": party.address}
            if (role == "asker")
            else {}
        )
        self._known[role] = visits_in_words(one)
        self.form.load(role, party)

    def _save(self, *, again: bool) -> None:
        filled = self._filled()
        draft = request_of(filled)
        if found := self._lacking(filled, draft) or by_field(
            refused(lambda: self._settle(filled, draft, again=again)), filled
        ):
            self._asked = True
            self._show()
            self.form.go_to(found)
            self.desk.errands.said.emit(self.form.first_of(found))

    def _settle(self, filled: Mapping[str, Any], draft: VisitDraft, *, again: bool) -> None:
        who, now, said = self.desk.who(), self.desk.now(), self.desk.errands.said
        if "visit" in filled:
            correct_request(filled["visit"], draft, who, now, self._draft_id)
            self._draft_id = None
            self.leave()
            said.emit(f"已更正 {filled['number']}。")
            return
        visit_id = file_request(draft, who, now, self._draft_id)
        number = visit_row(visit_id).number
        ended = "有传染病，不安排上门。" if draft.infectious else "在待安排里。"
        said.emit(f"已登记 {number}，{ended}")
        if again:
            self._begin({})
            self.first.setFocus()
            return
        over, self._draft_id = self._over(), None
        self.leave()
        if not draft.infectious:
            FiledSheet(over, self.desk, visit_id).open()

    def leave(self) -> None:
        """What was typed is not lost by it."""
        if self._draft_id is not None:
            self.desk.errands.said.emit("草稿已存，随时可以从工作台接着填。")
        super().leave()

    def _throw_away(self) -> None:
        loss = f"“{title_of(self._filled())}”填写的内容会丢掉。"
        if self._draft_id is not None and ask.is_sure(self, "丢弃这份草稿", loss, harm=True):
            drafts.discard(self._draft_id)
            self._begin({})
            self.first.setFocus()
