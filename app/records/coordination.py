"""What units settled with one another, and what of it is still open."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from models import Conflict, Decision, Meeting


@dataclass(frozen=True)
class DecisionRow:
    """A thing that a meeting decided; late where it is open and its day has passed."""

    id: int
    meeting_id: int
    what: str
    owner: str
    due_on: date
    done_at: datetime | None
    outcome: str
    late: bool


def list_decisions(case_id: int, today: date) -> list[DecisionRow]:
    """Of all meetings of the case, the open ones first, the sooner before the later."""
    query: Any = (
        Decision.select()
        .join(Meeting)
        .where(Meeting.case == case_id)
        .order_by(Decision.done_at.is_null(is_null=False), Decision.due_on, Decision.id)
    )
    return [
        DecisionRow(
            one.id,
            one.meeting_id,
            one.what,
            one.owner,
            one.due_on,
            one.done_at,
            one.outcome,
            late=one.done_at is None and one.due_on < today,
        )
        for one in query
    ]


def open_decisions(case_id: int) -> list[tuple[int, str]]:
    """As one chooses them."""
    found = (one for one in list_decisions(case_id, date.max) if one.done_at is None)
    return [(one.id, f"{one.what}（{one.owner}，{one.due_on:%m-%d}前）") for one in found]


def open_conflicts(case_id: int) -> list[tuple[int, str]]:
    """As one chooses them."""
    query = Conflict.select().where(Conflict.case == case_id, Conflict.outcome.is_null())
    return [(one.id, f"{one.unit_a}与{one.unit_b}") for one in query.order_by(Conflict.id)]
