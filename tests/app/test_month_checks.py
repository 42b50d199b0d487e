from datetime import date, datetime

import pytest

from app.calendar import forget
from app.case_list import case_ids
from app.month import report_month
from app.month.checks import check_month
from models.choices import Ending, Status
from tests.app.month_stores import add_case, found_centre

NOW = datetime(2026, 11, 22, 8, 31, 5)
TODAY = NOW.date()  # a Sunday: what was due on Friday is late tomorrow
THURSDAY = date(2026, 11, 19)
IN_OCTOBER, IN_NOVEMBER = datetime(2026, 10, 12, 9), datetime(2026, 11, 20, 9)


@pytest.fixture(autouse=True)
def _centre(store):
    forget()
    found_centre()


def found(month=10):
    return {one.what: one for one in check_month(report_month(2026, month, NOW), TODAY)}


def counts(month=10):
    return {what: one.cases for what, one in found(month).items()}


def test_a_month_in_order_has_nothing_to_be_put_right():
    add_case(IN_OCTOBER, concluded_at=IN_OCTOBER, complete=True)
    assert all(one.fine for one in found().values())


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"cause": None, "complete": False}, {"缺成因", "待补全"}),
        ({"complete": False}, {"待补全"}),
        ({"due_on": THURSDAY, "complete": True}, {"逾期未办结"}),
        (
            {
                "status": Status.CONCLUDED,
                "ending": Ending.DONE,
                "concluded_at": IN_OCTOBER,
                "complete": True,
            },
            {"办结未反馈"},
        ),
    ],
)
def test_each_lack_is_counted_and_its_filter_lists_it(changes, what):
    case = add_case(IN_OCTOBER, **{"due_on": date(2026, 12, 1), **changes})
    open_ = {name: one for name, one in found().items() if not one.fine}
    assert set(open_) == what
    for one in open_.values():
        assert one.cases == 1
        assert list(case_ids(one.wanted, TODAY)) == [case]


def test_what_a_month_lacks_is_of_this_month_what_is_owed_of_every_one():
    add_case(IN_NOVEMBER, cause=None, complete=False, due_on=THURSDAY)
    assert counts(10) == {"缺成因": 0, "待补全": 0, "逾期未办结": 1, "办结未反馈": 0}
    assert counts(11) == {"缺成因": 1, "待补全": 1, "逾期未办结": 1, "办结未反馈": 0}


def test_what_is_archived_without_a_cause_is_told_of_but_leads_nowhere():
    add_case(IN_OCTOBER, concluded_at=IN_OCTOBER, cause=None, complete=False)
    lack = found()["缺成因"]
    assert (lack.cases, lack.wanted) == (1, None)
    assert "未填" in lack.advice
