"""What closed months told otherwise than the store says now, and no report has told yet (更正).

A month is held against its newest version, also where that was opened again: it has gone up. What
a later month told when it was closed counts as told, until that month is opened again itself. Of
cases only those count with which something was done since: a unit renamed corrects nothing.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache

from app.month.closed import Correction
from app.month.compared import Place, State, differences, state_of
from app.month.kept import DamagedMonth, Kept, unpacked
from app.month.marks import Mark, earliest_touched, mark_of
from app.month.period import next_month
from app.month.recounted import recount
from app.month.since_closing import SinceClosing
from models import MonthLock

_DAMAGED = ("全部", "封账留存的数据", "")
_Told = dict[tuple[date, int], dict[Place, str]]


def untold(first: date) -> tuple[Correction, ...]:
    """What the report of the month that begins on that day has to tell, the oldest month first."""
    newest = _newest_versions(first)
    touched = _touched(newest)
    if not touched:
        return ()
    # Of those that cannot have changed only what they told is read.
    since = touched[0].month
    kept = {row.id: _kept(row) for row in newest if row.month >= since}
    told = _told([kept[row.id] for row in newest if row.id in kept and not row.unlocked_at])
    return tuple(
        one for row in touched for one in _of(row, kept[row.id], told[row.month, row.version])
    )


def _newest_versions(first: date) -> list[MonthLock]:
    """Of every month up to that one; those after it have nothing to do with it."""
    columns = [one for one in MonthLock._meta.sorted_fields if one is not MonthLock.frozen]
    query = MonthLock.select(*columns).where(MonthLock.month <= first)
    found = {row.month: row for row in query.order_by(MonthLock.month, MonthLock.version)}
    return list(found.values())


def _touched(newest: Sequence[MonthLock]) -> list[MonthLock]:
    """Those that may have changed since they, or a month after them that told of them, was
    closed."""
    earliest = cache(earliest_touched)
    told, found = Mark(0, 0, 0), []
    for row in reversed(newest):
        mark = mark_of(row)
        if row.unlocked_at is None:
            told = max(told, mark)
        if earliest(max(told, mark)) < next_month(row.month):
            found.append(row)
    return found[::-1]


def _kept(row: MonthLock) -> Kept | None:
    try:
        return unpacked(MonthLock.get_by_id(row.id))
    except DamagedMonth:
        return None


def _told(closed: Sequence[Kept | None]) -> _Told:
    """By month and version what was told of it last, by its place."""
    told: _Told = defaultdict(dict)
    for kept in closed:
        for one in kept.report.corrections if kept else ():
            told[one.month, one.version][one.place] = one.now
    return told


def _of(row: MonthLock, kept: Kept | None, told: Mapping[Place, str]) -> Iterator[Correction]:
    if kept:
        was, now = state_of(kept.report), state_of(recount(kept.report.period))
    else:
        was, now = (State({_DAMAGED: (text, "")}, {}) for text in ("完好", "已损坏，不能核对"))
    listed = {(sheet, subject) for sheet, subject, column in told if column}
    since = SinceClosing(row, {number for _, number in listed | {*was.rows, *now.rows}})
    found = [
        (place, before, after)
        for place, before, after in differences(was, now, told)
        if not place[2] or since.has(place[1])
    ]
    corrected: dict[str, set[str]] = defaultdict(set)
    for (_, subject, column), _, _ in found:
        corrected[subject].add(column)
    for (sheet, subject, column), before, after in found:
        if column:
            named = since.of_case(subject, column)
        else:
            named = since.of_figure(sheet, subject, corrected) if kept else {}
        yield Correction(
            month=row.month,
            version=row.version,
            sheet=sheet,
            subject=subject,
            column=column,
            was=before,
            now=after,
            **named,
        )
