"""The rounds that were concluded in a period: how, how they ended, and how long they took."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from typing import Any, TypeVar

import peewee as pw
from peewee import fn

from app.deadlines.calendar import work_calendar
from app.month.period import Period
from app.month.rounds import coordinated, over, rated
from models import database
from models.choices import Choice, Ending, Method

Kind = TypeVar("Kind", bound=Choice)


@dataclass(frozen=True, kw_only=True)
class Completed:
    number: int
    same_day: int
    late: int
    coordinated: int  # 办成 after units had sat down together
    unrated: int
    days: int
    longest: int | None
    by_method: Mapping[Method, int]
    by_ending: Mapping[Ending, int]
    told_trips: int  # how many say how often the citizen had to come since
    trips_before: int
    trips_after: int


_ALIKE, _SUMMED = 4, 7  # how many columns say what a row is of, and how many are summed up


def count_completed(period: Period) -> Completed:
    """All of it at one look, a row for those alike in when they began and were over, and how."""
    one = over(period)
    alike = fn.DATE(one.c.begun), fn.DATE(one.c.at), one.c.method, one.c.ending
    told = one.c.trips_after.is_null(is_null=False)
    summed = (
        fn.COUNT(one.c.at),
        _holds(fn.DATE(one.c.at) > one.c.due_on),
        _holds((one.c.ending == Ending.DONE.value) & coordinated(one)),
        _holds(~rated(one, period)),
        _holds(told),
        fn.TOTAL(pw.Case(None, ((told, one.c.trips),))),
        fn.TOTAL(one.c.trips_after),
    )
    query = pw.Select([one], (*alike, *summed)).group_by(*alike)
    rows = database.execute(query).fetchall()  # a thousand in a year: read as they are
    columns = list(zip(*rows, strict=True)) or [()] * (_ALIKE + _SUMMED)
    began, over_on, methods, endings, numbers, *others = columns
    late, together, unrated, telling, before, after = (int(sum(each)) for each in others)
    spans = list(zip(began, over_on, numbers, strict=True))
    return Completed(
        number=sum(numbers),
        same_day=sum(number for came, done, number in spans if came == done),
        late=late,
        coordinated=together,
        unrated=unrated,
        told_trips=telling,
        trips_before=before,
        trips_after=after,
        by_method=_by(Method, methods, numbers),
        by_ending=_by(Ending, endings, numbers),
        **_used(spans),
    )


def _holds(condition: Any) -> Any:
    return fn.COUNT(pw.Case(None, ((condition, 1),)))


def _by(choices: type[Kind], codes: Sequence[str], numbers: Sequence[int]) -> dict[Kind, int]:
    counted: Counter[str] = Counter()
    for code, number in zip(codes, numbers, strict=True):
        counted[code] += number
    return {one: counted[one.value] for one in choices}


def _used(pairs: Sequence[tuple[str, str, int]]) -> dict[str, Any]:
    worked = _worked({day for came, done, _ in pairs for day in (came, done)})
    used = [(max(worked[done] - worked[came], 0), number) for came, done, number in pairs]
    return {
        "days": sum(days * number for days, number in used),
        "longest": max((days for days, _ in used), default=None),
    }


def _worked(days: Collection[str]) -> dict[str, int]:
    """The working days up to each day from the first to the last of them."""
    if not days:
        return {}
    first, last = date.fromisoformat(min(days)), date.fromisoformat(max(days))
    every = [first + timedelta(number) for number in range((last - first).days + 1)]
    counted = accumulate(map(work_calendar().is_working, every))
    return dict(zip(map(date.isoformat, every), counted, strict=True))
