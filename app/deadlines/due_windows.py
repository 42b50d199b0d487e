"""How near the date of a case is, as people ask for it."""

from datetime import date, timedelta
from typing import Any

from app.deadlines.calendar import due, overdue_before
from models import Case
from models.choices import Choice, Status

OPEN = (Status.REGISTERED, Status.HANDLING)


class DueWithin(Choice):
    """Of cases whose clock runs."""

    OVERDUE = "overdue", "逾期"
    SOON = "soon", "今明到期"
    WEEK = "week", "本周到期"
    LATER = "later", "本周以后"


def due_within(window: DueWithin, today: date) -> Any:
    """The condition; of a case that is paused nothing is due."""
    return Case.status.in_(OPEN) & Case.paused_at.is_null() & _within(window, today)


def _within(window: DueWithin, today: date) -> Any:
    week_ends = today + timedelta(days=6 - today.weekday())
    match window:
        case DueWithin.OVERDUE:
            return Case.due_on < overdue_before(today)
        case DueWithin.SOON:
            return Case.due_on.between(overdue_before(today), due(today, 1).day)
        case DueWithin.WEEK:
            return Case.due_on.between(overdue_before(today), week_ends)
        case DueWithin.LATER:
            return Case.due_on > week_ends
