"""Who goes on visits, with what, from where to where, and when they cannot."""

from datetime import date, datetime, timedelta

import pytest

from app.directory import VillageDraft, save_village
from app.errors import Invalid, NotFound
from app.visits.absences import AbsenceDraft, drop_absence, list_absences, save_absence
from app.visits.crews import (
    HelperDraft,
    KitDraft,
    helper_problems,
    kit_problems,
    list_helpers,
    list_kits,
    list_teams,
    retire,
    save_helper,
    save_kit,
)
from app.visits.rules import VisitSettings, save_visit_rules
from app.visits.ways import WayEntry, added_way, drop_way, list_ways, save_way, the_ways
from models.choices import KitKind
from tests import makers

DAY = datetime(2026, 11, 25)


@pytest.fixture(autouse=True)
def who(store):
    return makers.furnish()


def helper(**changes):
    return HelperDraft(**({"name": "陈浩", "unit": "派出所", "team": "甲组"} | changes))


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("name", {"name": " "}),
        ("name", {"name": "长" * 41}),
        ("unit", {"unit": ""}),
        ("team", {"team": "长" * 21}),
        ("phone", {"phone": "1380013800"}),
    ],
)
def test_what_is_wrong_with_a_helper_stands_beside_its_field(field, changes):
    assert list(helper_problems(helper(**changes))) == [field]
    with pytest.raises(Invalid):
        save_helper(helper(**changes))


def test_a_colleague_goes_under_the_name_of_the_list(who):
    assert helper_problems(HelperDraft(staff_id=who.id)) == {}
    first = save_helper(HelperDraft(staff_id=who.id, phone="10012345678"))
    assert [(one.name, one.unit, str(one)) for one in list_helpers()] == [("王芳", "", "王芳")]
    assert save_helper(HelperDraft(staff_id=who.id, team="甲组")) == first
    assert list_helpers()[0].team == "甲组"
    with pytest.raises(NotFound):
        save_helper(HelperDraft(staff_id=99))


def test_of_one_name_and_unit_there_is_one():
    first, second = save_helper(helper()), save_helper(helper(unit="残联"))
    assert save_helper(helper(phone="10012345678")) == first
    assert str(list_helpers()[0]) == "陈浩（派出所）"
    with pytest.raises(Invalid, match="已经有“陈浩”了"):
        save_helper(helper(), second)
    with pytest.raises(NotFound):
        save_helper(helper(name="李强"), 99)


def test_teams_stand_in_the_order_in_which_they_came_to_be():
    for name, team in (("甲", "甲组"), ("乙", ""), ("丙", "乙组"), ("丁", "甲组")):
        save_helper(helper(name=name, team=team))
    found = [(one.name, [each.name for each in one.members]) for one in list_teams()]
    assert found == [("甲组", ["甲", "丁"]), ("乙组", ["丙"]), ("", ["乙"])]


def test_who_is_retired_is_offered_no_more_and_can_come_back():
    save_helper(helper())
    save_kit(KitDraft(name="1 号采集箱"))
    (one,), (box,) = list_helpers(), list_kits()
    retire(one), retire(box)
    assert (list_helpers(), list_kits(), list_teams()) == ([], [], [])
    assert list_helpers(retired=True)[0].active is False
    retire(one, active=True)
    assert list_helpers() == [one]


def test_a_kit_has_a_name_of_its_own():
    assert list(kit_problems(KitDraft(name=" "))) == ["name"]
    first = save_kit(KitDraft(name="面包车", kind=KitKind.CAR))
    second = save_kit(KitDraft(name="1 号采集箱"))
    assert save_kit(KitDraft(name="面包车", kind=KitKind.CAR)) == first
    with pytest.raises(Invalid, match="已经有“面包车”了"):
        save_kit(KitDraft(name="面包车"), second)
    assert [one.name for one in list_kits()] == ["1 号采集箱", "面包车"]


@pytest.fixture
def villages():
    for name in ("竹溪村", "柳林村"):
        save_village(VillageDraft(name=name))


@pytest.mark.usefixtures("villages")
def test_a_way_is_the_same_in_both_directions():
    save_way(WayEntry("竹溪村", "石门村", 25))
    save_way(WayEntry("石门村", "竹溪村", 30))
    assert list_ways() == [WayEntry("石门村", "竹溪村", 30)]
    ways = the_ways()
    assert (ways.minutes(1, 2), ways.minutes(2, 1)) == (30, 30)
    assert (ways.minutes(1, 1), ways.minutes(1, 3), ways.minutes(None, None)) == (5, 20, 20)
    drop_way(WayEntry("竹溪村", "石门村", 30))
    assert the_ways().minutes(1, 2) == 20


@pytest.mark.usefixtures("villages")
def test_the_usual_minutes_and_the_centres_village_are_set():
    save_way(WayEntry("竹溪村", "石门村", 25))
    assert the_ways().from_centre(1) == 20  # nobody knows where the centre is
    save_visit_rules(VisitSettings(home="石门村", same_village=8, other_village=40))
    ways = the_ways()
    assert [ways.from_centre(one) for one in (1, 2, 3, None)] == [8, 25, 40, 40]


@pytest.mark.usefixtures("villages")
def test_a_stop_between_two_others_adds_only_the_way_round():
    save_way(WayEntry("竹溪村", "石门村", 25))
    save_visit_rules(VisitSettings(home="石门村"))
    ways = the_ways()
    assert added_way(ways, [], 2, []) == 25
    assert added_way(ways, [1], 2, []) == 25
    assert added_way(ways, [1], 3, [2]) == 20 + 20 - 25
    assert added_way(ways, [], 2, [2]) == 25 + 5 - 25


@pytest.mark.parametrize(
    ("field", "entry"),
    [
        ("a", WayEntry("月亮村", "石门村", 5)),
        ("b", WayEntry("石门村", "石门村", 5)),
        ("minutes", WayEntry("石门村", "竹溪村", 241)),
        ("minutes", WayEntry("石门村", "竹溪村", -1)),
    ],
)
@pytest.mark.usefixtures("villages")
def test_a_way_that_cannot_be(field, entry):
    with pytest.raises(Invalid) as wrong:
        save_way(entry)
    assert list(wrong.value.problems) == [field]


def away(**changes):
    values = {"helper_id": 1, "from_at": DAY, "to_at": DAY + timedelta(hours=8)}
    return AbsenceDraft(**(values | changes))


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("helper_id", {"helper_id": None}),
        ("helper_id", {"kit_id": 1}),
        ("to_at", {"to_at": DAY}),
        ("reason", {"reason": "长" * 121}),
    ],
)
def test_an_absence_that_cannot_be(field, changes):
    save_helper(helper()), save_kit(KitDraft(name="1 号采集箱"))
    with pytest.raises(Invalid) as wrong:
        save_absence(away(**changes))
    assert list(wrong.value.problems) == [field]


def test_absences_of_a_span_are_those_that_meet_it():
    save_helper(helper()), save_kit(KitDraft(name="1 号采集箱"))
    first = save_absence(away(reason="培训"))
    long = save_absence(
        away(helper_id=None, kit_id=1, from_at=DAY - timedelta(days=9), to_at=DAY + timedelta(9))
    )
    save_absence(away(from_at=DAY + timedelta(days=1), to_at=DAY + timedelta(days=2)))
    on = date(2026, 11, 25)
    assert [one.id for one in list_absences(on, on)] == [long, first]
    drop_absence(long)
    assert [one.reason for one in list_absences(on, on)] == ["培训"]
