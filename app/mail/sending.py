"""A mail is sent once: claimed, handed over, and what became of it written down.

Claimed means: it stands as being sent before the first word to the server. A program that is killed
meanwhile leaves it so, and it is then shown as one that may have arrived.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

from app.changes import Kind, saving
from app.errors import AppError
from app.mail.addresses import Addressee, addressees
from app.mail.message import Letter, as_sent
from app.mail.outbox import MailRow, get_mail, kept_workbook, under_way
from app.mail.session import PATIENCE, finish, hand_over, offer, signed_in
from app.mail.settings import MailSettings, get_settings
from app.mail.troubles import MailTrouble, MayHaveArrived
from app.progress import Tick, unheard
from models import Mail
from models.choices import MailState

_REFUSALS = {
    MailState.SENT: "这封邮件已经发出了，没有再发一次。",
    MailState.SENDING: "这封邮件正在发送，请等它发完。",
    MailState.DROPPED: "这封邮件已经改成不再发送，请重新写一封。",
    MailState.UNKNOWN: "这封邮件可能已经到了，请先打电话问对方，没收到再发一次。",
}


def send(
    mail_id: int,
    password: str,
    now: datetime,
    tick: Tick = unheard,
    *,
    again: bool = False,
    patience: float = PATIENCE,
) -> None:
    """Send it, or say in a sentence why not; `tick` may raise to stop it before it has gone.

    One that may have arrived goes only with `again`: somebody has asked whether it has.
    """
    settings = get_settings()
    row = _claim(mail_id, settings, now, again=again)
    with _written_down(row) as end:
        message = as_sent(_letter(row, settings, kept_workbook(row)))
        with signed_in(settings, password, patience) as smtp:
            tick(0, len(message))
            offer(smtp, settings.address, [one.address for one in addressees(row.to)], len(message))
            hand_over(smtp, message, tick)
            end.update(state=MailState.UNKNOWN, trouble=_REFUSALS[MailState.UNKNOWN])
            finish(smtp)
            end.update(state=MailState.SENT, trouble="", sent_at=now)


@contextmanager
def _written_down(row: MailRow) -> Iterator[dict[str, object]]:
    """Whatever comes of it stands in the outbox; should it be stopped, it stands as before."""
    doubtful = row.state is MailState.UNKNOWN  # what may have arrived once still may have
    end: dict[str, object] = {"state": MailState.WAITING, "trouble": ""}
    if doubtful:
        end.update(state=row.state, trouble=row.trouble)
    try:
        yield end
    except MailTrouble as error:
        end.update(state=MailState.UNKNOWN if doubtful else MailState.FAILED, trouble=str(error))
        raise
    except MayHaveArrived as error:
        end.update(trouble=str(error))
        raise
    finally:
        with saving(Kind.MAIL):
            Mail.update(**end).where(Mail.id == row.id).execute()
        under_way.discard(row.id)


def try_out(settings: MailSettings, password: str, patience: float = PATIENCE) -> None:
    """Sign in and leave again; whatever is in the way is said as when sending."""
    with signed_in(settings, password, patience) as smtp:
        smtp.noop()


def _claim(mail_id: int, settings: MailSettings, now: datetime, *, again: bool) -> MailRow:
    """Stand as being sent, unless it is or was: two who press at once send it once.

    The answer is how it stood before.
    """
    with saving(Kind.MAIL):
        row = get_mail(mail_id)
        row = replace(row, state=row.stands, trouble=row.why)
        if row.state in _REFUSALS and not (again and row.state is MailState.UNKNOWN):
            raise AppError(_REFUSALS[row.state])
        Mail.update(
            state=MailState.SENDING,
            attempts=Mail.attempts + 1,
            tried_at=now,
            sender=settings.address,
            trouble="",
        ).where(Mail.id == mail_id).execute()
        under_way.add(mail_id)
    return row


def _letter(row: MailRow, settings: MailSettings, content: bytes) -> Letter:
    return Letter(
        sender=Addressee(settings.address, settings.sender),
        to=addressees(row.to),
        subject=row.subject,
        text=row.text,
        file_name=row.file_name,
        content=content,
        message_id=row.message_id,
        at=row.made_at,
    )
