"""The words of a mail, and beside them what goes with it."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import typed
from app.mail import sealing
from app.mail.outbox import LABELS, MailDraft
from app.mail.words import file_name
from ui.kit.card import heading
from ui.kit.editors import Text
from ui.kit.field import Field
from ui.kit.keys import ENTER, EnterMovesOn, go_to
from ui.kit.password_line import PasswordLine
from ui.kit.rows import FieldRow, show_problems
from ui.kit.scroll import scrolling
from ui.kit.style import BODY, GAP, PAD
from ui.kit.text import wrapped
from ui.kit.tick import Tick
from ui.reports.mailing import Prepared

LABEL, NARROW, BESIDE = 56, 64, 300
MASKED = "只留姓氏，不列电话和证件号码。"
FULL = "写全了 {cases} 件的姓名、电话、证件号码和住址。只发给有权看的人，最好加密码。"
UNFINISHED = "本月还没过完，数字还会变。"
MAKING = "正在生成…"
KILOBYTE = 1024


class Subject(Text):
    """One line of words, which is seen whole where it is long; Enter goes on."""

    def __init__(self) -> None:
        super().__init__(lines=1, most=2)

    def value(self) -> str:
        return typed.line(self.toPlainText())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt does not tell of lines that wrap because there is less room."""
        super().resizeEvent(event)
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            event.ignore()
        else:
            super().keyPressEvent(event)


class MailForm(QWidget):
    """Enter goes on through the words, then through what goes with them.

    In a low window both scroll, each for itself: the words are not pushed out of sight.
    """

    full_wanted = Signal(bool)

    def __init__(self, draft: MailDraft) -> None:
        super().__init__()
        self.to, self.subject, self.text = Text(lines=2, most=6), Subject(), Text(lines=3)
        self.full, self.sealed = Tick("不遮盖个人信息"), Tick("给附件加密码")
        self.seal, self.again, self.password = PasswordLine(), PasswordLine(), PasswordLine()
        self.rows = {
            "to": FieldRow(LABELS["to"], Field(self.to), "一行一个地址", needed=True, width=LABEL),
            "subject": FieldRow(LABELS["subject"], Field(self.subject), needed=True, width=LABEL),
            "text": FieldRow(LABELS["text"], Field(self.text), width=LABEL),
            "seal": FieldRow("附件密码", Field(self.seal), needed=True, width=NARROW),
            "again": FieldRow("再输一遍", Field(self.again), needed=True, width=NARROW),
            "password": FieldRow(
                "邮箱密码", Field(self.password), "163、QQ 等填授权码", needed=True, width=NARROW
            ),
        }
        self.name, self.about = wrapped(MAKING, BODY), wrapped(MASKED)
        self.told = wrapped(sealing.TOLD)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(PAD)
        across.addWidget(scrolling(self._words()), 1)
        beside = scrolling(self._beside())
        beside.setFixedWidth(BESIDE)
        across.addWidget(beside)
        self.moves_on = EnterMovesOn(self)
        self._fill(draft)
        self.sealed.changed.connect(self._offer_seal)
        self.full.changed.connect(lambda: self.full_wanted.emit(self.full.value()))

    def _fill(self, draft: MailDraft) -> None:
        self.to.set_value(draft.to)
        self.subject.set_value(draft.subject)
        self.text.set_value(draft.text)

    def _words(self) -> QWidget:
        part, column = _column()
        for name, stretch in (("to", 0), ("subject", 0), ("text", 1)):
            column.addWidget(self.rows[name], stretch)
        return part

    def _beside(self) -> QWidget:
        part, column = _column()
        column.addWidget(heading("附件"))
        for widget in (self.name, self.about, self.full, self.sealed):
            column.addWidget(widget)
        for name in ("seal", "again"):
            column.addWidget(self.rows[name])
        column.addWidget(self.told)
        column.addWidget(self.rows["password"])
        column.addStretch(1)
        self._offer_seal()
        self.rows["password"].hide()
        return part

    def show_attachment(self, prepared: Prepared | None) -> None:
        """What goes with it as it is now; nothing while it is being made."""
        if prepared is None:
            self.name.setText(MAKING)
            return
        report = prepared.report
        size = max(len(prepared.workbook) // KILOBYTE, 1)
        cases = len(report.ledger) + len(report.carried)
        told = FULL.format(cases=cases) if report.full else MASKED
        self.name.setText(file_name(report))
        self.about.setText(f"{size} KB，{told}{'' if report.over else UNFINISHED}")
        self.full.setEnabled(bool(cases))
        self.rows["password"].setVisible(prepared.has_mailbox and not prepared.has_password)

    def draft(self) -> MailDraft:
        return MailDraft(
            to=self.to.value(),
            subject=self.subject.value(),
            text=self.text.value(),
            sealed=self.sealed.value(),
        )

    def seal_problems(self) -> dict[str, str]:
        if not self.sealed.value():
            return {}
        found = sealing.problems(self.seal.value(), self.again.value())
        return {{"password": "seal"}.get(name, name): one for name, one in found.items()}

    def password_problem(self) -> dict[str, str]:
        asked = self.rows["password"].isVisible()
        return {"password": "请输入邮箱密码。"} if asked and not self.password.value() else {}

    def show_problems(self, found: Mapping[str, str]) -> None:
        """The first that is wrong has the keyboard."""
        show_problems(self.rows, found)
        wrong = [row.field for row in self.rows.values() if row.is_wrong()]
        if wrong:
            go_to(wrong[0])

    def _offer_seal(self) -> None:
        for widget in (self.rows["seal"], self.rows["again"], self.told):
            widget.setVisible(self.sealed.value())
        if self.sealed.value() and self.isVisible():
            self.seal.setFocus()


def _column() -> tuple[QWidget, QVBoxLayout]:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, GAP, 0)  # for the scroll bar
    column.setSpacing(GAP)
    return part, column
