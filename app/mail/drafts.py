"""A mail as a file (.eml) that a mail program opens, unsent, for whoever sends by it."""

from datetime import datetime
from pathlib import Path

from app.errors import Invalid
from app.files import appearing
from app.mail.addresses import Addressee, addressees
from app.mail.message import Letter, as_draft
from app.mail.outbox import MailDraft, new_message_id, problems
from app.mail.settings import find_settings


def write_draft(draft: MailDraft, file: Path, path: Path, now: datetime) -> None:
    """Put it where the user says, with the workbook in it."""
    if found := problems(draft):
        raise Invalid(found)
    settings = find_settings()
    letter = Letter(
        sender=Addressee(settings.address, settings.sender) if settings else None,
        to=addressees(draft.to),
        subject=draft.subject,
        text=draft.text,
        file_name=file.name,
        content=file.read_bytes(),
        message_id=new_message_id(),
        at=now,
    )
    with appearing(path) as part:
        part.write_bytes(as_draft(letter))
