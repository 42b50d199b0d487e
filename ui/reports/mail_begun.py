"""The words of a mail while they are being written: kept at every keystroke, found again later."""

from app import drafts
from app.mail.begun import begun, keep
from app.mail.outbox import MailDraft
from app.month import MonthlyReport
from ui.kit.desk import Desk


class BegunMail:
    def __init__(self, report: MonthlyReport, desk: Desk) -> None:
        self._report, self._desk = report, desk
        self._draft_id, self.words = begun(report, desk.who())
        self.goes_on = self._draft_id is not None  # what somebody left without sending it

    def keep(self, words: MailDraft) -> None:
        who, now = self._desk.who(), self._desk.now()
        self._draft_id = keep(self._report, words, self._draft_id, who, now)

    def is_done_with(self) -> None:
        if self._draft_id is not None:
            drafts.discard(self._draft_id)
