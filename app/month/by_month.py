"""How many cases came and were concluded, month by month, by ranges of indexes."""

from collections import Counter
from typing import Any

from peewee import fn

from app.month.period import Period
from app.month.rounds import earlier, within
from models import Case, Closing


def received_by_month(period: Period, *only: Any) -> Counter[str]:
    """By months as 2026-10; `only` are conditions of the cases that count."""
    came = within(Case.received_at, period)
    return _by_month(Case.received_at, Case.select().where(came, *only))


def concluded_by_month(period: Period, *only: Any) -> Counter[str]:
    """Every conclusion: a case that was taken up again and concluded again counts twice."""
    current = Case.select().where(within(Case.concluded_at, period), *only)
    before = earlier().where(within(Closing.at, period), Closing.reopened_at >= period.start, *only)
    return _by_month(Case.concluded_at, current) + _by_month(Closing.at, before)


def _by_month(moment: Any, query: Any) -> Counter[str]:
    month = fn.SUBSTR(moment, 1, 7)
    return Counter(dict(query.select(month, fn.COUNT(Case.id)).group_by(month).tuples()))
