"""By which server the centre sends, as whom, to whom and with which words; never the password."""

import re
from dataclasses import asdict, dataclass

from app import typed
from app.changes import Kind, saving
from app.errors import Invalid, NotFound
from app.mail import addresses, trust, words
from models import Mailbox, labels, quick
from models.choices import MailSecurity

LABELS = labels(Mailbox)
PORTS = {MailSecurity.SSL: 465, MailSecurity.STARTTLS: 587}
# Where the public mailboxes take mail, as their help pages say; others ask whoever runs theirs.
KNOWN = {
    "163.com": "smtp.163.com",
    "126.com": "smtp.126.com",
    "yeah.net": "smtp.yeah.net",
    "qq.com": "smtp.qq.com",
    "139.com": "smtp.139.com",
}
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|[0-9A-Fa-f:]+")
_LIMITS = {"address": 120, "account": 120, "sender": 60, "server": 120, "subject": 200}


@dataclass(frozen=True, kw_only=True)
class MailSettings:
    address: str = ""
    account: str = ""
    sender: str = ""
    server: str = ""
    port: int = PORTS[MailSecurity.SSL]
    security: MailSecurity = MailSecurity.SSL
    authority: str = ""
    to: str = ""
    subject: str = words.SUBJECT
    text: str = words.TEXT

    @property
    def login(self) -> str:
        """What one signs in by: the address, where the server knows no other name."""
        return self.account or self.address


def problems(settings: MailSettings) -> dict[str, str]:
    found = typed.overlong(settings, _LIMITS)
    if not addresses.is_address(_bare(settings.address)):
        found["address"] = "请填写发件邮箱，例如 yunxi@example.gov.cn。"
    if not _HOST.fullmatch(_bare(settings.server)):
        found["server"] = "请填写发信（SMTP）服务器，例如 smtp.163.com，不带 https:// 和端口。"
    if not 1 <= settings.port <= 65535:
        found["port"] = "端口是 1 到 65535 的数，SSL 一般是 465，STARTTLS 一般是 587。"
    if wrong := trust.problem(settings.authority):
        found["authority"] = wrong
    return found | problems_of_words(settings.to, settings.subject, settings.text)


def problems_of_words(to: str, subject: str, text: str) -> dict[str, str]:
    """Of a template: nobody may be named in it yet."""
    found = {"to": addresses.problem(to), "subject": words.unknown(subject)}
    found["text"] = words.unknown(text)
    if not typed.line(subject):
        found["subject"] = "请填写主题。"
    return {name: sentence for name, sentence in found.items() if sentence}


def find_settings() -> MailSettings | None:
    """None until somebody has filled them in."""
    row = quick.find_row(Mailbox, 1)
    if row is None:
        return None
    del row["id"]
    return MailSettings(**row)


def get_settings() -> MailSettings:
    if (settings := find_settings()) is None:
        raise NotFound("还没有设发件邮箱，请先在“设置—邮件”里填写，或者存成邮件草稿。")
    return settings


def save_settings(settings: MailSettings) -> None:
    if found := problems(settings):
        raise Invalid(found)
    values = asdict(settings) | {
        "address": _bare(settings.address),
        "account": typed.line(settings.account),
        "sender": typed.line(settings.sender),
        "server": _bare(settings.server),
        "to": typed.paragraphs(settings.to),
        "subject": typed.line(settings.subject),
        "text": typed.paragraphs(settings.text),
    }
    with saving(Kind.MAIL):
        Mailbox.insert(id=1, **values).on_conflict(
            conflict_target=[Mailbox.id], update=values
        ).execute()


def proposed_server(address: str) -> str:
    """Of a mailbox everyone can have, where it is known."""
    return KNOWN.get(_bare(address).rpartition("@")[2].casefold(), "")


def _bare(text: str) -> str:
    return typed.half_width(typed.line(text)).replace(" ", "")
