"""A colleague proves who they are: the password, and what may have to be done about it first."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.access.sign_in import must_change, sign_in
from app.directory import Who
from app.errors import Invalid
from models.choices import Role
from ui.kit.button import Button, Rank
from ui.kit.field import Field
from ui.kit.keys import ENTER
from ui.kit.paint import CENTRE, box, words
from ui.kit.password_form import CAPS, PasswordForm, forgotten_password, own_password
from ui.kit.password_line import PasswordLine
from ui.kit.recovery_code import RecoveryCode
from ui.kit.rows import FieldRow
from ui.kit.style import GAP, HALF, HEAD, SMALL, TITLE, WIDE, Tone, scheme_of

WIDTH, FACE, LABEL = 400, 56, 40
ASK_ADMIN = "请管理员在“设置—人员”里重设密码，用新密码登录。"


class SignInBox(QWidget):
    """Enter signs in, Esc leads back. An administrator who forgot the password takes the recovery
    code; whoever got theirs from another changes it before anything else."""

    signed = Signal(object)  # Who
    left = Signal()
    turned = Signal()  # to another question, which may be taller

    def __init__(self, who: Who, now: Callable[[], datetime], act: str = "登录") -> None:
        super().__init__()
        self.who, self._now = who, now
        self.setFixedWidth(WIDTH)
        self.line = PasswordLine()
        self.row = FieldRow("密码", Field(self.line, icon="lock"), width=LABEL)
        self.back = Button("返回", Rank.QUIET, key="Esc")
        self.forgot = Button("忘记密码", Rank.QUIET)
        self.act = Button(act, Rank.PRIMARY, icon="check")
        self._page = self._question = self._make_question()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(WIDE)
        self._column.addWidget(_Face(who))
        self._column.addWidget(self._question)
        self._column.addStretch(1)
        self.first = self.line
        say = self.row.say
        self.line.caps_noticed.connect(lambda on: say(CAPS, Tone.WARN) if on else say(""))
        self.back.clicked.connect(self.left)
        self.forgot.clicked.connect(self._help)
        self.act.clicked.connect(self._go)

    def _make_question(self) -> QWidget:
        question = QWidget()
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.back)
        foot.addWidget(self.forgot)
        foot.addStretch(1)
        foot.addWidget(self.act)
        column = QVBoxLayout(question)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF)
        column.addWidget(self.row)
        column.addLayout(foot)
        return question

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.line.hasFocus():
            self._go()
        elif event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)

    def _go(self) -> None:
        try:
            who = sign_in(self.who.id, self.line.value(), self._now())
        except Invalid as error:
            self.row.wrong(error.problems["password"])
            self.line.selectAll()
            self.line.setFocus()
            return
        self.row.wrong("")
        if must_change(who):
            self._ask(own_password(who, self._now, known=self.line.value()))
        else:
            self._finish(who)

    def _help(self) -> None:
        if self.who.role is Role.ADMIN:
            self._ask(forgotten_password(self.who, self._now))
        else:
            self.row.say(ASK_ADMIN, Tone.PRIMARY)
            self.line.setFocus()

    def _ask(self, form: PasswordForm) -> None:
        form.left.connect(self._return)
        form.done.connect(self._changed)
        self._turn(form, form.first)

    def _return(self) -> None:
        self.line.clear()
        self._turn(self._question, self.line)

    def _changed(self, code: str) -> None:
        if not code:
            self._finish(self.who)
            return
        shown = RecoveryCode(code, self.who, self._now())
        shown.kept.connect(lambda: self._finish(self.who))
        self._turn(shown, shown.first)

    def _turn(self, page: QWidget, first: QWidget) -> None:
        """Show this instead; the question itself stays to come back to."""
        before, self._page = self._page, page
        before.hide()
        if before is not self._question:
            before.deleteLater()
        self._column.insertWidget(1, page)
        page.show()
        first.setFocus()
        self.turned.emit()

    def _finish(self, who: Who) -> None:
        self.line.clear()
        self.signed.emit(who)


class _Face(QWidget):
    """Large enough to be sure whose password is asked."""

    def __init__(self, who: Who) -> None:
        super().__init__()
        self.who = who
        self.setFixedHeight(FACE)
        self.setAccessibleName(f"{who.name}，工号 {who.work_number}，{who.role.label}")

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, FACE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        scheme = scheme_of(self)
        hue = scheme.hue(Tone.PRIMARY)
        face = QRectF(0, 0, FACE, FACE)
        box(painter, face, hue.weak, radius=FACE / 2)
        words(painter, face, self.who.name[:1], hue.ink, TITLE, bold=True, align=CENTRE)
        left = FACE + WIDE
        room = QRectF(left, HALF, self.width() - left, 26)
        words(painter, room, self.who.name, scheme.ink, HEAD + 3, bold=True)
        told = f"工号 {self.who.work_number}　{self.who.role.label}"
        words(painter, room.translated(0, 25), told, scheme.muted, SMALL)
