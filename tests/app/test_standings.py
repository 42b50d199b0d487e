from datetime import timedelta

import pytest

from app.desk.standings import Kind, list_standings
from app.moves import move_case
from models.choices import Act
from tests.makers import NOW, case, furnish, somebody
from tests.said import WITH_TIME, WITH_UNITS

LATER = NOW + timedelta(hours=1)


@pytest.fixture
def opened(store):
    furnish()
    made = case(helpers=())
    move_case(made.id, Act.ASSIGN, WITH_UNITS[Act.ASSIGN], somebody(), NOW)
    return made


def go(made, act):
    move_case(made.id, act, (WITH_TIME | WITH_UNITS)[act], somebody(), LATER)


def kinds(made):
    return [one.kind for one in list_standings(made.id)]


def test_of_a_case_that_goes_its_ordinary_way_there_is_nothing_to_say(opened):
    assert kinds(opened) == []


def test_a_pause_is_told_with_what_is_waited_for_and_what_is_left(opened):
    go(opened, Act.PAUSE)
    (told,) = list_standings(opened.id)
    assert told.kind is Kind.PAUSED
    assert "待补正" in told.title
    assert "还剩 5 个工作日" in told.note
    go(opened, Act.RESUME)
    assert kinds(opened) == []


def test_an_extension_is_told_until_the_citizen_knows(opened):
    go(opened, Act.ASK_EXTENSION)
    assert kinds(opened) == [Kind.ASKED]
    go(opened, Act.GRANT_EXTENSION)
    (told,) = list_standings(opened.id)
    assert (told.kind, told.note) == (Kind.UNTOLD, "请在原期限 11月27日之前告知")
    go(opened, Act.TELL_EXTENSION)
    assert kinds(opened) == []


def test_what_was_escalated_says_so(opened):
    go(opened, Act.ESCALATE)
    assert kinds(opened) == [Kind.ESCALATED]
