"""What is told of a mail as JSON: by its number in the outbox; its words stay in it."""

from typing import Any

from app.mail.outbox import MailRow
from ui.command_line.told import plain


def tell_mail(row: MailRow) -> dict[str, Any]:
    return {
        "mail": row.id,
        "month": f"{row.month:%Y-%m}",
        "state": row.stands.value,
        "to": row.to.splitlines(),
        "subject": row.subject,
        "attachment": row.file_name,
        "size": row.size,
        "sha256": row.sha256,
        "full": row.full,
        "sealed": row.sealed,
        "agreed_by": row.agreed_by,
        "message_id": row.message_id,
        "attempts": row.attempts,
        "made_at": plain(row.made_at),
        "sent_at": plain(row.sent_at),
        "trouble": row.why,
    }
