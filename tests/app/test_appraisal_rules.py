from dataclasses import replace
from datetime import date, datetime

import pytest

from app.appraisal import Quarter, appraise
from app.appraisal.quarter import quarter_of, read_quarter
from app.appraisal.rules import (
    Rule,
    list_versions,
    may_begin,
    problems,
    replaced_by,
    rules_for,
    save_rules,
)
from app.errors import AppError, Invalid
from models.choices import Merit
from tests import makers
from tests.app import appraising as a
from tests.app.month_stores import UNITS, found_centre

NOW = datetime(2026, 11, 24, 9)
AUTUMN, WINTER = Quarter(2026, 3), Quarter(2026, 4)


def changed(draft, event=Merit.OVERDUE, **values):
    rules = tuple(replace(r, **values) if r.event is event else r for r in draft.rules)
    return replace(draft, rules=rules)


def test_a_new_store_has_a_rule_for_every_event(store):
    first = rules_for(WINTER)
    assert [one.event for one in first.rules] == list(Merit)
    assert [one.name for one in first.rules] == [one.label for one in Merit]
    assert problems(first) == {}


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"points": 0}, "overdue.points"),
        ({"points": 21}, "overdue.points"),
        ({"least": 0}, "overdue.least"),
        ({"most": 0}, "overdue.most"),
        ({"points": 5, "most": 4}, "overdue.most"),
        ({"name": " "}, "overdue.name"),
        ({"name": "超" * 21}, "overdue.name"),
    ],
)
def test_what_cannot_be_a_rule_is_said_beside_its_field(store, values, field):
    draft = changed(rules_for(WINTER).draft(), **values)
    assert list(problems(draft)) == [field]
    with pytest.raises(Invalid):
        save_rules(draft, WINTER, makers.clerk(), NOW)


def test_a_past_quarter_keeps_its_rules(store):
    found_centre()
    a.share(a.a_case(), due_on=date(2026, 9, 24), sent_at=a.at(9, 20))
    a.share(a.a_case())
    who = makers.clerk(work_number="9")
    save_rules(changed(rules_for(WINTER).draft(), points=3), WINTER, who, NOW)
    total = {q: appraise(q, NOW).unit(UNITS[0]).total for q in (AUTUMN, WINTER)}
    assert total == {AUTUMN: -5, WINTER: -3}


def test_rules_for_the_next_quarter_leave_this_one_as_it_is(store):
    who = makers.clerk()
    save_rules(changed(rules_for(WINTER).draft(), points=3), WINTER.next, who, NOW)
    assert rules_for(WINTER).rule(Merit.OVERDUE).points == 5
    assert rules_for(WINTER.next.next).rule(Merit.OVERDUE).points == 3
    assert len(list_versions()) == 2
    # nor does a change for this one undo what was laid down for the next
    save_rules(changed(rules_for(WINTER).draft(), points=4), WINTER, who, NOW)
    worth = [rules_for(q).rule(Merit.OVERDUE).points for q in (AUTUMN, WINTER, WINTER.next)]
    assert worth == [5, 4, 3]
    last, coming, first = list_versions()
    assert [replaced_by(one, (last, coming, first)) for one in (last, coming)] == [first, first]


def test_a_rule_that_is_off_gives_nothing(store):
    found_centre()
    a.share(a.a_case())
    who = makers.clerk(work_number="9")
    save_rules(changed(rules_for(WINTER).draft(), active=False), WINTER, who, NOW)
    assert appraise(WINTER, NOW).unit(UNITS[0]).points == ()


def test_no_rule_is_made_for_a_quarter_that_is_over(store):
    draft = changed(rules_for(AUTUMN).draft(), points=3)
    with pytest.raises(Invalid, match="保留原来的规则"):
        save_rules(draft, AUTUMN, makers.clerk(), NOW)
    assert may_begin(NOW.date()) == (WINTER, WINTER.next)


def test_what_is_as_it_was_makes_no_version(store):
    assert save_rules(rules_for(WINTER).draft(), WINTER, makers.clerk(), NOW) == 1


def test_a_rule_is_worth_what_its_kind_is(store):
    assert Rule(Merit.EARLY, "早", active=True, points=2, least=1, most=None).sign == 1
    assert rules_for(WINTER).rule(Merit.OVERDUE).sign == -1


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2026, 1, 1), "2026-Q1"),
        (date(2026, 3, 31), "2026-Q1"),
        (date(2026, 4, 1), "2026-Q2"),
        (date(2026, 12, 31), "2026-Q4"),
    ],
)
def test_a_day_has_its_quarter(day, code):
    found = quarter_of(day)
    assert found.code == code
    assert found.first <= day < found.until.date()
    assert read_quarter(code.lower()) == found
    assert found.next.before == found


@pytest.mark.parametrize("code", ["2026", "2026-Q5", "2026-04", "0001-Q0", "Q4"])
def test_what_is_no_quarter_is_told(code):
    with pytest.raises(AppError, match="2026-Q4"):
        read_quarter(code)
