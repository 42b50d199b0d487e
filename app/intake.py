"""Intake: from the form at the desk to the case, with all that hangs on it, or nothing of it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from app import drafts, receptions, troubles
from app.attachments import attach
from app.cases.drafting import CaseDraft
from app.cases.registry import Opened, edit_case, open_case
from app.changes import Kind, saving
from app.directory import Who
from app.draft_files import DraftFile, drop_files
from app.errors import NotFound
from app.intake_draft import FORM


def register(
    draft: CaseDraft,
    who: Who,
    now: datetime,
    *,
    draft_id: int | None = None,
    reception_id: int | None = None,
    origin_id: int | None = None,
    files: Sequence[DraftFile] = (),
) -> Opened:
    """Register the case; its draft is gone and where it comes of linked in the same transaction."""
    with saving(Kind.CASES):
        opened = open_case(draft, who, now)
        if reception_id is not None:
            receptions.turn_into_case(reception_id, opened.id)
        if origin_id is not None:
            troubles.keep_origin(opened.id, origin_id)
        _hand_over(opened.id, draft_id, files, who, now)
    drop_files(files)
    return opened


def correct(
    case_id: int,
    draft: CaseDraft,
    who: Who,
    now: datetime,
    *,
    draft_id: int | None = None,
    files: Sequence[DraftFile] = (),
) -> list[str]:
    """Correct or complete the case; gives the names of the fields that changed."""
    with saving(Kind.CASES):
        changed = edit_case(case_id, draft, who, now)
        _hand_over(case_id, draft_id, files, who, now)
    drop_files(files)
    return changed


def resumable(who: Who) -> tuple[int, dict[str, Any]] | None:
    """The form this clerk wrote on last and did not save; one that is spoilt is left alone."""
    for one in drafts.list_drafts(FORM):
        if one.staff == who.name:
            try:
                return one.id, drafts.load(one.id)
            except NotFound:
                continue
    return None


def _hand_over(
    case_id: int, draft_id: int | None, files: Sequence[DraftFile], who: Who, now: datetime
) -> None:
    for one in files:
        attach(case_id, one.path, who, now)
    if draft_id is not None:
        drafts.discard(draft_id)
