"""The clock stands still while a case waits, and gives every working day back."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given as supposing
from hypothesis import settings
from hypothesis import strategies as st

from app.cases.detail import get_case
from app.deadlines.pauses import Stood, given_back, list_pauses
from app.deadlines.workdays import load_builtin
from app.errors import AppError, Invalid
from app.history import list_history
from app.moves import move_case, next_moves
from app.records.shares import list_shares
from models import Case
from models.choices import Act, Ending, PauseReason, Status
from tests.makers import case, furnish, somebody

CALENDAR = load_builtin()
MONDAY = datetime(2026, 11, 23, 9, 0)
DAYS = st.dates(date(2022, 6, 1), date(2027, 6, 1))


def at(day, hour=9):
    """An hour of a day of November, or after the 30th of December."""
    return datetime(2026, 11, 1, hour) + timedelta(days=day - 1)


@pytest.fixture
def opened(store):
    """Due on Friday the 27th, and given to its units on Monday."""
    furnish()
    made = case()
    go(made, Act.ASSIGN, MONDAY)
    return made


def go(opened, act, moment, **said):
    given = {"note": "等他补户口簿", "reason": PauseReason.MISSING, **said}
    return move_case(opened.id, act, given, somebody(), moment)


def row(opened):
    return Case.get_by_id(opened.id)


@pytest.mark.parametrize(
    ("paused", "resumed", "days", "due"),
    [
        (23, 23, 0, date(2026, 11, 27)),
        (23, 25, 2, date(2026, 12, 1)),
        (23, 29, 4, date(2026, 12, 3)),  # a Sunday: Tuesday to Friday
        (27, 30, 1, date(2026, 11, 30)),  # paused on its last day, it has it again
        (27, 28, 1, date(2026, 11, 30)),  # and goes on on a day off
        (26, 40, 10, date(2026, 12, 11)),
    ],
)
def test_the_paused_working_days_are_given_back(opened, paused, resumed, days, due):
    go(opened, Act.PAUSE, at(paused))
    go(opened, Act.RESUME, at(resumed, 10))
    found = row(opened)
    assert (found.added_days, found.due_on, found.paused_at) == (days, due, None)
    (pause,) = list_pauses(opened.id)
    assert (pause.days, pause.resumed_by) == (days, somebody().name)


def test_the_explanation_says_what_was_given_back(opened):
    go(opened, Act.PAUSE, at(23))
    assert list_history(opened.id)[0].note == "待补正，还剩 4 个工作日。等他补户口簿"
    go(opened, Act.RESUME, at(25), note="户口簿补来了")
    assert get_case(opened.id).due_steps[-1] == (
        "11月23日—25日 暂停（待补正），加 2 个工作日，到期日改为12月1日 周二"
    )
    note = list_history(opened.id)[0].note
    assert note == "顺延 2 个工作日，2026-12-01 前答复。户口簿补来了"


def test_a_date_that_moves_into_an_unknown_year_is_provisional(opened):
    go(opened, Act.PAUSE, at(23))
    go(opened, Act.RESUME, datetime(2026, 12, 30, 9))
    found = get_case(opened.id)
    assert found.due_provisional
    assert "日期暂定" in found.due_steps[-1]


def test_two_pauses_are_added_up(opened):
    for day in (23, 25):
        go(opened, Act.PAUSE, at(day))
        go(opened, Act.RESUME, at(day + 1))
    found = row(opened)
    assert (found.added_days, found.due_on) == (2, date(2026, 12, 1))


def test_the_dates_of_its_units_move_with_it(opened):
    go(opened, Act.PAUSE, at(23))
    go(opened, Act.RESUME, at(25))
    for share in list_shares(opened.id, MONDAY.date()):
        assert (share.sign_by, share.due_on) == (date(2026, 11, 26), date(2026, 12, 1))


def test_while_paused_it_goes_on_first_and_to_no_end(opened):
    go(opened, Act.PAUSE, at(23))
    assert next_moves(opened.id, MONDAY.date())[0].act is Act.RESUME
    with pytest.raises(AppError, match="要先恢复，才能办结"):
        go(opened, Act.CONCLUDE, at(24), ending=Ending.DONE)
    with pytest.raises(AppError, match="已经暂停了"):
        go(opened, Act.PAUSE, at(24))
    assert go(opened, Act.PROGRESS, at(24)) is Status.HANDLING


def test_whoever_brought_it_may_take_it_back_and_the_pause_ends(opened):
    go(opened, Act.PAUSE, at(23))
    assert go(opened, Act.WITHDRAW, at(30)) is Status.WITHDRAWN
    assert row(opened).paused_at is None
    assert (list_pauses(opened.id)[0].days, row(opened).added_days) == (0, 0)


@pytest.mark.parametrize(
    ("act", "day", "sentence"),
    [
        (Act.PAUSE, 28, "已经过了答复期限"),
        (Act.RESUME, 23, "没有暂停"),
    ],
)
def test_what_is_late_is_not_paused_and_what_runs_not_resumed(opened, act, day, sentence):
    with pytest.raises(AppError, match=sentence):
        go(opened, act, at(day))


def test_reason_and_what_it_waits_for_are_needed(opened):
    with pytest.raises(Invalid) as raised:
        go(opened, Act.PAUSE, at(23), reason=None, note="")
    assert set(raised.value.problems) == {"reason", "note"}


@settings(max_examples=200, deadline=None)
@supposing(DAYS, st.integers(0, 30), st.integers(0, 90))
def test_a_pause_takes_no_day_away_and_leaves_nothing_overdue(paused_on, left, length):
    """For every day it is paused on, and however long."""
    resumed_on = paused_on + timedelta(days=length)
    due_on = CALENDAR.add(CALENDAR.next_working(paused_on), left).day
    left = CALENDAR.between(paused_on, due_on)
    days = given_back(CALENDAR, Stood(paused_on, resumed_on, left), due_on)
    later = CALENDAR.add(due_on, days).day
    assert days >= CALENDAR.between(paused_on, resumed_on) >= 0
    assert later >= due_on
    assert later >= resumed_on
    assert CALENDAR.between(resumed_on, later) >= left


@settings(max_examples=100, deadline=None)
@supposing(DAYS, st.integers(0, 60), st.integers(0, 9), st.integers(-9, 30))
def test_it_has_as_many_days_left_though_the_calendar_has_changed(paused_on, length, left, off):
    """The date was reckoned on another calendar, and lies wherever it lies."""
    resumed_on = paused_on + timedelta(days=length)
    due_on = CALENDAR.next_working(paused_on + timedelta(days=off))
    days = given_back(CALENDAR, Stood(paused_on, resumed_on, left), due_on)
    later = CALENDAR.add(due_on, days).day
    assert later >= resumed_on
    assert CALENDAR.between(resumed_on, later) >= left
