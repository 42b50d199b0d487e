"""The mailbox's password on its page: what lies in this computer's keyring, put in or taken out."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.mail import passwords
from app.mail.settings import MailSettings
from ui.kit.button import Button, Rank
from ui.kit.desk import Desk
from ui.kit.field import Field
from ui.kit.password_line import PasswordLine
from ui.kit.rows import FieldRow
from ui.kit.style import GAP, Tone
from ui.settings.mail_fields import LABEL

KEPT = "存在这台电脑的密码库里了；要换就重新输入"
TO_KEEP = "存进这台电脑的密码库，不进数据文件；163、QQ 等邮箱填授权码"
NOT_KEPT = "这台电脑没有密码库：这里只用来试，发送时再输入"


class MailboxPassword(QWidget):
    """All of it in the worker: a keyring may first ask the person to unlock it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.line = PasswordLine()
        self.row = FieldRow("密码", Field(self.line), width=LABEL)
        self.take_out = Button("删掉存的密码", Rank.QUIET)
        self.take_out.hide()
        self._settings, self._can_keep = MailSettings(), False
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(GAP)
        across.addWidget(self.row, 1)
        across.addWidget(self.take_out, 0, Qt.AlignmentFlag.AlignTop)
        self.take_out.clicked.connect(self._take_out)

    def look(self, settings: MailSettings) -> None:
        """Whether that of this mailbox is kept."""
        self._settings = settings
        self.line.set_value("")
        self.desk.tasks.start(
            "正在看密码库",
            lambda: (passwords.can_keep(), bool(passwords.kept(settings))),
            lambda found: self._tell(can_keep=found[0], kept=found[1]),
            owner=self,
        )

    def keep(self, settings: MailSettings, done: Callable[[], None]) -> None:
        """What was typed, if there is where to."""
        typed = self.line.value()
        if typed and self._can_keep:
            work = partial(passwords.keep, settings, typed)
            self.desk.tasks.start("正在存密码", work, lambda _: done(), owner=self)
        else:
            done()

    def _take_out(self) -> None:
        settings = self._settings
        self.desk.tasks.start(
            "正在删密码", lambda: passwords.forget(settings), lambda _: self._taken(), owner=self
        )

    def _taken(self) -> None:
        self.line.setFocus()
        self.look(self._settings)
        self.desk.errands.said.emit("存的密码已从这台电脑删掉。")

    def _tell(self, *, can_keep: bool, kept: bool) -> None:
        self._can_keep = can_keep
        self.take_out.setVisible(kept)
        said = KEPT if kept else TO_KEEP if can_keep else NOT_KEPT
        self.row.say(said, Tone.GOOD if kept else Tone.PLAIN)
