"""The month in words as it goes up: the draft, or what the window made of it."""

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime

from app import typed
from app.changes import Kind, saving
from app.directory import Who
from app.errors import AppError, Invalid
from app.month.report import MonthlyReport
from app.month.story import draft
from models import MonthLock, MonthStory

LONGEST = 2000
_PERSONAL = re.compile(r"(?<!\d)(?:1\d{10}|\d{15}|\d{17}[\dXx])(?!\d)")


@dataclass(frozen=True)
class Story:
    """`stale`: the figures say something else than when it was edited; empty of whom: a draft."""

    text: str
    by: str = ""
    at: datetime | None = None
    stale: bool = False


def story_of(report: MonthlyReport) -> Story:
    """What goes up with the report; of a month nobody wrote of, or where the draft was taken as it
    is, the draft, which goes on with the figures."""
    drafted = draft(report)
    row = MonthStory.get_or_none(MonthStory.month == report.first)
    if row is None or row.drafted == _fingerprint(row.text):  # the draft of then, as it was
        return Story(drafted)
    return Story(row.text, row.edited_by, row.edited_at, row.drafted != _fingerprint(drafted))


def problems(text: str) -> dict[str, str]:
    if not text:
        return {"text": "请写几句，或者用草稿。"}
    if found := _PERSONAL.search(text):
        return {"text": f"“{found[0]}”像手机号或者证件号，要报出去的，请删去。"}
    sentence = typed.too_long(text, LONGEST)
    return {"text": sentence} if sentence else {}


def save_story(report: MonthlyReport, text: str, who: Who, now: datetime) -> None:
    """What was drafted then is kept as a fingerprint, to see when the figures change."""
    text = typed.paragraphs(text)
    if found := problems(text):
        raise Invalid(found)
    values = {
        "text": text,
        "edited_at": now,
        "edited_by": who.name,
        "drafted": _fingerprint(draft(report)),
    }
    with saving(Kind.STORIES):
        closed = MonthLock.select().where(MonthLock.month == report.first)
        if closed.where(MonthLock.unlocked_at.is_null()).exists():
            raise AppError("这个月已经封账，情况说明不能改了。确实要改的，先解封。")
        MonthStory.insert(month=report.first, **values).on_conflict(
            conflict_target=(MonthStory.month,), update=values
        ).execute()


def _fingerprint(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
