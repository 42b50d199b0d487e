"""What the page has the worker do: read a month, and write its workbook."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from app.directory import Who
from app.mail.outbox import OPEN, MailRow, list_mails
from app.month import (
    ExportRow,
    MonthlyReport,
    list_exports,
    look_at_month,
    record_export,
    report_month,
    report_of,
)
from app.month.checks import Check, check_month
from app.month.locks import MonthVersion, list_versions
from app.progress import Tick
from exports.book.printed import PrintedSheet
from models.choices import MailState


@dataclass(frozen=True)
class MonthSeen:
    """A month as it stands: its sheets, what is to be put right, what was exported before."""

    report: MonthlyReport
    sheets: tuple[PrintedSheet, ...]
    checks: tuple[Check, ...]
    exports: tuple[ExportRow, ...]
    mails: tuple[MailRow, ...]
    versions: tuple[MonthVersion, ...]  # it was closed in, the newest first

    @property
    def closed(self) -> MonthVersion | None:
        """The version that is closed now."""
        last = next(iter(self.versions), None)
        return last if last and last.unlocked_at is None else None

    @property
    def damaged(self) -> bool:
        """What was kept of it is not what it was: this is the month as it is counted now."""
        return self.closed is not None and self.report.seal is None

    @property
    def exported(self) -> ExportRow | None:
        """The last time this month went out as it is sent: masked, and if by mail, in truth."""
        first = self.report.first
        not_gone = {one.export_id for one in self.mails if one.stands is not MailState.SENT}
        gone = (one for one in self.exports if one.id not in not_gone)
        return next((one for one in gone if one.month == first and not one.full), None)

    @property
    def left_behind(self) -> MailRow | None:
        """The month's last mail, if it has not gone and is still to go."""
        last = next((one for one in self.mails if one.month == self.report.first), None)
        return last if last and last.stands in OPEN else None


def see_month(first: date, now: datetime) -> MonthSeen:
    from exports.monthly_preview import preview_month

    report = look_at_month(first, now)
    checks = check_month(report, now.date())
    return MonthSeen(
        report,
        preview_month(report),
        checks,
        tuple(list_exports(first=first)),
        tuple(list_mails()),
        tuple(list_versions(first)),
    )


@dataclass(frozen=True)
class Wanted:
    """`lock_id`: a version of the closed month, as it was, also one that was opened again."""

    first: date
    full: bool
    path: Path
    lock_id: int | None = None


def export_month(wanted: Wanted, who: Who, now: datetime, tick: Tick) -> Path:
    """Write the workbook, and at once that it was written: none leaves without a record."""
    from exports.monthly_workbook import write_month

    tick(0, 1)  # it can be given up from the first moment, though counting has to end before
    if wanted.lock_id is not None:
        report = report_of(wanted.lock_id, full=wanted.full)
    else:
        report = report_month(wanted.first.year, wanted.first.month, now, full=wanted.full)
    write_month(report, wanted.path, tick)
    record_export(report, wanted.path.name, who, now)
    return wanted.path
