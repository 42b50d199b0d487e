"""The month in words: what its figures say, kept as the window edits it."""

from datetime import date, datetime

import pytest

from app.changes import Kind, subscribe
from app.deadlines.calendar import forget
from app.errors import AppError, Invalid
from app.month import report_month
from app.month.checks import STORY, check_month
from app.month.locks import lock_month
from app.month.stories import Story, save_story, story_of
from app.month.story import draft
from models import MonthStory
from models.choices import Act, Cause, Stars, UnitRole
from tests import makers
from tests.app.month_stores import add_case, add_unit, found_centre

NOW = datetime(2026, 11, 22, 8, 31, 5)
OCTOBER = date(2026, 10, 1)


@pytest.fixture(autouse=True)
def _centre(store):
    forget()
    found_centre()


def at(month, day, hour=9):
    return datetime(2026, month, day, hour)


def october():
    return report_month(2026, 10, NOW)


def told(heading):
    """The paragraph under that heading."""
    lines = draft(october()).split("\n")
    return lines[lines.index(heading) + 1]


def test_a_month_without_any_case_says_so_and_nothing_else():
    assert draft(october()).split("\n") == [
        "一、基本情况",
        "本月没有受理反映件（零报告），没有办结的件；截至月末没有在办的件。没有接待记录。",
        "二、环比和同比",
        "以前没有登记资料，不作比较。",
        "三、热点和难点",
        "本月没有受理反映件。",
        "四、一类事",
        "本月没有同一事项、同一成因反映3件以上的。",
    ]


def test_rates_stand_with_what_they_are_of_and_are_left_out_of_nothing():
    add_case(at(10, 12), concluded_at=at(10, 13), due_on=date(2026, 10, 19))
    add_case(at(10, 30), due_on=date(2026, 11, 6))
    said = told("一、基本情况")
    assert said.startswith("本月受理2件，办结1件；截至月末在办1件，没有逾期的。")
    assert "办结率1/2（50.0%），按时办结率1/1（100.0%），当天办结率0/1（0.0%）。" in said
    assert "满意率" not in said
    assert "办结的1件都还没有评价。" in said


@pytest.mark.parametrize(
    ("before", "now", "said", "ran", "why"),
    [
        (
            3,
            1,
            "受理1件，比上月减少2件",
            (2, 1),
            "少，受理前跑动的次数没有增加，看来普通窗口多办成了，是好事",
        ),
        (3, 1, "受理1件，比上月减少2件", (1, 2), "少，受理前跑动的次数却增加了，不能就当作好事"),
        (3, 1, "受理1件，比上月减少2件", (None, 2), "少，受理前跑动没有登记可比"),
        (1, 1, "受理1件，与上月持平", (2, 1), ""),
        (1, 3, "受理3件，比上月增加2件", (2, 1), ""),
    ],
)
def test_fewer_is_good_news_only_where_the_ordinary_windows_took_over(before, now, said, ran, why):
    for month, number, trips in ((9, before, ran[0]), (10, now, ran[1])):
        for _ in range(number):
            run = {"trips": trips or 0, "trips_after": trips}
            add_case(at(month, 14), concluded_at=at(month, 15), **run)
    comparison = told("二、环比和同比")
    assert said in comparison
    assert why in comparison
    assert ("来反映的比上月少" in comparison) == bool(why)


def test_of_few_cases_no_distribution_is_told():
    for _ in range(4):
        add_case(at(10, 14), cause=Cause.DATA)
    assert told("三、热点和难点").startswith("本月受理4件，件数少，不作分布分析")
    add_case(at(10, 14), cause=Cause.LEGACY)
    assert "成因以“部门间数据传输不及时”（4/5件，80.0%）为多。" in told("三、热点和难点")


def test_long_lists_are_told_by_their_first_and_their_number():
    for number in range(10):
        late = add_case(at(10, 12), due_on=date(2026, 10, 19), cause=Cause.OTHER)
        add_unit(late, UnitRole.LEAD, f"单位{number}")
    said = told("三、热点和难点")
    assert "单位7" in said
    assert "单位8" not in said
    assert said.endswith("等10家。")
    assert "成因以" not in said
    assert told("四、一类事").startswith("本月没有")


def test_what_is_late_is_told_by_unit():
    late = add_case(at(10, 12), due_on=date(2026, 10, 19))
    add_unit(late, UnitRole.LEAD, "镇残联")
    assert "期末已逾期的1件：镇残联1件。" in told("三、热点和难点")


def test_what_comes_again_is_worth_a_common_answer():
    for _ in range(3):
        add_case(at(10, 14), cause=Cause.DATA, matter=2)
    assert told("四、一类事").startswith(
        "同一事项、同一成因反复出现的：“医保退费”因“部门间数据传输不及时”的3件。"
    )


def test_satisfaction_says_how_many_said_nothing(store):
    makers.furnish()
    one, other = makers.case(), makers.case()
    for made in (one, other):
        makers.move(made.id, Act.SPOT)
    makers.move(one.id, Act.RATE, stars=Stars.FIVE)
    said = draft(report_month(2026, 11, datetime(2026, 11, 30))).split("\n")[1]
    assert "收到评价1次，满意率1/1（100.0%），办结的件中有1件没有评价。" in said


def test_what_was_edited_goes_up_until_it_is_edited_again():
    add_case(at(10, 14))
    heard = []
    leave = subscribe(heard.append)
    save_story(october(), " 一、基本情况\n本月平稳。\n", makers.somebody(), NOW)
    leave()
    assert heard == [frozenset({Kind.STORIES})]
    assert october().story == "一、基本情况\n本月平稳。"
    save_story(october(), "本月有一件。", makers.somebody(), NOW)
    assert (october().story, MonthStory.select().count()) == ("本月有一件。", 1)
    assert report_month(2026, 9, NOW).story == draft(report_month(2026, 9, NOW))


def test_a_draft_that_was_taken_as_it_is_goes_on_with_the_figures():
    add_case(at(10, 14))
    save_story(october(), "本月有一件。", makers.somebody(), NOW)
    save_story(october(), draft(october()), makers.somebody(), NOW)
    add_case(at(10, 15))
    assert story_of(october()) == Story(draft(october()))
    assert october().story.startswith("一、基本情况\n本月受理2件")


def test_it_is_said_when_the_figures_have_changed_since():
    add_case(at(10, 14))
    save_story(october(), "本月有一件。", makers.somebody(), NOW)
    assert not story_of(october()).stale
    add_case(at(10, 15))
    kept = story_of(october())
    assert (kept.stale, kept.by, kept.text) == (True, "王芳", "本月有一件。")
    (said,) = [one for one in check_month(october(), NOW.date()) if one.what == STORY]
    assert (said.fine, said.advice) == (False, "王芳写好以后变的，请核对")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (" \n ", "请写几句"),
        ("长" * 2001, "删去 1 个"),
        ("打13812345678", "“13812345678”像手机号"),
        ("证11010119491231002X", "像手机号或者证件号"),
    ],
)
def test_nothing_too_much_and_whom_it_must_not_tell_of_is_not_kept(text, sentence):
    with pytest.raises(Invalid, match=sentence):
        save_story(october(), text, makers.somebody(), NOW)
    assert not MonthStory.select().exists()


def test_a_closed_month_keeps_its_words():
    add_case(at(10, 14), concluded_at=at(10, 15))
    open_, who = october(), makers.somebody()
    save_story(open_, "封账前写的。", who, NOW)
    lock_month(OCTOBER, who, NOW)
    with pytest.raises(AppError, match="先解封"):
        save_story(open_, "封账后写的。", who, NOW)
    assert october().story == "封账前写的。"


def test_a_month_that_is_not_over_is_not_held_against_whole_ones():
    add_case(at(10, 12))
    add_case(at(10, 13))
    add_case(at(11, 3))
    lines = draft(report_month(2026, 11, NOW)).split("\n")
    assert lines[lines.index("二、环比和同比") + 1] == "本月未完，暂不和以前整月的数比较。"
    assert "好事" not in "".join(lines)
