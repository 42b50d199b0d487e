from dataclasses import replace
from datetime import timedelta

import pytest

from app.deadlines.time_rules import (
    RulesDraft,
    UnitDays,
    get_rules,
    in_force,
    list_versions,
    problems,
    save_rules,
)
from app.directory import list_units
from app.errors import Invalid, NotFound
from models.choices import Grade, Nature
from tests.makers import NOW, case, furnish

LATER = NOW + timedelta(days=1)


@pytest.fixture
def who(store):
    return furnish()


def police(days=3):
    unit = next(one for one in list_units() if one.name == "派出所")
    return UnitDays(unit.id, unit.name, days)


def test_a_new_store_has_the_usual_rules_as_its_first_version(who):
    rules = get_rules()
    assert (rules.id, rules.made_by) == (1, "初始设置")
    assert rules.draft() == RulesDraft()


@pytest.mark.parametrize(
    ("grade", "nature", "days"),
    [
        (Grade.INSTANT, None, 0),
        (Grade.GENERAL, None, 5),
        (Grade.COMPLEX, Nature.UNWILLING, 10),
        (Grade.SPECIAL, Nature.HARD, 7),
        (Grade.SPECIAL, Nature.CANNOT, 0),
    ],
)
def test_the_days_of_a_nature_go_before_those_of_the_grade(grade, nature, days):
    assert RulesDraft(cannot=0, hard=7).days_for(grade, nature) == days


def test_every_saving_makes_a_version_and_all_of_them_are_kept(who):
    second = save_rules(RulesDraft(general=3, units=(police(),)), who, LATER)
    third = save_rules(RulesDraft(general=3, cannot=2), who, LATER)
    assert (second, third, in_force()) == (2, 3, 3)
    newest, middle, first = list_versions()
    assert (newest.cannot, newest.units, newest.made_at, newest.made_by) == (2, (), LATER, who.name)
    assert middle.days_of_unit(police().unit_id) == 3
    assert middle.days_of_unit(None) is None
    assert first.general == 5
    assert get_rules(2) == middle


def test_saving_what_is_as_it_was_makes_no_version(who):
    two = tuple(UnitDays(one.id, one.name, 2) for one in list_units())
    assert save_rules(RulesDraft(units=two), who, LATER) == 2
    assert save_rules(replace(get_rules().draft(), units=two[::-1]), who, LATER) == 2
    assert save_rules(RulesDraft(), who, LATER) == 3


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({}, set()),
        ({"general": -1}, {"general"}),
        ({"special": 251}, {"special"}),
        ({"general": None}, {"general"}),
        ({"cannot": None, "hard": 0, "unwilling": 251}, {"unwilling"}),
        ({"cut_off": 25, "returns": 0, "extensions": 10}, {"cut_off", "returns", "extensions"}),
        ({"units": (UnitDays(1, "派出所", -1),)}, {"units"}),
        ({"units": (UnitDays(1, "派出所", 1), UnitDays(1, "派出所", 2))}, {"units"}),
    ],
)
def test_what_is_out_of_bounds_is_said_by_field(changes, fields):
    assert set(problems(RulesDraft(**changes))) == fields


def test_wrong_rules_make_no_version(who):
    with pytest.raises(Invalid) as raised:
        save_rules(RulesDraft(sign=-1), who, LATER)
    assert set(raised.value.problems) == {"sign"}
    assert in_force() == 1


def test_a_version_that_is_not_there_is_told(who):
    with pytest.raises(NotFound):
        get_rules(9)


def test_a_case_keeps_the_version_it_was_made_under(who):
    from app.cases.registry import get_row
    from app.deadlines.clocks import rules_of

    before = case()
    save_rules(RulesDraft(inform=3), who, LATER)
    after = case()
    assert [rules_of(get_row(one.id)).inform for one in (before, after)] == [1, 3]
