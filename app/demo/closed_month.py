"""The month before last went up and was closed: what is changed in its cases now is told next."""

from collections.abc import Sequence
from datetime import datetime, time

from app.deadlines.calendar import work_calendar
from app.demo.hours import Hours
from app.directory import Who
from app.month import record_export, report_month
from app.month.locks import lock_month
from app.month.naming import workbook_name
from app.month.period import previous_month

_REPORTED_ON, _AT = 5, time(10, 20)  # or on the next working day


def close_month(hours: Hours, staff: Sequence[Who]) -> None:
    """Call it inside `saving`."""
    last = previous_month(hours.now.date().replace(day=1))
    month = previous_month(last)
    at = datetime.combine(work_calendar().next_working(last.replace(day=_REPORTED_ON)), _AT)
    lock_month(month, staff[0], at)
    report = report_month(month.year, month.month, at)
    name = workbook_name(report.centre.name, month, full=False)
    record_export(report, name, staff[0], at)
