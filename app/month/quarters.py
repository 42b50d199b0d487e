"""A quarter's appraisal as it is to be read: of a closed one the table that was kept with it."""

from datetime import datetime

from app.appraisal import Appraisal, Quarter, appraise
from app.appraisal.closed import closed_at, last_month
from app.month import report_month


def read_quarter(quarter: Quarter, now: datetime) -> Appraisal:
    if closed_at(quarter):
        month = last_month(quarter)
        kept = report_month(month.year, month.month, now).appraisal
        if kept:
            return kept
    return appraise(quarter, now)
