"""The rounds that were concluded in a period: how, how they ended, and how long they took."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from typing import Any

import peewee as pw
from peewee import fn

from app.calendar import work_calendar
from app.month.period import Period
from app.month.rounds import coordinated, over, rated
from models import database
from models.choices import Ending, Method


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


def count_completed(period: Period) -> Completed:
    one = over(period)
    same = fn.DATE(one.c.begun) == fn.DATE(one.c.at)
    kinds: dict[Any, Any] = {
        **{method: one.c.method == method.value for method in Method},
        **{ending: one.c.ending == ending.value for ending in Ending},
        "same_day": same,
        "late": fn.DATE(one.c.at) > one.c.due_on,
        "coordinated": (one.c.ending == Ending.DONE.value) & coordinated(one),
        "unrated": ~rated(one, period),
        "told_trips": one.c.trips_after.is_null(is_null=False),
    }
    each = (fn.COUNT(pw.Case(None, ((condition, 1),))) for condition in kinds.values())
    trips = (
        fn.TOTAL(pw.Case(None, ((kinds["told_trips"], one.c.trips),))),
        fn.TOTAL(one.c.trips_after),
    )
    # All of it by the pairs of days they began and were over: one look, also for how long it took.
    pair = fn.DATE(one.c.begun), fn.DATE(one.c.at)
    columns = (*pair, fn.COUNT(one.c.at), *trips, *each)
    pairs = list(pw.Select([one], columns).group_by(*pair).bind(database).tuples())
    number, before, after, *found = _summed(pairs, len(columns) - len(pair))
    by = dict(zip(kinds, found, strict=True))
    return Completed(
        number=number,
        by_method={method: by.pop(method) for method in Method},
        by_ending={ending: by.pop(ending) for ending in Ending},
        trips_before=before,
        trips_after=after,
        **by,
        **_used(pairs),
    )


def _summed(pairs: Sequence[tuple[Any, ...]], width: int) -> list[int]:
    """What was counted of each pair, of all of them."""
    if not pairs:
        return [0] * width
    return [int(sum(column)) for column in list(zip(*pairs, strict=True))[-width:]]


def _used(pairs: Sequence[tuple[Any, ...]]) -> dict[str, Any]:
    worked = _worked({day for came, done, *_ in pairs for day in (came, done)})
    used = [(max(worked[done] - worked[came], 0), number) for came, done, number, *_ in pairs]
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
