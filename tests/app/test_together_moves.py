from datetime import date, timedelta

import pytest

from app.attachments import attach
from app.errors import AppError, Invalid
from app.history import list_history
from app.moves import MOVES, choices_for, move_case, next_moves, proposals
from app.records.closings import lacking
from app.records.coordination import list_decisions
from app.records.households import list_households, progress
from models import Case, Conflict, Custody, Exemption, Meeting, SharedDuty, Survey
from models.choices import Act, ConflictStep, Ending, HouseholdState, Status
from tests.makers import NOW, case, furnish, somebody
from tests.said import RESOLVED, TOGETHER, WITH_UNITS

OPEN = (Status.REGISTERED, Status.HANDLING)
FIRST = [act for act in TOGETHER if act not in (Act.DECIDED_DONE, Act.GIVE_BACK)]
SECOND = {Act.DECIDED_DONE: Act.MEET, Act.GIVE_BACK: Act.HOLD}
OVER = (Status.CONCLUDED, Status.INFORMED, Status.REFUSED)


@pytest.fixture
def opened(store):
    furnish()
    return case(helpers=())


def go(made, act, now=NOW, **given):
    return move_case(made.id, act, (TOGETHER | WITH_UNITS)[act] | given, somebody(), now)


def wrong(made, act, **given):
    with pytest.raises(Invalid) as raised:
        go(made, act, **given)
    return set(raised.value.problems)


def bring_to(made, status):
    ended = status in (*OVER, Status.ARCHIVED)
    end = {"ending": Ending.DONE, "concluded_at": NOW} if ended else {}
    Case.update(status=status, **end).where(Case.id == made.id).execute()


@pytest.mark.parametrize("act", TOGETHER)
@pytest.mark.parametrize("status", Status)
def test_units_work_together_while_the_case_is_open(opened, act, status):
    if act in SECOND:
        go(opened, SECOND[act])
    bring_to(opened, status)
    before = len(list_history(opened.id))
    given = {} if act is not Act.DECIDED_DONE else {"decision": 1}
    if status in OPEN or (act is Act.GIVE_BACK and status in OVER):
        assert go(opened, act, **given) is status
        assert list_history(opened.id)[0].act is act
    else:
        with pytest.raises(AppError, match=status.label):
            go(opened, act, **given)
        assert len(list_history(opened.id)) == before


@pytest.mark.parametrize("act", SECOND)
def test_nothing_is_done_or_given_back_that_is_not_there(opened, act):
    with pytest.raises(AppError, match="没有"):
        go(opened, act)
    assert act not in [move.act for move in next_moves(opened.id, NOW.date())]


@pytest.mark.parametrize(
    ("act", "lacking"),
    [
        *((Act.MEET, name) for name in ("held_at", "place", "chair", "present", "decisions")),
        *((Act.SURVEY, name) for name in ("surveyed_at", "place", "present", "findings")),
        *((Act.CONFLICT, name) for name in ("step", "sides")),
        *((Act.ROUTE, name) for name in ("tried", "blocked_by", "worked")),
        *((Act.EXEMPT, name) for name in ("difficulty", "decision", "decided_by", "decided_on")),
        *((Act.EXEMPT, name) for name in ("basis", "shares")),
        *((Act.HOLD, name) for name in ("purpose", "return_when", "witness")),
        (Act.HOUSEHOLD, "households"),
    ],
)
def test_what_they_need_is_asked_for(opened, act, lacking):
    assert wrong(opened, act, **{lacking: None}) == {lacking}


def decision(**changes):
    return {"what": "上门", "owner": "派出所", "due_on": date(2026, 11, 25)} | changes


def side(unit):
    return {"unit": unit, "wants": "证", "gives": "照", "basis": "第一条"}


@pytest.mark.parametrize(
    ("act", "given", "field"),
    [
        (Act.MEET, {"decisions": (decision(), decision(owner=""))}, "decisions.1.owner"),
        (Act.MEET, {"decisions": (decision(due_on=date(2026, 11, 21)),)}, "decisions.0.due_on"),
        (Act.MEET, {"held_at": NOW + timedelta(minutes=1)}, "held_at"),
        (Act.MEET, {"present": ("残联",)}, "absent"),
        (Act.MEET, {"absent": ()}, "deemed_by"),
        (Act.SURVEY, {"photos": ("门口.jpg",)}, "photos"),
        (Act.CONFLICT, {"sides": (side("卫生院"),)}, "sides"),
        (Act.CONFLICT, {"sides": (side("卫生院"), side("卫生院"))}, "sides.1.unit"),
        (Act.CONFLICT, {"sides": (side("卫生院"), side(""))}, "sides.1.unit"),
        (Act.EXEMPT, {"decided_on": date(2026, 11, 23)}, "decided_on"),
        (Act.EXEMPT, {"shares": ({"unit": "税务所", "duty": "核税"},) * 2}, "shares.1.unit"),
        (Act.EXEMPT, {"scans": ("会议纪要.pdf",)}, "scans"),
        (Act.HOLD, {"amount": "一千"}, "amount"),
        (Act.HOLD, {"amount": "0", "things": ()}, "amount"),
        (Act.HOLD, {"witness": "王芳"}, "witness"),
        (Act.HOUSEHOLD, {"households": ({"name": "张三"},)}, "households.0.house"),
        (Act.HOUSEHOLD, {"households": ({"name": "张", "house": "1", "number": 7},) * 2},
         "households.1.number"),
        (Act.HOUSEHOLD, {"households": ({"name": "张", "house": "1", "phone": "123456789012"},)},
         "households.0.phone"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_named_beside_its_field(opened, act, given, field):
    assert wrong(opened, act, **given) == {field}


def test_what_a_meeting_decides_is_to_be_done_by_its_day(opened):
    go(opened, Act.MEET)
    meeting = Meeting.get()
    assert (meeting.chair, meeting.present) == ("李镇长", "派出所 陈浩\n社保窗口 周敏")
    decided = list_decisions(opened.id, date(2026, 11, 25))
    assert [(one.what, one.late) for one in decided] == [
        ("先发临时证明", True),
        ("上门采集", False),
    ]
    asked = next(move for move in MOVES if move.act is Act.DECIDED_DONE).asks[0]
    choices = choices_for(opened.id, asked)
    assert [name for _, name in choices] == [
        "先发临时证明（社保窗口，11-24前）",
        "上门采集（派出所，11-25前）",
    ]
    go(opened, Act.DECIDED_DONE, decision=choices[1][0])
    go(opened, Act.DECIDED_DONE, note="已发")  # the one that is left
    assert [one.outcome for one in list_decisions(opened.id, NOW.date())] == ["已发", "已上门采集"]
    assert list_history(opened.id)[0].note == "先发临时证明（社保窗口）：已发"


def test_photos_of_a_survey_are_attachments(opened):
    attach(opened.id, ("门口 近景.jpg", b"x"), somebody(), NOW)
    attach(opened.id, ("笔录.pdf", b"y"), somebody(), NOW)
    survey = next(move for move in MOVES if move.act is Act.SURVEY)
    assert proposals(opened.id, survey, NOW.date()) == {"photos": ("门口 近景.jpg",)}
    go(opened, Act.SURVEY, photos=("门口 近景.jpg 当事人卧床",))
    assert Survey.get().photos == "门口 近景.jpg 当事人卧床"
    assert list_history(opened.id)[0].note == "石门村3组：当事人卧床；能说清自己是谁。照片 1 张。"


def test_a_conflict_is_written_down_and_then_how_it_was_resolved(opened):
    assert wrong(opened, Act.CONFLICT, **RESOLVED) == {"conflict"}
    go(opened, Act.CONFLICT)
    go(opened, Act.CONFLICT, **RESOLVED)
    row = Conflict.get()
    assert (row.unit_a, row.gives_b, row.basis_b) == ("市场监管所", "卫生许可", "细则第九条")
    assert (row.outcome.label, row.resolved_at) == ("先照后证", NOW)
    assert list_history(opened.id)[0].note == (
        "市场监管所与卫生院：先照后证，先发营业执照，三个月内补卫生许可（县优化办）"
    )
    assert wrong(opened, Act.CONFLICT, **RESOLVED) == {"conflict"}  # none is open any more


def test_units_share_what_was_decided_in_good_faith(opened):
    go(opened, Act.EXEMPT)
    assert Exemption.get().basis == "国办函〔2021〕1号第二条"
    shares = [(one.unit, one.duty) for one in SharedDuty.select()]
    assert shares == [("自然资源所", "登记"), ("税务所", "核税")]


def test_what_is_held_has_two_names_and_is_given_back_once(opened):
    go(opened, Act.HOLD)
    row = Custody.get()
    assert (row.fen, row.keeper, row.witness) == (120000, "王芳", "李镇长")
    assert wrong(opened, Act.GIVE_BACK, witness="王芳") == {"witness"}
    go(opened, Act.GIVE_BACK)
    assert list_history(opened.id)[0].note == "1,200.00元、存折1本退还盛建军，见证人李镇长。"
    with pytest.raises(AppError, match="都退还了"):
        go(opened, Act.GIVE_BACK)


def test_nothing_is_closed_for_good_over_what_is_still_held(opened):
    go(opened, Act.HOLD)
    assert lacking(opened.id)[-1] == "代管的款物还没有退还。"
    with pytest.raises(AppError, match="代管的款物"):
        move_case(opened.id, Act.WITHDRAW, {"note": "不办了"}, somebody(), NOW)
    go(opened, Act.GIVE_BACK)
    assert "代管的款物还没有退还。" not in lacking(opened.id)
    move_case(opened.id, Act.WITHDRAW, {"note": "不办了"}, somebody(), NOW)


def household(**changes):
    return {"name": "张三", "house": "3栋201"} | changes


def test_households_are_added_changed_and_counted_and_none_is_lost(opened):
    go(opened, Act.HOUSEHOLD)
    assert progress(opened.id) == (1, 2)
    move = next(move for move in MOVES if move.act is Act.HOUSEHOLD)
    (first, second) = proposals(opened.id, move, NOW.date())["households"]
    later = NOW + timedelta(hours=1)
    changed = first | {"state": HouseholdState.DONE, "phone": ""}
    go(opened, Act.HOUSEHOLD, now=later, households=(changed, household(house="3栋301")))
    there = list_households(opened.id)
    assert [(one.number, one.house, one.state.label) for one in there] == [
        (1, "3栋201", "已办"),
        (2, "3栋202", "已办"),
        (3, "3栋301", "未办"),
    ]
    assert second["name"] == "李四"
    assert [one.changed_at for one in there] == [later, NOW, later]
    assert list_history(opened.id)[0].note == (
        "新增 1 户；3栋201 张三：电话“10012345678”改为“”，进度“未办”改为“已办”；已办 2/3 户。"
    )


def test_a_list_pasted_again_makes_no_household_twice_and_wipes_nothing_out(opened):
    go(opened, Act.HOUSEHOLD)
    go(opened, Act.HOUSEHOLD, households=(household(papers="合同、发票"), household(name="张五")))
    there = list_households(opened.id)
    assert [(one.number, one.name, one.phone, one.papers) for one in there] == [
        (1, "张三", "10012345678", "合同、发票"),
        (2, "李四", "", ""),
        (3, "张五", "", ""),
    ]
    assert there[1].state is HouseholdState.DONE


def test_a_list_that_brings_its_numbers_keeps_them_and_another_begins_no_second_time(opened):
    pasted = tuple(household(number=n, house=f"3栋{n}01") for n in (1, 3))
    go(opened, Act.HOUSEHOLD, households=(*pasted, household(house="3栋401")))
    assert [one.number for one in list_households(opened.id)] == [1, 3, 4]
    other = household(number=1, name="王五", house="4栋101")
    assert wrong(opened, Act.HOUSEHOLD, households=(other,)) == {"households.0.number"}
    go(opened, Act.HOUSEHOLD, households=(household(number=1, name="张三丰", house="3栋101"),))
    assert list_households(opened.id)[0].name == "张三丰"


def test_what_comes_next_is_proposed(opened):
    go(opened, Act.ASSIGN)
    by_act = {move.act: move for move in MOVES}
    proposed = [proposals(opened.id, by_act[act], NOW.date()) for act in (Act.MEET, Act.CONFLICT)]
    assert proposed == [{"present": ("派出所",)}, {"step": ConflictStep.FOUND}]
    go(opened, Act.CONFLICT)
    again = proposals(opened.id, by_act[Act.CONFLICT], NOW.date())
    assert again == {"step": ConflictStep.RESOLVED, "conflict": 1}
