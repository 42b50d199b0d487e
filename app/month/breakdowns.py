"""The month's cases by what they have in common: cause, nature, grade, channel, matter, unit,
village."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import reduce
from operator import add, or_
from typing import Any

import peewee as pw
from peewee import fn

from app import typed
from app.cases.columns import SERVED
from app.month.leads import LEAD, led
from app.month.ledger_row import NO_UNIT, UNKNOWN
from app.month.measures import Share
from app.month.period import Period
from app.month.rounds import due, earlier, within
from models import Case, Closing, Matter, Party, Village, database
from models.choices import Cause, Channel, Choice, Grade, Nature


@dataclass(frozen=True)
class Compared:
    """A figure beside those it is compared with; None where nothing was kept yet."""

    now: Share
    before: Share | None
    last_year: Share | None
    year: Share


@dataclass(frozen=True)
class BreakdownLine:
    """What has that in common: how many of all that were received, how many of all that were
    completed, and how many of its own that were due were completed in time."""

    name: str
    received: Compared
    completed: Compared
    in_time: Compared


@dataclass(frozen=True)
class Breakdown:
    name: str
    meaning: str
    lines: tuple[BreakdownLine, ...]


@dataclass(frozen=True)
class _Way:
    """One way to group the cases; `listed` are the names that stand also where none has them."""

    name: str
    meaning: str
    of: Any
    listed: type[Choice] | None = None
    unknown: str = UNKNOWN


@dataclass(frozen=True)
class Counted:
    """How many cases of each name there are in a period, for each way of grouping them."""

    received: tuple[Counter[str], ...]
    completed: tuple[Counter[str], ...]
    due: tuple[Counter[str], ...]
    kept: tuple[Counter[str], ...]


_Found = dict[int, tuple[Counter[str | None], ...]]  # by marks, for each way by name
_VILLAGE = (Village.name, Party.village_text)
_WAYS = (
    _Way("成因", "按研判时定的成因", Case.cause, Cause),
    _Way("性质", "按研判时定的性质：不能办、很难办、不给办", Case.nature, Nature),
    _Way("难度", "按研判时定的难度，答复期限跟着它走", Case.grade, Grade),
    _Way("渠道", "按群众从哪里反映来", Case.channel, Channel),
    _Way("事项", "按反映的事项；不在目录里的，按登记的文字", (Matter.name, Case.matter_text)),
    _Way(
        "单位",
        "按牵头单位；还没有交办的，按事项的主管单位",
        LEAD,
        unknown=NO_UNIT,
    ),
    _Way("村", "按服务对象所在的村社；没有另写服务对象的，是反映人的", _VILLAGE),
)
MEANINGS = {one.name: one.meaning for one in _WAYS}
_DUE, _IN_TIME = 4, 8
_SETS = {"received": 1, "completed": 2, "due": _DUE, "kept": _DUE | _IN_TIME}  # their marks
_NONE = pw.Value(value=False)  # what came was received once, in its first round
_AT_ONCE = 1_000


def count_groups(period: Period) -> Counted:
    of_cases, of_earlier = due(period)
    current = _looked_at(
        Case.select(),
        within(Case.received_at, period),
        within(Case.concluded_at, period),
        of_cases,
        fn.DATE(Case.concluded_at) <= Case.due_on,
    )
    concluded = (Closing.reopened_at >= period.start) & within(Closing.at, period)
    in_time = fn.DATE(Closing.at) <= Closing.due_on
    before = _looked_at(earlier(), _NONE, concluded, of_earlier, in_time)
    found = _counted(current, before)
    return Counted(
        **{
            name: tuple(_named(way, at, found, marks) for at, way in enumerate(_WAYS))
            for name, marks in _SETS.items()
        }
    )


def breakdown(found: Iterable[Breakdown], name: str) -> Breakdown:
    return next(one for one in found if one.name == name)


def breakdowns(
    now: Counted, before: Counted | None, last_year: Counted | None, year: Counted
) -> tuple[Breakdown, ...]:
    periods = (now, before, last_year, year)
    return tuple(_breakdown(at, way, periods) for at, way in enumerate(_WAYS))


def _breakdown(at: int, way: _Way, periods: tuple[Counted | None, ...]) -> Breakdown:
    def compared(share: Callable[[Counted], Share]) -> Compared:
        return Compared(*(share(one) if one else None for one in periods))  # type: ignore[arg-type]

    def line(name: str) -> BreakdownLine:
        return BreakdownLine(
            name,
            compared(lambda one: Share(one.received[at][name], one.received[at].total())),
            compared(lambda one: Share(one.completed[at][name], one.completed[at].total())),
            compared(lambda one: Share(one.kept[at][name], one.due[at][name])),
        )

    return Breakdown(way.name, MEANINGS[way.name], tuple(map(line, _names(at, way, periods))))


def _names(at: int, way: _Way, periods: Iterable[Counted | None]) -> list[str]:
    """Those of a fixed list in its order, others the most frequent first; the unknown last."""
    known = [one for one in periods if one]
    found = {
        name
        for one in known
        for counts in (one.received, one.completed, one.due)
        for name in counts[at]
    }
    listed = [one.label for one in way.listed.named()] if way.listed else []
    now, year = known[0].received[at], known[-1].received[at]

    def order(name: str) -> tuple[Any, ...]:
        place = listed.index(name) if name in listed else len(listed)
        return name == way.unknown, place, -now[name], -year[name], name

    return sorted(found.union(listed), key=order)


def _looked_at(query: Any, *sets: Any) -> Any:
    """What is in any of the sets but the last, with what it has in common, and the marks of those
    it is in, summed up: each condition is looked at once."""
    marks = reduce(add, (fn.COALESCE(one, 0) * 2**at for at, one in enumerate(sets)))
    people = query.select(*map(_column, _WAYS), marks).switch(Case)
    people = people.join(Party, on=(Party.id == SERVED)).join(Village, pw.JOIN.LEFT_OUTER)
    return led(people).where(reduce(or_, (one for one in sets[:-1] if one is not _NONE)))


def _counted(*queries: Any) -> _Found:
    """By marks: one look at each case for all ways, some at a time, so that a year of them is
    never held. Those of the same marks together, as names alone are counted in a third of the time
    that pairs of a name and marks take."""
    found: _Found = defaultdict(lambda: tuple(Counter() for _ in _WAYS))
    for query in queries:
        cursor = database.execute(query)
        while some := cursor.fetchmany(_AT_ONCE):
            alike = defaultdict(list)
            for row in some:
                alike[row[-1]].append(row[:-1])
            for marks, them in alike.items():
                for counter, names in zip(found[marks], zip(*them, strict=True), strict=True):
                    counter.update(names)
    return found


def _named(way: _Way, at: int, found: _Found, wanted: int) -> Counter[str]:
    """Those that have all of these marks, as they are called."""
    named: Counter[str] = Counter()
    for marks, counters in found.items():
        if marks & wanted == wanted:
            for stored, number in counters[at].items():
                listed = way.listed.of(stored).label if way.listed and stored else stored
                named[typed.line(listed or "") or way.unknown] += number
    return named


def _column(way: _Way) -> Any:
    return fn.COALESCE(*way.of) if isinstance(way.of, tuple) else way.of
