from dataclasses import replace
from datetime import date, datetime
from random import Random

import pytest

from app.cases.case_list import case_ids
from app.deadlines.calendar import forget
from app.directory import Who
from app.errors import AppError
from app.month import report_month
from app.month.checks import TOTALS, check_month
from app.month.totals import disagreements
from app.moves import move_case
from models import Case, CaseEvent, Extension, Rating, Refusal
from models.choices import Act, Ending, Stars, Status, UnitRole
from tests.app.month_stores import (
    add_case,
    add_unit,
    fill_at_random,
    found_centre,
)

NOW = datetime(2026, 11, 22, 8, 31, 5)
TODAY = NOW.date()  # a Sunday: what was due on Friday is late tomorrow
THURSDAY, FRIDAY = date(2026, 11, 19), date(2026, 11, 20)
AHEAD = date(2026, 12, 1)
IN_SEPTEMBER, IN_OCTOBER = datetime(2026, 9, 28, 9), datetime(2026, 10, 12, 9)
IN_NOVEMBER = datetime(2026, 11, 20, 9)
WANG = Who(1, "王芳", "01")
CONCLUDED = {"status": Status.CONCLUDED, "ending": Ending.DONE}


@pytest.fixture(autouse=True)
def _centre(store):
    forget()
    found_centre()


def checked(month=10):
    return check_month(report_month(2026, month, NOW), TODAY)


def opened(month=10):
    """What is to be put right, with its cases."""
    return {
        one.what: list(case_ids(one.wanted, TODAY))
        for one in checked(month)
        if one.wanted and not one.fine
    }


def add(received=IN_OCTOBER, **changes):
    return add_case(received, **{"due_on": AHEAD, **changes})


def rated(case, at=IN_OCTOBER):
    Rating.create(case=case, round=1, at=at, by="王芳", stars=Stars.ONE)


def asked_for_time(case):
    asked = {"asked_at": NOW, "asked_by": 1, "days": 5, "reason": "等档案", "was_due_on": AHEAD}
    Extension.create(case=case, round=1, **asked)


def test_a_month_in_order_has_nothing_to_be_put_right():
    add(concluded_at=IN_OCTOBER)
    assert all(one.fine for one in checked())


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"cause": None}, {"无成因"}),
        ({"nature": None}, {"无性质"}),
        ({"matter": 6}, {"无牵头单位"}),
        ({"matter": None, "matter_text": "别的事"}, {"无牵头单位"}),
        ({"complete": False}, {"待补全"}),
        ({"due_on": THURSDAY}, {"逾期未办结", "逾期未说明"}),
        ({"due_on": FRIDAY}, set()),  # late tomorrow
        ({"due_on": THURSDAY, "status": Status.HANDLING, "paused_at": NOW}, set()),
        ({"due_on": THURSDAY, "concluded_at": datetime(2026, 11, 19, 17)}, set()),
        ({"due_on": THURSDAY, "concluded_at": datetime(2026, 11, 20, 9)}, {"逾期未说明"}),
        ({"due_on": THURSDAY, "status": Status.WITHDRAWN}, set()),
        (CONCLUDED | {"concluded_at": IN_OCTOBER}, {"办结未反馈"}),
        (CONCLUDED | {"concluded_at": IN_OCTOBER, "status": Status.INFORMED}, {"没有回访"}),
    ],
)
def test_each_lack_is_counted_and_its_filter_lists_it(changes, what):
    case = add(**changes)
    assert opened(10) | opened(11) == {one: [case] for one in what}


def test_what_became_late_after_the_month_is_not_asked_of_it():
    case = add(due_on=THURSDAY)
    assert (opened(10), set(opened(11))) == ({}, {"逾期未办结", "逾期未说明"})
    Case.update(due_on=date(2026, 10, 30)).where(Case.id == case).execute()
    assert set(opened(10)) == {"逾期未办结", "逾期未说明"}


def test_a_lead_that_was_given_or_that_the_matter_has_is_one():
    add_unit(add(matter=6), UnitRole.LEAD, "云溪派出所")
    assert opened() == {}


def test_a_bad_rating_is_found_in_the_month_it_was_given_in_too():
    case = add(concluded_at=IN_OCTOBER)
    rated(case, IN_NOVEMBER)
    assert opened(10) == opened(11) == {"差评未整改": [case]}


def test_what_waits_for_a_second_person_is_found():
    case = add(status=Status.HANDLING)
    asked_for_time(case)
    reasons = {"reason": "不归本窗口", "document": "《规范》", "article": "第八条"}
    offered = {"tried": "问过法院", "other_ways": "先调解"}
    Refusal.create(
        case=case,
        round=1,
        asked_at=NOW,
        asked_by=1,
        kind="cannot",
        remedy=1,
        remedy_text="如不服",
        department="派出所",
        made_on=TODAY,
        **reasons,
        **offered,
    )
    assert opened() == {"延期申请没有批": [case], "否定报备没有批": [case]}


@pytest.mark.parametrize(
    ("received", "concluded", "months"),
    [
        (IN_SEPTEMBER, None, {9, 10, 11}),
        (IN_SEPTEMBER, IN_OCTOBER, {9, 10}),
        (IN_SEPTEMBER, datetime(2026, 9, 30), {9}),
        (IN_NOVEMBER, None, {11}),
    ],
)
def test_the_checks_of_a_month_are_about_the_cases_it_lists(received, concluded, months):
    case = add(received, concluded_at=concluded, cause=None)
    found = {month for month in (8, 9, 10, 11) if opened(month) == {"无成因": [case]}}
    assert found == months


def late(**changes):
    return add(due_on=THURSDAY, **changes)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"status": Status.HANDLING},
        {"concluded_at": datetime(2026, 11, 20, 9)},
        CONCLUDED | {"concluded_at": datetime(2026, 11, 20, 9)},
    ],
)
def test_a_reason_that_was_given_counts(changes):
    case = late(**changes)
    status = Case.get_by_id(case).status
    assert "逾期未说明" in opened(11)
    assert move_case(case, Act.EXPLAIN, {"note": "县里系统停了三天"}, WANG, NOW) is status
    assert "逾期未说明" not in opened(11)
    line = CaseEvent.get()
    assert (line.act, line.note) == (Act.EXPLAIN, "县里系统停了三天")


@pytest.mark.parametrize(
    "changes",
    [
        {"due_on": AHEAD},
        {"status": Status.HANDLING, "paused_at": NOW},
        {"concluded_at": datetime(2026, 11, 19, 9)},
    ],
)
def test_what_is_not_late_has_nothing_to_explain(changes):
    case = late(**changes) if "due_on" not in changes else add(**changes)
    with pytest.raises(AppError, match="没有逾期"):
        move_case(case, Act.EXPLAIN, {"note": "x"}, WANG, NOW)


def test_a_reason_for_an_earlier_date_does_not_count_for_a_later_one():
    case = late()
    line = {"case": case, "by": "王芳", "note": "第一轮", "act": Act.EXPLAIN}
    CaseEvent.create(**line, at=datetime(2026, 10, 30, 9))
    assert "逾期未说明" in opened(11)


@pytest.mark.parametrize("seed", range(4))
def test_the_totals_agree_whatever_there_is(seed):
    fill_at_random(Random(seed), date(2026, 9, 1), date(2026, 11, 20), 30)
    for month in (9, 10, 11):
        assert disagreements(report_month(2026, month, NOW)) == ()


def test_a_total_that_does_not_agree_is_named():
    add()
    report = report_month(2026, 10, NOW)
    short = replace(report, ledger=())
    (found,) = [one for one in check_month(short, TODAY) if one.what == TOTALS]
    assert (found.found, found.wanted) == (9, None)
    assert found.advice.startswith("受理、成因×单位、按成因、")
