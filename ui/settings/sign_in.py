"""登录与锁定: when the window covers itself, and the administrators' recovery code."""

from PySide6.QtWidgets import QHBoxLayout

from app.access.new_passwords import has_recovery_code, new_recovery_code
from app.centre import LABELS
from ui.kit import ask
from ui.kit.button import Button
from ui.kit.card import Card
from ui.kit.desk import Desk
from ui.kit.editors import Number
from ui.kit.field import Field
from ui.kit.rows import FieldRow
from ui.kit.style import GAP, WIDE, Tone
from ui.kit.text import Saying
from ui.settings.centre import CentreForm
from ui.settings.option import WIDEST
from ui.settings.password_sheet import CodeSheet

LABEL, MINUTES = 180, 240


class SignInOption(CentreForm):
    note = "有密码的人离开一会儿，窗口自己锁上；没写完的内容都在。Ctrl+L 马上锁。"

    def __init__(self, desk: Desk) -> None:
        row = FieldRow(
            LABELS["idle_minutes"], Field(Number(most=MINUTES, unit="分钟")), width=LABEL
        )
        super().__init__(desk, {"idle_minutes": row}, title="锁定")
        self.code = Saying()
        self.make = Button("生成新的恢复码", icon="lock")
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addWidget(self.code, 1)
        line.addWidget(self.make)
        card = Card("管理员的恢复码")
        card.setMaximumWidth(WIDEST)
        card.body.addLayout(line)
        self.column.insertSpacing(1, WIDE)
        self.column.insertWidget(2, card)
        self.make.clicked.connect(self._make)

    def load(self) -> None:
        super().load()
        if has_recovery_code():
            self.code.say("有一个恢复码在用，纸在谁那里请记清楚", Tone.GOOD)
        else:
            self.code.say("还没有。管理员设了自己的密码就会给出", Tone.WARN)

    def tell(self) -> None:
        minutes = self.editor("idle_minutes").value()
        said = (
            f"{minutes} 分钟没有人动键盘鼠标就锁上" if minutes else "不自动锁，只在按 Ctrl+L 时锁"
        )
        self.rows["idle_minutes"].say(said)

    def _make(self) -> None:
        loss = "原来那张纸上的恢复码马上作废，请把它撕掉。"
        if not has_recovery_code() or ask.is_sure(self, "生成新的恢复码", loss):
            code = new_recovery_code(self.desk.who(), self.desk.now())
            CodeSheet(self.window(), self.desk, code).open()
            self.load()
