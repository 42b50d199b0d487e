"""The words of a month's mail as they are proposed; the person at the desk has the last word."""

import re

from app.directory import Who
from app.mail import words
from app.mail.outbox import MailDraft
from app.mail.settings import MailSettings, find_settings
from app.month import MonthlyReport

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]')  # in a file's name, on Windows


def compose(report: MonthlyReport, who: Who) -> MailDraft:
    settings = find_settings() or MailSettings()
    known = words.values(report, who)
    return MailDraft(
        to=settings.to,
        subject=words.filled(settings.subject, known),
        text=words.filled(settings.text, known),
    )


def file_name(report: MonthlyReport) -> str:
    """What the workbook is called that goes with the mail."""
    month = f"{report.first.year}年{report.first.month}月"
    name = f"{report.centre.name}{month}月报{'（未遮盖）' if report.full else ''}"
    return f"{_FORBIDDEN.sub('', name)}.xlsx"
