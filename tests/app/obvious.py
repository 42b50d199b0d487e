"""The slow and obvious second check of a plan: everybody's day is laid out, stop after stop."""

from dataclasses import dataclass
from datetime import date
from itertools import combinations, pairwise

HALVES = ((510, 690), (810, 1020))  # 08:30 to 11:30, 13:30 to 17:00, in minutes


@dataclass(frozen=True)
class Stop:
    """One visit, in minutes of its day."""

    visit: int
    day: date
    start: int
    end: int
    village: int
    served: int
    helpers: tuple[int, ...]
    kits: frozenset[int]

    def needs(self):
        return {("helper", one) for one in self.helpers} | {("kit", one) for one in self.kits}


def half_of(stop):
    return 0 if stop.start < HALVES[0][1] else 1


def sound(stops, way, centre):
    """Whether nobody and nothing is in two places at once or gets there too late, nobody is
    called on twice, and all of it in the hours of work; `way` gives minutes."""
    return (
        not any(_same_person(one, two) for one, two in combinations(stops, 2))
        and all(
            _can_be_done(stops, each, way) for each in {n for one in stops for n in one.needs()}
        )
        and all(_in_hours(stops, one, way, centre) for one in stops)
    )


def _same_person(one, two):
    meanwhile = one.day == two.day and set(range(one.start, one.end)) & set(
        range(two.start, two.end)
    )
    return bool(meanwhile) and one.served == two.served


def _can_be_done(stops, each, way):
    theirs = sorted((one for one in stops if each in one.needs()), key=lambda s: (s.day, s.start))
    return all(
        one.day != two.day or one.end + way(one.village, two.village) <= two.start
        for one, two in pairwise(theirs)
    )


def _in_hours(stops, stop, way, centre):
    begin, end = HALVES[half_of(stop)]
    before = [
        one
        for one in stops
        if one.day == stop.day
        and half_of(one) == half_of(stop)
        and one.start < stop.start
        and stop.helpers[0] in one.helpers
    ]
    place = max(before, key=lambda one: one.start).village if before else centre
    return stop.start - way(place, stop.village) >= begin and stop.end <= end


def in_trouble(stop, others, way):
    """Whether anybody or anything of the stop is elsewhere meanwhile, or comes from or goes on to
    a place that is too far; the others may have been booked over one another, with a reason."""
    return any(
        _elsewhere(one, stop)
        or _too_far(one, stop, theirs, way)
        or _too_far(stop, one, theirs, way)
        for each in stop.needs()
        for theirs in [[one for one in others if each in one.needs()]]
        for one in theirs
    )


def _elsewhere(one, two):
    return bool(set(range(one.start, one.end)) & set(range(two.start, two.end)))


def _too_far(one, two, theirs, way):
    """Straight from one to the other: nothing lies wholly between them."""
    between = [each for each in theirs if one.end <= each.start and each.end <= two.start]
    return (
        one.end <= two.start and not between and one.end + way(one.village, two.village) > two.start
    )
