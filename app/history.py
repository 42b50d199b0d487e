"""The history of a case: one line an act, written in the transaction of the act itself."""

from dataclasses import dataclass
from datetime import datetime

from app.directory import Who
from models import CaseEvent, quick, rows
from models.choices import Act


@dataclass(frozen=True)
class Line:
    """Who did what and when; for a correction also which field was what before."""

    at: datetime
    by: str
    act: Act
    note: str
    field: str = ""
    before: str = ""
    after: str = ""


def record(case_id: int, who: Who, now: datetime, act: Act, note: str, **change: str) -> None:
    """Call it inside `saving`."""
    line = {"case": case_id, "at": now, "by": who.name, "act": act, "note": note}
    quick.add(CaseEvent, line | change)


def list_history(case_id: int) -> list[Line]:
    """Newest first."""
    query = (
        CaseEvent.select(
            CaseEvent.at,
            CaseEvent.by,
            CaseEvent.act,
            CaseEvent.note,
            CaseEvent.field,
            CaseEvent.before,
            CaseEvent.after,
        )
        .where(CaseEvent.case == case_id)
        .order_by(CaseEvent.at.desc(), CaseEvent.id.desc())
    )
    return rows(query, Line)
