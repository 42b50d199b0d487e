import json
from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.deadlines.workdays import MOST_DAYS, Calendar, load_builtin
from app.deadlines.year_tables import builtin_years, read_year
from app.errors import AppError
from app.resources import resource

CALENDAR = load_builtin()
ONE_DAY = timedelta(days=1)
DAYS = st.dates(date(2017, 6, 1), date(2027, 6, 1)) | st.dates(date(1900, 1, 1), date(2100, 12, 31))
COUNTS = st.integers(0, 40)


@cache
def read(year: int) -> dict:
    path = resource("calendars", f"{year}.json")
    return json.loads(path.read_text("utf-8")) if path.exists() else {}


def slow_is_working(day: date) -> bool:
    """The rule again, from the files and the law, with nothing clever about it."""
    if raw := read(day.year):
        if day.isoformat() in [first for first, _ in raw["work"]]:
            return True
        if any(first <= day.isoformat() <= last for first, last, _ in raw["off"]):
            return False
    elif f"{day:%m%d}" in {"0101", "0501", "0502", "1001", "1002", "1003"}:
        return False
    return day.weekday() not in {5, 6}


def slow_add(day: date, count: int) -> date:
    if count == 0:
        while not slow_is_working(day):
            day += ONE_DAY
    while count > 0:
        day += ONE_DAY
        count -= slow_is_working(day)
    return day


def slow_between(start: date, end: date) -> int:
    days = ((start + timedelta(days=n + 1)) for n in range((end - start).days))
    return sum(map(slow_is_working, days))


@pytest.mark.parametrize(
    ("received", "count", "due"),
    [
        (date(2026, 2, 13), 5, date(2026, 2, 27)),
        (date(2026, 9, 18), 5, date(2026, 9, 24)),
        (date(2026, 9, 18), 10, date(2026, 10, 9)),
        (date(2026, 9, 17), 15, date(2026, 10, 14)),
        (date(2026, 11, 24), 3, date(2026, 11, 27)),
        (date(2026, 11, 20), 1, date(2026, 11, 23)),
        (date(2026, 11, 23), 0, date(2026, 11, 23)),
        (date(2026, 11, 22), 0, date(2026, 11, 23)),
        (date(2026, 2, 14), 0, date(2026, 2, 14)),
        (date(2026, 10, 1), 1, date(2026, 10, 8)),
        (date(2023, 12, 29), 1, date(2024, 1, 2)),
        (date(2023, 1, 20), 2, date(2023, 1, 29)),
    ],
)
def test_the_day_of_receipt_is_day_0(received, count, due):
    found = CALENDAR.add(received, count)
    assert (found.day, found.provisional) == (due, False)


@pytest.mark.parametrize(
    ("received", "count", "steps"),
    [
        (
            date(2026, 2, 13),
            5,
            (
                "2026年2月13日 周五 收件，当天不算",
                "2月14日 周六 调休上班，第 1 个工作日",
                "2月15日—23日 春节放假（含周末），跳过 9 天",
                "2月24日—27日 第 2–5 个工作日，2月27日到期",
            ),
        ),
        (
            date(2026, 9, 18),
            1,
            (
                "2026年9月18日 周五 收件，当天不算",
                "9月19日 周六 周末，跳过 1 天",
                "9月20日 周日 调休上班，第 1 个工作日，到期",
            ),
        ),
        (
            date(2023, 12, 29),
            2,
            (
                "2023年12月29日 周五 收件，当天不算",
                "12月30日—2024年1月1日 元旦放假（含周末），跳过 3 天",
                "1月2日—3日 第 1–2 个工作日，1月3日到期",
            ),
        ),
        (
            date(2026, 12, 31),
            1,
            (
                "2026年12月31日 周四 收件，当天不算",
                "2027年1月1日—3日 元旦放假（含周末），跳过 3 天",
                "1月4日 周一 第 1 个工作日，到期",
                "2027年 放假安排还没有录入工作日历，只按周末和固定节日计算，日期暂定",
            ),
        ),
        (date(2026, 11, 23), 0, ("2026年11月23日 周一 收件，即办，当天到期",)),
        (
            date(2026, 10, 1),
            0,
            (
                "2026年10月1日 周四 收件，这天不上班",
                "10月2日—7日 国庆节放假（含周末），跳过 6 天",
                "10月8日 周四 上班，即办，当天到期",
            ),
        ),
        (
            date(2026, 9, 19),
            0,
            ("2026年9月19日 周六 收件，这天不上班", "9月20日 周日 调休上班，即办，当天到期"),
        ),
    ],
)
def test_every_due_date_is_explained(received, count, steps):
    assert CALENDAR.add(received, count).steps == steps


def test_the_explanation_of_15_days_fits_beside_the_form():
    days = (date(2022, 12, 1) + timedelta(days=n) for n in range(1700))
    assert max(len(CALENDAR.add(day, count).steps) for day in days for count in (10, 15)) <= 14


def test_the_steps_that_count_name_every_working_day():
    due = CALENDAR.add(date(2026, 9, 17), 15)
    assert [step.what for step in due.reckoning if step.counts] == [
        "第 1 个工作日",
        "调休上班，第 2 个工作日",
        "第 3–6 个工作日",
        "第 7–9 个工作日",
        "第 10–11 个工作日",
        "调休上班，第 12 个工作日",
        "第 13–15 个工作日，10月14日到期",
    ]


@pytest.mark.parametrize(
    ("received", "count", "due"),
    [
        (date(1900, 4, 30), 5, date(1900, 5, 9)),
        (date(2100, 9, 30), 5, date(2100, 10, 8)),
        (date(2027, 9, 30), 1, date(2027, 10, 4)),
        (date(2026, 12, 31), 1, date(2027, 1, 4)),
        (date(2017, 12, 29), 0, date(2017, 12, 29)),
    ],
)
def test_a_year_that_is_not_known_makes_the_date_provisional(received, count, due):
    found = CALENDAR.add(received, count)
    assert (found.day, found.provisional) == (due, True)
    assert "日期暂定" in found.steps[-1] or count == 0


def test_a_year_is_not_doubted_before_it_is_reached():
    assert not CALENDAR.add(date(2026, 12, 25), 4).provisional
    assert not CALENDAR.add(date(2017, 12, 31), 3).provisional


def test_every_day_of_2018_to_2026_is_that_of_the_obvious_reckoning():
    """Worked or not, the nearest worked ones, how many since the first, what is due when."""
    day, since, last = date(2018, 1, 1), 0, date(2017, 12, 29)
    while day.year < 2027:
        worked = slow_is_working(day)
        since, last = since + worked, day if worked else last
        assert CALENDAR.is_working(day) == worked, day
        assert CALENDAR.next_working(day) == slow_add(day, 0), day
        assert CALENDAR.last_working(day) == last, day
        assert CALENDAR.between(date(2017, 12, 31), day) == since, day
        for count in (0, 1, 3, 5, 10, 15):
            assert CALENDAR.add(day, count).day == slow_add(day, count), (day, count)
        day += ONE_DAY


@settings(max_examples=150, deadline=None)
@given(DAYS, COUNTS)
def test_the_due_date_is_that_of_the_obvious_reckoning(day, count):
    assert CALENDAR.is_working(day) == slow_is_working(day)
    assert CALENDAR.add(day, count).day == slow_add(day, count)


@settings(max_examples=80, deadline=None)
@given(DAYS, st.integers(0, 400))
def test_the_days_between_are_those_of_the_obvious_count(start, length):
    end = start + timedelta(days=length)
    assert CALENDAR.between(start, end) == slow_between(start, end)
    assert CALENDAR.between(end, start) == -slow_between(start, end)


@given(DAYS, st.integers(1, 40), COUNTS)
def test_waiting_twice_is_waiting_for_the_sum(day, first, second):
    once = CALENDAR.add(day, first).day
    assert CALENDAR.add(once, second).day == CALENDAR.add(day, first + second).day


@given(DAYS, COUNTS)
def test_what_was_added_lies_between(day, count):
    start = CALENDAR.next_working(day)
    assert CALENDAR.between(start, CALENDAR.add(start, count).day) == count


@given(DAYS)
def test_the_next_working_day_is_the_day_itself_where_it_is_worked(day):
    found = CALENDAR.next_working(day)
    assert CALENDAR.is_working(found)
    assert (found == day) == CALENDAR.is_working(day)
    assert CALENDAR.between(day, found) == (found != day)


@pytest.mark.parametrize("count", [-1, MOST_DAYS + 1])
def test_a_number_of_days_out_of_bounds_is_told(count):
    with pytest.raises(AppError, match="0 到 999"):
        CALENDAR.add(date(2026, 11, 22), count)


def test_the_end_of_time_is_told():
    with pytest.raises(AppError, match="核对年份"):
        CALENDAR.add(date(9999, 12, 30), 15)


def test_a_calendar_of_rows_follows_its_rows():
    rows = [(date(2027, 2, 8), False, "春节"), (date(2027, 2, 7), True, "春节")]
    own = Calendar.of(rows, [2027])
    assert own.add(date(2027, 2, 5), 2).day == date(2027, 2, 9)
    assert not own.add(date(2027, 2, 5), 2).provisional
    assert own.is_working(date(2027, 10, 1))  # its rows are all there is to know


def test_a_row_in_a_year_not_yet_known_is_followed_and_still_provisional():
    own = Calendar.of([(date(2027, 1, 1), True, "")], [])
    due = own.add(date(2026, 12, 31), 1)
    assert (due.day, due.provisional) == (date(2027, 1, 1), True)
    assert own.between(date(2026, 12, 31), date(2027, 1, 1)) == 1


@pytest.mark.parametrize(
    ("year", "worked", "off", "swapped"),
    [
        (2018, 250, 25, 7),
        (2019, 250, 28, 6),
        (2020, 249, 30, 6),
        (2021, 250, 31, 7),
        (2022, 249, 31, 7),
        (2023, 249, 26, 7),
        (2024, 251, 28, 8),
        (2025, 248, 28, 5),
        (2026, 248, 33, 6),
    ],
)
def test_the_years_that_travel_along_are_as_their_notices(year, worked, off, swapped):
    """Agreed with the package chinesecalendar on every day of these years when they were made."""
    assert CALENDAR.between(date(year - 1, 12, 31), date(year, 12, 31)) == worked
    table = next(table for table in builtin_years() if table.year == year)
    assert [working for _, working, _ in table.days].count(True) == swapped
    assert [working for _, working, _ in table.days].count(False) == off
    assert all(name for _, _, name in table.days)
    assert str(year) in table.source


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("", "不是工作日历文件"),
        ("[]", "不是工作日历文件"),
        ('{"year": 2027}', "不是工作日历文件"),
        ('{"year": 2027, "source": "", "off": [["2027-02-30", "2027-03-01", ""]], "work": []}',
         "不是工作日历文件"),
        ('{"year": 2027, "source": "", "off": [["0001-01-01", "9999-12-31", ""]], "work": []}',
         "不是工作日历文件"),
        ('{"year": 2027, "source": "", "off": [], "work": [["2026-01-01", "元旦"]]}',
         "不在 2027 年"),
        ('{"year": 2027, "source": "", "off": [["2027-01-01", "2027-01-03", "元旦"]],'
         ' "work": [["2027-01-03", "元旦"]]}', "写了两次"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_calendar_is_told(tmp_path, text, word):
    path = tmp_path / "2027.json"
    path.write_text(text, "utf-8")
    with pytest.raises(AppError, match=word):
        read_year(path)


def test_a_calendar_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(AppError, match="2027"):
        read_year(tmp_path / "2027.json")
