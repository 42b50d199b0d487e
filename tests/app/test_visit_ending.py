"""A case that ends takes its visits with it: nobody is gone to in vain."""

from dataclasses import replace
from datetime import datetime, time

import pytest

from app.cases.detail import get_case
from app.desk.briefs import brief
from app.errors import AppError
from app.moves import move_case
from app.records.closings import lacking
from app.visits.booked import bookings
from app.visits.detail import get_visit
from app.visits.outcomes import OutcomeDraft, case_proposal, record_outcome
from app.visits.requests import request_visit
from models.choices import Act, Ending, VisitAct, VisitKind, VisitOutcome, VisitStatus
from tests import makers, visiting
from tests.makers import NOW
from tests.visiting import WEDNESDAY, crew, draft, planned, requested

CONCLUDED = {"ending": Ending.DONE, "note": "在镇上办好了"}
TODAY = NOW.date()


@pytest.fixture
def who(store):
    made = makers.furnish()
    visiting.furnish()
    return made


@pytest.fixture
def case(who):
    opened = makers.case()
    move_case(opened.id, Act.TAKE_UP, {}, who, NOW)
    return opened.id


def asked_and_planned(case):
    """One that waits, one that is planned."""
    waits = requested(case_id=case)
    return waits, planned(requested(case_id=case), crew())


def states(*visits):
    return [get_visit(one, TODAY).status for one in visits]


@pytest.mark.parametrize(
    ("act", "given", "why"),
    [
        (Act.WITHDRAW, {"note": "自己办好了"}, "办件已撤回，不用再去：自己办好了"),
        (Act.CONCLUDE, CONCLUDED, "办件已办结，不用再去：办成：在镇上办好了"),
    ],
)
def test_its_visits_are_cancelled_with_the_case(who, case, act, given, why):
    waits, goes = asked_and_planned(case)
    caption, told = brief(case, act)[-1]
    number, other = (get_visit(one, TODAY).number for one in (waits, goes))
    assert (caption, told) == (
        "上门",
        f"待安排的上门（{number}）同时取消。"
        f"11月25日上午的上门（{other}）同时取消。请电话告诉他不用等了。",
    )
    move_case(case, act, given, who, NOW)
    assert states(waits, goes) == [VisitStatus.CANCELLED] * 2
    assert get_visit(goes, TODAY).ended_reason == why
    assert get_visit(goes, TODAY).history[0].act is VisitAct.CANCEL
    assert bookings(WEDNESDAY) == []  # the crew is free
    assert [one.act for one in get_case(case).history[:3]] == [Act.VISIT, Act.VISIT, act]


def test_an_act_that_ends_nothing_leaves_them(who, case):
    visits = asked_and_planned(case)
    assert brief(case, Act.PROGRESS) == []
    move_case(case, Act.PROGRESS, {"note": "在等档案"}, who, NOW)
    assert states(*visits) == [VisitStatus.REQUESTED, VisitStatus.PLANNED]


def test_a_move_that_fails_cancels_nothing(who, case):
    visits = asked_and_planned(case)
    with pytest.raises(AppError):
        move_case(case, Act.WITHDRAW, {"note": " "}, who, NOW)
    assert states(*visits) == [VisitStatus.REQUESTED, VisitStatus.PLANNED]


def test_what_was_made_is_still_brought_and_the_case_is_not_filed_before(who, case):
    brings = requested(case_id=case, kind=VisitKind.DELIVER)
    move_case(case, Act.CONCLUDE, CONCLUDED, who, NOW)
    assert states(brings) == [VisitStatus.REQUESTED]
    assert "还有上门没有去，先登记结果或取消。" in lacking(case)


def test_the_visit_that_did_it_is_done_and_the_others_are_not_needed(who, case):
    other, did = asked_and_planned(case)
    there = {"arrived_at": datetime.combine(WEDNESDAY, time(8, 40))}
    there["left_at"] = datetime.combine(WEDNESDAY, time(9, 10))
    said = OutcomeDraft(outcome=VisitOutcome.DONE, **there)
    goes_on = case_proposal(did, said, WEDNESDAY)
    said = replace(said, case_act=goes_on.act, case_given=goes_on.given)
    record_outcome(did, said, who, datetime.combine(WEDNESDAY, time(10)))
    assert states(did, other) == [VisitStatus.DONE, VisitStatus.CANCELLED]


def test_nobody_is_asked_to_go_for_a_case_that_was_taken_back(who, case):
    move_case(case, Act.WITHDRAW, {"note": "自己办好了"}, who, NOW)
    with pytest.raises(AppError, match="这件事已经撤回，不能再约"):
        request_visit(draft(case_id=case), who, NOW)
