from datetime import date

import pytest

from app.deadlines.notices import days_of, not_named, read_notice, year_of
from app.deadlines.year_tables import builtin_years

OF_2026 = """国务院办公厅关于2026年部分节假日安排的通知
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。"""


def told(text, year=2027):
    return [(f"{one.day:%m%d}", one.working) for one in days_of(read_notice(text, year))]


def test_the_published_notice_gives_the_year_that_travels_with_the_program():
    (table,) = [one for one in builtin_years() if one.year == 2026]
    lines = read_notice(OF_2026, 2026)
    assert not any(line.problem or line.note for line in lines)
    assert [(one.day, one.working, one.note) for one in days_of(lines)] == list(table.days)
    assert not_named(lines) == []
    assert year_of(OF_2026) == 2026


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("元旦：1月1日放假，不调休", [("0101", False)]),
        ("1月1日 元旦", [("0101", False)]),
        ("2027-01-01\t元旦\t放假\n2027-01-03\t元旦\t上班", [("0101", False), ("0103", True)]),
        ("2027/1/1 放假", [("0101", False)]),
        ("10.1-10.3 国庆节", [("1001", False), ("1002", False), ("1003", False)]),
        ("国庆节 10月1-3日", [("1001", False), ("1002", False), ("1003", False)]),
        ("１０月１日到２日放假，9月26日上班", [("0926", True), ("1001", False), ("1002", False)]),
        ("9月26日、10月9日补班", [("0926", True), ("1009", True)]),
        ("4月30日至5月2日休息", [("0430", False), ("0501", False), ("0502", False)]),
        ("", []),
        ("各地要安排好值班", []),
    ],
)
def test_lines_are_read_however_they_are_written(text, days):
    assert told(text) == days


def test_a_holiday_over_new_year_leaves_the_other_years_days_to_that_year():
    (line,) = read_notice("元旦：2022年12月31日至2023年1月2日放假调休，共3天。", 2023)
    assert [one.day for one in line.days] == [date(2023, 1, 1), date(2023, 1, 2)]
    assert "1 天不在 2023 年" in line.note
    assert told("元旦：12月31日至1月2日放假", 2027) == [("1231", False)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2月30日放假", "没有2月30日"),
        ("1月1日（周四）放假", "是周五"),
        ("元旦：1月1日至3日放假，共4天", "算出来是 3 天"),
        ("5月5日至1日放假", "请核对"),
        ("1月1日放假，1月1日上班", "又放假又上班"),
        ("1月1日放假\n1月1日上班", "又放假又上班"),
        ("1月1日至6月1日放假", "请核对"),
    ],
)
def test_what_does_not_add_up_is_said_and_nothing_of_the_line_taken(text, said):
    wrong = [line for line in read_notice(text, 2027) if line.problem]
    assert said in wrong[0].problem
    assert wrong[0].days == ()


def test_holidays_nobody_spoke_of_are_named():
    assert not_named(read_notice(OF_2026.replace("六、中秋节", "六、假日"), 2026)) == ["中秋"]
