"""发件箱: every mail that was to go, where it stands, why, and what can be done about it."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.changes import Kind
from app.errors import AppError
from app.mail.outbox import OPEN, MailRow, give_up, kept_workbook, list_mails
from app.mail.settings import find_settings
from exports.files import replacing
from models.choices import MailState
from ui.kit import ask, cells
from ui.kit.button import Button, Rank
from ui.kit.days import say_near_day
from ui.kit.desk import Desk
from ui.kit.empty import EmptyState
from ui.kit.field import Field
from ui.kit.password_line import PasswordLine
from ui.kit.record_view import RecordView
from ui.kit.rows import FieldRow
from ui.kit.sheet import Sheet
from ui.kit.stepper import say_month
from ui.kit.style import GAP, Tone
from ui.kit.table import Column
from ui.kit.text import Saying, wrapped
from ui.kit.verdict import Verdict
from ui.reports.acting import Acting
from ui.reports.dispatch import Dispatch
from ui.reports.mail_asking import goes_again
from ui.reports.mail_foot import BUSY, CONNECTING, STOPPING
from ui.reports.told_mail import TONES, facts, recipients

WIDEST, TALLEST, LABEL = 940, 620, 64
EXCEL = ("Excel 工作簿", "xlsx")


def open_outbox(at: Acting) -> None:
    OutboxSheet(at.page.window(), at.desk).open()


class OutboxSheet(Sheet):
    """F9 sends the chosen one again; one that may have arrived only after a question."""

    def __init__(self, window: QWidget, desk: Desk, mail_id: int = 0) -> None:
        super().__init__(window, "发件箱", widest=WIDEST, tallest=TALLEST)
        self.desk = desk
        self.view = RecordView(self._columns(), name="发件箱", id_of=lambda one: one.id)
        self.empty = EmptyState("mail", "还没有发过邮件", "在报表页按 F6 写一封。")
        self.stack = QStackedWidget()
        self.verdict, self.facts, self.state = Verdict(), wrapped(""), Saying()
        self.password = PasswordLine()
        self.password.setPlaceholderText("密码库里有就不用填")
        self.row = FieldRow("邮箱密码", Field(self.password), hinted=False, width=LABEL)
        self.drop = Button("不再发送", Rank.QUIET)
        self.save = Button("另存附件", Rank.QUIET, icon="download")
        self.stop = Button("取消发送", Rank.QUIET)
        self.again = Button("再发一次", Rank.PRIMARY, icon="send", key="F9")
        self.dispatch = Dispatch(desk, self)
        self._arrange()
        self._connect()
        self._read()
        if not self.view.choose(mail_id):
            self.view.choose_row(0)
        self.first = self.view

    def _columns(self) -> list[Column[MailRow]]:
        return [
            Column("月报", lambda one: say_month(one.month), width=110),
            Column("收件人", recipients, width=190),
            Column("主题", lambda one: one.subject),
            Column("状态", _mark, width=130, draw=cells.mark),
            Column("时间", self._when, width=120, soft=True),
        ]

    def _when(self, one: MailRow) -> str:
        at = one.sent_at or one.tried_at or one.made_at
        return f"{say_near_day(at.date(), self.desk.today())} {at:%H:%M}"

    def _arrange(self) -> None:
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.empty)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.row)
        foot.addWidget(self.state, 1)
        for button in (self.stop, self.save, self.drop, self.again):
            foot.addWidget(button)
        self.row.setFixedWidth(300)
        self.row.setContentsMargins(0, GAP, 0, 0)  # as much as it leaves below, beside the buttons
        self.row.hide()
        self.stop.hide()
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addWidget(self.stack, 1)
        for widget in (self.verdict, self.facts):
            column.addWidget(widget)
        column.addLayout(foot)
        self.body.addLayout(column)

    def _connect(self) -> None:
        self.view.chosen.connect(lambda _: self._tell())
        self.again.clicked.connect(self._send)
        self.drop.clicked.connect(self._drop)
        self.save.clicked.connect(self._save)
        self.stop.clicked.connect(self.dispatch.stop)
        self.stop.clicked.connect(lambda: self.state.say(STOPPING, Tone.WARN))
        self.dispatch.moved.connect(self._count)
        self.dispatch.sent.connect(self._sent)
        self.dispatch.failed.connect(self._failed)
        self.dispatch.stopped.connect(self._rest)
        self.desk.changes.saved.connect(self._noticed)

    def _noticed(self, saved: frozenset[Kind]) -> None:
        if Kind.MAIL in saved:
            self._read()

    def _read(self) -> None:
        mails = list_mails()
        self.view.show_rows(mails)
        self.stack.setCurrentWidget(self.view if mails else self.empty)
        self._tell()

    def _tell(self) -> None:
        one: MailRow | None = self.view.record()
        waits = one is not None and one.stands in OPEN
        self.verdict.say(one.why if one else "", TONES[one.stands] if one else Tone.PLAIN)
        self.facts.setText(facts(one) if one else "")
        self.row.setVisible(waits and find_settings() is not None)
        for button in (self.again, self.drop):
            button.setVisible(waits)
            button.setEnabled(not self.dispatch.is_going)
        self.save.setVisible(one is not None)
        self.stop.setVisible(self.dispatch.is_going)

    def _send(self) -> None:
        one: MailRow = self.view.record()
        doubtful = one.stands is MailState.UNKNOWN
        if not self._is_meant(one, doubtful=doubtful):
            return
        self.view.setFocus()  # what cannot be used meanwhile would drop the keyboard
        self.state.say(CONNECTING, Tone.PRIMARY)
        self.dispatch.send(one.id, self.password.value(), again=doubtful)
        self._tell()

    def _is_meant(self, one: MailRow, *, doubtful: bool) -> bool:
        told = (
            f"这封可能已经到了。请先打电话问{recipients(one)}，确实没收到再发。再发的是同一封邮件，"
            "对方的邮箱一般认得出来。"
        )
        if doubtful:
            return ask.is_sure(self, "没收到，再发一次", told)
        return goes_again(self, "再发一次", one.to, one.month, full=one.full, besides=one.id)

    def _sent(self) -> None:
        self.desk.errands.said.emit("已发出")
        self._rest()

    def _failed(self, error: AppError) -> None:
        self._rest()
        self.password.setFocus()
        if self.verdict.text != str(error):  # not all that hinders it is kept with the mail
            self.verdict.say(str(error), Tone.DANGER)

    def _rest(self) -> None:
        self.state.say("")
        self._read()

    def _count(self, percent: int) -> None:
        self.state.say(f"正在发送 {percent} %", Tone.PRIMARY)

    def leave(self) -> None:
        """Not while one is being sent: what comes of it is told here."""
        if self.dispatch.is_going:
            self.state.say(BUSY, Tone.WARN)
        else:
            super().leave()

    def _drop(self) -> None:
        one: MailRow = self.view.record()
        told = "记录和附件都留着，只是不再提醒。"
        if ask.is_sure(self, f"不再发送“{one.subject}”", told):
            give_up(one.id)

    def _save(self) -> None:
        one: MailRow = self.view.record()
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        proposed = Path(QStandardPaths.writableLocation(documents)) / one.file_name
        path = ask.where_to_save(self, "另存附件", proposed, EXCEL)
        if path is not None:
            with replacing(path) as part:
                part.write_bytes(kept_workbook(one))
            self.desk.errands.said.emit(f"已存为“{path.name}”")


def _mark(one: MailRow) -> cells.Mark:
    return cells.Mark(one.stands.label, TONES[one.stands])
