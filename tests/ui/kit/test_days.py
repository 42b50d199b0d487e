"""Days and moments, as people write them."""

from datetime import date, datetime

import pytest
from PySide6.QtTest import QTest

from tests.ui.kit.keyboard import KEY, press, write
from ui.kit.day_field import DayField, MomentField
from ui.kit.days import say_near_day
from ui.kit.editors import Line
from ui.kit.field import Field
from ui.kit.rows import FieldRow
from ui.kit.style import Tone

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 8, 31)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("20261122", "2026-11-22"),
        ("2026-11-22", "2026-11-22"),
        ("2026/1/2", "2026-01-02"),
        ("2026.11.22", "2026-11-22"),
        ("2026年11月22日", "2026-11-22"),
        ("２０２６１１２２", "2026-11-22"),
        ("11.22", "2026-11-22"),
        ("11-2", "2026-11-02"),
        ("1225", "2026-12-25"),
        ("1月3日", "2027-01-03"),
        ("5", "2026-11-05"),
        ("今天", "2026-11-22"),
        ("昨天", "2026-11-21"),
        ("2.29", None),
        ("20260230", None),
        ("13.1", None),
        ("明年", None),
        ("0", None),
    ],
)
def test_a_day_may_be_written_in_any_usual_way(shown, typed, day):
    field = DayField(lambda: TODAY)
    shown(Field(field))
    field.setFocus()
    write(typed)
    assert field.value() == (date.fromisoformat(day) if day else None)


def test_a_day_is_shown_as_it_is_read_aloud_once_it_is_left(shown):
    field, after = DayField(lambda: TODAY), Line()
    row = FieldRow("收到", Field(field))
    shown(row, Field(after))
    field.setFocus()
    QTest.keyClicks(field, "11.22")
    press(KEY.Key_Tab)
    assert field.text() == "2026年11月22日"
    assert not row.is_wrong()
    assert field.value() == TODAY


def test_what_is_no_day_stays_and_the_row_says_what_to_do(shown):
    field, after = DayField(lambda: TODAY), Line()
    row = FieldRow("收到", Field(field))
    shown(row, Field(after))
    field.setFocus()
    QTest.keyClicks(field, "2.30")
    press(KEY.Key_Tab)
    assert (field.text(), field.value()) == ("2.30", None)
    assert row.hint.text == field.problem() == "写成 20261122 或 11.22"
    assert row.field.tone is Tone.DANGER
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "11.30")
    press(KEY.Key_Tab)
    assert not row.is_wrong()


def test_up_and_down_step_through_days(shown):
    field = DayField(lambda: TODAY, TODAY)
    shown(Field(field))
    field.setFocus()
    press(KEY.Key_Up)
    press(KEY.Key_PageDown)
    assert field.value() == date(2026, 11, 16)


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("11.22 9:30", "2026-11-22T09:30"),
        ("20261121 0930", "2026-11-21T09:30"),
        ("2026-11-21T09:30", "2026-11-21T09:30"),
        ("昨天 14点", "2026-11-21T14:00"),
        ("9：05", "2026-11-22T09:05"),
        ("2030", "2026-11-22T20:30"),
        ("1122", "2026-11-22T08:31"),
        ("2026年11月22日 09:30", "2026-11-22T09:30"),
        ("25:00", None),
        ("11.22 9:75", None),
    ],
)
def test_a_moment_may_be_written_in_any_usual_way(typed, moment, qapp):
    field = MomentField(lambda: NOW)
    field.setText(typed)
    assert field.value() == (datetime.fromisoformat(moment) if moment else None)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-11-22", "今天"),
        ("2026-11-23", "明天"),
        ("2026-11-21", "昨天"),
        ("2026-11-27", "11月27日"),
        ("2027-01-03", "2027年1月3日"),
    ],
)
def test_a_day_is_said_as_people_say_it(day, said):
    assert say_near_day(date.fromisoformat(day), TODAY) == said
