"""The month as it goes up: as it was closed, or else as it is counted now."""

from dataclasses import replace
from datetime import date, datetime

from app.errors import AppError, NotFound
from app.month.closed import Seal
from app.month.kept import DamagedMonth, unpacked
from app.month.report import MonthlyReport
from app.month.vouching import vouched
from app.month.whole import whole_month
from models import MonthLock, database


def report_month(year: int, month: int, now: datetime, *, full: bool = False) -> MonthlyReport:
    """The month as it was closed; else as it stood at its end, or stands now if it is not over.

    Persons are masked; in full only where the user has asked for it, which `record_export` keeps.
    """
    first = date(year, month, 1)
    if now.date() < first:
        raise AppError(f"{year}年{month}月还没有到，不能出月报。请选本月或者以前的月份。")
    with database.atomic():  # one look at the store: what is saved meanwhile is in all or nothing
        row = MonthLock.get_or_none(MonthLock.month == first, MonthLock.unlocked_at.is_null())
        if row is not None:
            return _as_closed(row, full=full)
        return whole_month(first, now, full=full)


def look_at_month(first: date, now: datetime) -> MonthlyReport:
    """As it is reported; counted anew, without a seal, where what was kept of it is damaged: that
    can be looked at and opened again, and does not go out."""
    try:
        return report_month(first.year, first.month, now)
    except DamagedMonth:
        with database.atomic():
            return whole_month(first, now)


def report_of(lock_id: int, *, full: bool = False) -> MonthlyReport:
    """A version of a closed month, also one that was opened again since: what was sent of it can
    be made again, figure by figure."""
    row = MonthLock.get_or_none(MonthLock.id == lock_id)
    if row is None:
        raise NotFound("没有找到这一版封账，可能已经换了数据文件夹。请刷新后再看。")
    return _as_closed(row, full=full)


def _as_closed(row: MonthLock, *, full: bool) -> MonthlyReport:
    kept = unpacked(row)
    seal = Seal(row.id, row.version, row.locked_at, row.locked_by, row.checksum, row.program)
    report = replace(kept.report, seal=seal)
    if full:
        report = replace(report, full=True, ledger=kept.received, carried=kept.carried)
    return vouched(report)
