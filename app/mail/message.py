"""A mail as it travels: the same bytes each time it is made, so that it is the same mail."""

from base64 import encodebytes
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage, Message
from email.policy import SMTP
from email.utils import encode_rfc2231

from app.mail.addresses import Addressee

# The headers of the attachment are written out below, and stay as they are.
_POLICY = SMTP.clone(refold_source="none")
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_CHINA = timezone(timedelta(hours=8))
_LINE = 70  # of an encoded word, with its header


@dataclass(frozen=True, kw_only=True)
class Letter:
    sender: Addressee | None  # a draft may leave it to the program that sends it
    to: tuple[Addressee, ...]
    subject: str
    text: str
    file_name: str
    content: bytes
    message_id: str
    at: datetime


def as_sent(letter: Letter) -> bytes:
    """With the identity by which a server that has it already knows it again."""
    message = _message(letter)
    message["Message-ID"] = letter.message_id
    message["Date"] = letter.at.replace(tzinfo=_CHINA)
    return message.as_bytes()


def as_draft(letter: Letter) -> bytes:
    """For a mail program to open, look over and send: it gives it date and identity."""
    message = _message(letter)
    message["X-Unsent"] = "1"
    return message.as_bytes()


def _message(letter: Letter) -> EmailMessage:
    message = EmailMessage(_POLICY)
    if letter.sender is not None:
        message["From"] = _shown(letter.sender)
    message["To"] = [_shown(one) for one in letter.to]
    message["Subject"] = letter.subject
    message.set_content(letter.text, cte="base64")
    message.make_mixed()
    message.attach(_attached(letter.file_name, letter.content))  # type: ignore[arg-type]  # see there
    message.set_boundary(f"=_{letter.message_id.strip('<>').partition('@')[0]}")
    return message


def _shown(one: Addressee) -> Address:
    return Address(one.name, addr_spec=one.address)


def _attached(name: str, content: bytes) -> Message:
    """Its Chinese name twice: as RFC 2231 has it, which Outlook and web mail read, and as encoded
    words (RFC 2047), which older programs look for. A message of the older kind keeps its headers
    as they are written.
    """
    part = Message()
    words = Header(name, "utf-8", maxlinelen=_LINE).encode()
    part["Content-Type"] = f'{_EXCEL};\n name="{words}"'
    part["Content-Transfer-Encoding"] = "base64"
    part["Content-Disposition"] = f"attachment;\n filename*={encode_rfc2231(name, 'utf-8')}"
    part.set_payload(encodebytes(content).decode("ascii"))
    return part
