"""What is said of a past month stays true when its cases are taken up again, or dropped, later."""

from datetime import date, datetime

import pytest

from app.deadlines.calendar import forget
from app.month import Share, report_month
from models import Case, Closing
from models.choices import Ending, Status
from tests.app.month_stores import add_case, found_centre

NOW = datetime(2026, 11, 22, 8, 31, 5)
CAME, OVER, AGAIN = (datetime(2026, *day, 9) for day in ((8, 3), (8, 7), (11, 4)))


@pytest.fixture(autouse=True)
def _centre(store):
    forget()
    found_centre()


def month(number):
    return report_month(2026, number, NOW)


def part(number, name):
    return month(number).figure(name).now.part


@pytest.fixture
def reopened():
    """Done in August in time, and taken up again in November."""
    case = add_case(CAME, due_on=date(2026, 11, 20), round=2, status=Status.HANDLING)
    told = {"by": "王芳", "result": "办好了", "ending": Ending.DONE, "trips_after": 1}
    Closing.create(case=case, round=1, at=OVER, due_on=date(2026, 8, 10), reopened_at=AGAIN, **told)
    return case


def test_the_month_it_was_done_in_still_says_so(reopened):
    august = month(8)
    assert part(8, "办结（件）") == part(8, "办成") == 1
    assert part(8, "期末在办（件）") == 0
    assert august.figure("办结率").now == august.figure("按时办结率").now == Share(1, 1)
    assert august.figure("受理后跑动（次）").now == Share(1, 1)
    (row,) = august.ledger
    assert (row.standing, row.days, row.due_on) == ("已办结", 4, date(2026, 8, 10))


def test_a_month_in_which_nothing_happened_to_it_does_not_list_it(reopened):
    october = month(10)
    assert (october.ledger, october.carried) == ((), ())
    assert part(10, "期初在办（件）") == part(10, "期末在办（件）") == 0


def test_the_month_it_was_taken_up_in_has_it_open_and_late(reopened):
    november = month(11)
    assert part(11, "重新办理（件）") == part(11, "期末在办（件）") == 1
    assert part(11, "期初在办（件）") == 0
    (row,) = november.carried
    assert (row.standing, row.completed_on, row.due_on) == ("办理中", None, date(2026, 11, 20))


def test_done_again_it_is_counted_again_from_when_it_was_taken_up(reopened):
    done = {"status": Status.ARCHIVED, "ending": Ending.DONE}
    Case.update(concluded_at=datetime(2026, 11, 6, 9), **done).where(Case.id == reopened).execute()
    assert part(11, "办结（件）") == 1
    assert month(11).figure("平均用时（工作日）").now == Share(2, 1)
    assert month(11).figure("办结（件）").year == Share(2)
    assert part(8, "办结（件）") == 1


@pytest.mark.parametrize(
    ("status", "name"), [(Status.REFUSED, "不予受理（件）"), (Status.WITHDRAWN, "撤回（件）")]
)
def test_what_was_dropped_later_was_open_at_the_end_of_its_month(status, name):
    add_case(CAME, due_on=date(2026, 8, 10), status=status, dropped_at=AGAIN)
    assert part(8, "期末在办（件）") == part(8, "已逾期") == 1
    assert month(8).ledger[0].standing == "已逾期"
    assert month(8).figure("按时办结率").now == Share(0, 1)
    assert (part(8, name), part(11, name), part(11, "期末在办（件）")) == (0, 1, 0)
    assert [row.standing for row in month(11).carried] == [status.label]
