"""What came of a visit, with its case's next step in the same act, and the next visit after it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import Invalid
from app.visits.detail import get_visit
from app.visits.outcomes import CaseGoesOn, OutcomeDraft, case_proposal, next_draft, record_outcome
from app.visits.requests import request_visit
from models.choices import Delivery, VisitOutcome
from ui.kit import ask
from ui.kit.button import Button, Rank
from ui.kit.choice import Options, Segments
from ui.kit.choosing import Choosing
from ui.kit.day_field import MomentField
from ui.kit.desk import Desk
from ui.kit.editors import Text
from ui.kit.field import Field
from ui.kit.keys import EnterMovesOn, go_to
from ui.kit.rows import FieldRow, show_problems
from ui.kit.sheet import Sheet
from ui.kit.style import GAP
from ui.kit.tag_box import TagBox
from ui.kit.tick import Tick

LABEL = 76


class OutcomeSheet(Sheet):
    """F9 records it; what failed is asked for again at once, if that is wanted."""

    def __init__(self, window: QWidget, desk: Desk, visit_id: int) -> None:
        visit = get_visit(visit_id, desk.today())
        super().__init__(window, f"登记结果　{visit.person}", widest=720, tallest=690)
        self.desk, self.visit_id, self.number = desk, visit_id, visit.number
        self.outcome = Options(VisitOutcome, columns=4, optional=True)
        self.note = Text(hint="现场情况；没办成的写明原因，下次上门要看", lines=3)
        self.arrived, self.left_at = MomentField(desk.now), MomentField(desk.now)
        self.taken = TagBox(hint="带走的材料，一样一个", free=True)
        self.returned = TagBox(hint="退还的材料", free=True)
        self.delivery = Segments(Delivery, optional=True)
        self.consent = Tick("本人同意留存病情照片")
        self.goes_on = Tick("")
        self.goes_on.hide()
        self.save = Button("登记结果", Rank.PRIMARY, icon="check", key="F9")
        self.rows = self._rows()
        self._proposed: CaseGoesOn | None = None
        self._arrange()
        self.first = self.outcome
        for one in (self.outcome, self.delivery, self.note):
            one.changed.connect(self._propose)
        self.save.clicked.connect(self._save)

    def _rows(self) -> dict[str, FieldRow]:
        named = {
            "outcome": ("结果", self.outcome),
            "note": ("现场情况", self.note),
            "arrived_at": ("到达", self.arrived),
            "left_at": ("离开", self.left_at),
            "taken": ("带走材料", self.taken),
            "returned": ("退还材料", self.returned),
            "delivery": ("送达方式", self.delivery),
        }
        return {
            name: FieldRow(
                label,
                editor if isinstance(editor, Choosing) else Field(editor),
                needed=name == "outcome",
                width=LABEL,
            )
            for name, (label, editor) in named.items()
        }

    def _arrange(self) -> None:
        form = QWidget()
        lines = QVBoxLayout(form)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self.rows["outcome"])
        lines.addWidget(self.rows["note"], 1)
        for pair in (("arrived_at", "left_at"), ("taken", "returned")):
            across = QHBoxLayout()
            across.setSpacing(GAP)
            for name in pair:
                across.addWidget(self.rows[name], 1)
            lines.addLayout(across)
        for one in (self.rows["delivery"], self.consent, self.goes_on):
            lines.addWidget(one)
        column = QVBoxLayout()
        column.addWidget(form, 1)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addStretch()
        leave = Button("先不登", key="Esc")
        leave.clicked.connect(self.leave)
        foot.addWidget(leave)
        foot.addWidget(self.save)
        column.addLayout(foot)
        self.body.addLayout(column)
        EnterMovesOn(form).ended.connect(self.save.setFocus)

    def _propose(self) -> None:
        """The move its case would make with it."""
        proposed = case_proposal(self.visit_id, self._said(), self.desk.today())
        before = self._proposed.act if self._proposed else None
        self._proposed = proposed
        self.goes_on.setVisible(proposed is not None)
        if proposed:
            self.goes_on.setText(f"办件同时{proposed.act.label}")
            self.goes_on.updateGeometry()
            if proposed.act is not before:
                self.goes_on.set_value(True)

    def _said(self) -> OutcomeDraft:
        return OutcomeDraft(
            outcome=self.outcome.value(),
            note=self.note.value(),
            arrived_at=self.arrived.value(),
            left_at=self.left_at.value(),
            taken=tuple(self.taken.texts()),
            returned=tuple(self.returned.texts()),
            delivery=self.delivery.value(),
            photo_consent=self.consent.value(),
        )

    def draft(self) -> OutcomeDraft:
        said, case = self._said(), self._proposed
        if case is None or not self.goes_on.value():
            return said
        return OutcomeDraft(**vars(said) | {"case_act": case.act, "case_given": case.given})

    def _save(self) -> None:
        found = {
            name: problem
            for name, field in (("arrived_at", self.arrived), ("left_at", self.left_at))
            if (problem := field.problem())
        }
        if not found:
            try:
                record_outcome(self.visit_id, self.draft(), self.desk.who(), self.desk.now())
            except Invalid as error:
                found = error.problems
        elsewhere = show_problems(self.rows, found)
        wrong = [row.field for row in self.rows.values() if row.is_wrong()]
        if wrong:
            go_to(wrong[0])
        elif elsewhere:
            self.desk.errands.said.emit(elsewhere[0])
        else:
            self.leave()
            self.desk.errands.said.emit(f"已登记 {self.number} 的结果。")
            self._again()

    def _again(self) -> None:
        """A visit that is not over proposes the next one."""
        draft = next_draft(self.visit_id, self.desk.today())
        window = self.parentWidget()
        if (
            draft
            and window
            and ask.is_sure(
                window, "再约一次上门", "原来的对象、事项和这次的原因都带过去，进待安排。"
            )
        ):
            request_visit(draft, self.desk.who(), self.desk.now())
