"""What closed months told otherwise than the store says now, and no report has told yet (更正).

A month is held against its newest version, also where that was opened again: it has gone up. What
a later month told when it was closed counts as told, until that month is opened again itself.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from app.month.closed import Correction
from app.month.compared import State, differences, state_of
from app.month.kept import DamagedMonth, Kept, unpacked
from app.month.report import recount
from models import Case, CaseEvent, MonthLock
from models.choices import Act

# Papers and files beside a case change nothing of what is reported of it.
_BESIDE = (Act.ISSUE, Act.REPRINT, Act.VOID, Act.ATTACH, Act.DETACH)
_DAMAGED = ("全部", "封账留存的数据", "")
_Texts = Mapping[tuple[str, str, str], str]


def untold(first: date) -> tuple[Correction, ...]:
    """What the report of the month that begins on that day has to tell, the oldest month first."""
    newest = _newest_versions(first)
    kept = {row.id: _kept(row) for row in newest}
    told = _told([kept[row.id] for row in newest if row.unlocked_at is None])
    return tuple(
        one for row in newest for one in _of(row, kept[row.id], told[row.month, row.version])
    )


def _newest_versions(first: date) -> list[MonthLock]:
    """Of every month up to that one; those after it have nothing to do with it."""
    query = MonthLock.select().where(MonthLock.month <= first)
    found = {row.month: row for row in query.order_by(MonthLock.month, MonthLock.version)}
    return list(found.values())


def _kept(row: MonthLock) -> Kept | None:
    try:
        return unpacked(row)
    except DamagedMonth:
        return None


def _told(closed: list[Kept | None]) -> dict[tuple[date, int], dict[tuple[str, str, str], str]]:
    """By month and version what was told of it last, by its place."""
    told: dict[tuple[date, int], dict[tuple[str, str, str], str]] = defaultdict(dict)
    for kept in closed:
        for one in kept.report.corrections if kept else ():
            told[one.month, one.version][one.place] = one.now
    return told


def _of(row: MonthLock, kept: Kept | None, told: _Texts) -> Iterator[Correction]:
    if kept:
        was, now = state_of(kept.report), state_of(recount(kept.report.period))
    else:
        was, now = (State({_DAMAGED: (text, "")}, {}) for text in ("完好", "已损坏，不能核对"))
    found = list(differences(was, now, told))
    changes = _changes({place[1] for place, *_ in found}, row)
    for (sheet, subject, column), before, after in found:
        yield Correction(
            month=row.month,
            version=row.version,
            sheet=sheet,
            subject=subject,
            column=column,
            was=before,
            now=after,
            **_last(changes[subject], column),
        )


def _changes(numbers: set[str], row: MonthLock) -> dict[str, list[CaseEvent]]:
    """By its number what was done with each case since the month was closed, the oldest first."""
    query: Any = (
        CaseEvent.select(CaseEvent, Case.number)
        .join(Case)
        .where(
            Case.number.in_(numbers),
            CaseEvent.at > row.locked_at,
            CaseEvent.act.not_in(_BESIDE),
        )
        .order_by(CaseEvent.at, CaseEvent.id)
    )
    found: dict[str, list[CaseEvent]] = defaultdict(list)
    for event in query:
        found[event.case.number].append(event)
    return found


def _last(events: list[CaseEvent], column: str) -> dict[str, Any]:
    """The last change of just that, or else the last of all; nothing where there was none."""
    of_it = [one for one in events if one.field and column.endswith(one.field)]
    for event in reversed(of_it or events):
        return {"at": event.at, "by": event.by, "act": event.act.label}
    return {}
