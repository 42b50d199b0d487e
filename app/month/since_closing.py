"""What was done since a month was closed: who is named where something is told otherwise."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Set
from datetime import datetime, time
from typing import Any

from app.cases.drafting import LABELS
from app.month.compared import VISITS
from app.month.ledger_row import NAMES
from app.month.marks import BESIDE
from app.month.period import next_month
from models import Case, CaseEvent, MonthLock, Reception, Staff, Visit, VisitChange
from models.choices import Act, Method, VisitAct

Named = dict[str, Any]  # at, by and act of a Correction; empty where the store does not know
RECEPTIONS, OF_VISITS = "接待（人次）", ("上门（次）", "上门办成率")
# What makes the past another; the rest goes on from the day it is done.
_AMENDING = (Act.REGISTER, Act.COMPLETE, Act.EDIT)
# Columns of the ledger that no figure is counted by, and fields that figures are and it lacks.
_DESCRIBING = frozenset(
    NAMES[one]
    for one in ("person", "village", "channel", "matter", "nature", "cause", "lead", "helpers")
)
_COUNTED_BY = {
    "受理前跑动（次）": LABELS["trips"],
    **{f"{one.label}办结": LABELS["method"] for one in Method},
}
_PAPERS = (VisitAct.EVIDENCE, VisitAct.VOID, VisitAct.FOLLOW_UP)
_AT_ONCE = 1000  # numbers a query


class SinceClosing:
    """Of the cases with these numbers, and of the month's visits and receptions."""

    def __init__(self, row: MonthLock, numbers: Collection[str]) -> None:
        self._row = row
        self._events = _events(row, sorted(numbers))

    def has(self, number: str) -> bool:
        return number in self._events

    def of_case(self, number: str, column: str) -> Named:
        """The last change of just that, or else the last of all."""
        events = self._events[number]
        of_it = [one for one in events if one.field and column.endswith(one.field)]
        return _named(of_it or events)

    def of_figure(self, sheet: str, name: str, corrected: Mapping[str, Set[str]]) -> Named:
        """What it may come of, and the last of that; with the columns that are corrected, by the
        number of their case."""
        if name == RECEPTIONS:
            return self._of_receptions()
        if sheet == VISITS or name in OF_VISITS:
            return self._of_visits()
        amended = {number: _amending(events) for number, events in self._events.items()}
        found = {
            number: amended[number] or events
            for number, events in self._events.items()
            if corrected.get(number, _DESCRIBING) - _DESCRIBING
            or any(one.field == _COUNTED_BY.get(name) for one in events)
        }
        return _of_several(found or {one: made for one, made in amended.items() if made}, "件")

    def _of_visits(self) -> Named:
        begin, end = _days(self._row)
        of_month = Visit.asked_at.between(begin, end) | Visit.starts_at.between(begin, end)
        since = (VisitChange.id > self._row.visit_changes) & VisitChange.act.not_in(_PAPERS)
        query: Any = VisitChange.select(VisitChange, Visit.number).join(Visit)
        found = defaultdict(list)
        for change in query.where(of_month, since).order_by(VisitChange.id):
            found[change.visit.number].append(change)
        return _of_several(found, "次")

    def _of_receptions(self) -> Named:
        """When it was written down is not kept, only of when it is."""
        since = (Reception.id > self._row.receptions) & Reception.at.between(*_days(self._row))
        query: Any = Reception.select(Reception, Staff.name).join(Staff).where(since)
        last = query.order_by(Reception.id.desc()).first()
        return {"by": last.staff.name, "act": "补记接待"} if last else {}


def _events(row: MonthLock, numbers: list[str]) -> dict[str, list[CaseEvent]]:
    """By its number what was done with each case, the oldest first."""
    found: dict[str, list[CaseEvent]] = defaultdict(list)
    since = (CaseEvent.id > row.events) & CaseEvent.act.not_in(BESIDE)
    for start in range(0, len(numbers), _AT_ONCE):
        query: Any = CaseEvent.select(CaseEvent, Case.number).join(Case)
        these = Case.number.in_(numbers[start : start + _AT_ONCE])
        for event in query.where(these, since).order_by(CaseEvent.id):
            found[event.case.number].append(event)
    return dict(found)


def _amending(events: Iterable[CaseEvent]) -> list[CaseEvent]:
    return [one for one in events if one.act in _AMENDING]


def _of_several(found: dict[str, list[Any]], unit: str) -> Named:
    """The last of all, with the number of what it was done with and how many there are."""
    if not found:
        return {}
    number, events = max(found.items(), key=lambda one: one[1][-1].id)
    more = f"等{len(found)}{unit}" if len(found) > 1 else ""
    return _named(events) | {"act": f"{number}{more}"}


def _named(events: list[Any]) -> Named:
    last = events[-1]
    return {"at": last.at, "by": last.by, "act": last.act.label}


def _days(row: MonthLock) -> tuple[datetime, datetime]:
    end = datetime.combine(next_month(row.month), time())
    return datetime.combine(row.month, time()), end - datetime.resolution
