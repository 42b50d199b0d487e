"""Scans and photos of a visit; what shows an illness is kept only with the person's leave.

The wrong one is declared void: no longer listed, never gone.
"""

from datetime import datetime
from pathlib import Path

from app import attachments, typed
from app.attachments import Source
from app.changes import Kind, saving
from app.directory import Who
from app.errors import AppError, Invalid, NotFound
from app.visits import diary
from app.visits.requests import get_row
from models import VisitFile
from models.choices import VisitAct

_NOT_ALLOWED = "拍到病情的照片要本人同意才能留存，请先在结果里勾选“同意留存病情照片”。"
_REASON_LIMIT = 200


def keep_evidence(
    visit_id: int, source: Source, who: Who, now: datetime, *, health: bool = False
) -> int:
    """Keep a copy with the visit. One that shows an illness only where the person agreed to it."""
    name, size = attachments.looked_at(source)
    visit = get_row(visit_id)
    if health and not visit.photo_consent:
        raise AppError(_NOT_ALLOWED)
    sha256 = attachments.stored(source)
    with saving(Kind.VISITS, Kind.CASES, Kind.ATTACHMENTS):
        same = VisitFile.get_or_none(
            VisitFile.visit == visit_id,
            VisitFile.sha256 == sha256,
            VisitFile.voided_at.is_null(),
        )
        if same is not None:
            return int(same.id)
        row = VisitFile.create(
            visit=visit_id,
            name=name,
            sha256=sha256,
            size=size,
            health=health,
            added_at=now,
            added_by=who.name,
        )
        diary.enter(visit, who, now, VisitAct.EVIDENCE, name)
    return int(row.id)


def void_evidence(file_id: int, reason: str, who: Who, now: datetime) -> None:
    """Take it out of the visit's list; the file stays, and in the history who did it and why."""
    said = typed.line(reason)
    if not said:
        raise Invalid({"reason": "请写明为什么作废。"})
    if over := typed.too_long(said, _REASON_LIMIT):
        raise Invalid({"reason": over})
    with saving(Kind.VISITS, Kind.CASES, Kind.ATTACHMENTS):
        row = _get(file_id)
        if row.voided_at is not None:
            raise AppError(f"“{row.name}”已经作废了。")
        VisitFile.update(voided_at=now, voided_by=who.name, void_reason=said).where(
            VisitFile.id == file_id
        ).execute()
        diary.enter(row.visit, who, now, VisitAct.VOID, row.name, said)


def save_copy(file_id: int, folder: Path) -> Path:
    """A copy under its own name, for other programs to open."""
    row = _get(file_id)
    return attachments.copy_of(row.sha256, str(row.name), folder)


def _get(file_id: int) -> VisitFile:
    row: VisitFile | None = VisitFile.get_or_none(VisitFile.id == file_id)
    if row is None:
        raise NotFound("没有找到这份资料，请刷新后再试。")
    return row
