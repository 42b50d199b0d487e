"""Nothing is ever booked twice: over thousands of plans, and by two desks at once."""

import json
import random
import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from math import ceil, hypot
from pathlib import Path

import pytest

from app.background import close_store
from app.changes import Kind, saving
from app.visits.booked import About, Booking, bookings
from app.visits.booking import clashes, surroundings
from app.visits.calling_off import cancel_visit, put_back
from app.visits.planning import Clashing, PlanDraft, plan_visit
from app.visits.ways import WayEntry, Ways, save_way, the_ways
from models import Party, Village, Visit, quick
from models.store import open_store
from tests import makers, visiting
from tests.app.obvious import HALVES, Stop, in_trouble, sound
from tests.makers import NOW
from tests.visiting import WEDNESDAY, crew, kit

ROOT = Path(__file__).parents[2]
DAYS = [date(2026, 11, 23) + timedelta(days=n) for n in range(19) if n % 7 < 5]
PLANS = 700
HELPERS, KITS, PEOPLE, VILLAGES = 9, 4, 40, 6


@pytest.fixture
def who(store):
    made = makers.furnish()
    visiting.furnish()
    return made


def villages(rng):
    """Villages in a plane, so that a way round is never shorter than the way."""
    with saving(Kind.DIRECTORY):
        ids = [quick.add(Village, {"name": f"村{n}"}) for n in range(VILLAGES)]
    at = {one: (rng.randrange(30), rng.randrange(30)) for one in ids}
    for n, one in enumerate(ids):
        for m in range(n):
            far = hypot(*(a - b for a, b in zip(at[one], at[ids[m]], strict=True)))
            save_way(WayEntry(f"村{n}", f"村{m}", ceil(far)))
    return ids


def people():
    with saving(Kind.PARTIES):
        return [quick.add(Party, {"name": f"人{n}"}) for n in range(PEOPLE)]


def asked(who, served, village, minutes):
    """A request straight into the table; that of the desk has tests of its own."""
    number = f"SM{Visit.select().count()}"
    row = {"number": number, "served": served, "village": village, "minutes": minutes}
    row |= {"matter_text": "换证", "asked_at": NOW, "asked_by": who.id}
    return quick.add(Visit, row)


def as_stop(one):
    minutes = [at.hour * 60 + at.minute for at in (one.starts_at, one.ends_at)]
    day = one.starts_at.date()
    return Stop(one.visit_id, day, *minutes, one.village, one.served, one.helpers, one.kits)


def anything(rng, crews, kits):
    """Any plan, most of them within the hours."""
    begin, end = rng.choice(HALVES)
    start = rng.randrange(begin, end + 20, 5)
    chosen = rng.sample(crews, rng.choice((2, 2, 3)))
    return PlanDraft(
        day=rng.choice(DAYS),
        starts=time(start // 60, start % 60),
        helpers=tuple(chosen),
        kits=tuple(rng.sample(kits, rng.randrange(3))),
    )


def would_be(visit, plan):
    row = Visit.get_by_id(visit)
    start = plan.starts.hour * 60 + plan.starts.minute
    span = (start, start + row.minutes)
    kits = frozenset(plan.kits)
    return Stop(visit, plan.day, *span, row.village_id, row.served_id, plan.helpers, kits)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_plan_is_taken_exactly_where_the_obvious_check_finds_nothing(who, seed):
    rng = random.Random(seed)
    homes, served = villages(rng), people()
    crews = crew(*(f"员{n}" for n in range(HELPERS)))
    kits = [kit(f"{n} 号箱") for n in range(KITS)]
    ways, taken, refused = the_ways(), {}, 0
    with saving(*Kind):  # a thousand plans, and one write to the disk
        for _ in range(PLANS):
            busy = rng.random() < 0.2 and taken
            minutes = rng.randrange(10, 70, 5)
            visit = (
                rng.choice(list(taken))
                if busy
                else asked(who, rng.choice(served), rng.choice(homes), minutes)
            )
            if busy and rng.random() < 0.3:
                put_back(visit, "", who, NOW) if rng.random() < 0.5 else cancel_visit(
                    visit, "不用了", who, NOW
                )
                del taken[visit]
                continue
            plan = anything(rng, crews, kits)
            wanted = would_be(visit, plan)
            day = [one for one in taken.values() if one.day == plan.day and one.visit != visit]
            fits = sound([*day, wanted], ways.minutes, ways.home)
            try:
                plan_visit(visit, plan, who, NOW)
            except Clashing:
                refused += 1
                assert not fits, wanted
            else:
                assert fits, wanted
                taken[visit] = wanted
    assert min(len(taken), refused) > 80
    stored = {one.visit_id: as_stop(one) for one in bookings(DAYS[0], DAYS[-1])}
    assert stored == taken
    for day in DAYS:
        assert sound([one for one in taken.values() if one.day == day], ways.minutes, ways.home)


def as_booking(stop):
    """The other way round, without a store."""
    midnight = datetime.combine(stop.day, time())
    return Booking(
        visit_id=stop.visit,
        number=f"SM{stop.visit}",
        person="人",
        served=stop.served,
        village=stop.village,
        place=f"村{stop.village}",
        starts_at=midnight + timedelta(minutes=stop.start),
        ends_at=midnight + timedelta(minutes=stop.end),
        exact=True,
        helpers=stop.helpers,
        kits=stop.kits,
    )


def test_what_was_booked_over_one_another_hides_nothing_behind_it(store):
    """A long visit with a short one in it may be what one comes from; ways are any numbers here,
    so that the way round may be the shorter one."""
    rng, found = random.Random(11), {True: 0, False: 0}
    for _ in range(600):
        known = {(a, b): rng.randrange(1, 60) for b in range(1, 5) for a in range(1, b)}
        ways = Ways(known, 5, 20, None, {})
        stops = [_anywhere(rng, visit) for visit in range(6)]
        day = [as_booking(one) for one in stops]
        names = {each: "谁" for one in day for each in one.resources}
        around = replace(surroundings(WEDNESDAY), days={WEDNESDAY: day}, ways=ways, names=names)
        abouts = {one.about for one in clashes(day[0], around)}
        trouble = in_trouble(stops[0], stops[1:], ways.minutes)
        assert bool(abouts & {About.HELPER, About.KIT}) is trouble, stops
        found[trouble] += 1
    assert min(found.values()) > 100


def _anywhere(rng, visit):
    start, village = rng.randrange(510, 900, 5), rng.randrange(1, 5)
    span = (start, start + rng.randrange(5, 120, 5))
    helpers, kits = tuple(rng.sample(range(1, 7), 2)), frozenset({rng.randrange(1, 4)})
    return Stop(visit, WEDNESDAY, *span, village, visit, helpers, kits)


def test_a_half_day_takes_as_many_as_fit_and_never_one_too_many(who):
    """The first free time is never one that clashes, and none is left out."""
    rng = random.Random(7)
    homes, served = villages(rng), people()
    crews = crew(*(f"员{n}" for n in range(4)))
    ways, full = the_ways(), 0
    with saving(*Kind):
        for turn in range(150):
            visit = asked(who, served[turn % PEOPLE], rng.choice(homes), rng.randrange(10, 60, 5))
            half = rng.choice([visiting.MORNING, visiting.AFTERNOON])
            helpers = tuple(rng.sample(crews, 2))
            plan = PlanDraft(day=rng.choice(DAYS), half=half, helpers=helpers)
            there = [as_stop(one) for one in bookings(plan.day)]
            try:
                plan_visit(visit, plan, who, NOW)
            except Clashing:
                full += 1
                assert not _any_room(visit, plan, there, ways)
    assert full > 10
    for day in DAYS:
        stops = [as_stop(one) for one in bookings(day)]
        assert sound(stops, ways.minutes, ways.home)


def _any_room(visit, plan, there, ways):
    """Whether any full five minutes of the half day would have done."""
    begin, end = HALVES[plan.half is visiting.AFTERNOON]
    for start in range(begin, end, 5):
        at = PlanDraft(day=plan.day, starts=time(start // 60, start % 60), helpers=plan.helpers)
        if sound([*there, would_be(visit, at)], ways.minutes, ways.home):
            return True
    return False


def test_two_desks_that_plan_at_once_never_book_twice(who, store):
    """Both want the same two people at the same hours; each hour goes to one of them."""
    helpers, served = crew(), people()
    home = Village.select(Village.id).scalar()
    hours = [(day.day, hour, minute) for day in DAYS[:5] for hour in (9, 10) for minute in (0, 30)]
    with saving(Kind.VISITS):
        wanted = [
            [
                (asked(who, one, home, 20), *hour)
                for one, hour in zip(served[n:], hours, strict=False)
            ]
            for n in (0, len(hours))
        ]
    close_store()
    desks = [_desk(store.parent, [helpers, visits]) for visits in wanted]
    for desk in desks:
        assert desk.stdout.readline() == "ready\n"
    for desk in desks:
        desk.stdin.write("go\n")
        desk.stdin.flush()
    said = [desk.communicate(timeout=60)[0].split("\n")[:-1] for desk in desks]
    assert [desk.returncode for desk in desks] == [0, 0]
    open_store(store)
    taken = [line for lines in said for line in lines if line.startswith("taken")]
    assert len(taken) == len(hours)
    assert all(len(lines) == len(hours) for lines in said)
    booked = bookings(DAYS[0], DAYS[4])
    assert sorted(one.starts_at for one in booked) == sorted(
        datetime.combine(WEDNESDAY.replace(day=day), time(hour, minute))
        for day, hour, minute in hours
    )


def test_two_desks_that_book_the_same_round_book_it_once(who, store):
    """One of them books all of it, the other nothing; none is booked in two places."""
    crew(), kit()
    home = Village.select(Village.id).scalar()
    with saving(Kind.VISITS):
        visits = [asked(who, one, home, 15) for one in people()[:30]]
    close_store()
    desks = [_desk(store.parent, visits, "round") for _ in range(2)]
    for desk in desks:
        assert desk.stdout.readline() == "ready\n"
    for desk in desks:
        desk.stdin.write("go\n")
        desk.stdin.flush()
    said = sorted(desk.communicate(timeout=60)[0].strip() for desk in desks)
    assert said == ["refused", "taken"]
    open_store(store)
    booked = bookings(WEDNESDAY, WEDNESDAY + timedelta(days=60))
    assert sorted(one.visit_id for one in booked) == visits
    ways = the_ways()
    for day in {one.starts_at.date() for one in booked}:
        there = [as_stop(one) for one in booked if one.starts_at.date() == day]
        assert sound(there, ways.minutes, ways.home)


def _desk(folder, given, *how):
    return subprocess.Popen(
        [sys.executable, "-m", "tests.app.planning_desk", str(folder), json.dumps(given), *how],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
