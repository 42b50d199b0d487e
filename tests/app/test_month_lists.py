"""The lists behind the figures of a month: dates kept, units, bad words."""

from datetime import date, datetime
from random import Random

import pytest

from app.deadlines.calendar import forget
from app.month import report_month
from app.month.bad_word import Contested
from app.month.due_line import Kept
from app.month.unit_lines import total
from app.persons import masks
from models import CaseEvent, CaseUnit, Closing, Extension, Pause, Rating, Reminder, database
from models.choices import (
    Act,
    ContactWay,
    Ending,
    PauseReason,
    ShareState,
    Stars,
    Status,
    UnitRole,
    Urge,
)
from tests.app.month_stores import add_case, add_person, found_centre
from tests.app.random_months import FIRST, RandomStore, furnish

NOW = datetime(2026, 11, 22, 8, 31, 5)
BY = {"by": "王芳"}


@pytest.fixture
def centre(store):
    forget()
    found_centre()


def at(month, day, hour=9):
    return datetime(2026, month, day, hour)


def october():
    return report_month(2026, 10, NOW)


def of_month(report):
    return [one for one in report.due if one.counts]


def by_standing(lines, *standings):
    return [one for one in lines if one.standing in standings]


@pytest.mark.parametrize("seed", range(4))
def test_every_list_adds_up_to_its_figures(store, seed):
    chance = Random(seed)
    with database.atomic() as trial:
        furnish()
        RandomStore(chance, FIRST, NOW).fill(30)
        report = report_month(2026, chance.randrange(2, 12), NOW)
        trial.rollback()
    figure = {one.name: one.now for one in report.measures}
    sums, due = total(report.units), of_month(report)
    kept = figure["按时办结率"]
    assert (len(by_standing(due, Kept.IN_TIME)), len(due)) == (kept.part, kept.whole)
    assert (sums.kept, sums.due) == (kept.part, kept.whole)
    overdue = len(by_standing(report.due, Kept.OVERDUE))
    assert overdue == sums.overdue == figure["已逾期"].part
    late = [
        one for one in by_standing(report.due, Kept.LATE) if one.completed_on >= report.period.first
    ]
    assert len(late) == figure["逾期办结"].part
    assert (sums.received, sums.completed) == (figure["受理（件）"].part, figure["办结（件）"].part)
    assert sums.returned == figure["退单（次）"].part
    assert sums.extended == figure["延期（次）"].part
    assert sum(number for _, number in report.levels) == figure["评价（次）"].part
    assert sums.bad == figure["差评（次）"].part
    first, today = report.period.first, report.period.today
    to_rework = [one for one in report.bad_words if one.counts and first <= one.rework_by < today]
    done = [one for one in to_rework if one.reworked_on]
    assert (len(done), len(to_rework)) == (figure["差评整改率"].part, figure["差评整改率"].whole)


def test_a_case_with_its_date_says_by_how_many_working_days_it_is_late(centre):
    add_case(at(10, 8), due_on=date(2026, 10, 13), concluded_at=at(10, 13))
    add_case(at(10, 8), due_on=date(2026, 10, 13), concluded_at=at(10, 15))
    add_case(at(10, 8), due_on=date(2026, 10, 23), concluded_at=at(10, 24))  # a Saturday
    add_case(at(9, 8), due_on=date(2026, 9, 15), concluded_at=at(10, 9))
    add_case(at(9, 8), due_on=date(2026, 9, 15))
    add_case(at(10, 20), due_on=date(2026, 10, 30))  # a Friday: not late before Monday
    add_case(at(10, 20), due_on=date(2026, 11, 3))
    found = [(one.standing, one.late_by, one.counts) for one in october().due]
    assert found == [
        (Kept.OVERDUE, 29, False),
        (Kept.LATE, 13, False),
        (Kept.LATE, 2, True),
        (Kept.LATE, 1, True),
        (Kept.OPEN, 0, True),
        (Kept.IN_TIME, 0, True),
    ]


def test_what_gave_a_case_more_time_stands_beside_its_date(centre):
    case = add_case(at(10, 8), due_on=date(2026, 10, 28), status=Status.HANDLING)
    asked = {"case": case, "round": 1, "asked_at": at(10, 9), "asked_by": 1, "reason": "等"}
    granted = {"granted": True, "decided_at": at(10, 10), "decided_by": "李"}
    told = {"told_at": at(10, 10), "told_how": ContactWay.PHONE}
    was = {"was_due_on": date(2026, 10, 15), "due_on": date(2026, 10, 22)}
    Extension.create(days=5, **asked, **granted, **told, **was)
    later = {"granted": True, "decided_at": at(11, 2), "decided_by": "李"}
    Extension.create(days=9, **asked, **later, **was)
    stood = {"reason": PauseReason.MISSING, "note": "等材料", "days_left": 3}
    gone = {"at": at(10, 12), "resumed_at": at(10, 14), "resumed_by": "王芳", "days": 2}
    Pause.create(case=case, round=1, **stood, **gone, **BY)
    back = {"returned_at": at(10, 9), "return_reason": "不归我们管", "state": ShareState.RETURNED}
    share = CaseUnit.create(case=case, role=UnitRole.LEAD, name="镇残联", sent_at=at(10, 8), **back)
    Reminder.create(
        share=share, kind=Urge.REMIND, times=1, at=at(10, 9), answer_by=date(2026, 10, 12), **BY
    )
    (line,) = october().due
    assert (line.extended, line.extended_days, line.paused_days) == (1, 5, 2)
    assert (line.returned, line.urged, line.standing) == (1, 1, Kept.OVERDUE)
    units = {one.name: one for one in october().units}
    assert units["镇残联"].returned == 1
    assert units["云溪派出所"].extended == 1


def test_a_case_whose_clock_stands_still_is_not_late(centre):
    case = add_case(at(10, 8), due_on=date(2026, 10, 15), status=Status.HANDLING)
    told = {"case": case, "round": 1, "at": at(10, 12), "note": "等", "days_left": 3}
    Pause.create(**told, **BY, reason=PauseReason.MISSING)
    (line,) = october().due
    assert (line.standing, line.late_by) == (Kept.PAUSED, 0)


def test_what_was_dropped_is_not_due_any_more(centre):
    """Judged at the end of the month: what was dropped after it was due then."""
    gone = {"status": Status.WITHDRAWN, "due_on": date(2026, 10, 20)}
    add_case(at(10, 8), **gone | {"number": "当月撤回"}, dropped_at=at(10, 12))
    add_case(at(10, 8), **gone | {"number": "以后撤回"}, dropped_at=at(11, 3))
    before = gone | {"due_on": date(2026, 9, 20), "number": "以前到期以后撤回"}
    add_case(at(9, 8), **before, dropped_at=at(11, 3))
    found = {one.number: one.counts for one in october().due}
    assert found == {"以后撤回": True, "以前到期以后撤回": False}


def rate(case, **said):
    told = {"case": case, "round": 1, "stars": Stars.ONE, "words": "王秀英等了一个月", **BY}
    return Rating.create(**(told | said))


def bad_case(**later):
    """Completed, complained of, taken up again and completed again."""
    case = add_case(
        at(10, 8), applicant=add_person(name="王秀英"), concluded_at=at(10, 20), round=2, **later
    )
    told = {"case": case, "by": "王芳", "ending": Ending.DONE}
    again = {"reopened_at": at(10, 14), "due_on": date(2026, 10, 15)}
    Closing.create(round=1, at=at(10, 12), result="办好了", **told, **again)
    result = "王秀英的证已经补办，电话13812345678已核对。"
    Closing.create(round=2, at=at(10, 20), result=result, **told)
    return case


def test_a_bad_word_stands_with_what_was_put_right_and_nobody_named(centre):
    case = bad_case()
    rate(case, at=at(10, 13), efficiency=True)
    rate(case, at=at(10, 21), round=2, stars=Stars.FOUR)
    CaseEvent.create(case=case, at=at(10, 14), act=Act.REWORK, note="向王秀英当面道歉。", **BY)
    (word,) = october().bad_words
    assert (word.level, word.aspects, word.said_on) == (
        "非常不满意",
        "服务效率",
        date(2026, 10, 13),
    )
    assert (word.reopened_on, word.reworked_on) == (date(2026, 10, 14), date(2026, 10, 20))
    assert (word.in_time, word.level_after) == (True, "满意")
    assert (word.state, word.measures) == ("已整改", "向王**当面道歉。")
    assert word.remedy == "王**的证已经补办，电话***********已核对。"
    assert dict(october().levels) == {
        "非常满意": 0,
        "满意": 1,
        "基本满意": 0,
        "不满意": 0,
        "非常不满意": 1,
    }


def test_a_bad_word_says_what_became_of_a_contest(centre):
    contested = {"contested_at": at(10, 14), "contested_by": 1, "contest": "评错了"}
    judged = {"judged_at": at(10, 16), "judged_by": "李主任"}
    for number, (upheld, month) in enumerate(((True, 10), (False, 10), (True, 11)), start=1):
        case = add_case(at(10, 8), concluded_at=at(10, 12), number=f"第{number}件")
        verdict = judged | {"judged_at": at(month, 16), "upheld": upheld}
        rate(case, at=at(10, 13, number), **contested, **verdict)
    assert [one.contested for one in october().bad_words] == [
        Contested.UPHELD,
        Contested.DISMISSED,
        Contested.WAITS,
    ]
    assert [one.state for one in october().bad_words] == ["不用整改", "逾期未整改", "等申诉结论"]
    assert [one.state for one in october().bad_words] == ["不用整改", "逾期未整改", "等申诉结论"]
    assert sum(number for _, number in october().levels) == 2


def test_a_bad_word_of_before_is_listed_until_it_was_put_right(centre):
    waiting = add_case(at(8, 3), concluded_at=at(8, 10))
    rate(waiting, at=at(8, 11))
    done = add_case(at(8, 3), concluded_at=at(8, 25), round=2)
    told = {"case": done, "by": "王芳", "ending": Ending.DONE, "result": "好"}
    Closing.create(round=1, at=at(8, 10), reopened_at=at(8, 12), **told)
    Closing.create(round=2, at=at(8, 25), **told)
    rate(done, at=at(8, 11))
    (word,) = october().bad_words
    assert (word.in_time, word.reworked_on) == (False, None)
    september = report_month(2026, 9, NOW)
    assert len(september.bad_words) == 1


def test_a_bad_word_put_right_early_is_listed_in_the_month_it_had_to_be(centre):
    case = add_case(at(9, 21), concluded_at=at(9, 29, 15), round=2)
    told = {"case": case, "by": "王芳", "ending": Ending.DONE, "result": "好"}
    Closing.create(round=1, at=at(9, 24), reopened_at=at(9, 29), **told)
    Closing.create(round=2, at=at(9, 29, 15), **told)
    rate(case, at=at(9, 28))
    (word,) = october().bad_words
    assert (word.rework_by >= date(2026, 10, 1), word.state) == (True, "已整改")
    assert october().figure("差评整改率").now.whole == 1


@pytest.mark.parametrize(
    ("words", "names", "said"),
    [
        ("王秀英说好，秀英也好", ("王秀英", "秀"), "王**说好，秀英也好"),
        ("打13812345678，或0570-6001234", (), "打***********，或************"),
        ("证号11010119491231002X", (), "证号******************"),
        ("2026年10月12日补了3份", (), "2026年10月12日补了3份"),
        ("2026-10-12 打138 1234 5678", (), "2026-10-12 打*************"),
        ("王 秀英和John Smith", ("王秀英", "John Smith"), "王**和J*** *****"),
        ("", ("",), ""),
    ],
)
def test_words_about_a_case_hide_its_people_and_their_numbers(words, names, said):
    assert masks.words(words, names) == said
