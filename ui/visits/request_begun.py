"""What the form of a request begins with."""

from collections.abc import Mapping
from typing import Any

from app import drafts
from app.directory import Who
from app.visits.filled import filled_of, unfinished
from app.visits.requests import draft_for_case, draft_of, get_row
from ui.kit.errands import CorrectVisit, Resume, VisitOfCase


def begun(wanted: object, who: Who) -> tuple[Mapping[str, Any], int | None]:
    """What it holds, and the draft it is kept in; what this clerk did not finish comes first."""
    if isinstance(wanted, Resume):
        return drafts.load(wanted.draft_id), wanted.draft_id
    if isinstance(wanted, CorrectVisit):
        told = filled_of(draft_of(wanted.visit_id), correcting=True)
        number = get_row(wanted.visit_id).number
        return {**told, "visit": wanted.visit_id, "number": number}, None
    case_id = wanted.case_id if isinstance(wanted, VisitOfCase) else None
    draft_id = unfinished(who, case_id)
    if draft_id is not None:
        return drafts.load(draft_id), draft_id
    return ({} if case_id is None else filled_of(draft_for_case(case_id))), None
