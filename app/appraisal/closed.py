"""Whether a quarter is closed: with its last month (封账), and its table stays as it was then."""

from datetime import date, datetime

from app.appraisal.quarter import Quarter
from models import MonthLock


def last_month(quarter: Quarter) -> date:
    """The first day of it."""
    return quarter.first.replace(month=quarter.first.month + 2)


def closed_at(quarter: Quarter) -> datetime | None:
    query = MonthLock.select(MonthLock.locked_at).where(
        MonthLock.month == last_month(quarter), MonthLock.unlocked_at.is_null()
    )
    row = query.first()
    return row.locked_at if row else None
