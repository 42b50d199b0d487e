"""The month as a mail: to whom, with which words and which workbook; sent, or kept as a draft."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app import drafts
from app.errors import AppError, Invalid
from app.mail.begun import begun, keep
from app.mail.outbox import problems
from app.mail.troubles import MayHaveArrived
from app.mail.words import file_name
from ui.kit import ask
from ui.kit.button import Button, Rank
from ui.kit.scroll import scrolling
from ui.kit.sheet import Sheet
from ui.kit.stepper import say_month
from ui.kit.style import GAP, Tone
from ui.kit.text import Saying
from ui.kit.verdict import Verdict
from ui.reports.acting import Acting
from ui.reports.mail_form import MailForm
from ui.reports.mailing import Order, Prepared, prepare, put_in_outbox, send_now, write_draft

WIDEST, TALLEST = 940, 640
EML = ("邮件草稿", "eml")
NO_MAILBOX = "还没有设发件邮箱，可以先存成邮件草稿"
GOES_ON = "接着上次没有发的写，请核对数字"
BUSY = "正在发送；不发了请按“取消发送”"
STOPPED = "已取消，没有发出。写好的都在，可以再发；也留在“发件箱”里。"


def open_mail(at: Acting) -> None:
    MailSheet(at).open()


class MailSheet(Sheet):
    """F9 sends it, F10 keeps it as a draft; whatever goes wrong, what was typed stays."""

    def __init__(self, at: Acting) -> None:
        title = f"发送{say_month(at.first)}月报"
        super().__init__(at.page.window(), title, widest=WIDEST, tallest=TALLEST)
        self.at, self.desk = at, at.desk
        self._draft, words = begun(at.seen.report, self.desk.who())
        self.form = MailForm(words)
        self._goes_on = self._draft is not None
        self.prepared: Prepared | None = None
        self.sending = False
        # Which mail stands in the outbox already, unmasked or not and sealed with what.
        self._kept: tuple[int, bool, str] | None = None
        self.verdict, self.state = Verdict(), Saying()
        self.stop = Button("取消发送", Rank.QUIET)
        self.settle = Button("去设置邮箱", Rank.QUIET, icon="settings")
        self.draft = Button("存为邮件草稿", icon="download", key="F10")
        self.send = Button("发送", Rank.PRIMARY, icon="send", key="F9")
        self.first = self.form.to
        self._arrange()
        self._connect()
        self._prepare()

    def _arrange(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.state, 1)
        for button in (self.stop, self.settle, self.draft, self.send):
            foot.addWidget(button)
        self.stop.hide()
        self.settle.hide()
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addWidget(scrolling(self.form), 1)
        column.addWidget(self.verdict)
        column.addLayout(foot)
        self.body.addLayout(column)

    def _connect(self) -> None:
        self.form.full_wanted.connect(self._prepare)
        for words in (self.form.to, self.form.subject, self.form.text):
            words.changed.connect(self._keep)
        self.form.moves_on.ended.connect(self.send.setFocus)
        self.send.clicked.connect(self._go)
        self.draft.clicked.connect(self._keep_as_draft)
        self.settle.clicked.connect(self._go_to_settings)
        self.stop.clicked.connect(self.desk.tasks.cancel)
        self.desk.tasks.progress.connect(self._count)

    def _keep(self) -> None:
        """At every keystroke; whoever leaves without sending finds it again."""
        report, desk = self.at.seen.report, self.desk
        self._draft = keep(report, self.form.draft(), self._draft, desk.who(), desk.now())

    def _done_with(self) -> None:
        if self._draft is not None:
            drafts.discard(self._draft)
        self.leave()

    def _prepare(self) -> None:
        """Masked or not: the workbook that will go is made at once, and its size is seen."""
        self.prepared = None
        self.form.show_attachment(None)
        self._offer()
        full, desk = self.form.full.value(), self.desk
        work = partial(prepare, self.at.first, desk.now(), desk.tasks.tick, full=full)
        desk.tasks.start("正在生成附件", work, self._take, owner=self)

    def _take(self, prepared: Prepared) -> None:
        if prepared.report.full is self.form.full.value():
            self.prepared = prepared
            self.form.show_attachment(prepared)
            self._offer()

    def _offer(self) -> None:
        """What can be done now."""
        ready = self.prepared is not None and not self.sending
        mailbox = self.prepared is None or self.prepared.has_mailbox
        self.form.setEnabled(not self.sending)
        self.draft.setEnabled(ready)
        self.send.setEnabled(ready and mailbox)
        self.stop.setVisible(self.sending)
        self.settle.setVisible(not mailbox)
        if mailbox:
            self.state.say(GOES_ON if self._goes_on else "", Tone.PRIMARY)
        else:
            self.state.say(NO_MAILBOX, Tone.WARN)

    def _order(self, *, sends: bool) -> Order | None:
        """None where something is lacking, or somebody thought better of it."""
        form, prepared = self.form, self.prepared
        found = problems(form.draft()) | form.seal_problems()
        if sends:
            found |= form.password_problem()
        form.show_problems(found)
        if found or prepared is None or (prepared.report.full and not self._agreed(prepared)):
            return None
        seal = form.seal.value() if form.sealed.value() else ""
        before, *how = self._kept or (None,)
        return Order(form.draft(), prepared, seal, before, how == [prepared.report.full, seal])

    def _agreed(self, prepared: Prepared) -> bool:
        """Persons are shown to others only on somebody's word, which is kept with the mail."""
        cases = len(prepared.report.ledger) + len(prepared.report.carried)
        to = "、".join(self.form.to.value().split("\n"))
        sealed = "附件有密码。" if self.form.sealed.value() else "附件没有加密码，谁拿到都能看。"
        told = (
            f"发给 {to} 的附件里有 {cases} 件的姓名、电话、证件号码和住址。{sealed}"
            f"会记下是{self.desk.who().name}同意的。"
        )
        return ask.is_sure(self, f"发出未遮盖的{say_month(self.at.first)}月报", told)

    def _go(self) -> None:
        if (order := self._order(sends=True)) is None:
            return
        desk = self.desk
        self.verdict.say("", Tone.PLAIN)
        self.sending = True
        self._offer()
        work = partial(put_in_outbox, order, desk.who(), desk.now())
        desk.tasks.start(
            "正在放进发件箱",
            work,
            lambda mail_id: self._send(mail_id, order),
            failed=self._failed,
            owner=self,
        )

    def _send(self, mail_id: int, order: Order) -> None:
        self._kept = (mail_id, order.prepared.report.full, order.seal)
        desk, password = self.desk, self.form.password.value()
        work = partial(send_now, mail_id, password, desk.now(), desk.tasks.tick, again=False)
        desk.tasks.start("正在发送邮件", work, self._sent, failed=self._failed, owner=self)
        desk.tasks.start("正在发送邮件", lambda: None, lambda _: self._stopped(), owner=self)

    def _sent(self, _: int) -> None:
        self.sending = False
        self._done_with()
        to = len(self.form.to.value().split("\n"))
        self.desk.errands.said.emit(f"已发给 {to} 个地址，记在发送记录里")

    def _failed(self, error: AppError) -> None:
        self.sending = False
        self._offer()
        if isinstance(error, Invalid):
            self.form.show_problems(error.problems)
            return
        self.verdict.say(str(error), Tone.DANGER)
        if isinstance(error, MayHaveArrived):  # it is gone on with in the outbox, where it is asked
            self.send.setEnabled(False)
            self.draft.setEnabled(False)

    def _stopped(self) -> None:
        """Whoever is still sending now was stopped: neither sent nor failed."""
        if self.sending:
            self.sending = False
            self._offer()
            self.verdict.say(STOPPED, Tone.WARN)

    def _count(self, done: int, total: int) -> None:
        if self.sending:
            self.state.say(f"正在发送 {100 * done // max(total, 1)} %", Tone.PRIMARY)

    def _keep_as_draft(self) -> None:
        if (order := self._order(sends=False)) is None:
            return
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(documents))
        proposed = folder / Path(file_name(order.prepared.report)).with_suffix(".eml")
        path = ask.where_to_save(self, "存为邮件草稿", proposed, EML)
        if path is None:
            return
        desk = self.desk
        work = partial(write_draft, order, path, desk.who(), desk.now())
        desk.tasks.start("正在写邮件草稿", work, self._drafted, owner=self)

    def _drafted(self, path: Path) -> None:
        self._done_with()
        self.at.written(path)

    def leave(self) -> None:
        """Not while it is being sent: what comes of it is told here."""
        if self.sending:
            self.state.say(BUSY, Tone.WARN)
        else:
            super().leave()

    def _go_to_settings(self) -> None:
        self.leave()
        self.desk.errands.option_wanted.emit("邮件")
