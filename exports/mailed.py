"""The month's workbook as it goes with a mail: under its own name, sealed where it is asked for."""

from pathlib import Path

from app.mail.composing import file_name
from app.mail.sending import unheard
from app.mail.session import Tick
from app.month import MonthlyReport
from exports.monthly_workbook import write_month
from exports.sealed import seal


def write_attachment(
    report: MonthlyReport, folder: Path, password: str = "", tick: Tick = unheard
) -> Path:
    """Into that folder; with a password nobody opens it without."""
    path = folder / file_name(report)
    write_month(report, path, tick)
    if password:
        seal(path, password)
    return path
