"""A visit's own history, which is only ever added to, and its line in that of its case."""

from dataclasses import dataclass
from datetime import datetime

from app import history
from app.directory import Who
from models import Visit, VisitChange, quick, rows
from models.choices import Act, VisitAct


@dataclass(frozen=True)
class Entry:
    """Who did what to a visit and when, and why where that was said."""

    at: datetime
    by: str
    act: VisitAct
    note: str
    reason: str


def enter(
    visit: Visit, who: Who, now: datetime, act: VisitAct, note: str, reason: str = ""
) -> None:
    """Call it inside `saving`; a visit of a case is told of there too."""
    line = {"visit": visit.id, "at": now, "by": who.name, "act": act}
    quick.add(VisitChange, line | {"note": note, "reason": reason})
    if visit.case_id is not None:
        said = [f"{act.label}{visit.number}", note, reason and f"原因：{reason}"]
        history.record(visit.case_id, who, now, Act.VISIT, "；".join(filter(None, said)))


def list_entries(visit_id: int) -> list[Entry]:
    """Newest first."""
    query = (
        VisitChange.select(
            VisitChange.at, VisitChange.by, VisitChange.act, VisitChange.note, VisitChange.reason
        )
        .where(VisitChange.visit == visit_id)
        .order_by(VisitChange.id.desc())
    )
    return rows(query, Entry)
