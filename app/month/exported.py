"""Which monthly workbooks were made, by whom, and whether they showed who people are."""

from dataclasses import dataclass
from datetime import date, datetime

from app.changes import Kind, saving
from app.directory import Who
from app.month.report import MonthlyReport
from models import MonthExport, rows


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
        )
    return int(row.id)


def list_exports(limit: int = 50) -> list[ExportRow]:
    """The latest first."""
    query = MonthExport.select(*MonthExport._meta.sorted_fields)
    return rows(query.order_by(MonthExport.made_at.desc()).limit(limit), ExportRow)
