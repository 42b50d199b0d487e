"""A row of 时限: how a case, or one of its rounds, stands against its date."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kept(StrEnum):
    """In the order in which they are listed: what is late comes first."""

    OVERDUE = "逾期未办结"
    LATE = "逾期办结"
    PAUSED = "暂停中"
    OPEN = "未办结"  # due on a day off at the end of the month: not late yet
    IN_TIME = "按时办结"


@dataclass(frozen=True, kw_only=True, slots=True)  # there may be a hundred thousand
class DueLine:
    """`late_by` counts working days; `counts` says whether it fell due in this very month, and so
    is one of those the rate is of. What was done about it happened within the round."""

    number: str
    matter: str
    lead: str
    due_on: date
    completed_on: date | None
    standing: Kept
    late_by: int
    counts: bool
    extended: int
    extended_days: int
    paused_days: int
    returned: int
    urged: int
