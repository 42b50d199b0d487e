"""What a mail has the worker do: make its workbook, put it into the outbox, send it."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from app.directory import Who
from app.mail import passwords
from app.mail.drafts import keep_draft
from app.mail.outbox import MailDraft
from app.mail.renewing import keep_once
from app.mail.sending import send
from app.mail.settings import find_settings, get_settings
from app.month import MonthlyReport, report_month
from app.progress import Tick


@dataclass(frozen=True)
class Prepared:
    """The month's workbook, and whether its way out is known."""

    report: MonthlyReport
    workbook: bytes
    has_mailbox: bool
    has_password: bool  # in the keyring


def prepare(first: date, now: datetime, tick: Tick, *, full: bool) -> Prepared:
    from exports.mailed import workbook_of

    report = report_month(first.year, first.month, now, full=full)
    settings = find_settings()
    kept = bool(settings and passwords.kept(settings))
    return Prepared(report, workbook_of(report, tick), settings is not None, kept)


@dataclass(frozen=True)
class Order:
    """A mail as it is to go; `before` is the one that was to, and did not."""

    draft: MailDraft
    prepared: Prepared
    seal: str  # the password of the workbook, or nothing
    before: int | None = None


def put_in_outbox(order: Order, who: Who, now: datetime) -> int:
    """Its number there."""
    report = order.prepared.report
    return keep_once(order.draft, report, _workbook(order), who, now, before=order.before)


def write_draft(order: Order, path: Path, who: Who, now: datetime) -> Path:
    keep_draft(order.draft, order.prepared.report, _workbook(order), path, who, now)
    return path


def send_now(mail_id: int, password: str, now: datetime, tick: Tick, *, again: bool) -> int:
    """By the password that was typed, or else the one in the keyring."""
    send(mail_id, password or passwords.kept(get_settings()), now, tick, again=again)
    return mail_id


def _workbook(order: Order) -> bytes:
    from exports.sealed import seal

    return seal(order.prepared.workbook, order.seal) if order.seal else order.prepared.workbook
