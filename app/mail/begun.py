"""A mail as far as it was written: kept at every keystroke, and there when it is gone on with."""

from dataclasses import asdict
from datetime import datetime

from app import drafts
from app.directory import Who
from app.errors import NotFound
from app.mail.composing import compose
from app.mail.outbox import MailDraft
from app.month import MonthlyReport

FORM = "mail"


def begun(report: MonthlyReport, who: Who) -> tuple[int | None, MailDraft]:
    """The words of the month's mail that was begun, with the id of its draft; else those that are
    proposed."""
    for one in drafts.list_drafts(FORM):
        if one.title == _title(report):
            try:
                return one.id, MailDraft(**drafts.load(one.id))
            except (NotFound, TypeError):  # spoilt: it is begun anew
                continue
    return None, compose(report, who)


def keep(
    report: MonthlyReport, words: MailDraft, draft_id: int | None, who: Who, now: datetime
) -> int:
    return drafts.keep(FORM, draft_id, _title(report), asdict(words), who.id, now)


def _title(report: MonthlyReport) -> str:
    return f"{report.first:%Y-%m}"
