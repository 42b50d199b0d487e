"""A mail server, spoken to only behind a closed door: TLS with a certificate that was checked."""

import re
import smtplib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

from app.mail import trust
from app.mail.settings import MailSettings
from app.mail.troubles import (
    MailTrouble,
    MayHaveArrived,
    NotClosed,
    Refused,
    answer,
    in_plain_words,
)
from app.progress import Tick
from models.choices import MailSecurity

PATIENCE = 30.0  # seconds without a word from the server
# A computer's own name may be Chinese, which this greeting cannot say, and concerns nobody.
_GREETING = "[127.0.0.1]"
_READY, _GO_AHEAD, _TAKEN, _TOO_LARGE = 220, 354, 250, 552
_PIECE = 64 * 1024
_DOT = re.compile(rb"^\.", re.MULTILINE)
_NOT_ASCII = "密码（授权码）里有中文或全角的字符，请切换到英文输入后重新输入。"
_NO_PASSWORD = "请输入邮箱密码；163、QQ 等邮箱填授权码。"
_NO_WORD = (
    "邮件已经全部交给服务器，没等到它说收下就断开了，对方可能已经收到。"
    "请先打电话问对方，没收到再发一次。"
)


@contextmanager
def signed_in(
    settings: MailSettings, password: str, patience: float = PATIENCE
) -> Iterator[smtplib.SMTP]:
    """Connected, closed to others, and let in; whatever goes wrong ends as MailTrouble."""
    if not password:
        raise MailTrouble(_NO_PASSWORD)
    if not password.isascii():
        raise MailTrouble(_NOT_ASCII)
    with in_plain_words(settings):
        smtp = _connected(settings, patience)
        try:
            smtp.login(settings.login, password)
            yield smtp
        finally:
            smtp.close()


def _connected(settings: MailSettings, patience: float) -> smtplib.SMTP:
    context = trust.context(settings.authority)
    place = (settings.server, settings.port, _GREETING)
    if settings.security is MailSecurity.SSL:
        return smtplib.SMTP_SSL(*place, timeout=patience, context=context)
    smtp = smtplib.SMTP(*place, timeout=patience)
    try:
        smtp.ehlo_or_helo_if_needed()
        if not smtp.has_extn("starttls"):
            raise NotClosed
        code, said = smtp.starttls(context=context)
        if code != _READY:
            raise smtplib.SMTPResponseException(code, said)
    except (OSError, NotClosed):
        smtp.close()
        raise
    return smtp


def offer(smtp: smtplib.SMTP, sender: str, to: Sequence[str], size: int) -> None:
    """Say from whom and to whom, and how large it is, so that one too large is refused at once.

    One address that is refused, and it goes to nobody.
    """
    smtp.ehlo_or_helo_if_needed()
    code, said = smtp.mail(sender, [f"SIZE={size}"] if smtp.has_extn("size") else [])
    if code == _TOO_LARGE:
        raise smtplib.SMTPDataError(code, said)
    if code != _TAKEN:
        raise smtplib.SMTPSenderRefused(code, said, sender)
    answers = {one: smtp.rcpt(one) for one in to}
    refused = {one: answer(*told) for one, told in answers.items() if told[0] not in (250, 251)}
    if refused:
        raise Refused(refused)


def hand_over(smtp: smtplib.SMTP, message: bytes, tick: Tick) -> None:
    """All of it but the last dot; until that is said the server must not deliver (RFC 5321)."""
    code, said = smtp.docmd("DATA")
    if code != _GO_AHEAD:
        raise smtplib.SMTPDataError(code, said)
    data = _DOT.sub(b"..", message)
    for start in range(0, len(data), _PIECE):
        tick(start, len(data))
        smtp.send(data[start : start + _PIECE])


def finish(smtp: smtplib.SMTP) -> None:
    """The last dot; from here on it may have arrived, whatever happens."""
    try:
        smtp.send(b".\r\n")
        code, said = smtp.getreply()
    except OSError as error:
        raise MayHaveArrived(_NO_WORD) from error
    if code != _TAKEN:
        raise smtplib.SMTPDataError(code, said)
    with suppress(OSError):  # it has been taken; a good-bye that fails changes nothing
        smtp.quit()
