"""Every mail that was to go: what it holds, where it stands, and what is in the way of it."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app import typed
from app.attachments import place_of, stored
from app.changes import Kind, saving
from app.directory import Who
from app.errors import AppError, Invalid, NotFound
from app.files import fingerprint
from app.mail import addresses
from app.mail.settings import find_settings
from app.mail.words import file_name
from app.month import MonthlyReport, record_export
from models import Mail, MonthExport, labels, rows
from models.choices import MailState

LABELS = labels(Mail)
_SUBJECT, _TEXT = 200, 20_000
# As long as nobody has it, it may be worded anew, tried again or given up.
OPEN = (MailState.WAITING, MailState.FAILED, MailState.UNKNOWN)
_INTERRUPTED = (
    "没等到发送的结果（程序中断了，或者别处还在发），对方可能已经收到。"
    "请先打电话问对方，没收到再发一次。"
)
# Which this program is sending now; whatever else stands as being sent was interrupted.
under_way: set[int] = set()


@dataclass(frozen=True, kw_only=True)
class MailDraft:
    to: str
    subject: str
    text: str
    sealed: bool = False


@dataclass(frozen=True)
class MailRow:
    id: int
    export_id: int
    month: date
    state: MailState
    to: str
    subject: str
    text: str
    file_name: str
    size: int
    sha256: str
    full: bool
    sealed: bool
    agreed_by: str
    message_id: str
    made_at: datetime
    made_by: str
    checksum: str  # of the month's figures and rows
    lock_id: int | None
    sender: str
    attempts: int
    tried_at: datetime | None
    sent_at: datetime | None
    trouble: str

    @property
    def stands(self) -> MailState:
        """Where it stands in truth: what was being sent when the program ended may have gone."""
        interrupted = self.state is MailState.SENDING and self.id not in under_way
        return MailState.UNKNOWN if interrupted else self.state

    @property
    def why(self) -> str:
        """What is in the way of it, or nothing."""
        return _INTERRUPTED if self.stands is not self.state else self.trouble


def problems(draft: MailDraft) -> dict[str, str]:
    found = {"to": addresses.problem(draft.to), "subject": typed.too_long(draft.subject, _SUBJECT)}
    found["text"] = typed.too_long(draft.text, _TEXT)
    if not addresses.addressees(draft.to):
        found["to"] = "请填写收件人的邮箱，一行一个。"
    if not typed.line(draft.subject):
        found["subject"] = "请填写主题。"
    return {name: sentence for name, sentence in found.items() if sentence}


def keep_mail(
    draft: MailDraft,
    report: MonthlyReport,
    workbook: bytes,
    who: Who,
    now: datetime,
    agreed_by: str = "",
) -> int:
    """Put the workbook that was made, and the words that go with it, into the outbox.

    Of an unmasked one it is recorded who agreed: whoever is at the desk and was asked, unless it is
    said to be somebody else.
    """
    if found := problems(draft):
        raise Invalid(found)
    name = file_name(report)
    sha256 = stored((name, workbook))
    with saving(Kind.MAIL, Kind.EXPORTS):
        row = Mail.create(
            export=record_export(report, name, who, now),
            **words(draft),
            sealed=draft.sealed,
            sha256=sha256,
            size=len(workbook),
            agreed_by=(agreed_by or who.name) if report.full else "",
            message_id=new_message_id(),
            made_at=now,
            made_by=who.name,
        )
    return int(row.id)


def give_up(mail_id: int) -> None:
    """It is not to go any more; the record stays."""
    with saving(Kind.MAIL):
        if get_mail(mail_id).stands not in OPEN:
            raise AppError("这封邮件已经发出或者正在发送，不能改成不再发送。")
        Mail.update(state=MailState.DROPPED).where(Mail.id == mail_id).execute()


def get_mail(mail_id: int) -> MailRow:
    found = rows(_query().where(Mail.id == mail_id), MailRow)
    if not found:
        raise NotFound("没有找到这封邮件，请刷新后再试。")
    return found[0]


def list_mails(limit: int = 50) -> list[MailRow]:
    """The latest first."""
    return rows(_query().order_by(Mail.made_at.desc(), Mail.id.desc()).limit(limit), MailRow)


def list_mails_of(first: date) -> list[MailRow]:
    """All of a month, the latest first."""
    query = _query().where(MonthExport.month == first)
    return rows(query.order_by(Mail.made_at.desc(), Mail.id.desc()), MailRow)


def kept_workbook(row: MailRow) -> bytes:
    """What went or is to go with it, byte for byte; sealed where it was."""
    place = place_of(row.sha256)
    if not place.is_file() or fingerprint(place) != row.sha256:
        raise NotFound("这封邮件的附件不在了或被改动过，请从备份里找回，或者重新写一封。")
    return place.read_bytes()


def new_message_id() -> str:
    """Of the centre's own domain, as receivers expect; random, so that it tells nothing."""
    settings = find_settings()
    home = settings.address.rpartition("@")[2] if settings else "bandecheng.invalid"
    return f"<{secrets.token_hex(16)}@{home}>"


def words(draft: MailDraft) -> dict[str, str]:
    """As they are kept."""
    return {
        "to": "\n".join(map(str, addresses.addressees(draft.to))),
        "subject": typed.line(draft.subject),
        "text": typed.paragraphs(draft.text),
    }


def _query() -> Any:
    own = (field for name, field in Mail._meta.fields.items() if name != "export")
    theirs = (MonthExport.id.alias("export_id"), MonthExport.month, MonthExport.full)
    its = (MonthExport.file_name, MonthExport.checksum, MonthExport.lock.alias("lock_id"))
    return Mail.select(*own, *theirs, *its).join(MonthExport)
