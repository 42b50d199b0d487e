"""A case's own clock: the day promised, and how it came about."""

from datetime import date
from typing import Any

from app.calendar import due


def reckoned(start: date, days: int) -> dict[str, Any]:
    """The columns of a case that say when it is due: so many working days after `start`."""
    found = due(start, days)
    return {
        "clock_from": start,
        "due_on": found.day,
        "due_days": days,
        "due_steps": "\n".join(found.steps),
        "due_provisional": found.provisional,
    }
