"""A result that was recorded wrong is put right; what was said before stays in the history."""

from datetime import datetime

from app.changes import Kind, saving
from app.directory import Who
from app.errors import AppError, Invalid
from app.visits import diary
from app.visits.detail import get_visit
from app.visits.draft import LABELS
from app.visits.outcomes import OutcomeDraft, problems, values_of
from app.visits.requests import get_row
from models import Visit
from models.choices import Choice, VisitAct

_FIELDS = (
    *("outcome", "note", "arrived_at", "left_at"),
    *("taken", "returned", "delivery", "photo_consent"),
)


def said_of(visit_id: int, now: datetime) -> OutcomeDraft:
    """The result as it stands, to be put right."""
    result = get_visit(visit_id, now.date()).result
    if result is None:
        raise AppError("这次上门还没有登记结果，不用更正。")
    return OutcomeDraft(**{name: getattr(result, name) for name in _FIELDS})


def correct_outcome(visit_id: int, draft: OutcomeDraft, who: Who, now: datetime) -> None:
    """The step its case has made with it is not taken back: that is done with the case."""
    if found := problems(draft, now):
        raise Invalid(found)
    with saving(Kind.VISITS, Kind.CASES):
        before = said_of(visit_id, now)
        Visit.update(**values_of(draft)).where(Visit.id == visit_id).execute()
        told = _changed(before, said_of(visit_id, now))
        diary.enter(get_row(visit_id), who, now, VisitAct.OUTCOME, f"更正：{told}")


def _changed(before: OutcomeDraft, after: OutcomeDraft) -> str:
    """Each field that is another now, with what it was."""
    was = {name: (getattr(before, name), getattr(after, name)) for name in _FIELDS}
    told = [
        f"{LABELS['outcome_note' if name == 'note' else name]}原为{_said(old)}"
        for name, (old, new) in was.items()
        if old != new
    ]
    return "；".join(told) or "没有变化"


def _said(value: object) -> str:
    if isinstance(value, datetime):
        return f"{value:%m-%d %H:%M}"
    if isinstance(value, Choice):
        return value.label
    if isinstance(value, tuple):
        return "、".join(value) or "无"
    return {True: "是", False: "否"}[value] if isinstance(value, bool) else str(value or "无")
