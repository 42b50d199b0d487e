"""The words of a month's mail as they are proposed; the person at the desk has the last word."""

from itertools import groupby

from app.directory import Who
from app.mail import words
from app.mail.outbox import MailDraft
from app.mail.settings import MailSettings, find_settings
from app.month import MonthlyReport


def compose(report: MonthlyReport, who: Who) -> MailDraft:
    settings = find_settings() or MailSettings()
    known = words.values(report, who)
    return MailDraft(
        to=settings.to,
        subject=words.filled(settings.subject, known),
        text=_signed_once(words.filled(settings.text, known)),
    )


def _signed_once(text: str) -> str:
    """Where nobody is at the desk the centre signs, and not a second time below its own name."""
    runs = groupby(text.split("\n"))
    return "\n".join(one for line, same in runs for one in ([line] if line else same))
