"""Sorting out, and telling once which papers are lacking."""

from datetime import date, timedelta

import pytest

from app.cases.detail import get_case
from app.deadlines.time_rules import get_rules, save_rules
from app.errors import AppError, Invalid
from app.history import list_history
from app.moves import move_case
from models import Case, MissingPaper, Telling
from models.choices import Act, Cause, Grade, Nature
from tests import makers

NOW = makers.NOW  # a Sunday
KINDS = {"nature": Nature.HARD, "cause": Cause.CHANNELS, "grade": Grade.GENERAL}


@pytest.fixture
def opened(store):
    who = makers.furnish()
    rules = get_rules().draft()
    save_rules(type(rules)(**(vars(rules) | {"cannot": 3})), who, NOW)
    return makers.case(nature=None, cause=None)


def sort(opened, **given):
    return move_case(opened.id, Act.SORT, KINDS | given, makers.somebody(), NOW)


@pytest.mark.parametrize(
    ("given", "due_on", "days"),
    [
        ({}, date(2026, 11, 27), 5),
        ({"grade": Grade.COMPLEX}, date(2026, 12, 4), 10),
        ({"grade": Grade.INSTANT}, date(2026, 11, 23), 0),
        ({"nature": Nature.CANNOT}, date(2026, 11, 25), 3),  # said sooner, whatever the grade
        ({"nature": Nature.CANNOT, "grade": Grade.SPECIAL}, date(2026, 11, 25), 3),
        ({"nature": Nature.UNWILLING, "grade": Grade.SPECIAL}, date(2026, 12, 11), 15),
    ],
)
def test_the_day_it_is_due_follows_from_its_kind(opened, given, due_on, days):
    sort(opened, **given)
    row = Case.get_by_id(opened.id)
    assert (row.due_on, row.due_days, row.sorted_at) == (due_on, days, NOW)
    assert row.nature is (KINDS | given)["nature"]
    assert row.complete


def test_the_history_says_what_it_was_taken_for_and_which_date_moved(opened):
    sort(opened, grade=Grade.COMPLEX, note="要几家一起办")
    assert list_history(opened.id)[0].note == (
        "很难办、线上线下渠道不畅通、复杂，期限由 2026-11-27 改为 2026-12-04。要几家一起办"
    )


def test_it_is_asked_until_it_is_known(opened):
    with pytest.raises(Invalid) as raised:
        move_case(opened.id, Act.SORT, {}, makers.somebody(), NOW)
    assert set(raised.value.problems) == {"nature", "cause"}  # the grade is that of the intake


def test_before_it_is_taken_up_it_is_sorted_once_then_whenever_it_proves_wrong(opened):
    sort(opened)
    with pytest.raises(AppError, match="已经研判过了"):
        sort(opened)
    makers.move(opened.id, Act.TAKE_UP)
    sort(opened, nature=Nature.UNWILLING)
    assert get_case(opened.id).draft.nature is Nature.UNWILLING


def tell(opened, *names, **given):
    papers = [{"name": name, "where": "派出所"} for name in names]
    return move_case(
        opened.id, Act.TELL_MISSING, {"papers": papers, **given}, makers.somebody(), NOW
    )


def test_all_that_is_lacking_is_told_at_once(opened):
    tell(opened, "户口簿", "照片", hand_in_by=date(2026, 12, 1))
    kept = MissingPaper.select().order_by(MissingPaper.place)
    assert [(one.name, one.where) for one in kept] == [("户口簿", "派出所"), ("照片", "派出所")]
    assert list_history(opened.id)[0].note == "缺户口簿、照片。"


@pytest.mark.parametrize(
    ("names", "given", "field"),
    [
        ((), {}, "papers"),
        (("",), {}, "papers.0.name"),
        (("照片",), {"hand_in_by": NOW.date() - timedelta(days=1)}, "hand_in_by"),
    ],
)
def test_it_says_which_and_until_when(opened, names, given, field):
    with pytest.raises(Invalid) as raised:
        tell(opened, *names, **given)
    assert list(raised.value.problems) == [field]


def test_a_second_time_needs_a_reason_and_is_recorded_as_one(opened):
    tell(opened, "户口簿", again="随手写的")
    with pytest.raises(Invalid, match="2026-11-22 已经一次性告知过"):
        tell(opened, "照片")
    tell(opened, "照片", again="拍照规格今天刚改")
    assert [one.again for one in Telling.select().order_by(Telling.id)] == ["", "拍照规格今天刚改"]
    assert list_history(opened.id)[0].note == "再次告知（拍照规格今天刚改）：缺照片。"
