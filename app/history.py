"""The history of a case: one line an act, written in the transaction of the act itself."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from app.directory import Who
from models import CaseEvent, quick, rows
from models.choices import Act

_AT_ONCE = 1000  # lines a statement; SQLite takes 32,766 values


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


def record_all(lines: Sequence[tuple[int, Line]]) -> None:
    """Lines of many cases, each with its case's id; call it inside `saving`."""
    for start in range(0, len(lines), _AT_ONCE):
        CaseEvent.insert_many(
            {"case": case_id, **asdict(line)} for case_id, line in lines[start : start + _AT_ONCE]
        ).execute()


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
