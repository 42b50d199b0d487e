"""The month's workbook as it goes with a mail; no copy of it is left on the disk."""

from pathlib import Path
from tempfile import TemporaryDirectory

from app.month import MonthlyReport
from app.progress import Tick, unheard
from exports.monthly_workbook import write_month


def workbook_of(report: MonthlyReport, tick: Tick = unheard) -> bytes:
    with TemporaryDirectory(prefix="bandecheng-") as folder:
        path = Path(folder) / "month.xlsx"
        write_month(report, path, tick)
        return path.read_bytes()
