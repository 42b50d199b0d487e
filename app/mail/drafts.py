"""A mail as a file (.eml) that a mail program opens, unsent, for whoever sends by it."""

from datetime import datetime
from pathlib import Path

from app.changes import Kind, saving
from app.directory import Who
from app.errors import Invalid
from app.files import appearing
from app.mail.addresses import Addressee, addressees
from app.mail.message import Letter, as_draft
from app.mail.outbox import MailDraft, new_message_id, problems
from app.mail.settings import find_settings
from app.mail.words import file_name
from app.month import MonthlyReport, record_export


def keep_draft(
    draft: MailDraft,
    report: MonthlyReport,
    workbook: bytes,
    path: Path,
    who: Who,
    now: datetime,
) -> None:
    """Put it where the user says; no workbook leaves without its record, in a draft neither."""
    if found := problems(draft):
        raise Invalid(found)
    settings = find_settings()
    letter = Letter(
        sender=Addressee(settings.address, settings.sender) if settings else None,
        to=addressees(draft.to),
        subject=draft.subject,
        text=draft.text,
        file_name=file_name(report),
        content=workbook,
        message_id=new_message_id(),
        at=now,
    )
    with saving(Kind.EXPORTS):
        record_export(report, path.name, who, now)
        with appearing(path, folder_too=False) as part:
            part.write_bytes(as_draft(letter))
