"""The cases received by what they have in common, and what was due by the unit in the lead."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import peewee as pw
from peewee import fn

from app.month.period import Period
from app.statistics import sources
from app.statistics.counted import By, Counted, Figure
from app.statistics.places import Place
from app.statistics.records import InTime, Named
from models import Case
from models.choices import Cause, Choice, Grade, Nature

_LISTS: dict[By, type[Choice]] = {By.CAUSE: Cause, By.NATURE: Nature, By.GRADE: Grade}


def received_by_kind(period: Period, place: Place) -> tuple[tuple[Named, ...], ...]:
    """By cause, by nature and by grade, in one look."""
    columns = [sources.COLUMNS[by] for by in _LISTS]
    query = sources.received(period).where(place.of_cases)
    rows = list(query.select(fn.COUNT(Case.id), *columns).group_by(*columns).tuples())
    return tuple(_named(by, at, rows, period, place) for at, by in enumerate(_LISTS, 1))


def _named(
    by: By, at: int, rows: Sequence[tuple[Any, ...]], period: Period, place: Place
) -> tuple[Named, ...]:
    """Causes, of which there are many, the most frequent first; the unknown last, if any."""
    found = Counter[Any]()
    for row in rows:
        found[row[at]] += row[0]
    known = [one for one in _LISTS[by] if found[one] or (one.label and one.in_use)]
    if by is By.CAUSE:
        known.sort(key=lambda one: -found[one])
    names: list[Choice | None] = [*known, None] if found[None] else [*known]
    counted = [Counted(Figure.RECEIVED, period, by, one) for one in names]
    return tuple(Named(one.name, place.tally(found[one.of], one)) for one in counted)


def in_time_by_unit(period: Period, place: Place) -> tuple[InTime, ...]:
    """Those with most to do first; not by how well they do it."""
    kept, due = Counter[str | None](), Counter[str | None]()
    lead = sources.COLUMNS[By.LEAD]
    for query, in_time in sources.due_rounds(period):
        columns = lead, fn.COUNT(pw.SQL("*")), fn.SUM(in_time)
        rows: Any = query.where(place.of_cases).select(*columns).group_by(lead).tuples()
        for unit, number, in_time_of_it in rows:
            due[unit] += number
            kept[unit] += in_time_of_it
    units = sorted(due, key=lambda unit: (unit is None, -due[unit], unit))
    return tuple(_in_time(unit, kept[unit], due[unit], period, place) for unit in units)


def _in_time(unit: str | None, kept: int, due: int, period: Period, place: Place) -> InTime:
    in_time = Counted(Figure.KEPT, period, By.LEAD, unit)
    late = replace(in_time, figure=Figure.LATE)
    return InTime(in_time.name, place.tally(kept, in_time), place.tally(due - kept, late))
