"""How far the histories had come when a month was closed: what came since may change the month."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from peewee import fn

from app.cases.drafting import LABELS
from models import Case, CaseEvent, MonthLock, Reception, Visit, VisitChange
from models.choices import Act

# Papers and files beside a case change nothing of what is reported of it.
BESIDE = (Act.ISSUE, Act.REPRINT, Act.VOID, Act.ATTACH, Act.DETACH)


@dataclass(frozen=True, order=True)
class Mark:
    """The last line of each that there was."""

    events: int
    visit_changes: int
    receptions: int


def mark_now() -> Mark:
    return Mark(*(_last(table) for table in (CaseEvent, VisitChange, Reception)))


def mark_of(row: MonthLock) -> Mark:
    return Mark(row.events, row.visit_changes, row.receptions)


def earliest_touched(since: Mark) -> date:
    """No month that was over by that day can have changed since; renaming what is in the lists
    changes no month."""
    moments = (*_of_cases(since.events), *_of_visits(since.visit_changes), _of_receptions(since))
    return min((one.date() for one in moments if one), default=date.max)


def _last(table: Any) -> int:
    return table.select(fn.MAX(table.id)).scalar() or 0


def _of_cases(since: int) -> tuple[datetime | None, ...]:
    """A case that was moved to another day has changed whatever month it came from."""
    new = CaseEvent.select().join(Case).where(CaseEvent.id > since, CaseEvent.act.not_in(BESIDE))
    if new.where(CaseEvent.field == LABELS["received_at"]).exists():
        return (datetime.min,)  # noqa: DTZ901 (as the store keeps every moment)
    return (new.select(fn.MIN(Case.received_at)).scalar(),)


def _of_visits(since: int) -> tuple[datetime | None, ...]:
    new = VisitChange.select().join(Visit).where(VisitChange.id > since)
    return tuple(
        new.select(fn.MIN(moment)).scalar() for moment in (Visit.asked_at, Visit.starts_at)
    )


def _of_receptions(since: Mark) -> datetime | None:
    new = Reception.select(fn.MIN(Reception.at)).where(Reception.id > since.receptions)
    found: datetime | None = new.scalar()
    return found
