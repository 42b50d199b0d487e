"""Which monthly workbooks were made, by whom, and whether they showed who people are."""

from dataclasses import dataclass
from datetime import date, datetime

import peewee as pw

from app.changes import Kind, saving
from app.directory import Who
from app.month.report import MonthlyReport
from models import MonthExport, MonthLock, rows


@dataclass(frozen=True)
class ExportRow:
    id: int
    month: date
    made_at: datetime
    made_by: str
    full: bool
    cases: int
    checksum: str
    file_name: str
    lock_id: int | None  # of a closed month, which can be made again as it was
    version: int | None


_COLUMNS = (
    MonthExport.id,
    MonthExport.month,
    MonthExport.made_at,
    MonthExport.made_by,
    MonthExport.full,
    MonthExport.cases,
    MonthExport.checksum,
    MonthExport.file_name,
    MonthExport.lock.alias("lock_id"),
)


def record_export(report: MonthlyReport, file_name: str, who: Who, now: datetime) -> int:
    with saving(Kind.EXPORTS):
        row = MonthExport.create(
            month=report.first,
            made_at=now,
            made_by=who.name,
            full=report.full,
            cases=len(report.ledger),
            checksum=report.checksum,
            file_name=file_name,
            lock=report.seal.lock_id if report.seal else None,
        )
    return int(row.id)


def list_exports(limit: int = 50, *, first: date | None = None) -> list[ExportRow]:
    """The latest first; before them those of the month that begins on that day."""
    of_month = MonthExport.month == first if first else pw.Value(0)
    query = (
        MonthExport.select(*_COLUMNS, MonthLock.version)
        .join(MonthLock, pw.JOIN.LEFT_OUTER)
        .order_by(of_month.desc(), MonthExport.made_at.desc(), MonthExport.id.desc())
        .limit(limit)
    )
    return rows(query, ExportRow)
