"""The shortest way through the stops of a trip, each within its time.

Up to nine stops every order is weighed (Held and Karp, 1962, with the time of each kept beside its
way, because the shorter way may come too late for the next stop); beyond that a good order is
found: each stop where it lengthens the way least, then moved about as long as that helps.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import combinations, pairwise

from app.visits.rules import on_a_step
from app.visits.ways import Ways

MOST_EXACT = 9


@dataclass(frozen=True)
class Stop:
    """Where, how long, and between when it may begin."""

    key: int
    village: int | None
    minutes: int
    opens: datetime
    closes: datetime


@dataclass(frozen=True)
class Order:
    """The stops in order with the hour of each, and the minutes on the way but not the way home."""

    keys: tuple[int, ...]
    starts: tuple[datetime, ...]
    way_minutes: int


@dataclass(frozen=True)
class _Label:
    """A way through some of the stops: how long, when it is over, and in which order."""

    way: int
    over: datetime
    path: tuple[int, ...]


def best_order(stops: Sequence[Stop], leaves: datetime, ways: Ways) -> Order | None:
    """From the centre, left at that moment; None where no order keeps every time."""
    found = _exact if len(stops) <= MOST_EXACT else _good
    path = found(stops, leaves, ways)
    return None if path is None else walked([stops[at] for at in path], leaves, ways)


def walked(stops: Sequence[Stop], leaves: datetime, ways: Ways) -> Order | None:
    """The stops in the order in which they are given; None where one comes too late."""
    label: _Label | None = _Label(0, leaves, ())
    starts = []
    for at, stop in enumerate(stops):
        label = _on(label, stops, at, ways)
        if label is None:
            return None
        starts.append(label.over - timedelta(minutes=stop.minutes))
    assert label is not None
    return Order(tuple(one.key for one in stops), tuple(starts), label.way)


def way_through(stops: Sequence[Stop], ways: Ways) -> int:
    """Minutes on the way in that order, whatever the hour of each."""
    places = [one.village for one in stops]
    first = ways.from_centre(places[0]) if places else 0
    return first + sum(ways.minutes(a, b) for a, b in pairwise(places))


def _exact(stops: Sequence[Stop], leaves: datetime, ways: Ways) -> tuple[int, ...] | None:
    """Of every set of stops and the last of them the ways that no other beats both in way and
    in time; what is over with the whole set is the answer."""
    labels: dict[tuple[int, int], list[_Label]] = {(0, -1): [_Label(0, leaves, ())]}
    for _ in stops:
        further: dict[tuple[int, int], list[_Label]] = {}
        for (seen, _last), known in labels.items():
            for at in range(len(stops)):
                if not seen & 1 << at:
                    later = (_on(one, stops, at, ways) for one in known)
                    new = [one for one in later if one is not None]
                    further.setdefault((seen | 1 << at, at), []).extend(new)
        labels = {state: _unbeaten(found) for state, found in further.items() if found}
    over = [one for found in labels.values() for one in found]
    return min(over, key=lambda one: (one.way, one.over, one.path)).path if over else None


def _unbeaten(found: list[_Label]) -> list[_Label]:
    kept: list[_Label] = []
    for one in sorted(found, key=lambda each: (each.way, each.over)):
        if not kept or one.over < kept[-1].over:
            kept.append(one)
    return kept


def _on(label: _Label | None, stops: Sequence[Stop], at: int, ways: Ways) -> _Label | None:
    """One stop further, waiting there until it may begin; None where that is too late."""
    if label is None:
        return None
    stop, path = stops[at], label.path
    way = (
        ways.minutes(stops[path[-1]].village, stop.village)
        if path
        else ways.from_centre(stop.village)
    )
    start = max(on_a_step(label.over + timedelta(minutes=way)), stop.opens)
    if start > stop.closes:
        return None
    return _Label(label.way + way, start + timedelta(minutes=stop.minutes), (*path, at))


def _good(stops: Sequence[Stop], leaves: datetime, ways: Ways) -> tuple[int, ...] | None:
    path: list[int] = []
    # Those with the least room in time first: later ones find their place around them.
    for at in sorted(range(len(stops)), key=lambda n: (stops[n].closes, stops[n].opens)):
        tries = [[*path[:place], at, *path[place:]] for place in range(len(path) + 1)]
        best = _shortest(tries, stops, leaves, ways)
        if best is None:
            return None
        path = best
    while (better := _shortest(_moved(path), stops, leaves, ways)) and _length(
        better, stops, ways
    ) < _length(path, stops, ways):
        path = better
    return tuple(path)


def _moved(path: list[int]) -> Iterator[list[int]]:
    """Every order that comes of turning a piece round or putting a stop elsewhere."""
    for begin, end in combinations(range(len(path) + 1), 2):
        yield path[:begin] + path[begin:end][::-1] + path[end:]
    for place, at in enumerate(path):
        rest = path[:place] + path[place + 1 :]
        for there in range(len(path)):
            yield [*rest[:there], at, *rest[there:]]


def _shortest(
    tries: Iterator[list[int]] | Sequence[list[int]],
    stops: Sequence[Stop],
    leaves: datetime,
    ways: Ways,
) -> list[int] | None:
    """Of those that keep every time."""
    possible = (one for one in tries if walked([stops[at] for at in one], leaves, ways))
    return min(possible, key=lambda one: _length(one, stops, ways), default=None)


def _length(path: Sequence[int], stops: Sequence[Stop], ways: Ways) -> int:
    return way_through([stops[at] for at in path], ways)
