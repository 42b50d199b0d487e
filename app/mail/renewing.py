"""The same month to the same people once more: the mail nobody has goes on, and none beside it."""

from datetime import date, datetime

from app.attachments import stored
from app.changes import Kind, saving
from app.directory import Who
from app.errors import AppError, Invalid
from app.mail.addresses import addressees
from app.mail.outbox import (
    MailDraft,
    MailRow,
    get_mail,
    give_up,
    keep_mail,
    list_mails_of,
    problems,
    words,
)
from app.month import MonthlyReport
from app.month.vouching import is_same
from models import Mail
from models.choices import MailState

NOBODYS = (MailState.WAITING, MailState.FAILED)
HAD = (MailState.SENT, MailState.UNKNOWN)


def find_before(draft: MailDraft, report: MonthlyReport) -> MailRow | None:
    """The last mail of the month that went, or was to go, to the same addresses."""
    to = _addresses(draft.to)
    found = (
        one
        for one in list_mails_of(report.first)
        if one.state is not MailState.DROPPED and one.full is report.full
    )
    return next((one for one in found if _addresses(one.to) == to), None)


def find_had(to: str, first: date, *, full: bool, besides: int = 0) -> MailRow | None:
    """The last mail by which one of these addresses has the month, or may have it."""
    found = (
        one
        for one in list_mails_of(first)
        if one.stands in HAD and one.full is full and one.id != besides
    )
    return next((one for one in found if _addresses(one.to) & _addresses(to)), None)


def keep_once(
    draft: MailDraft,
    report: MonthlyReport,
    workbook: bytes,
    who: Who,
    now: datetime,
    *,
    before: int | None = None,
    agreed_by: str = "",
) -> int:
    """In the outbox: what nobody has yet, `before` or one to the same addresses, is worded anew.

    Where the month tells something else by now another takes its place: what was made is kept.
    """
    if found := problems(draft):
        raise Invalid(found)
    with saving(Kind.MAIL, Kind.EXPORTS):
        row = get_mail(before) if before else _waiting(draft, report)
        if row is not None and row.stands not in NOBODYS:
            raise AppError("这封邮件已经发出或可能已发出，不能再改，请重新写一封。")
        if row is not None and _tells_the_same(row, report):
            _renew(row, draft, workbook, agreed_by or who.name)
            return row.id
        if row is not None:
            give_up(row.id)
        return keep_mail(draft, report, workbook, who, now, agreed_by)


def _waiting(draft: MailDraft, report: MonthlyReport) -> MailRow | None:
    found = find_before(draft, report)
    return found if found and found.stands in NOBODYS else None


def _renew(row: MailRow, draft: MailDraft, workbook: bytes, agreed_by: str) -> None:
    """Other words, addressees or seal; it stays the same mail."""
    Mail.update(
        **words(draft),
        sealed=draft.sealed,
        sha256=stored((row.file_name, workbook)),
        size=len(workbook),
        agreed_by=agreed_by if row.full else "",
    ).where(Mail.id == row.id).execute()


def _tells_the_same(row: MailRow, report: MonthlyReport) -> bool:
    lock_id = report.seal.lock_id if report.seal else None
    made_alike = (row.full, row.lock_id) == (report.full, lock_id)
    return made_alike and is_same(row.checksum, report)


def _addresses(text: str) -> frozenset[str]:
    return frozenset(one.address.casefold() for one in addressees(text))
