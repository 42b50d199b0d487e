"""A case from first to last, as it is told before it is written."""

from dataclasses import dataclass, field
from datetime import datetime

from app.cases.drafting import CaseDraft
from app.moves.asks import Given
from app.receptions import ReceptionDraft
from models.choices import Act


@dataclass(frozen=True)
class Step:
    """An act, when, what was said with it, and by which colleague; ISSUE prints a notice."""

    at: datetime
    act: Act
    given: Given = field(default_factory=dict)
    aside: int = 0  # how far from the clerk in the list of staff whoever did it stands


@dataclass(frozen=True, kw_only=True)
class Story:
    """A case from first to last; `staff` is a place in the list of them."""

    draft: CaseDraft
    opened_at: datetime
    staff: int
    code: str
    printed_at: datetime | None
    steps: tuple[Step, ...]
    reception: ReceptionDraft | None
    late: bool = False  # one of the newest, which are told in full
