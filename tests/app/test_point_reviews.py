from datetime import datetime

import pytest

from app.access.new_passwords import NewPassword, set_password
from app.appraisal import PointState, Quarter, appraise
from app.appraisal.reviewing import ReviewAct, ReviewDraft, acts_for, problems, review_point
from app.directory import StaffDraft, get_staff, save_staff
from app.errors import AppError, Invalid
from models import PointReview
from models.choices import Merit, Role
from tests.app import appraising as a
from tests.app.month_stores import UNITS, found_centre

NOW = datetime(2026, 11, 24, 9)
QUARTER = Quarter(2026, 4)
SECRET = "yunxi-2026"
APPEAL, DECIDE = ReviewAct.APPEAL, ReviewAct.DECIDE


@pytest.fixture
def people(store):
    """The clerk at the desk, another clerk, and two who may sign."""
    found_centre()
    others = [("张敏", Role.CLERK), ("李建国", Role.LEADER), ("周红", Role.LEADER)]
    for number, (name, role) in enumerate(others, start=2):
        save_staff(StaffDraft(name=name, work_number=f"0{number}", role=role))
    for staff in (3, 4):
        word = NewPassword(password=SECRET, again=SECRET)
        set_password(staff, word, get_staff(staff), NOW)
    a.share(a.a_case())
    return {n: get_staff(n) for n in (1, 2, 3, 4)}


def point(event=Merit.OVERDUE):
    found = appraise(QUARTER, NOW).unit(UNITS[0]).points
    return next(one for one in found if one.event is event)


def said(**values):
    return ReviewDraft(**({"reason": "系统停机三天", "person": "陈浩"} | values))


def signed(**values):
    return said(**({"approver": 3, "password": SECRET} | values))


def review(act, draft, who, event=Merit.OVERDUE):
    return review_point(point(event), act, draft, who, NOW)


def test_an_appeal_that_is_upheld_takes_the_point_off_but_not_away(people):
    review(APPEAL, said(), people[1])
    assert (point().state, point().points) == (PointState.APPEALED, -5)
    review(DECIDE, signed(upheld=True, reason="停机属实"), people[1])
    found = point()
    assert (found.state, found.points, found.full) == (PointState.EXCLUDED, 0, -5)
    assert found.struck
    assert found.told == "11-24 申诉成立（李建国）：停机属实"
    assert [one.person for one in found.reviews] == ["陈浩", "李建国"]
    assert acts_for(found) == (ReviewAct.RESTORE,)


def test_an_appeal_that_is_dismissed_leaves_it_and_there_is_no_second_one(people):
    review(APPEAL, said(), people[1])
    review(DECIDE, signed(upheld=False), people[1])
    assert (point().state, point().points) == (PointState.KEPT, -5)
    assert acts_for(point()) == (ReviewAct.EXCLUDE,)


def test_what_was_left_out_may_be_taken_in_again(people):
    review(ReviewAct.EXCLUDE, signed(), people[1])
    assert point().points == 0
    review(ReviewAct.RESTORE, signed(), people[1])
    assert (point().points, point().state) == (-5, PointState.COUNTS)


def test_a_return_is_judged_groundless_by_a_second_person(people):
    a.returned(a.a_case())
    assert acts_for(point(Merit.GROUNDLESS)) == (ReviewAct.JUDGE,)
    review(ReviewAct.JUDGE, signed(), people[1], Merit.GROUNDLESS)
    assert point(Merit.GROUNDLESS).points == -5


def test_a_good_point_is_not_appealed_against(people):
    a.accepted(a.a_case(), replied=a.at(10, 14))
    assert acts_for(point(Merit.EARLY)) == (ReviewAct.EXCLUDE,)


def test_an_exempt_point_needs_no_words(people):
    a.exempted(1, UNITS[0])
    assert acts_for(point()) == ()


@pytest.mark.parametrize(
    ("act", "draft", "field"),
    [
        (APPEAL, said(reason=" "), "reason"),
        (APPEAL, said(reason="长" * 501), "reason"),
        (APPEAL, said(person=""), "person"),
        (ReviewAct.EXCLUDE, said(), "approver"),
        (ReviewAct.EXCLUDE, signed(approver=1), "approver"),  # who is at the desk
        (ReviewAct.EXCLUDE, signed(approver=2), "approver"),  # a clerk
        (ReviewAct.EXCLUDE, signed(signed_on_paper="李镇长"), "signed_on_paper"),  # both
        (ReviewAct.EXCLUDE, said(signed_on_paper="王芳"), "signed_on_paper"),
        (ReviewAct.EXCLUDE, signed(password=""), "password"),
        (ReviewAct.EXCLUDE, signed(password="nothing"), "password"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_kept(people, act, draft, field):
    with pytest.raises(Invalid) as found:
        review(act, draft, people[1])
    assert list(found.value.problems) == [field]
    assert PointReview.select().count() == 0


def test_a_decision_says_what_it_is(people):
    review(APPEAL, said(), people[1])
    assert "upheld" in problems(signed(), DECIDE, point(), people[1])


def test_who_took_the_appeal_down_does_not_decide_it(people):
    review(APPEAL, said(), people[3])
    found = problems(signed(upheld=True, approver=3), DECIDE, point(), people[1])
    assert list(found) == ["approver"]
    review(DECIDE, signed(upheld=True, approver=4), people[1])


def test_a_leader_may_sign_on_paper(people):
    review(ReviewAct.EXCLUDE, said(signed_on_paper="李镇长"), people[1])
    assert "李镇长" in point().told


def test_of_two_desks_the_later_one_is_told(people):
    seen = point()
    review(APPEAL, said(), people[1])
    with pytest.raises(AppError, match="刷新"):
        review_point(seen, APPEAL, said(), people[2], NOW)
    with pytest.raises(AppError, match="刷新"):
        review_point(seen, DECIDE, signed(upheld=True), people[2], NOW)
