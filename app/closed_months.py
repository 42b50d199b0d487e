"""Closed months (封账) that list a case, and what is said before one of them is changed."""

from collections.abc import Sequence
from datetime import date, datetime

from app.cases.registry import get_row
from app.month.period import in_words
from models import Case, MonthLock

TOLD_NEXT = "会列入下一份月报的“更正”"
_MOST = 2  # named one by one


def closed_months_of(case: Case) -> list[date]:
    """In which it came, was open or went."""
    return _closed(case.received_at, case.concluded_at or case.dropped_at)


def names_of(months: Sequence[date]) -> str:
    named = list(map(in_words, months))
    return f"{named[0]}等{len(named)}个月" if len(named) > _MOST else "、".join(named)


def before_saving(received_at: datetime, case_id: int | None = None) -> str:
    """Of a new case or one that is corrected, perhaps to another day; nothing where no closed
    month lists it."""
    if case_id is None:
        return _said(_closed(received_at, None))
    case = get_row(case_id)
    moved = _closed(received_at, case.concluded_at or case.dropped_at)
    return _said(sorted({*closed_months_of(case), *moved}))


def before_recording(at: datetime) -> str:
    """Of what belongs to its day alone, as a reception does."""
    return _said(_closed(at, at))


def _closed(came: datetime, went: datetime | None) -> list[date]:
    between = MonthLock.month.between(came.date().replace(day=1), went.date() if went else date.max)
    query = MonthLock.select(MonthLock.month).where(between, MonthLock.unlocked_at.is_null())
    return [row.month for row in query.order_by(MonthLock.month)]


def _said(months: Sequence[date]) -> str:
    return f"{names_of(months)}已封账，保存后{TOLD_NEXT}" if months else ""
