"""The month as it goes up while it is open: counted, with what it corrects, and told in words."""

from dataclasses import replace
from datetime import date, datetime

from app.month.corrections import untold
from app.month.report import MonthlyReport, count_month
from app.month.stories import story_of
from app.month.vouching import vouched


def whole_month(first: date, now: datetime, *, full: bool = False) -> MonthlyReport:
    """In one transaction."""
    report = replace(count_month(first, now, full=full), corrections=untold(first))
    return vouched(replace(report, story=story_of(report).text))
