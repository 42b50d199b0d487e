"""What came of a visit, how its case goes on, what is proposed next, and who asks how it went."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from app.cases.detail import get_case
from app.errors import AppError, Invalid, NotFound
from app.moves import move_case
from app.papers.receipts import receipt_sheet
from app.papers.registers import register_sheet
from app.store.check import check
from app.visits.correcting import correct_outcome, said_of
from app.visits.crews import HelperDraft, save_helper
from app.visits.detail import get_visit
from app.visits.evidence import keep_evidence, save_copy, void_evidence
from app.visits.outcomes import (
    OutcomeDraft,
    case_proposal,
    follow_up,
    next_draft,
    problems,
    record_outcome,
)
from app.visits.requests import request_visit
from models.choices import (
    Act,
    Delivery,
    Ending,
    Status,
    VisitAct,
    VisitCheck,
    VisitKind,
    VisitOutcome,
    VisitStatus,
)
from tests import makers, visiting
from tests.visiting import WEDNESDAY, crew, draft, planned, requested

THEN = datetime.combine(WEDNESDAY, time(9, 30))  # when they are back
WAS_THERE = {
    "arrived_at": datetime.combine(WEDNESDAY, time(8, 40)),
    "left_at": datetime.combine(WEDNESDAY, time(9, 10)),
}
DONE = OutcomeDraft(outcome=VisitOutcome.DONE, **WAS_THERE)
ABSENT = OutcomeDraft(outcome=VisitOutcome.ABSENT, note="家里锁着门，邻居说去医院了")


@pytest.fixture
def who(store):
    made = makers.furnish()
    visiting.furnish()
    return made


@pytest.fixture
def visit(who):
    return planned(requested(latest=WEDNESDAY), crew())


@pytest.fixture
def case(who):
    return makers.case()


@pytest.fixture
def of_case(who, case):
    return planned(requested(case_id=case.id), crew())


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("outcome", {"outcome": None}),
        ("arrived_at", {"arrived_at": None, "left_at": None, "outcome": VisitOutcome.PARTLY}),
        ("left_at", {"left_at": None}),
        ("left_at", {"left_at": datetime.combine(WEDNESDAY, time(8, 39))}),
        ("left_at", {"left_at": THEN + timedelta(minutes=1)}),
        ("arrived_at", {"arrived_at": THEN + timedelta(minutes=1)}),
        ("taken", {"taken": ("长" * 81,)}),
        *(
            ("note", {"outcome": one, "note": " "})
            for one in VisitOutcome
            if one is not VisitOutcome.DONE
        ),
    ],
)
def test_what_has_to_be_said_of_a_visit(field, changes):
    values = {"note": "办好了"} | changes
    assert field in problems(replace(DONE, **values), THEN)


def test_no_more_has_to_be_said_than_that():
    assert problems(DONE, THEN) == problems(ABSENT, THEN) == {}


@pytest.mark.parametrize("outcome", VisitOutcome)
def test_done_in_whole_or_in_part_is_done(who, visit, outcome):
    record_outcome(visit, replace(DONE, outcome=outcome, note="如此"), who, THEN)
    found = get_visit(visit, WEDNESDAY)
    done = outcome in (VisitOutcome.DONE, VisitOutcome.PARTLY)
    assert found.status is (VisitStatus.DONE if done else VisitStatus.FAILED)
    assert (found.result.outcome, found.result.by) == (outcome, who.name)
    assert found.history[0].note == f"{outcome.label}：如此"
    with pytest.raises(AppError, match="不能再登记结果"):
        record_outcome(visit, DONE, who, THEN)


def test_what_was_taken_along_and_given_back_is_kept(who, visit):
    said = replace(DONE, taken=(" 户口簿 ", ""), returned=("旧证",), delivery=Delivery.MAIL)
    record_outcome(visit, said, who, THEN)
    result = get_visit(visit, WEDNESDAY).result
    assert (result.taken, result.returned) == (("户口簿",), ("旧证",))
    assert (result.arrived_at, result.delivery) == (WAS_THERE["arrived_at"], Delivery.MAIL)


def test_nothing_comes_of_a_visit_before_its_day(who, visit):
    with pytest.raises(AppError, match="还没到"):
        record_outcome(visit, ABSENT, who, THEN - timedelta(days=1))


def test_a_done_visit_concludes_its_case_in_the_same_act(who, case, of_case):
    said = replace(DONE, note="采集完，证十天后寄到")
    proposed = case_proposal(of_case, said, WEDNESDAY)
    assert proposed.act is Act.SPOT
    record_outcome(
        of_case, replace(said, case_act=proposed.act, case_given=proposed.given), who, THEN
    )
    found = get_case(case.id)
    assert (found.status, found.ending) == (Status.INFORMED, Ending.DONE)
    assert found.result == "采集完，证十天后寄到"
    acts = [one.act for one in found.history[:4]]
    assert acts == [Act.INFORM, Act.CONCLUDE, Act.SPOT, Act.VISIT]


def test_the_papers_of_a_case_tell_of_its_visit(who, case, of_case):
    assert receipt_sheet(case.id).visit_at == "11月25日（周三）上午"
    record_outcome(of_case, ABSENT, who, THEN)
    assert receipt_sheet(case.id).visit_at == ""
    assert register_sheet(case.id).visit == (
        f"11月25日（周三）上午，上门服务单 SM20261122-001，陈浩、周敏，未遇：{ABSENT.note}。"
    )


def test_a_case_that_is_handled_is_concluded(who, case, of_case):
    move_case(case.id, Act.TAKE_UP, {}, who, makers.NOW)
    proposed = case_proposal(of_case, DONE, WEDNESDAY)
    assert (proposed.act, proposed.given["note"]) == (Act.CONCLUDE, "上门办成")
    record_outcome(
        of_case, replace(DONE, case_act=proposed.act, case_given=proposed.given), who, THEN
    )
    assert get_case(case.id).status is Status.CONCLUDED


def test_where_the_case_cannot_go_on_nothing_is_recorded_of_the_visit(who, of_case):
    with pytest.raises(Invalid):
        record_outcome(of_case, replace(DONE, case_act=Act.SPOT), who, THEN)
    assert get_visit(of_case, WEDNESDAY).status is VisitStatus.PLANNED
    with pytest.raises(AppError, match="不能再反馈"):
        record_outcome(of_case, replace(DONE, case_act=Act.INFORM), who, THEN)


def test_a_visit_of_no_case_moves_none(who, visit):
    assert case_proposal(visit, DONE, WEDNESDAY) is None
    with pytest.raises(Invalid, match="没有办件要办"):
        record_outcome(visit, replace(DONE, case_act=Act.PROGRESS), who, THEN)


def test_what_is_not_done_yet_is_only_noted_in_the_case(who, case, of_case):
    assert case_proposal(of_case, ABSENT, WEDNESDAY) is None  # nobody handles it yet
    move_case(case.id, Act.ASSIGN, {"note": "请上门"}, who, makers.NOW)
    proposed = case_proposal(of_case, ABSENT, WEDNESDAY)
    assert (proposed.act, proposed.given["note"]) == (Act.PROGRESS, f"上门未遇：{ABSENT.note}")
    still_to_bring = replace(DONE, delivery=Delivery.VISIT)
    assert case_proposal(of_case, still_to_bring, WEDNESDAY).act is Act.PROGRESS


def test_a_failed_visit_proposes_the_next_with_its_reason(who, visit):
    record_outcome(visit, ABSENT, who, THEN)
    thursday = WEDNESDAY + timedelta(days=1)
    proposed = next_draft(visit, thursday)
    assert (proposed.served.name, proposed.latest) == ("刘秀珍", None)  # that date is over
    again = request_visit(proposed, who, THEN + timedelta(days=1))
    assert get_visit(again, thursday).previous == (
        f"{get_visit(visit, thursday).number}（未遇：{ABSENT.note}）"
    )
    assert next_draft(visit, thursday) is None  # there is one already


def test_what_was_made_is_brought(who, visit):
    record_outcome(visit, replace(DONE, delivery=Delivery.VISIT), who, THEN)
    proposed = next_draft(visit, WEDNESDAY)
    assert (proposed.kind, proposed.minutes) == (VisitKind.DELIVER, None)
    assert proposed.checklist == (VisitCheck.IDENTITY, VisitCheck.SIGNATURE)


@pytest.mark.parametrize(
    ("said", "proposed"), [(DONE, False), (replace(DONE, outcome=VisitOutcome.PARTLY), True)]
)
def test_nothing_follows_what_was_done_in_whole(who, visit, said, proposed):
    assert next_draft(visit, WEDNESDAY) is None  # it was not even gone on
    record_outcome(visit, replace(said, note="差一张照片"), who, THEN)
    assert (next_draft(visit, WEDNESDAY) is not None) is proposed


def test_who_was_there_does_not_ask_how_it_went(who):
    colleague = save_helper(HelperDraft(staff_id=who.id))
    visit = planned(requested(), (colleague, *crew()[:1]))
    with pytest.raises(AppError, match="去过以后"):
        follow_up(visit, "很满意", who, THEN)
    record_outcome(visit, DONE, who, THEN)
    with pytest.raises(AppError, match="请另一位同事"):
        follow_up(visit, "很满意", who, THEN)
    other = makers.clerk("周敏", "05")
    with pytest.raises(Invalid, match="怎么说"):
        follow_up(visit, " ", other, THEN)
    follow_up(visit, "很满意，没收钱", other, THEN)
    result = get_visit(visit, WEDNESDAY).result
    assert (result.followed_up_by, result.follow_up_words) == ("周敏", "很满意，没收钱")


def test_a_photo_of_an_illness_is_kept_only_with_leave(who, visit):
    record_outcome(visit, DONE, who, THEN)
    sheet = ("上门单.jpg", b"signed")
    first = keep_evidence(visit, sheet, who, THEN)
    assert keep_evidence(visit, sheet, who, THEN) == first
    with pytest.raises(AppError, match="要本人同意"):
        keep_evidence(visit, ("伤口.jpg", b"wound"), who, THEN, health=True)
    agreed = planned(request_visit(draft(), who, makers.NOW), crew(), starts=time(14, 0))
    record_outcome(agreed, replace(ABSENT, photo_consent=True), who, THEN)
    keep_evidence(agreed, ("伤口.jpg", b"wound"), who, THEN, health=True)
    found = get_visit(visit, WEDNESDAY)
    assert [(one.name, one.health) for one in found.files] == [("上门单.jpg", False)]
    assert found.history[0].act is VisitAct.EVIDENCE
    assert check().attachments == 2


def test_the_wrong_photo_is_declared_void_for_a_reason_and_kept(who, visit, tmp_path):
    record_outcome(visit, DONE, who, THEN)
    photo = ("门口.jpg", b"another house")
    wrong = keep_evidence(visit, photo, who, THEN)
    with pytest.raises(Invalid):
        void_evidence(wrong, " ", who, THEN)
    void_evidence(wrong, "拍的是邻居家", who, THEN)
    found = get_visit(visit, WEDNESDAY)
    assert not found.files
    told = found.history[0]
    assert (told.act, told.note, told.reason) == (VisitAct.VOID, "门口.jpg", "拍的是邻居家")
    assert save_copy(wrong, tmp_path).read_bytes() == b"another house"
    assert check().attachments == 1
    with pytest.raises(AppError, match="已经作废"):
        void_evidence(wrong, "再来一次", who, THEN)
    assert keep_evidence(visit, photo, who, THEN) != wrong


def test_a_result_is_put_right_and_what_was_said_before_is_kept(who, visit):
    with pytest.raises(AppError, match="还没有登记结果"):
        said_of(visit, THEN)
    record_outcome(visit, ABSENT, who, THEN)
    wrong = said_of(visit, THEN)
    assert wrong == ABSENT
    other = makers.clerk("周敏", "05")
    right = replace(DONE, note="他在后院，办好了", taken=("户口簿",), photo_consent=True)
    correct_outcome(visit, right, other, THEN)
    found = get_visit(visit, WEDNESDAY)
    assert (found.status, found.result.outcome) == (VisitStatus.DONE, VisitOutcome.DONE)
    assert (found.history[0].by, found.history[0].note) == (
        "周敏",
        f"更正：结果原为未遇；现场情况原为{ABSENT.note}；到达时间原为无；离开时间原为无；"
        "带走材料原为无；同意留存病情照片原为否",
    )
    assert (found.result.by, found.result.at) == (who.name, THEN)  # who recorded it first
    with pytest.raises(Invalid):
        correct_outcome(visit, replace(right, note="", outcome=VisitOutcome.ABSENT), who, THEN)


def test_what_is_kept_of_a_visit_is_opened_under_its_own_name(who, visit, tmp_path):
    record_outcome(visit, DONE, who, THEN)
    kept = keep_evidence(visit, ("上门单.jpg", b"signed"), who, THEN)
    copy = save_copy(kept, tmp_path)
    assert (copy.name, copy.read_bytes()) == ("上门单.jpg", b"signed")
    with pytest.raises(NotFound):
        save_copy(kept + 1, tmp_path)
