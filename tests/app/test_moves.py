from datetime import timedelta

import pytest

from app.cases.detail import get_case
from app.directory import StaffDraft, get_staff, save_staff
from app.errors import AppError, Invalid
from app.history import list_history
from app.moves import MOVES, move_case, next_moves, not_for
from app.moves.rights import list_acts, reserve, reserved
from models.choices import Act, ContactWay, Ending, Role, Status
from tests.makers import NOW, case, furnish, somebody

LATER = NOW + timedelta(days=1)


@pytest.fixture
def opened(store):
    furnish()
    return case()


def go(opened, act, note="已说明", ending=None):
    said = {"note": note, "ending": ending, "way": ContactWay.PHONE}
    return move_case(opened.id, act, said, somebody(), LATER)


def test_the_whole_way_from_registered_to_archived(opened):
    go(opened, Act.ASSIGN, "派出所牵头")
    go(opened, Act.PROGRESS, "约好周三上门")
    go(opened, Act.CONCLUDE, "当场采集完成", Ending.DONE)
    go(opened, Act.INFORM, "满意")
    go(opened, Act.FOLLOW_UP, "证也拿到了")
    assert go(opened, Act.ARCHIVE, "") is Status.ARCHIVED
    detail = get_case(opened.id)
    assert (detail.ending, detail.result) == (Ending.DONE, "当场采集完成")
    assert detail.concluded_at == LATER
    assert [line.act for line in reversed(list_history(opened.id))] == [
        Act.REGISTER,
        Act.ASSIGN,
        Act.PROGRESS,
        Act.CONCLUDE,
        Act.INFORM,
        Act.FOLLOW_UP,
        Act.ARCHIVE,
    ]
    assert [one.act for one in next_moves(opened.id, LATER.date())] == [Act.RATE, Act.REOPEN]


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("act", [Act.ASSIGN, Act.PROGRESS, Act.CONCLUDE, Act.INFORM, Act.ARCHIVE])
def test_only_the_moves_of_the_table_are_made(opened, status, act):
    from models import Case

    concluded = status in (Status.CONCLUDED, Status.INFORMED, Status.ARCHIVED)
    Case.update(
        status=status,
        ending=Ending.DONE if concluded else None,
        concluded_at=NOW if concluded else None,
        result="办好了" if concluded else "",
        informed_at=NOW if status is Status.INFORMED else None,
        followed_up_at=NOW if status is Status.INFORMED else None,
    ).where(Case.id == opened.id).execute()
    allowed = {move.act: move.to for move in MOVES if move.start is status}
    before = len(list_history(opened.id))
    if act in allowed:
        assert go(opened, act, ending=Ending.DONE) is allowed[act]
        assert len(list_history(opened.id)) == before + 1
    else:
        with pytest.raises(AppError, match=status.label):
            go(opened, act, ending=Ending.DONE)
        assert len(list_history(opened.id)) == before


@pytest.mark.parametrize(
    ("act", "given", "fields"),
    [
        (Act.ASSIGN, {"note": " "}, {"note"}),
        (Act.SPOT, {}, {"note", "ending", "way", "told"}),
        (Act.SPOT, {"note": "办好了", "way": ContactWay.PHONE, "told": "好"}, {"ending"}),
        (Act.WITHDRAW, {"note": " "}, {"note"}),
        (Act.ASSIGN, {"note": "长" * 4001}, {"note"}),
    ],
)
def test_what_a_move_needs_is_asked_for(opened, act, given, fields):
    with pytest.raises(Invalid) as raised:
        move_case(opened.id, act, given, somebody(), LATER)
    assert set(raised.value.problems) == fields
    assert get_case(opened.id).status is Status.REGISTERED


def test_no_state_is_left_without_a_next_act_but_the_last_ones():
    assert set(Status) - {move.start for move in MOVES} == {Status.WITHDRAWN}


def test_what_is_for_those_in_charge_is_left_to_whoever_is_there_where_there_are_none(store):
    furnish()
    clerk = get_staff(save_staff(StaffDraft(name="李建国", work_number="02", role=Role.CLERK)))
    move = next(one for one in MOVES if one.act is Act.SUPERVISE)
    reserve([Act.SUPERVISE, Act.ARCHIVE], clerk, NOW)
    assert not_for(move, clerk) == ""
    leader = get_staff(save_staff(StaffDraft(name="周敏", work_number="01", role=Role.LEADER)))
    assert not_for(move, clerk) == "“督办”要由负责人或管理员来做，请他登录后再办。"
    assert not_for(move, leader) == ""
    assert not_for(next(one for one in MOVES if one.act is Act.ASSIGN), clerk) == ""
    reserve([Act.ARCHIVE], leader, NOW)
    assert not_for(move, clerk) == ""
    assert reserved() == {Act.ARCHIVE}


def test_what_another_signs_anyway_is_not_reserved_as_well():
    assert {Act.GRANT_NO, Act.GRANT_EXTENSION}.isdisjoint(list_acts())
    assert Act.SUPERVISE in list_acts()


def test_who_may_not_make_a_move_is_told_whom_to_ask_and_nothing_is_done(opened):
    clerk = get_staff(save_staff(StaffDraft(name="李建国", work_number="02", role=Role.CLERK)))
    save_staff(StaffDraft(name="周敏", work_number="01", role=Role.LEADER))
    reserve([Act.WITHDRAW], clerk, NOW)
    with pytest.raises(AppError, match="要由负责人或管理员来做"):
        move_case(opened.id, Act.WITHDRAW, {"note": "不办了"}, clerk, LATER)
    assert get_case(opened.id).status is Status.REGISTERED
    offered = {move.act for move in next_moves(opened.id, LATER.date(), clerk)}
    assert Act.WITHDRAW not in offered
    assert Act.SORT in offered
