"""Forms as far as they were filled in: kept at every keystroke, there again after a crash."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import peewee as pw

from app import typed
from app.changes import Kind, saving
from app.errors import NotFound
from models import Draft, Staff, rows

_TITLE = 80


@dataclass(frozen=True)
class KeptDraft:
    """A draft in the list of those that wait to be finished."""

    id: int
    form: str
    title: str
    staff: str  # empty where nobody was at the desk yet
    begun_at: datetime
    kept_at: datetime

    def age(self, now: datetime) -> timedelta:
        return now - self.kept_at


def keep(
    form: str,
    draft_id: int | None,
    title: str,
    content: Mapping[str, Any],
    staff_id: int | None,
    now: datetime,
) -> int:
    """Keep the form as it stands now and give the draft's id; content is what JSON can hold.

    Only a new draft is announced: at every keystroke no page has to read again.
    """
    values = {
        "title": typed.line(title)[:_TITLE],
        # Escaped to ASCII: half a surrogate pair, as an input method may leave it, is kept too.
        "content": json.dumps(dict(content), ensure_ascii=True, separators=(",", ":")),
        "staff": staff_id,
        "kept_at": now,
    }
    with saving():
        if Draft.update(values).where(Draft.id == draft_id, Draft.form == form).execute():
            return int(draft_id or 0)
    with saving(Kind.DRAFTS):
        return int(Draft.create(form=form, begun_at=now, **values).id)


def list_drafts(form: str | None = None) -> list[KeptDraft]:
    """The last one touched first."""
    query = _kept()
    return rows(query if form is None else query.where(Draft.form == form), KeptDraft)


def list_drafts_of(staff_id: int) -> list[KeptDraft]:
    """Those of one clerk."""
    return rows(_kept().where(Draft.staff == staff_id), KeptDraft)


def load(draft_id: int) -> dict[str, Any]:
    """What the form held."""
    row = Draft.get_or_none(Draft.id == draft_id)
    if row is None:
        raise NotFound("这份草稿已经不在了，可能已登记或已删除。")
    try:
        return dict(json.loads(row.content))
    except ValueError as error:
        raise NotFound("这份草稿已损坏，读不出来，请重新填写。") from error


def discard(draft_id: int) -> None:
    """Done with: registered, or no longer wanted. One that is gone already is no trouble."""
    with saving(Kind.DRAFTS):
        Draft.delete().where(Draft.id == draft_id).execute()


def _kept() -> Any:
    return (
        Draft.select(
            Draft.id,
            Draft.form,
            Draft.title,
            pw.fn.COALESCE(Staff.name, "").alias("staff"),
            Draft.begun_at,
            Draft.kept_at,
        )
        .left_outer_join(Staff)
        .order_by(Draft.kept_at.desc(), Draft.id.desc())
    )
