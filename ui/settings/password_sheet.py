"""A colleague's password is set: by themselves, or for them by an administrator."""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.directory import Who
from ui.kit.desk import Desk
from ui.kit.password_form import others_password, own_password
from ui.kit.recovery_code import RecoveryCode
from ui.kit.sheet import Sheet

WIDEST = 480


class PasswordSheet(Sheet):
    def __init__(self, window: QWidget, desk: Desk, owner: Who) -> None:
        own = owner.id == desk.who().id
        act = "修改" if own and owner.has_password else "设置" if own else "重设"
        super().__init__(window, f"{act}{owner.name}的密码", widest=WIDEST)
        self.desk, self.owner = desk, owner
        self.form = (
            own_password(owner, desk.now) if own else others_password(owner, desk.who(), desk.now)
        )
        self.body.addWidget(self.form)
        self.first = self.form.first
        self.form.left.connect(self.leave)
        self.form.done.connect(self._done)
        self.shrink()

    def _done(self, code: str) -> None:
        over = self.parentWidget()
        self.leave()
        self.desk.errands.said.emit(f"{self.owner.name}的密码设好了。")
        if code and over is not None:
            CodeSheet(over, self.desk, code).open()


class CodeSheet(Sheet):
    """The code is shown until it is said to be kept."""

    def __init__(self, window: QWidget, desk: Desk, code: str) -> None:
        super().__init__(window, "管理员的恢复码", widest=WIDEST)
        self.shown = RecoveryCode(code, desk.who(), desk.now())
        self.body.addWidget(self.shown)
        self.first = self.shown.first
        self.shown.kept.connect(self.leave)
        self.shrink()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Not even Esc: it would be gone unread."""
        event.accept()
