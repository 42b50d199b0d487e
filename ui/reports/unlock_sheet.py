"""A closed month is opened again: why, and who agreed, at the desk or on paper."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.access.second_person import PASSWORD, SignOff
from app.access.sign_in import list_second_persons
from app.errors import Invalid
from app.month.locks import unlock_month
from ui.kit.button import Button, Rank
from ui.kit.desk import Desk
from ui.kit.editors import Line, Text
from ui.kit.field import Field
from ui.kit.keys import EnterMovesOn, go_to
from ui.kit.password_line import PasswordLine
from ui.kit.pick import Pick
from ui.kit.rows import FieldRow
from ui.kit.sheet import Sheet
from ui.kit.stepper import say_month
from ui.kit.style import BODY, GAP
from ui.kit.text import wrapped

WIDEST, LABEL = 620, 110
TOLD = (
    "解封以后，本月的数字重新按办件计算。封过的这一版和解封的原因一直留存；"
    "改完请重新封账，会记为新的一版。"
)


class UnlockSheet(Sheet):
    """F9 opens it; what is wrong is said beside its field."""

    def __init__(self, window: QWidget, desk: Desk, month: date) -> None:
        super().__init__(window, f"解封（{say_month(month)}）", widest=WIDEST)
        self.desk, self.month = desk, month
        self.reason, self.password, self.paper = Text(lines=3), PasswordLine(), Line()
        second = list_second_persons(desk.who())
        self.approver = Pick([(one.id, one.name) for one in second], hint="负责人或管理员")
        self.rows = {
            "reason": FieldRow("解封原因", Field(self.reason), needed=True, width=LABEL),
            "approver": FieldRow("批准人", Field(self.approver), width=LABEL),
            PASSWORD: FieldRow(
                "批准人的密码", Field(self.password), "由他本人输入，程序不保存", width=LABEL
            ),
            "signed_on_paper": FieldRow(
                "或：纸上签字的",
                Field(self.paper),
                "他不用本程序时，写上签字的负责人；签字的纸自行存档",
                width=LABEL,
            ),
        }
        self.go = Button("解封", Rank.PRIMARY, icon="undo-2", key="F9")
        self.go.clicked.connect(self._go)
        self.body.addWidget(self._form())
        self.first = self.reason
        self.shrink()

    def _form(self) -> QWidget:
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(wrapped(TOLD, BODY))
        for row in self.rows.values():
            column.addWidget(row)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.go)
        column.addLayout(foot)
        EnterMovesOn(form).ended.connect(self.go.setFocus)
        return form

    def _go(self) -> None:
        signed = SignOff(self.approver.value(), self.paper.value())
        who, now = self.desk.who(), self.desk.now()
        try:
            unlock_month(self.month, self.reason.value(), signed, self.password.value(), who, now)
        except Invalid as wrong:
            self._show(wrong.problems)
            return
        self.leave()
        self.desk.errands.said.emit(f"{say_month(self.month)}已解封，改完请重新封账")

    def _show(self, problems: Mapping[str, str]) -> None:
        for name, row in self.rows.items():
            row.wrong(problems.get(name, ""))
        editors = {
            "reason": self.reason,
            "approver": self.approver,
            PASSWORD: self.password,
            "signed_on_paper": self.paper,
        }
        go_to(next(editor for name, editor in editors.items() if name in problems))
