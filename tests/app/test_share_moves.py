from datetime import date, timedelta

import pytest

from app.cases.detail import get_case
from app.deadlines.time_rules import RulesDraft, UnitDays, save_rules
from app.directory import UnitDraft, list_units, save_unit
from app.errors import AppError, Invalid
from app.history import list_history
from app.moves import MOVES, choices_for, move_case, next_moves, proposals
from app.records.shares import list_shares
from models import Case, CaseUnit, Escalation, Reminder
from models.choices import Act, Ending, ShareState, Status, UnitRole, YesNo
from tests.makers import NOW, case, furnish, somebody
from tests.said import WITH_UNITS as SAID

MONDAY = NOW + timedelta(days=1)
# What a share of that state may go through, and what it is then.
WAYS = {
    ShareState.SENT: {
        Act.SIGN: ShareState.SIGNED,
        Act.RETURN: ShareState.RETURNED,
        Act.CALL_OFF: ShareState.CALLED_OFF,
        Act.REMIND: ShareState.SENT,
        Act.SUPERVISE: ShareState.SENT,
    },
    ShareState.SIGNED: {
        Act.CONTACT: ShareState.SIGNED,
        Act.REPLY: ShareState.REPLIED,
        Act.RETURN: ShareState.RETURNED,
        Act.CALL_OFF: ShareState.CALLED_OFF,
        Act.REMIND: ShareState.SIGNED,
        Act.SUPERVISE: ShareState.SIGNED,
    },
    ShareState.REPLIED: {
        Act.ACCEPT: ShareState.ACCEPTED,
        Act.SEND_BACK: ShareState.SIGNED,
        Act.CALL_OFF: ShareState.CALLED_OFF,
    },
    ShareState.ACCEPTED: {Act.SEND_BACK: ShareState.SIGNED},
    ShareState.RETURNED: {},
    ShareState.CALLED_OFF: {},
}
TO = {
    ShareState.SENT: (),
    ShareState.SIGNED: (Act.SIGN,),
    ShareState.REPLIED: (Act.SIGN, Act.REPLY),
    ShareState.ACCEPTED: (Act.SIGN, Act.REPLY, Act.ACCEPT),
    ShareState.RETURNED: (Act.RETURN,),
    ShareState.CALLED_OFF: (Act.CALL_OFF,),
}
ABOUT_A_SHARE = [act for act in SAID if act not in (Act.TAKE_UP, Act.ASSIGN, Act.ESCALATE)]


@pytest.fixture
def opened(store):
    furnish()
    return case(helpers=())


def go(made, act, now=MONDAY, **given):
    return move_case(made.id, act, SAID[act] | given, somebody(), now)


def shares(made, today=MONDAY):
    return list_shares(made.id, today.date())


def bring_to(made, state):
    for act in (Act.ASSIGN, *TO[state]):
        go(made, act)
    assert shares(made)[0].state is state


@pytest.mark.parametrize("state", WAYS)
@pytest.mark.parametrize("act", ABOUT_A_SHARE)
def test_a_share_goes_only_the_ways_of_the_table(opened, state, act):
    bring_to(opened, state)
    before = list_history(opened.id)
    if act in WAYS[state]:
        assert go(opened, act) is Status.HANDLING
        assert shares(opened)[0].state is WAYS[state][act]
        assert [line.act for line in list_history(opened.id)[: -len(before)]] == [act]
    else:
        with pytest.raises(AppError, match="。"):
            go(opened, act)
        assert list_history(opened.id) == before


@pytest.mark.parametrize("act", ABOUT_A_SHARE)
@pytest.mark.parametrize("status", [one for one in Status if one is not Status.HANDLING])
def test_units_have_a_case_only_while_it_is_handled(opened, act, status):
    bring_to(opened, ShareState.SENT)
    ended = status in (Status.CONCLUDED, Status.INFORMED, Status.ARCHIVED)
    end = {"ending": Ending.DONE, "concluded_at": MONDAY} if ended else {}
    Case.update(status=status, **end).where(Case.id == opened.id).execute()
    with pytest.raises(AppError, match=status.label):
        go(opened, act)


@pytest.mark.parametrize(
    ("act", "lacking"),
    [
        (Act.SIGN, "signed_by"),
        (Act.CONTACT, "note"),
        (Act.REPLY, "note"),
        (Act.ACCEPT, "whole"),
        (Act.ACCEPT, "basis_cited"),
        (Act.SEND_BACK, "note"),
        (Act.RETURN, "note"),
        (Act.RETURN, "basis"),
        (Act.CALL_OFF, "note"),
        (Act.SUPERVISE, "grounds"),
        (Act.SUPERVISE, "demands"),
        (Act.SUPERVISE, "approved_by"),
        (Act.ESCALATE, "note"),
    ],
)
def test_what_a_move_of_a_share_needs_is_asked_for(opened, act, lacking):
    state = next(one for one in TO if act is Act.ESCALATE or act in WAYS[one])
    bring_to(opened, state)
    with pytest.raises(Invalid) as raised:
        go(opened, act, **{lacking: None})
    assert set(raised.value.problems) == {lacking}


def test_the_plan_is_given_with_no_more_than_a_word(store):
    furnish()
    made = case()
    go(made, Act.ASSIGN)
    lead, helper = shares(made)
    assert (lead.unit, lead.role, lead.state) == ("派出所", UnitRole.LEAD, ShareState.SENT)
    assert (helper.unit, helper.role, helper.state) == (
        "石门村",
        UnitRole.CO_HANDLER,
        ShareState.SENT,
    )
    assert (lead.sign_by, lead.due_on) == (date(2026, 11, 24), made.due_on)
    assert Case.get_by_id(made.id).first_unit == "派出所"
    assert list_history(made.id)[0].note == "派出所牵头，石门村配合。请上门"


def test_another_unit_may_be_chosen_than_was_planned(opened):
    helpers = ({"unit": "派出所", "item": "上门采集"},)
    go(opened, Act.ASSIGN, lead="社保窗口", item="核对身份", helpers=helpers)
    assert [(one.unit, one.role.label, one.item) for one in shares(opened)] == [
        ("社保窗口", "牵头", "核对身份"),
        ("派出所", "配合", "上门采集"),
    ]
    assert get_case(opened.id).draft.lead == "社保窗口"


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"lead": ""}, "lead"),
        ({"helpers": ({"unit": "派出所", "item": ""},)}, "helpers.0.unit"),
        ({"helpers": ({"unit": "残联"}, {"unit": "残联"})}, "helpers.1.unit"),
        ({"helpers": ({"item": "拍照"},)}, "helpers.0.unit"),
        ({"lead": "单" * 61}, "lead"),
    ],
)
def test_a_lead_is_needed_and_no_unit_twice(opened, given, field):
    with pytest.raises(Invalid) as raised:
        go(opened, Act.ASSIGN, **given)
    assert set(raised.value.problems) == {field}


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"lead": "社保窗口"}, "lead"),
        ({}, "helpers"),
        ({"helpers": ({"unit": "派出所"},)}, "helpers.0.unit"),
    ],
)
def test_while_one_leads_no_other_is_made_to(opened, given, field):
    go(opened, Act.ASSIGN)
    with pytest.raises(Invalid) as raised:
        go(opened, Act.ASSIGN, **given)
    assert set(raised.value.problems) == {field}


def test_the_lead_changes_by_calling_off_and_assigning(opened):
    go(opened, Act.ASSIGN)
    go(opened, Act.CALL_OFF)
    go(opened, Act.ASSIGN, lead="社保窗口")
    go(opened, Act.ASSIGN, helpers=({"unit": "残联"},))
    assert [(one.unit, one.role.label, one.state.label) for one in shares(opened)] == [
        ("社保窗口", "牵头", "待签收"),
        ("残联", "配合", "待签收"),
        ("派出所", "牵头", "已收回"),
    ]
    assert Case.get_by_id(opened.id).first_unit == "派出所"


def test_the_window_may_handle_it_itself_and_have_a_unit_help(opened):
    assert go(opened, Act.TAKE_UP) is Status.HANDLING
    assert [one.state for one in shares(opened)] == [ShareState.PLANNED]
    go(opened, Act.ASSIGN, lead="", helpers=({"unit": "石门村"},))
    assert [(one.unit, one.role.label) for one in shares(opened)] == [("石门村", "配合")]


def test_a_unit_has_its_own_days_but_not_more_than_the_citizen_was_promised(store):
    furnish()
    police, pension = (one.id for one in list_units())
    days = (UnitDays(police, "派出所", 2), UnitDays(pension, "社保窗口", 9))
    save_rules(RulesDraft(units=days), somebody(), NOW)
    made = case(helpers=("社保窗口",))
    go(made, Act.ASSIGN)
    assert [one.due_on for one in shares(made)] == [date(2026, 11, 25), made.due_on]


def test_the_citizen_is_to_be_spoken_to_on_the_day_it_is_signed_for(opened):
    bring_to(opened, ShareState.SIGNED)
    assert shares(opened)[0].contact_by == MONDAY.date()
    assert Act.CONTACT in [move.act for move in next_moves(opened.id, MONDAY.date())]
    go(opened, Act.CONTACT)
    assert shares(opened)[0].contacted_at == MONDAY
    assert Act.CONTACT not in [move.act for move in next_moves(opened.id, MONDAY.date())]


def test_a_citizen_is_called_by_the_lead_and_by_none_of_those_that_help(store):
    furnish()
    made = case()
    go(made, Act.ASSIGN)
    for _ in range(2):
        sign = next(move for move in MOVES if move.act is Act.SIGN)
        go(made, Act.SIGN, share=choices_for(made.id, sign.asks[0])[0][0])
    assert [one.contact_by for one in shares(made)] == [MONDAY.date(), None]
    go(made, Act.CONTACT)
    with pytest.raises(AppError, match="没有等着联系群众的单位"):
        go(made, Act.CONTACT)


@pytest.mark.parametrize(
    ("whole", "cited", "note", "field"),
    [
        (YesNo.NO, YesNo.YES, "", "whole"),
        (YesNo.YES, YesNo.NO, "", "note"),
        (YesNo.YES, YesNo.NO, "不需要依据", None),
    ],
)
def test_an_answer_is_looked_at_before_it_is_used(opened, whole, cited, note, field):
    bring_to(opened, ShareState.REPLIED)
    given = {"whole": whole, "basis_cited": cited, "note": note}
    if field:
        with pytest.raises(Invalid) as raised:
            go(opened, Act.ACCEPT, **given)
        assert set(raised.value.problems) == {field}
    else:
        go(opened, Act.ACCEPT, **given)
        share = shares(opened)[0]
        assert (share.whole, share.basis_cited) == (True, False)


def test_an_answer_sent_back_is_to_be_given_again_and_stays_in_the_history(opened):
    bring_to(opened, ShareState.ACCEPTED)
    go(opened, Act.SEND_BACK)
    share = shares(opened)[0]
    assert (share.state, share.reply, share.replied_at, share.whole) == (
        ShareState.SIGNED,
        "",
        None,
        None,
    )
    assert [line.note for line in list_history(opened.id) if line.act is Act.REPLY] == [
        "派出所：周三上门采集"
    ]


def test_the_second_return_raises_the_case_once(opened):
    for at, lead in enumerate(("派出所", "社保窗口", "残联"), start=1):
        go(opened, Act.ASSIGN, lead=lead)
        go(opened, Act.RETURN)
        raised = [line.note for line in list_history(opened.id) if line.act is Act.ESCALATE]
        assert raised == (["提级到分管领导：累计退单 2 次。"] if at > 1 else [])
    assert Case.get_by_id(opened.id).escalated_at == MONDAY
    assert [(one.times, one.returns) for one in Escalation.select()] == [(1, 2)]
    gone = [(one.state, one.return_reason) for one in shares(opened)]
    assert gone == [(ShareState.RETURNED, "不归派出所管（依据：户籍管理办法第八条）")] * 3
    acts = [line.act for line in reversed(list_history(opened.id))]
    assert acts[acts.index(Act.ESCALATE) - 1] is Act.RETURN


def test_how_many_returns_raise_a_case_is_the_centres_rule(store):
    furnish()
    save_rules(RulesDraft(returns=1), somebody(), NOW)
    made = case(helpers=())
    go(made, Act.ASSIGN)
    go(made, Act.RETURN)
    assert Case.get_by_id(made.id).escalated_at == MONDAY


def test_a_case_is_raised_by_hand_as_often_as_needed(opened):
    go(opened, Act.ASSIGN)
    go(opened, Act.ESCALATE, questions=("由谁牵头",), raised_to="王副镇长")
    go(opened, Act.ESCALATE, now=MONDAY + timedelta(days=1))
    assert [(one.times, one.raised_to) for one in Escalation.select()] == [
        (1, "王副镇长"),
        (2, "分管领导"),
    ]
    assert Case.get_by_id(opened.id).escalated_at == MONDAY


def test_the_liaison_is_reminded_first_and_then_the_head(opened):
    card = UnitDraft(
        name="派出所", liaison="陈浩", phone="0570-0001111", head="赵强", head_phone="10012340000"
    )
    save_unit(card)
    go(opened, Act.ASSIGN)
    go(opened, Act.REMIND)
    go(opened, Act.REMIND, answer="明天去")
    go(opened, Act.REMIND, whom="李镇长")
    assert [(one.times, one.whom) for one in Reminder.select()] == [
        (1, "联络员陈浩 0570-0001111"),
        (2, "部门领导赵强 10012340000"),
        (3, "李镇长"),
    ]
    assert (shares(opened)[0].reminders, shares(opened)[0].supervisions) == (3, 0)
    assert list_history(opened.id)[1].note == (
        "第 2 次催办派出所（部门领导赵强 10012340000，电话），2026-11-24前答复。对方：明天去"
    )


def test_reminders_and_supervision_orders_are_numbered_apart(opened):
    go(opened, Act.ASSIGN)
    for act in (Act.REMIND, Act.SUPERVISE, Act.SUPERVISE):
        go(opened, act)
    assert [(one.kind.value, one.times) for one in Reminder.select()] == [
        ("remind", 1),
        ("supervise", 1),
        ("supervise", 2),
    ]


@pytest.mark.parametrize(
    ("state", "days", "late", "ground"),
    [
        (ShareState.SENT, 1, False, ()),
        (ShareState.SENT, 2, True, ("逾期未签收",)),
        (ShareState.SIGNED, 4, False, ()),
        (ShareState.SIGNED, 7, True, ("逾期未答复",)),
    ],
)
def test_a_share_is_late_by_its_own_days(opened, state, days, late, ground):
    bring_to(opened, state)
    day = (MONDAY + timedelta(days=days)).date()
    assert list_shares(opened.id, day)[0].late is late
    urged = next(move for move in MOVES if move.act is Act.SUPERVISE)
    assert proposals(opened.id, urged, day)["grounds"] == ground


def test_while_the_case_waits_no_unit_is_late(opened):
    bring_to(opened, ShareState.SIGNED)
    Case.update(paused_at=MONDAY).where(Case.id == opened.id).execute()
    assert not list_shares(opened.id, date(2026, 12, 31))[0].late


def test_a_unit_has_held_it_in_working_days_until_it_answered(opened):
    bring_to(opened, ShareState.SIGNED)
    friday, later = MONDAY + timedelta(days=4), MONDAY + timedelta(days=30)
    assert shares(opened, friday)[0].held == 4
    go(opened, Act.REPLY, now=friday)
    assert (shares(opened, later)[0].held, shares(opened, later)[0].late) == (4, False)


def test_of_several_shares_one_has_to_be_chosen(store):
    furnish()
    made = case()
    go(made, Act.ASSIGN)
    (asked, *_) = next(move for move in MOVES if move.act is Act.SIGN).asks
    choices = choices_for(made.id, asked)
    assert [name for _, name in choices] == ["派出所（牵头，待签收）", "石门村（配合，待签收）"]
    for given in ({}, {"share": None}, {"share": choices[0][0] + 99}):
        with pytest.raises(Invalid) as raised:
            go(made, Act.SIGN, **given)
        assert set(raised.value.problems) == {"share"}
    go(made, Act.SIGN, share=choices[1][0])
    assert [one.state.label for one in shares(made)] == ["待签收", "办理中"]
    go(made, Act.SIGN)  # the one that is left


def test_where_someone_was_before_is_no_share(opened):
    assert CaseUnit.select().where(CaseUnit.role == UnitRole.TRIED).count() == 1
    go(opened, Act.ASSIGN)
    assert [one.role for one in shares(opened)] == [UnitRole.LEAD]
    assert CaseUnit.get(CaseUnit.role == UnitRole.TRIED).state is ShareState.PLANNED
