from datetime import date

import pytest

from app.cases.settled import list_records
from app.moves import move_case
from models.choices import Act
from tests.makers import NOW, case, furnish, somebody
from tests.said import TOGETHER

LATE = date(2027, 3, 1)


@pytest.fixture
def opened(store):
    furnish()
    return case()


def go(made, act, **given):
    move_case(made.id, act, TOGETHER[act] | given, somebody(), NOW)


def test_a_case_without_any_has_none(opened):
    assert list_records(opened.id, NOW.date()) == []


def test_everything_that_was_settled_is_told_under_a_heading_of_its_own(opened):
    for act in TOGETHER:
        go(opened, act, **({"decision": 1} if act is Act.DECIDED_DONE else {}))
    titles = [one.title.partition(" ")[0] for one in list_records(opened.id, NOW.date())]
    assert titles == [
        "群体户",
        "协调会",
        "政策冲突",
        "现场踏勘",
        "另寻出路",
        "容错免责",
        "代管款物",
    ]
    assert all(text for one in list_records(opened.id, NOW.date()) for _, text in one.facts)


def test_what_a_meeting_decided_is_late_until_it_is_done(opened):
    go(opened, Act.MEET)

    def decided():
        return [text for name, text in list_records(opened.id, LATE)[0].facts if name == "议定"]

    assert all(text.endswith("已超期") for text in decided())
    go(opened, Act.DECIDED_DONE, decision=1)
    assert [text for text in decided() if "超期" not in text] == [
        "上门采集——派出所，11-25前，11-22办完：已上门采集"
    ]


def test_households_are_counted_and_those_that_lack_are_named(opened):
    rows = [{"name": f"户主{n}", "house": f"{n}-101"} for n in range(1, 31)]
    go(opened, Act.HOUSEHOLD, households=tuple(rows))
    (told,) = list_records(opened.id, NOW.date())
    assert (told.done, told.whole, told.unit) == (0, 30, "户")
    assert told.facts[0][1].startswith("1-101、2-101")
    assert told.facts[0][1].endswith("20-101等 30 户")
