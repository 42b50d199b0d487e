"""The shortest way through the stops of a trip, each within its time.

Up to nine stops every order is weighed (Held and Karp, 1962, with the time of each kept beside its
way, because the shorter way may come too late for the next stop); beyond that a good order is
found: each stop where it lengthens the way least, then moved about as long as that helps.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import combinations, pairwise
from typing import Self

from app.visits.rules import STEP
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


# A way through some of the stops: how long, when it is over, and in which order. Plain numbers,
# minutes of the day, because a day of nine stops has tens of thousands of them.
_Label = tuple[int, int, tuple[int, ...]]


@dataclass(frozen=True)
class _Plane:
    """The stops and the ways between them, each looked up once."""

    begin: int
    first: tuple[int, ...]  # the way to each from the centre
    way: tuple[tuple[int, ...], ...]
    minutes: tuple[int, ...]
    opens: tuple[int, ...]
    closes: tuple[int, ...]

    @classmethod
    def of(cls, stops: Sequence[Stop], leaves: datetime, ways: Ways) -> Self:
        midnight = datetime.combine(leaves.date(), time())
        places = [one.village for one in stops]
        return cls(
            _minutes(leaves, midnight),
            tuple(map(ways.from_centre, places)),
            tuple(tuple(ways.minutes(a, b) for b in places) for a in places),
            tuple(one.minutes for one in stops),
            tuple(_minutes(one.opens, midnight) for one in stops),
            tuple(_minutes(one.closes, midnight) for one in stops),
        )

    def on(self, label: _Label, at: int) -> _Label | None:
        """One stop further, waiting there until it may begin; None where that is too late."""
        way, over, path = label
        there = self.way[path[-1]][at] if path else self.first[at]
        start = max(over + there + -(over + there) % STEP, self.opens[at])
        if start > self.closes[at]:
            return None
        return way + there, start + self.minutes[at], (*path, at)

    def through(self, path: Sequence[int]) -> _Label | None:
        """All of these in this order."""
        label: _Label | None = (0, self.begin, ())
        for at in path:
            label = self.on(label, at) if label else None
        return label


def best_order(stops: Sequence[Stop], leaves: datetime, ways: Ways) -> Order | None:
    """From the centre, left at that moment; None where no order keeps every time."""
    plane = _Plane.of(stops, leaves, ways)
    path = _exact(plane) if len(stops) <= MOST_EXACT else _good(plane)
    return None if path is None else walked([stops[at] for at in path], leaves, ways)


def walked(stops: Sequence[Stop], leaves: datetime, ways: Ways) -> Order | None:
    """The stops in the order in which they are given; None where one comes too late."""
    plane, starts = _Plane.of(stops, leaves, ways), []
    label: _Label = (0, plane.begin, ())
    midnight = datetime.combine(leaves.date(), time())
    for at, minutes in enumerate(plane.minutes):
        further = plane.on(label, at)
        if further is None:
            return None
        label = further
        starts.append(midnight + timedelta(minutes=label[1] - minutes))
    return Order(tuple(one.key for one in stops), tuple(starts), label[0])


def way_through(stops: Sequence[Stop], ways: Ways) -> int:
    """Minutes on the way in that order, whatever the hour of each."""
    places = [one.village for one in stops]
    first = ways.from_centre(places[0]) if places else 0
    return first + sum(ways.minutes(a, b) for a, b in pairwise(places))


def _exact(plane: _Plane) -> tuple[int, ...] | None:
    """Of every set of stops and the last of them the ways that no other beats both in way and
    in time; what is over with the whole set is the answer."""
    every = range(len(plane.minutes))
    labels: dict[tuple[int, int], list[_Label]] = {(0, -1): [(0, plane.begin, ())]}
    for _ in every:
        further: dict[tuple[int, int], list[_Label]] = {}
        for (seen, _last), known in labels.items():
            for at in every:
                if not seen & 1 << at:
                    new = [found for one in known if (found := plane.on(one, at))]
                    further.setdefault((seen | 1 << at, at), []).extend(new)
        labels = {state: _unbeaten(found) for state, found in further.items() if found}
    over = [one for found in labels.values() for one in found]
    return min(over)[2] if over else None


def _unbeaten(found: list[_Label]) -> list[_Label]:
    kept: list[_Label] = []
    for one in sorted(found):
        if not kept or one[1] < kept[-1][1]:
            kept.append(one)
    return kept


def _good(plane: _Plane) -> tuple[int, ...] | None:
    path: list[int] = []
    # Those with the least room in time first: later ones find their place around them.
    every = range(len(plane.minutes))
    for at in sorted(every, key=lambda n: (plane.closes[n], plane.opens[n])):
        best = _shortest(([*path[:n], at, *path[n:]] for n in range(len(path) + 1)), plane)
        if best is None:
            return None
        path = best
    while (better := _shortest(_moved(path), plane)) and _way(better, plane) < _way(path, plane):
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


def _shortest(tries: Iterator[list[int]], plane: _Plane) -> list[int] | None:
    """Of those that keep every time."""
    possible = (one for one in tries if plane.through(one))
    return min(possible, key=lambda one: _way(one, plane), default=None)


def _way(path: Sequence[int], plane: _Plane) -> int:
    first = plane.first[path[0]] if path else 0
    return first + sum(plane.way[a][b] for a, b in pairwise(path))


def _minutes(at: datetime, midnight: datetime) -> int:
    return int((at - midnight).total_seconds()) // 60
