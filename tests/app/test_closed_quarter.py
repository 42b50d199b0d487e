"""A quarter whose last month is closed keeps its table."""

from datetime import datetime

import pytest

from app.appraisal import Quarter, appraise
from app.appraisal.reviewing import ReviewAct, ReviewDraft, review_point
from app.deadlines.calendar import forget
from app.errors import AppError
from app.month.locks import lock_month
from app.month.quarters import read_quarter
from tests.app import appraising as a
from tests.app.month_stores import UNITS, found_centre
from tests.makers import somebody

NOW = datetime(2027, 1, 5, 9)
QUARTER = Quarter(2026, 4)


@pytest.fixture
def closed(store):
    forget()
    found_centre()
    a.share(a.a_case())
    before = appraise(QUARTER, NOW)
    lock_month(datetime(2026, 12, 1).date(), somebody(), NOW)
    return before


def test_its_table_is_the_one_that_was_kept(closed):
    a.urged(a.accepted(a.a_case()), kind=a.Urge.SUPERVISE)  # written down later
    assert appraise(QUARTER, NOW).unit(UNITS[0]) != closed.unit(UNITS[0])
    assert read_quarter(QUARTER, NOW) == closed


def test_no_point_of_it_is_touched(closed):
    point = closed.unit(UNITS[0]).points[0]
    draft = ReviewDraft(reason="停机", person="陈浩")
    with pytest.raises(AppError, match="已经封账"):
        review_point(point, ReviewAct.APPEAL, draft, somebody(), NOW)


def test_an_open_quarter_is_computed(store):
    forget()
    found_centre()
    a.share(a.a_case())
    assert read_quarter(QUARTER, NOW) == appraise(QUARTER, NOW)
