"""The three best places for a request, each with its reason in words."""

from datetime import date, datetime, time

import pytest

from app.visits.crews import list_helpers, retire
from app.visits.detail import get_visit
from app.visits.planning import plan_visit
from app.visits.suggesting import suggest
from models.choices import HalfDay, VisitCheck
from tests import makers, visiting
from tests.makers import NOW
from tests.visiting import AFTERNOON, MORNING, WEDNESDAY, crew, kit, planned, requested

MONDAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def who(store):
    made = makers.furnish()
    visiting.furnish()
    return made


@pytest.fixture
def helpers():
    return crew()


def other(village="竹溪村", name="夏明", **changes):
    served = makers.wife(name=name, id_number="", phone="10012345670")
    return requested(**({"served": served, "village": village} | changes))


def places(visit, now=NOW):
    """Each as day, half and team."""
    return [(one.plan.day, one.plan.half, one.team) for one in suggest(visit, now)]


def test_without_anybody_to_go_there_is_nothing_to_suggest():
    assert suggest(requested(), NOW) == ()
    crew("陈浩")  # one alone does not go
    assert suggest(requested(), NOW) == ()


def test_a_half_day_on_which_they_are_there_anyway_comes_first(helpers):
    planned(other(), helpers)
    first, second, third = suggest(other(name="许贵"), NOW)
    assert (first.plan.day, first.plan.half) == (WEDNESDAY, MORNING)
    assert first.reason == "甲组这半天本来就去竹溪村，路上多 5 分钟。"
    assert (second.plan.day, second.plan.half) == (MONDAY, MORNING)
    assert second.reason == "最早有空，路上多 25 分钟。"
    assert (third.plan.day, third.plan.half) == (MONDAY, AFTERNOON)


def test_then_the_earliest_that_keeps_the_date_of_the_case(helpers):
    case = makers.case()
    found = suggest(requested(case_id=case.id, latest=date(2026, 11, 23)), NOW)
    assert [one.in_time for one in found] == [True, True, False]
    assert found[0].reason == "赶得上 11月23日的期限，路上多 5 分钟。"
    assert found[2].reason == "赶不上 11月23日的期限，路上多 5 分钟。"


def test_the_village_is_no_reason_to_come_too_late(helpers):
    planned(other(), helpers, day=date(2026, 11, 26))
    first = suggest(other(name="许贵", latest=date(2026, 11, 24)), NOW)[0]
    assert first.plan.day == MONDAY


def test_of_two_crews_on_the_same_half_day_the_one_with_the_shorter_way(helpers):
    second = crew("李强", "王丽", team="乙组")
    planned(other("柳林村"), helpers, day=MONDAY, starts=time(9, 0), minutes=10)
    visit = requested()  # in the village of the centre: five minutes for who comes from there
    assert places(visit)[:2] == [(MONDAY, MORNING, "乙组"), (MONDAY, MORNING, "甲组")]
    assert suggest(visit, NOW)[0].plan.helpers == second


@pytest.mark.parametrize(
    ("wish", "first"),
    [
        ({"half": HalfDay.AFTERNOON}, (MONDAY, AFTERNOON)),
        ({"earliest": date(2026, 11, 26)}, (date(2026, 11, 26), MORNING)),
        ({"earliest": date(2026, 11, 28)}, (date(2026, 11, 30), MORNING)),
        ({}, (MONDAY, MORNING)),
    ],
)
def test_what_was_wished_is_kept(helpers, wish, first):
    assert places(requested(**wish))[0][:2] == first


def test_a_half_day_that_has_begun_is_over(helpers):
    monday_morning = datetime.combine(MONDAY, time(9, 0))
    assert places(requested(), monday_morning)[0][:2] == (MONDAY, AFTERNOON)
    early = datetime.combine(MONDAY, time(7, 0))
    assert places(requested(), early)[0][:2] == (MONDAY, MORNING)


def test_a_full_half_day_is_not_suggested(helpers):
    planned(other(), helpers, day=MONDAY, starts=time(8, 55), minutes=150)
    assert places(other("石门村", "许贵"))[0][:2] == (MONDAY, AFTERNOON)


def test_who_is_away_is_left_out_where_others_can_go(who):
    three = crew("陈浩", "周敏", "李强")
    visiting.away(three[0], time(8), time(17), MONDAY)
    assert suggest(requested(), NOW)[0].plan.helpers == three[1:]


def test_what_is_captured_needs_the_kit(helpers):
    only = kit()
    others = crew("李强", "王丽", team="乙组")
    planned(other(), others, day=MONDAY, starts=time(8, 55), minutes=150, kits=(only,))
    visit = requested(checklist=(VisitCheck.PORTRAIT,))
    first = suggest(visit, NOW)[0]
    assert (first.plan.half, first.plan.kits) == (AFTERNOON, (only,))
    second_kit = kit("2 号采集箱")
    assert suggest(visit, NOW)[0].plan.kits == (second_kit,)
    assert suggest(requested(), NOW)[0].plan.kits == ()


def test_a_suggestion_can_be_planned_as_it_is(helpers, who):
    planned(other(), helpers)
    visit = other(name="许贵")
    for one in suggest(visit, NOW):
        plan_visit(visit, one.plan, who, NOW)
        assert get_visit(visit, MONDAY).plan.starts_at == one.starts_at


def test_nothing_is_suggested_of_those_who_are_retired(helpers):
    retire(list_helpers()[0])
    assert suggest(requested(), NOW) == ()
