"""Ways pasted from Excel, and when somebody is away."""

from datetime import date, datetime, time

import pytest

from app.visits.absences import (
    AbsenceDraft,
    AbsenceEntry,
    away,
    in_words,
    list_absences,
    planned_then,
    save_absence,
)
from app.visits.pasted_ways import read_ways
from app.visits.ways import WayEntry, list_ways, save_ways
from models.choices import HalfDay
from tests import makers, visiting
from tests.visiting import WEDNESDAY


@pytest.fixture(autouse=True)
def furnished(store):
    makers.furnish()
    visiting.furnish()


def read(text):
    return [one.draft for one in read_ways(text) if not one.problem]


@pytest.mark.parametrize(
    "text",
    [
        "石门村\t竹溪村\t25\n石门村\t柳林村\t15",
        "石门村 竹溪村 25分钟\n石门村，柳林村，15 分",
        "从\t到\t分钟\n石门村\t竹溪村\t25\n石门村\t柳林村\t15.0",
        "\t竹溪村\t柳林村\n石门村\t25\t15",
        "村\t石门村\t竹溪村\t柳林村\n石门村\t\t25\t15\n竹溪村\t\t0\t",
    ],
)
def test_ways_are_understood_however_they_stand_in_excel(text):
    assert read(text) == [WayEntry("石门村", "竹溪村", 25), WayEntry("石门村", "柳林村", 15)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("石门村\t云外村\t25", "没有这个村"),
        ("石门村\t石门村\t25", "两个不同的村"),
        ("石门村\t竹溪村\t很远\t1", "“很远”不是分钟数"),
        ("石门村\t竹溪村\t999", "0 到 240"),
        ("石门村\t25", "写成：从哪个村"),
    ],
)
def test_a_line_that_is_no_way_says_why(text, said):
    (line,) = read_ways(text)
    assert said in line.problem


def test_pasted_ways_are_kept_over_what_was_known():
    save_ways(read("竹溪村\t石门村\t30\n竹溪村\t柳林村\t10"))
    assert {(one.name, one.minutes) for one in list_ways()} == {
        ("石门村—竹溪村", 30),
        ("竹溪村—柳林村", 10),
    }


@pytest.mark.parametrize(
    ("first", "last", "half", "said"),
    [
        (WEDNESDAY, WEDNESDAY, None, "11月25日全天"),
        (WEDNESDAY, WEDNESDAY, HalfDay.MORNING, "11月25日上午"),
        (WEDNESDAY, WEDNESDAY, HalfDay.AFTERNOON, "11月25日下午"),
        (WEDNESDAY, date(2026, 11, 27), None, "11月25日—27日"),
        (WEDNESDAY, date(2026, 12, 2), None, "11月25日—12月2日"),
    ],
)
def test_somebody_is_away_for_days_or_half_of_one(first, last, half, said):
    begin, end = away(first, last, half)
    assert in_words(AbsenceEntry(1, 1, None, begin, end, "")) == said


def test_an_absence_of_hours_says_them():
    (helper, _) = visiting.crew()
    visiting.away(helper, time(9), time(10, 30))
    (one,) = list_absences(WEDNESDAY, WEDNESDAY)
    assert in_words(one) == "11月25日 09:00—11月25日 10:30"


def test_what_is_planned_for_that_time_is_counted():
    crew, kit = visiting.crew(), visiting.kit()
    visiting.planned(visiting.requested(), crew, kits=(kit,))
    begin, end = away(WEDNESDAY, WEDNESDAY, HalfDay.MORNING)
    of_helper = AbsenceDraft(helper_id=crew[0], from_at=begin, to_at=end)
    assert planned_then(of_helper) == 1
    assert planned_then(AbsenceDraft(kit_id=kit, from_at=begin, to_at=end)) == 1
    afternoon = datetime.combine(WEDNESDAY, time(13)), end.replace(hour=18)
    later = AbsenceDraft(helper_id=crew[0], from_at=afternoon[0], to_at=afternoon[1])
    assert planned_then(later) == 0
    save_absence(of_helper)
    assert planned_then(of_helper) == 1
