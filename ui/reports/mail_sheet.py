"""The month as a mail: to whom, with which words and which workbook; sent, or kept as a draft."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.errors import AppError, Invalid
from app.mail.addresses import addressees
from app.mail.outbox import problems
from app.mail.troubles import MayHaveArrived
from ui.kit.sheet import Sheet
from ui.kit.stepper import say_month
from ui.kit.style import GAP, Tone
from ui.kit.verdict import Verdict
from ui.reports.acting import Acting
from ui.reports.dispatch import Dispatch
from ui.reports.mail_asking import goes_again, is_agreed
from ui.reports.mail_begun import BegunMail
from ui.reports.mail_file import save_draft
from ui.reports.mail_foot import MailFoot
from ui.reports.mail_form import MailForm
from ui.reports.mailing import Order, Prepared, prepare

WIDEST, TALLEST = 940, 640
STOPPED = "已取消，没有发出。写好的都在，可以再发；也留在“发件箱”里。"


def open_mail(at: Acting) -> None:
    MailSheet(at).open()


class MailSheet(Sheet):
    """Whatever goes wrong, what was typed stays."""

    def __init__(self, at: Acting) -> None:
        title = f"发送{say_month(at.first)}月报"
        super().__init__(at.page.window(), title, widest=WIDEST, tallest=TALLEST)
        self.at, self.desk = at, at.desk
        self.begun = BegunMail(at.seen.report, self.desk)
        self.form, self.verdict = MailForm(self.begun.words), Verdict()
        self.foot = MailFoot(goes_on=self.begun.goes_on)
        self.dispatch = Dispatch(self.desk, self)
        self.prepared: Prepared | None = None
        self.first = self.form.to
        self._here: QWidget = self.first  # the keyboard, when sending began
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addWidget(self.form, 1)
        column.addWidget(self.verdict)
        column.addWidget(self.foot)
        self.body.addLayout(column)
        self._connect()
        self._prepare()

    def _connect(self) -> None:
        form, foot, dispatch = self.form, self.foot, self.dispatch
        form.full_wanted.connect(self._prepare)
        for words in (form.to, form.subject, form.text):
            words.changed.connect(lambda: self.begun.keep(form.draft()))
        form.moves_on.ended.connect(foot.send.setFocus)
        foot.send.clicked.connect(self._go)
        foot.draft.clicked.connect(self._keep_as_draft)
        foot.settle.clicked.connect(self._go_to_settings)
        foot.stop.clicked.connect(dispatch.stop)
        foot.stop.clicked.connect(foot.say_stopping)
        dispatch.moved.connect(foot.count)
        dispatch.sent.connect(self._sent)
        dispatch.failed.connect(self._failed)
        dispatch.stopped.connect(self._stopped)

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
        going, has_mailbox = self.dispatch.is_going, True
        if self.prepared is not None:
            has_mailbox = self.prepared.has_mailbox
        self.form.setEnabled(not going)
        ready = self.prepared is not None and not going
        self.foot.offer(ready=ready, going=going, has_mailbox=has_mailbox)

    def _order(self, *, sends: bool) -> Order | None:
        """None where something is lacking, or somebody thought better of it."""
        form, prepared = self.form, self.prepared
        draft = form.draft()
        found = problems(draft) | form.seal_problems()
        if sends:
            found |= form.password_problem()
        form.show_problems(found)
        wrong_lines = found.get("to", "")  # of several only the first is seen under the field
        self.verdict.say(wrong_lines if wrong_lines.count("。") > 1 else "", Tone.DANGER)
        if found or prepared is None:
            return None
        report = prepared.report
        if sends and not goes_again(self, "再发一封", draft.to, report.first, full=report.full):
            return None
        if not is_agreed(self, draft, report, self.desk.who().name):
            return None
        seal = form.seal.value() if draft.sealed else ""
        return Order(draft, prepared, seal, self.dispatch.mail_id)

    def _go(self) -> None:
        if (order := self._order(sends=True)) is not None:
            self._here = QApplication.focusWidget() or self
            self.setFocus()  # what cannot be used meanwhile would drop the keyboard
            self.dispatch.post(order, self.form.password.value())
            self._offer()

    def _go_on(self) -> None:
        """With what was typed, where the keyboard was."""
        self._offer()
        self._here.setFocus()

    def _sent(self) -> None:
        to = len(addressees(self.form.to.value()))
        self._done_with()
        self.desk.errands.said.emit(f"已发给 {to} 个地址，记在发送记录里")

    def _failed(self, error: AppError) -> None:
        self._go_on()
        if isinstance(error, Invalid):
            self.form.show_problems(error.problems)
            return
        self.verdict.say(str(error), Tone.DANGER)
        if isinstance(error, MayHaveArrived):
            self.foot.send_away()
            self.setFocus()

    def _stopped(self) -> None:
        self._go_on()
        self.verdict.say(STOPPED, Tone.WARN)

    def _keep_as_draft(self) -> None:
        if (order := self._order(sends=False)) is not None:
            save_draft(self, self.desk, order, self._drafted)

    def _drafted(self, path: Path) -> None:
        self._done_with()
        self.at.written(path)

    def _done_with(self) -> None:
        self.begun.is_done_with()
        self.leave()

    def leave(self) -> None:
        """Not while it is being sent: what comes of it is told here."""
        if self.dispatch.is_going:
            self.foot.say_busy()
        else:
            super().leave()

    def _go_to_settings(self) -> None:
        self.leave()
        self.desk.errands.option_wanted.emit("邮件")
