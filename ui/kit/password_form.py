"""A few passwords to be typed, one under the other, and what is wrong beside each."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.access.new_passwords import NewPassword, recover, set_password
from app.access.passwords import LEAST
from app.directory import Who
from app.errors import Invalid
from ui.kit.button import Button, Rank
from ui.kit.editors import Line
from ui.kit.field import Field
from ui.kit.keys import EnterMovesOn, go_to
from ui.kit.password_line import PasswordLine
from ui.kit.rows import FieldRow, show_problems
from ui.kit.style import GAP, HALF, Tone
from ui.kit.text import wrapped

LABEL = 64
CAPS = "大写锁定（Caps Lock）开着"
NAMES = {"old": "原密码", "code": "恢复码", "password": "新密码", "again": "再输一遍"}
HINTS = {"password": f"至少 {LEAST} 位，自己好记、别人难猜", "code": "纸上的 5 组字母和数字"}
Said = Mapping[str, str]


class PasswordForm(QWidget):
    """Enter goes on and in the last field saves; Esc leads back."""

    done = Signal(str)  # what saving gave: a recovery code, or nothing
    left = Signal()

    def __init__(
        self, note: str, asked: Sequence[str], act: str, save: Callable[[Said], str]
    ) -> None:
        super().__init__()
        self._save = save
        self.lines: dict[str, Line] = {
            name: Line() if name == "code" else PasswordLine() for name in asked
        }
        self.rows = {name: self._row(name, line) for name, line in self.lines.items()}
        self.back = Button("返回", Rank.QUIET, key="Esc")
        self.act = Button(act, Rank.PRIMARY, icon="check")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF)
        column.addWidget(wrapped(note))
        column.addSpacing(GAP)
        for row in self.rows.values():
            column.addWidget(row)
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.act)
        column.addLayout(foot)
        self.first: QWidget = self.lines[asked[0]]
        EnterMovesOn(self).ended.connect(self._go)
        self.back.clicked.connect(self.left)
        self.act.clicked.connect(self._go)

    def _row(self, name: str, line: Line) -> FieldRow:
        hint = HINTS.get(name, "")
        row = FieldRow(NAMES[name], Field(line), hint, needed=True, width=LABEL)
        if isinstance(line, PasswordLine):
            line.caps_noticed.connect(
                lambda on: row.say(CAPS if on else hint, Tone.WARN if on else Tone.PLAIN)
            )
        return row

    def _go(self) -> None:
        try:
            code = self._save({name: line.value() for name, line in self.lines.items()})
        except Invalid as error:
            show_problems(self.rows, error.problems)
            go_to(next(self.rows[name].field for name in error.problems if name in self.rows))
            return
        self.done.emit(code)


def own_password(who: Who, now: Callable[[], datetime], *, known: str = "") -> PasswordForm:
    """One's own, for the first time or another one; `known` is the present one, just typed."""
    if known:
        note = "现在的密码是管理员设的。请换一个只有自己知道的，再开始使用。"
    elif who.has_password:
        note = "改了以后，下次登录和解锁用新密码。"
    else:
        note = "设了以后，登录、解锁和签字都要用它。"

    def save(said: Said) -> str:
        old = known or said.get("old", "")
        draft = NewPassword(password=said["password"], again=said["again"], old=old)
        return set_password(who.id, draft, who, now())

    asked = ("old", "password", "again") if who.has_password and not known else None
    return PasswordForm(note, asked or ("password", "again"), "保存密码", save)


def others_password(owner: Who, by: Who, now: Callable[[], datetime]) -> PasswordForm:
    """As administrator, for someone who has none yet or forgot it."""
    note = f"先用这个密码登录，告诉{owner.name}本人；登录后会要求换成自己的。"

    def save(said: Said) -> str:
        draft = NewPassword(password=said["password"], again=said["again"])
        return set_password(owner.id, draft, by, now())

    return PasswordForm(note, ("password", "again"), "设为这个密码", save)


def forgotten_password(owner: Who, now: Callable[[], datetime]) -> PasswordForm:
    """An administrator's, by the code of the sheet."""
    note = f"用打印的恢复码重设{owner.name}的密码。恢复码用一次就换新的。"

    def save(said: Said) -> str:
        draft = NewPassword(password=said["password"], again=said["again"])
        return recover(owner.id, said["code"], draft, now())

    return PasswordForm(note, ("code", "password", "again"), "重设密码", save)
