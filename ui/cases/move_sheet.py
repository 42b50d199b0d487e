"""What is said with a move of a case: to whom, what, until when; as the table of moves asks it."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import drafts
from app.cases.detail import CaseDetail
from app.desk.briefs import brief
from app.errors import Invalid
from app.moves import Move, move_case, proposals
from app.moves.begun import begun, keep
from app.moves.owed import owed_kinds, owed_papers
from app.papers.kinds import makeable
from ui.cases.columns import near
from ui.cases.covered import Covered
from ui.cases.facts import Facts
from ui.cases.move_form import MoveForm
from ui.cases.people import in_one_line
from ui.kit.button import Button, Rank
from ui.kit.desk import Desk
from ui.kit.errands import WantedPaper
from ui.kit.keys import EnterMovesOn, go_to
from ui.kit.scroll import scrolling
from ui.kit.sheet import Sheet
from ui.kit.style import GAP, Tone
from ui.kit.text import Saying

NARROW, WIDE, AROUND, LEAST = 640, 920, 176, 340


class MoveSheet(Sheet):
    """F9 does it, F10 does it and prints what is owed; Esc leaves, and what was typed is kept."""

    def __init__(self, window: QWidget, desk: Desk, detail: CaseDetail, move: Move) -> None:
        title = f"{move.name}　{detail.draft.matter}"
        super().__init__(window, title, widest=NARROW)
        self.desk, self.detail, self.chosen = desk, detail, move
        self.who = Covered()
        self.who.say(in_one_line(detail, covered=True), in_one_line(detail, covered=False))
        self.brief, self.form = Facts(), MoveForm(move, detail.id, desk)
        self.kept = Saying()
        self.save = Button(move.name, Rank.PRIMARY, icon="check", key="F9")
        self.save.clicked.connect(lambda: self._save(print_it=False))
        self.print = Button("", icon="printer", key="F10")
        self.print.clicked.connect(lambda: self._save(print_it=True))
        self.clear = Button("清空", Rank.QUIET, icon="x")
        self.clear.clicked.connect(self._begin_again)
        self._arrange()
        self._fill()
        self.form.changed.connect(self._keep)
        self.first = self.form.first() or self.save

    def _arrange(self) -> None:
        whole = QWidget()
        above = QVBoxLayout(whole)
        above.setContentsMargins(0, 0, GAP, 0)
        above.setSpacing(GAP)
        above.addWidget(self.who)
        above.addWidget(self.brief)
        above.addWidget(self.form)
        above.addStretch()
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addWidget(scrolling(whole), 1)
        column.addLayout(self._foot())
        self.body.addLayout(column)
        self.brief.show_facts(brief(self.detail.id, self.chosen.act))
        kinds = owed_kinds(self.chosen.act)
        self.print.setText(f"并打印{kinds}")
        self.print.setVisible(bool(kinds))  # in its place: else it would be a window
        EnterMovesOn(self.form).ended.connect(self.save.setFocus)
        tall = max(LEAST, whole.sizeHint().height() + AROUND)
        self._most = QSize(WIDE if self.form.is_wide() else NARROW, tall)

    def _foot(self) -> QHBoxLayout:
        cancel = Button("先不办", key="Esc")
        cancel.clicked.connect(self.leave)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.kept, 1)
        for button in (self.clear, cancel, self.print, self.save):
            foot.addWidget(button)
        return foot

    def _fill(self) -> None:
        """What is planned already, and over it what was typed before."""
        self._proposed = proposals(self.detail.id, self.chosen, self.desk.today())
        before = begun(self.detail.id, self.chosen)
        self._draft = before.draft_id if before else None
        self.form.fill(self._proposed)
        self._blank = self.form.given()
        if before:
            self.form.fill(before.said)
            when = f"{near(before.at, self.desk.today())} {before.at:%H:%M}"
            self.kept.say(f"接着填 {before.by} {when} 写的", Tone.PRIMARY)
        self.clear.setVisible(before is not None)

    def _keep(self) -> None:
        """At every keystroke; a form as it was opened is not worth keeping."""
        given = self.form.given()
        if self._draft is None and given == self._blank:
            return
        who, now = self.desk.who(), self.desk.now()
        self._draft = keep(self.detail.id, self.chosen, given, self._draft, who, now)

    def _begin_again(self) -> None:
        self._throw_away()
        self.form.fill(self._proposed)
        self._throw_away()  # filling it is no writing
        self.kept.say("")
        self.clear.hide()
        self.first.setFocus()

    def _throw_away(self) -> None:
        if self._draft is not None:
            drafts.discard(self._draft)
            self._draft = None

    def _save(self, *, print_it: bool) -> None:
        given, before = self.form.given(), makeable(self.detail.id)
        wrong: dict[str, Any] = self.form.unreadable()
        if not wrong:
            try:
                move_case(self.detail.id, self.chosen.act, given, self.desk.who(), self.desk.now())
            except Invalid as error:
                wrong = dict(error.problems)
        if wrong:
            self._say(self.form.show_problems(wrong))
            return
        self._throw_away()
        self.leave()
        self.desk.errands.said.emit(f"已{self.chosen.act.label}：{self.detail.number}")
        if print_it:
            self._print(before)

    def _say(self, elsewhere: list[str]) -> None:
        """What has no field of its own is said below, and the first field that is wrong has the
        keyboard."""
        if field := self.form.first_wrong():
            go_to(field)
        if elsewhere:
            self.kept.say(elsewhere[0], Tone.DANGER)

    def _print(self, before: list[Any]) -> None:
        papers = owed_papers(self.detail.id, self.chosen.act, before)
        if not papers:
            return
        first, *others = (WantedPaper(self.detail.id, one.kind, about=one.about) for one in papers)
        self.desk.errands.paper_wanted.emit(replace(first, then=tuple(others)))
