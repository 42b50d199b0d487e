"""Many people at once, laid over days by village and kit; and what it all comes to in numbers."""

import random
from datetime import date, datetime, time, timedelta
from itertools import groupby

import pytest

from app.changes import Kind, saving
from app.errors import AppError, Invalid
from app.visits.booked import bookings
from app.visits.counts import Line, count_visits
from app.visits.outcomes import OutcomeDraft, next_draft, record_outcome
from app.visits.planning import Clashing
from app.visits.requests import request_visit
from app.visits.rounds import book_round, lay_out, request_all
from app.visits.ways import WayEntry, save_way, the_ways
from models import Visit
from models.choices import VisitCheck, VisitKind, VisitOutcome
from tests import makers, visiting
from tests.app.obvious import sound
from tests.app.test_visit_double_booking import as_stop
from tests.makers import NOW
from tests.visiting import WEDNESDAY, crew, draft, kit, planned, requested

MONDAY = date(2026, 11, 23)
VILLAGES = ("石门村", "竹溪村", "柳林村")


@pytest.fixture(autouse=True)
def who(store):
    made = makers.furnish()
    visiting.furnish()
    return made


def somebody(at, village, **changes):
    served = makers.wife(name=f"人{at}", id_number="", phone="10012345670")
    values = {"served": served, "village": village, "kind": VisitKind.CERTIFY}
    return draft(**(values | changes))


def many(number, **changes):
    rng = random.Random(1)
    return [somebody(at, rng.choice(VILLAGES), **changes) for at in range(number)]


def test_all_of_a_list_are_taken_or_none(who):
    drafts = [*many(2), somebody(2, "石门村", consent=False, matter="")]
    with pytest.raises(Invalid) as wrong:
        request_all(drafts, who, NOW)
    assert list(wrong.value.problems) == ["2.matter", "2.consent"]
    assert Visit.select().count() == 0
    assert len(request_all(many(3), who, NOW)) == 3


def test_sixty_two_people_are_laid_over_days_by_village_and_kit(who):
    crew(), crew("李强", "王丽", team="乙组"), kit(), kit("2 号采集箱")
    ids = request_all(many(62, checklist=(VisitCheck.PORTRAIT,)), who, NOW)
    made = lay_out(ids, MONDAY)
    assert (len(made.plans), made.left) == (62, ())
    assert all(one.plan.kits for one in made.plans)
    with saving(*Kind):
        book_round(made, who, NOW)
    ways = the_ways()
    found = bookings(MONDAY, MONDAY + timedelta(days=30))
    assert {one.visit_id: one.starts_at for one in found} == {
        one.visit_id: one.starts_at for one in made.plans
    }
    for _, there in groupby(found, key=lambda one: one.starts_at.date()):
        assert sound([as_stop(one) for one in there], ways.minutes, ways.home)


def test_a_crew_goes_on_where_it_is(who):
    crew()
    made = lay_out(request_all(many(12), who, NOW), MONDAY)
    for _, trip in groupby(made.plans, key=lambda one: (one.plan.day, one.plan.half)):
        villages = [village for village, _ in groupby(one.village for one in trip)]
        assert len(villages) == len(set(villages))  # none is come back to
    assert made.trips < 6


def test_a_crew_does_not_go_to_and_fro_between_villages_next_door(who):
    """They are as near to one another as two houses."""
    crew()
    save_way(WayEntry("石门村", "竹溪村", 5))
    drafts = [somebody(at, VILLAGES[at % 2]) for at in range(6)]
    made = lay_out(request_all(drafts, who, NOW), MONDAY)
    villages = [one.village for one in sorted(made.plans, key=lambda one: one.starts_at)]
    assert len([*groupby(villages)]) == 2


def test_with_one_kit_two_crews_do_not_go_at_once(who):
    crew(), crew("李强", "王丽", team="乙组"), kit()
    made = lay_out(request_all(many(20, checklist=(VisitCheck.PORTRAIT,)), who, NOW), MONDAY)
    book_round(made, who, NOW)  # it would be refused
    assert len(made.plans) == 20


def test_only_the_crews_that_take_part_are_sent(who):
    crew(), crew("李强", "王丽", team="乙组")
    made = lay_out(request_all(many(9), who, NOW), MONDAY, ("乙组",))
    assert {one.team for one in made.plans} == {"乙组"}


def test_what_is_after_its_date_is_marked_and_what_has_no_room_is_left(who):
    crew()
    late = request_all([somebody(0, "石门村", latest=MONDAY, earliest=MONDAY)], who, NOW)
    assert lay_out(late, MONDAY).plans[0].late is False
    assert lay_out(late, WEDNESDAY).plans[0].late is True
    long = request_all([somebody(1, "竹溪村", minutes=400)], who, NOW)
    assert lay_out(long, MONDAY).left == tuple(long)


def test_where_something_came_in_between_none_is_planned(who):
    helpers = crew()
    ids = request_all(many(4), who, NOW)
    made = lay_out(ids, MONDAY)
    blocking = planned(requested(), helpers, day=MONDAY, starts=time(8, 35), minutes=170)
    with pytest.raises(Clashing):
        book_round(made, who, NOW)
    assert [one.visit_id for one in bookings(MONDAY)] == [blocking]
    with pytest.raises(AppError, match="不能放进集中安排"):
        lay_out([blocking], MONDAY)


def over(visit, who, outcome, day=WEDNESDAY):
    there = {"arrived_at": datetime.combine(day, time(8, 35))}
    there |= {"left_at": datetime.combine(day, time(8, 50))}
    said = OutcomeDraft(outcome=outcome, note="如此", **there)
    record_outcome(visit, said, who, datetime.combine(day, time(17)))


def test_what_was_gone_on_is_counted_with_what_it_is_of(who):
    helpers, others = crew(), crew("李强", "王丽", team="乙组")
    first = planned(requested(people=3), helpers)
    second = planned(request_visit(somebody(1, "竹溪村"), who, NOW), helpers)
    third = planned(request_visit(somebody(2, "竹溪村"), who, NOW), others)
    waits = requested()
    over(first, who, VisitOutcome.DONE)
    over(second, who, VisitOutcome.ABSENT)
    over(third, who, VisitOutcome.DONE)
    thursday = WEDNESDAY + timedelta(days=1)
    again = request_visit(next_draft(second, thursday), who, datetime.combine(thursday, time(9)))
    found = count_visits(NOW.date(), WEDNESDAY)
    assert (found.requests, found.waiting) == (4, 1)
    assert (found.visits, found.done, found.done_at_first) == (3, 2, 2)
    assert (found.trips, found.people, found.way_minutes) == (2, 5, 5 + 25 + 25)
    assert (found.visits_per_trip, found.people_per_trip) == (1.5, 2.5)
    # Asked for on Sunday, gone on on Wednesday.
    assert (found.median_wait, found.longest_wait) == (3, 3)
    assert found.by_village == (Line("竹溪村", 2, 2, 1), Line("石门村", 2, 1, 1))
    assert found.by_matter == (Line("居民身份证换领", 4, 3, 2),)
    assert found.by_unit == (Line("未列单位", 4, 3, 2),)
    assert found.by_need == (Line("残疾", 4, 3, 2), Line("重病", 4, 3, 2))
    assert {one: n for one, n in found.by_outcome if n} == {
        VisitOutcome.DONE: 2,
        VisitOutcome.ABSENT: 1,
    }
    assert [one.crew for one in found.lines] == [
        ("陈浩", "周敏"),
        ("李强", "王丽"),
        ("陈浩", "周敏"),
    ]
    assert {waits, again} & {first, second, third} == set()


def test_what_was_carried_over_is_one_request_and_not_done_at_first(who):
    helpers = crew()
    first = planned(requested(), helpers)
    over(first, who, VisitOutcome.DEVICE)
    thursday = WEDNESDAY + timedelta(days=1)
    then = datetime.combine(WEDNESDAY, time(17))
    again = request_visit(next_draft(first, WEDNESDAY), who, then)
    planned(again, helpers, now=then, day=thursday)
    over(again, who, VisitOutcome.DONE, thursday)
    found = count_visits(NOW.date(), thursday)
    assert (found.requests, found.visits, found.done, found.done_at_first) == (1, 2, 1, 0)
    assert (found.median_wait, found.longest_wait) == (3, 3)
    assert count_visits(thursday, thursday).requests == 0


def test_of_nothing_there_is_no_average():
    found = count_visits(MONDAY, WEDNESDAY)
    assert (found.median_wait, found.longest_wait, found.visits_per_trip) == (None, None, None)
