"""What came of a visit, with its case's next step in the same act, and the next visit after it."""

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.closed_months import before_recording
from app.errors import Invalid
from app.visits.correcting import correct_outcome, said_of
from app.visits.detail import get_visit
from app.visits.outcomes import CaseGoesOn, OutcomeDraft, case_proposal, next_draft, record_outcome
from app.visits.requests import request_visit
from ui.kit import ask
from ui.kit.button import Button, Rank
from ui.kit.closed_line import ClosedLine
from ui.kit.desk import Desk
from ui.kit.keys import EnterMovesOn
from ui.kit.scroll import scrolling
from ui.kit.sheet import Sheet
from ui.kit.style import GAP, Tone
from ui.kit.text import Saying
from ui.visits.outcome_form import OutcomeForm

NOT_THE_CASE = "办件已经走的一步不跟着改。"


class OutcomeSheet(Sheet):
    """F9 records it; what failed is asked for again at once, if that is wanted. Of a visit that
    is over it puts right what was recorded."""

    def __init__(self, window: QWidget, desk: Desk, visit_id: int) -> None:
        visit = get_visit(visit_id, desk.today())
        self.act = "更正结果" if visit.result else "登记结果"
        super().__init__(window, f"{self.act}　{visit.person}", widest=720, tallest=590)
        self.desk, self.visit_id, self.number = desk, visit_id, visit.number
        self.corrects = visit.result is not None
        self.form = OutcomeForm(desk)
        self.closed, self.state = ClosedLine(), Saying()
        if visit.plan:
            self.closed.say_closed(before_recording(visit.plan.starts_at))
        self.save = Button(self.act, Rank.PRIMARY, icon="check", key="F9")
        self._proposed: CaseGoesOn | None = None
        self._arrange()
        if self.corrects:
            self.form.fill(said_of(visit_id, desk.now()))
            self.state.say(NOT_THE_CASE if visit.case_id else "原来写的留在经过里。")
        else:
            self.form.changed.connect(self._propose)
        self.first = self.form.outcome
        self.save.clicked.connect(self._save)

    def _arrange(self) -> None:
        column = QVBoxLayout()
        column.addWidget(scrolling(self.form), 1)
        column.addWidget(self.closed)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        leave = Button("先不登", key="Esc")
        leave.clicked.connect(self.leave)
        foot.addWidget(self.state, 1)
        foot.addWidget(leave)
        foot.addWidget(self.save)
        column.addLayout(foot)
        self.body.addLayout(column)
        EnterMovesOn(self.form).ended.connect(self.save.setFocus)

    def _propose(self) -> None:
        """The move its case would make with it."""
        proposed = case_proposal(self.visit_id, self.form.draft(), self.desk.today())
        before = self._proposed.act if self._proposed else None
        self._proposed, tick = proposed, self.form.goes_on
        tick.setVisible(proposed is not None)
        if proposed:
            tick.setText(f"办件同时{proposed.act.label}")
            tick.updateGeometry()
            if proposed.act is not before:
                tick.set_value(True)

    def draft(self) -> OutcomeDraft:
        said, case = self.form.draft(), self._proposed
        if case is None or not self.form.goes_on.value():
            return said
        return replace(said, case_act=case.act, case_given=case.given)

    def _save(self) -> None:
        found = self.form.unreadable()
        if not found:
            keep = correct_outcome if self.corrects else record_outcome
            try:
                keep(self.visit_id, self.draft(), self.desk.who(), self.desk.now())
            except Invalid as error:
                found = dict(error.problems)
        elsewhere = self.form.show_problems(found)
        if elsewhere:
            self.state.say(elsewhere[0], Tone.DANGER)
        if not found:
            self.leave()
            self.desk.errands.said.emit(f"已{self.act}：{self.number}。")
            self._again()

    def _again(self) -> None:
        """A visit that is not over proposes the next one."""
        draft = next_draft(self.visit_id, self.desk.today())
        window = self.parentWidget()
        told = "原来的对象、事项和这次的原因都带过去，进待安排。"
        if draft and window and ask.is_sure(window, "再约一次上门", told):
            request_visit(draft, self.desk.who(), self.desk.now())
