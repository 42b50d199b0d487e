"""The order of a trip: exact up to nine stops, good beyond; taken, and changed by hand."""

import random
from datetime import datetime, time, timedelta
from itertools import permutations
from math import ceil, hypot

import pytest

from app.errors import AppError
from app.visits.booked import bookings
from app.visits.detail import get_visit
from app.visits.order import propose_order, take_order
from app.visits.planning import Clashing
from app.visits.route import MOST_EXACT, Stop, _exact, _Plane, best_order, walked, way_through
from app.visits.ways import WayEntry, Ways, save_way
from models.choices import VisitAct
from tests import makers, visiting
from tests.makers import NOW
from tests.visiting import WEDNESDAY, crew, kit, planned, requested

LEAVES = datetime.combine(WEDNESDAY, time(8, 30))


def ways(rng, villages):
    """Villages anywhere in a plane; the centre is the first of them."""
    at = {one: (rng.randrange(40), rng.randrange(40)) for one in range(villages)}
    known = {
        (a, b): ceil(hypot(*(m - n for m, n in zip(at[a], at[b], strict=True))))
        for a in at
        for b in at
        if a < b
    }
    return Ways(known, 5, 20, 0, {})


def stops(rng, number, villages, *, narrow=0.4):
    made = []
    for key in range(number):
        opens = LEAVES
        closes = LEAVES + timedelta(hours=8)
        if rng.random() < narrow:
            opens += timedelta(minutes=5 * rng.randrange(60))
            closes = opens + timedelta(minutes=5 * rng.randrange(12))
        made.append(Stop(key, rng.randrange(villages), rng.randrange(5, 40, 5), opens, closes))
    return made


def by_brute_force(made, table):
    """The shortest way of every order that keeps every time."""
    possible = (walked(order, LEAVES, table) for order in permutations(made))
    return min((one.way_minutes for one in possible if one), default=None)


@pytest.mark.parametrize("seed", range(40))
def test_up_to_nine_stops_no_order_is_shorter(seed):
    rng = random.Random(seed)
    table, number = ways(rng, 6), rng.choice((1, 2, 3, 4, 5, 6))
    made = stops(rng, number, 6)
    found = best_order(made, LEAVES, table)
    assert (found.way_minutes if found else None) == by_brute_force(made, table)
    if found:
        assert sorted(found.keys) == list(range(number))
        by_key = {one.key: one for one in made}
        again = walked([by_key[one] for one in found.keys], LEAVES, table)
        assert again == found


def test_seven_stops_of_which_some_have_their_hour_are_exact_too():
    rng = random.Random(3)
    table, made = ways(rng, 7), stops(rng, 7, 7, narrow=0.1)
    assert best_order(made, LEAVES, table).way_minutes == by_brute_force(made, table)


def test_a_longer_way_that_is_over_sooner_is_not_thrown_away():
    """Where most have their hour, the shortest way to a stop may come too late for the next."""
    found = 0
    for seed in range(300):
        rng = random.Random(seed)
        table, made = ways(rng, 6), stops(rng, 5, 6, narrow=0.7)
        shortest, best = by_brute_force(made, table), best_order(made, LEAVES, table)
        assert (best.way_minutes if best else None) == shortest, seed
        found += shortest is not None
    assert found > 30


def test_every_stop_is_begun_within_its_time():
    for seed in range(30):
        rng = random.Random(seed)
        made = stops(rng, rng.choice((5, 9, 12)), 6)
        found = best_order(made, LEAVES, ways(rng, 6))
        for key, start in zip(found.keys, found.starts, strict=True) if found else ():
            assert made[key].opens <= start <= made[key].closes


@pytest.mark.parametrize("seed", range(6))
def test_beyond_nine_a_good_order_is_found(seed):
    """Never longer than as it was entered, and hardly longer than the shortest there is."""
    rng = random.Random(seed)
    number = MOST_EXACT + 2
    table, made = ways(rng, number), stops(rng, number, number, narrow=0)
    found = best_order(made, LEAVES, table)
    path = _exact(_Plane.of(made, LEAVES, table))
    shortest = way_through([made[at] for at in path], table)
    assert found.way_minutes <= way_through(made, table)
    assert shortest <= found.way_minutes <= 1.2 * shortest


def test_a_shorter_way_that_comes_too_late_is_not_taken():
    """Round by the far village is longer, but it alone keeps the hour there."""
    table = Ways({(0, 1): 10, (0, 2): 30, (1, 2): 25}, 5, 20, 0, {})
    any_time = (LEAVES, LEAVES + timedelta(hours=3))
    by_nine = (LEAVES, LEAVES + timedelta(minutes=30))
    near, far = Stop(1, 1, 30, *any_time), Stop(2, 2, 30, *any_time)
    assert best_order([far, near], LEAVES, table).keys == (1, 2)
    assert best_order([Stop(2, 2, 30, *by_nine), near], LEAVES, table).keys == (2, 1)
    assert best_order([Stop(2, 2, 30, *by_nine), Stop(1, 1, 30, *by_nine)], LEAVES, table) is None


@pytest.fixture
def who(store):
    made = makers.furnish()
    visiting.furnish()
    save_way(WayEntry("石门村", "柳林村", 10))
    save_way(WayEntry("竹溪村", "柳林村", 15))
    return made


@pytest.fixture
def trip(who):
    """竹溪村, 石门村 and 竹溪村 again, in the order in which they were asked for."""
    helpers = crew()
    return [
        planned(other(village, name), helpers, minutes=30)
        for village, name in (("竹溪村", "甲"), ("石门村", "乙"), ("竹溪村", "丙"))
    ]


def other(village, name, **changes):
    served = makers.wife(name=name, id_number="", phone="10012345670")
    return requested(served=served, village=village, **changes)


def hours():
    return {one.visit_id: f"{one.starts_at:%H:%M}" for one in bookings(WEDNESDAY)}


def test_the_shortest_order_is_proposed_with_what_it_saves(trip):
    first, second, third = trip
    assert hours() == {first: "08:55", second: "09:50", third: "10:45"}
    found = propose_order(trip)
    assert found.order.keys == (second, first, third)
    assert (found.order.way_minutes, found.saved, found.saved_now) == (35, 40, 40)


def test_it_is_taken_and_kept_on_record(who, trip):
    first, second, third = trip
    take_order(propose_order(trip).order.keys, who, NOW)
    assert hours() == {second: "08:35", first: "09:30", third: "10:05"}
    found = get_visit(first, NOW.date())
    assert (found.plan.way_minutes, found.plan.way_from) == (25, "石门村")
    assert (found.history[0].act, found.history[0].note) == (
        VisitAct.MOVE,
        "11-25 08:55改为 09:30，按路线排",
    )
    assert found.revision == 2
    assert not found.plan.exact


def test_any_other_order_can_be_taken_by_hand(who, trip):
    first, second, third = trip
    take_order([third, first, second], who, NOW)
    assert hours() == {third: "08:55", first: "09:30", second: "10:25"}
    assert propose_order(trip).saved_now == 20


def test_who_was_promised_an_hour_keeps_it(who, trip):
    first, second, third = trip
    planned(second, crew(), starts=time(9, 50), minutes=30)
    found = propose_order(trip)
    assert dict(zip(found.order.keys, found.order.starts, strict=True))[second] == (
        datetime.combine(WEDNESDAY, time(9, 50))
    )
    with pytest.raises(AppError, match="赶不到约定的钟点"):
        take_order([first, third, second], who, NOW)


def test_a_kit_that_another_crew_has_then_is_no_less_in_the_way(who, trip):
    first, second, third = trip
    box, others = kit(), crew("李强", "王丽", team="乙组")
    planned(third, crew(), minutes=30, kits=(box,))
    planned(other("柳林村", "丁"), others, starts=time(8, 50), minutes=20, kits=(box,))
    before = hours()
    with pytest.raises(Clashing, match="1 号采集箱"):
        take_order([third, first, second], who, NOW)
    assert hours() == before
    take_order([third, first, second], who, NOW, "两组一起用")
    assert hours()[third] < before[third]
    told = [one for one in get_visit(third, NOW.date()).history if one.act is VisitAct.OVERRIDE]
    assert [("1 号采集箱" in one.note, one.reason) for one in told] == [(True, "两组一起用")]
    assert not any(one.act is VisitAct.OVERRIDE for one in get_visit(first, NOW.date()).history)


def test_only_the_stops_of_one_crew_in_one_half_day_have_an_order(who, trip):
    stranger = planned(other("柳林村", "丁"), crew("李强", "王丽", team="乙组"))
    with pytest.raises(AppError, match="同一组人同一个半天"):
        propose_order([*trip, stranger])
    with pytest.raises(AppError, match="只有已安排"):
        propose_order([*trip, requested()])
