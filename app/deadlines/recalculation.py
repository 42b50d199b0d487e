"""Reckoning the dates of open cases anew, after the calendar or the rules have changed.

Nothing of it happens by itself: what would change is shown first, and done on somebody's word.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app import history
from app.changes import Kind, saving
from app.deadlines import due_dates
from app.deadlines.due_windows import OPEN
from app.deadlines.time_rules import get_rules
from app.directory import Who
from app.records.shares import follow
from models import Case, Paper
from models.choices import Act, PaperKind

_PROMISES = (PaperKind.RECEIPT, PaperKind.EXTENSION)  # the papers that tell the citizen a date


@dataclass(frozen=True)
class Changed:
    """A case whose date would be another. `told`: the old one was printed for the citizen.

    The same date on both sides is one that would no longer be provisional, or would be now.
    """

    case_id: int
    number: str
    old: date
    new: date
    told: bool

    @property
    def earlier(self) -> bool:
        """Sooner than the citizen may count on; such a one is not changed unless it is named."""
        return self.new < self.old


def preview_recalculation(version: int | None = None) -> list[Changed]:
    """What would change of the open cases: by the calendar as it is now, each under its own rules;
    with a version of the rules also by those. In the order of their dates."""
    told = _told()
    found = []
    for row in Case.select().where(Case.status.in_(OPEN)).order_by(Case.due_on, Case.id):
        again = _anew(row, version)
        if any(again[name] != getattr(row, name) for name in ("due_on", "due_provisional")):
            one = Changed(row.id, row.number, row.due_on, again["due_on"], row.id in told)
            found.append(one)
    return found


def recalculate(
    case_ids: Collection[int], who: Who, now: datetime, version: int | None = None
) -> int:
    """Give these cases the dates of the preview, each with its line of history; says how many
    were changed. A case that has ended since stays as it is."""
    with saving(Kind.CASES):
        rows = Case.select().where(Case.id.in_(list(case_ids)), Case.status.in_(OPEN))
        return sum(_change(row, who, now, version) for row in rows)


def _change(row: Case, who: Who, now: datetime, version: int | None) -> bool:
    again = _anew(row, version)
    if all(getattr(row, name) == value for name, value in again.items()):
        return False
    Case.update(again).where(Case.id == row.id).execute()
    follow(row, again["due_on"])
    history.record(row.id, who, now, Act.RECKON, _note(row, again["due_on"], version))
    return True


def _anew(row: Case, version: int | None) -> dict[str, Any]:
    """The columns of its clock, reckoned from the start."""
    days, rules = row.due_days, {}
    if version is not None:
        days = get_rules(version).days_for(row.grade, row.nature)
        rules = {"rules": version}
    return due_dates.again(row, days) | rules


def _note(row: Case, day: date, version: int | None) -> str:
    why = "按现在的工作日历" if version is None else f"按办理时限第 {version} 版"
    if day == row.due_on:
        return f"{why}，期限还是 {day:%Y-%m-%d}。"
    early = "，比原来告知群众的早" if day < row.due_on else ""
    return f"{why}，期限由 {row.due_on:%Y-%m-%d} 改为 {day:%Y-%m-%d}{early}。"


def _told() -> set[int]:
    """The cases of which a paper with a date is with the citizen."""
    printed = Paper.kind.in_(_PROMISES) & Paper.voided_at.is_null()
    return {one for (one,) in Paper.select(Paper.case).where(printed).distinct().tuples()}
