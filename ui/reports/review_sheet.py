"""What is done about one point: appealed against, decided on, left out, taken in again."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.access.sign_in import list_second_persons
from app.appraisal import Point
from app.appraisal.reviewing import ReviewAct, ReviewDraft, review_point
from app.errors import Invalid
from ui.kit.button import Button, Rank
from ui.kit.choice import Segments
from ui.kit.choosing import Choosing
from ui.kit.desk import Desk
from ui.kit.editors import Line, Text
from ui.kit.field import Field
from ui.kit.keys import EnterMovesOn, go_to
from ui.kit.password_line import PasswordLine
from ui.kit.pick import Pick
from ui.kit.rows import FieldRow, show_problems
from ui.kit.scroll import scrolling
from ui.kit.sheet import Sheet
from ui.kit.style import BLOCK, GAP
from ui.kit.text import wrapped
from ui.reports.appraisal_tables import said

LABEL, WIDTH, AROUND = 132, 640, 128
UPHELD = ((True, "申诉成立，划去这一分"), (False, "申诉不成立，照样记"))
REASONS = {
    ReviewAct.APPEAL: "单位认为哪里不对，有什么凭据",
    ReviewAct.DECIDE: "怎么核实的，为什么这样定",
    ReviewAct.EXCLUDE: "为什么这一分不该记；写在划去的分旁边",
    ReviewAct.RESTORE: "为什么又要记上",
    ReviewAct.JUDGE: "为什么它写的依据不成立",
}


class ReviewSheet(Sheet):
    """F9 does it; all but an appeal is signed by a second person, at the desk or on paper."""

    def __init__(self, window: QWidget, desk: Desk, point: Point, act: ReviewAct) -> None:
        super().__init__(window, f"{act.label}　{point.unit}　{point.name}", widest=WIDTH)
        self.desk, self.point, self.chosen = desk, point, act
        self.reason = Text(hint=REASONS[act], lines=3)
        self.person = Line(hint="姓名和职务")
        self.upheld = Segments(UPHELD, optional=True)
        second = list_second_persons(desk.who())
        staff = [(one.id, f"{one.name}（{one.work_number}）") for one in second]
        self.approver = Pick(staff, hint="负责人或管理员，不能是自己")
        self.password = PasswordLine()
        self.on_paper = Line(hint="他不用本程序的，打印考核表请他签字")
        self.save = Button(act.label, Rank.PRIMARY, icon="check", key="F9")
        self.rows = self._rows()
        self._arrange()
        self.first = self.upheld if act is ReviewAct.DECIDE else self.reason
        self.save.clicked.connect(self._save)

    def _rows(self) -> dict[str, FieldRow]:
        appeal = self.chosen is ReviewAct.APPEAL
        named: dict[str, tuple[str, QWidget]] = {}
        if self.chosen is ReviewAct.DECIDE:
            named["upheld"] = ("结论", self.upheld)
        named["reason"] = ("理由", self.reason)
        if appeal:
            named["person"] = ("单位里谁提出", self.person)
        else:
            named["approver"] = ("批准人", self.approver)
            named["password"] = ("批准人的密码", self.password)
            named["signed_on_paper"] = ("或：在纸上签字的", self.on_paper)
        must = ("upheld", "reason", "person")
        return {
            name: FieldRow(
                label,
                editor if isinstance(editor, Choosing) else Field(editor),
                needed=name in must,
                width=LABEL,
            )
            for name, (label, editor) in named.items()
        }

    def _arrange(self) -> None:
        """On a small screen the form scrolls, and its acts stay."""
        form = QWidget()
        lines = QVBoxLayout(form)
        lines.setContentsMargins(0, 0, GAP, 0)
        lines.setSpacing(0)
        lines.addWidget(wrapped(self._about()))
        lines.addSpacing(GAP)
        for row in self.rows.values():
            lines.addWidget(row)
        lines.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addStretch()
        leave = Button("先不办", key="Esc")
        leave.clicked.connect(self.leave)
        foot.addWidget(leave)
        foot.addWidget(self.save)
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addWidget(scrolling(form), 1)
        column.addLayout(foot)
        self.body.addLayout(column)
        EnterMovesOn(form).ended.connect(self.save.setFocus)
        tall = lines.totalHeightForWidth(WIDTH - 2 * BLOCK)
        self._most = QSize(WIDTH, tall + AROUND)

    def _about(self) -> str:
        one = self.point
        said_before = "\n".join(review.told for review in one.reviews)
        about = f"{one.at:%Y-%m-%d}　{one.number}　{one.matter}　{said(one.full)}\n{one.in_full}"
        return f"{about}\n{said_before}".strip()

    def draft(self) -> ReviewDraft:
        return ReviewDraft(
            reason=self.reason.value(),
            person=self.person.value(),
            upheld=self.upheld.value(),
            approver=self.approver.value(),
            password=self.password.value(),
            signed_on_paper=self.on_paper.value(),
        )

    def _save(self) -> None:
        try:
            step = review_point(
                self.point, self.chosen, self.draft(), self.desk.who(), self.desk.now()
            )
        except Invalid as error:
            show_problems(self.rows, error.problems)
            go_to(next(row.field for row in self.rows.values() if row.is_wrong()))
            return
        self.leave()
        self.desk.errands.said.emit(f"{self.point.unit}：{step.label}，已记下。")
