"""The controlled “no”: what it cannot be asked for without, and who else must agree."""

from datetime import timedelta

import pytest

from app.attachments import attach
from app.cases.detail import get_case
from app.errors import AppError, Invalid
from app.history import list_history
from app.moves import move_case, next_moves
from app.papers.issues import issue
from app.records.closings import lacking, list_closings
from app.records.refusals import list_refusals, pending, standing
from app.records.remedies import list_remedies
from models import Case
from models.choices import Act, Ending, PaperKind, RefusalKind, RemedyKind, Status
from tests import makers

NOW, TODAY = makers.NOW, makers.NOW.date()
RESTS_ON = {
    "reason": "判决已经生效，窗口不能改。",
    "document": "《民事诉讼法》",
    "article": "第一百条",
    "tried": ("陪他去法院问过",),
    "other_ways": ("申请再审",),
}
REFUSED = {"scope_reason": 1, **RESTS_ON}
CANNOT = {
    "department": "派出所",
    "made_on": TODAY,
    "remedy": 1,
    "authority": "××县人民政府",
    "court": "××县人民法院",
    **RESTS_ON,
}
SHEET = {"signed_on_paper": "周建平"}


@pytest.fixture
def opened(store):
    makers.furnish()
    makers.leader()
    return makers.case()


@pytest.fixture
def taken_up(opened):
    go(opened, Act.TAKE_UP, {})
    return opened


def go(opened, act, given, now=NOW, who=None):
    return move_case(opened.id, act, given, who or makers.somebody(), now)


@pytest.mark.parametrize("without", [*REFUSED])
def test_the_windows_own_no_is_not_asked_for_without_all_it_rests_on(opened, without):
    lacks(opened, REFUSED, without)


@pytest.mark.parametrize("without", [*CANNOT])
def test_a_departments_no_is_not_asked_for_without_all_it_rests_on(taken_up, without):
    lacks(taken_up, CANNOT, without)


def lacks(opened, given, without):
    said = {name: value for name, value in given.items() if name != without}
    with pytest.raises(Invalid) as raised:
        go(opened, Act.ASK_NO, said)
    assert list(raised.value.problems) == [without]
    assert list_refusals(opened.id) == []


def test_the_windows_own_no_names_where_to_go_and_has_no_remedy(opened):
    go(opened, Act.ASK_NO, CANNOT | REFUSED)
    (asked,) = list_refusals(opened.id)
    assert (asked.kind, asked.notice) == (RefusalKind.REFUSED, PaperKind.OUT_OF_SCOPE)
    assert asked.channel == "人民法院、人民检察院、公安机关"  # as the reason has it
    assert (asked.remedy_id, asked.remedy_text, asked.court, asked.department) == (None, "", "", "")
    assert asked.basis == "《民事诉讼法》第一百条"


def test_a_departments_no_carries_its_remedy_filled_in_and_no_channel(taken_up):
    go(taken_up, Act.ASK_NO, REFUSED | CANNOT | {"channel": "人民法院"})
    (asked,) = list_refusals(taken_up.id)
    assert (asked.kind, asked.notice) == (RefusalKind.CANNOT, PaperKind.CANNOT)
    assert (asked.scope_reason_id, asked.channel) == (None, "")
    assert "60日内向××县人民政府申请行政复议" in asked.remedy_text
    assert "向××县人民法院提起行政诉讼" in asked.remedy_text


def test_what_a_remedy_leaves_open_is_asked_for_and_nothing_else(taken_up):
    remedies = {one.kind: one.id for one in list_remedies()}
    said = CANNOT | {"authority": "", "court": ""}
    with pytest.raises(Invalid) as raised:
        go(taken_up, Act.ASK_NO, said | {"remedy": remedies[RemedyKind.TERM]})
    assert set(raised.value.problems) == {"days", "authority", "court"}
    go(taken_up, Act.ASK_NO, said | {"remedy": remedies[RemedyKind.NONE]})
    assert "没有作出新的行政决定" in list_refusals(taken_up.id)[0].remedy_text


def test_a_department_has_not_decided_tomorrow(taken_up):
    with pytest.raises(Invalid, match="不能晚于今天"):
        go(taken_up, Act.ASK_NO, CANNOT | {"made_on": TODAY + timedelta(days=1)})


@pytest.mark.parametrize("act", [Act.SPOT, Act.TAKE_UP, Act.ASSIGN])
def test_while_it_waits_the_case_is_not_taken_up_either(opened, act):
    go(opened, Act.ASK_NO, REFUSED)
    with pytest.raises(AppError, match="“不予受理”的否定报备还在等答复"):
        makers.move(opened.id, act)
    assert makers.move(opened.id, Act.WITHDRAW) is Status.WITHDRAWN


def test_while_it_waits_the_case_comes_to_no_other_end(taken_up):
    go(taken_up, Act.ASK_NO, CANNOT)
    first, second = next_moves(taken_up.id, TODAY)[:2]
    assert (first.act, second.act) == (Act.GRANT_NO, Act.DENY_NO)
    for act in (Act.CONCLUDE, Act.ASK_NO):
        with pytest.raises(AppError, match="还在等答复"):
            go(taken_up, act, CANNOT)


@pytest.mark.parametrize("act", [Act.GRANT_NO, Act.DENY_NO])
def test_nobody_answers_their_own_question(taken_up, act):
    asker = makers.clerk("赵敏", "04")
    go(taken_up, Act.ASK_NO, CANNOT, who=asker)
    for name in ("赵敏", "王芳"):  # who asked for it, and who handles it
        with pytest.raises(Invalid) as raised:
            go(taken_up, act, {"opinion": "好", "signed_on_paper": name})
        assert list(raised.value.problems) == ["signed_on_paper"]
    assert pending(taken_up.id)


def test_denied_it_goes_on_as_before(opened):
    go(opened, Act.ASK_NO, REFUSED)
    assert go(opened, Act.DENY_NO, {"opinion": "能办，找司法所", **SHEET}) is Status.REGISTERED
    (answered,) = list_refusals(opened.id)
    assert (answered.granted, answered.decided_by) == (False, "周建平（纸质签字）")
    assert standing(opened.id, 1) is None
    assert pending(opened.id) is None
    go(opened, Act.ASK_NO, REFUSED)  # with better reasons


def test_granted_of_the_windows_own_the_case_is_refused_and_told_with_its_notice(opened):
    go(opened, Act.ASK_NO, REFUSED)
    assert go(opened, Act.GRANT_NO, SHEET) is Status.REFUSED
    assert Case.get_by_id(opened.id).ending is None
    told = {"way": "phone", "note": "知道了"}
    with pytest.raises(AppError, match="请先打印不属于受理范围告知单"):
        go(opened, Act.INFORM, told)
    said_no = standing(opened.id, 1)
    issue(opened.id, said_no.notice, makers.somebody(), NOW, said_no.id)
    assert makers.move(opened.id, Act.INFORM) is Status.REFUSED
    assert next_moves(opened.id, TODAY) == ()


def test_granted_of_a_department_the_case_is_concluded_as_what_cannot_be_done(taken_up):
    go(taken_up, Act.ASK_NO, CANNOT | {"asked": True, "end_trouble": "孙女上学也难"})
    assert go(taken_up, Act.GRANT_NO, {"opinion": "同意", **SHEET}) is Status.CONCLUDED
    (closing,) = list_closings(taken_up.id)
    assert (closing.ending, closing.end_need, closing.end_trouble) == (
        Ending.CANNOT,
        "",
        "孙女上学也难",
    )
    assert closing.result == "派出所决定：判决已经生效，窗口不能改。\n别的出路：申请再审"
    assert get_case(taken_up.id).result == closing.result
    assert [(line.act, line.note) for line in list_history(taken_up.id)[:2]] == [
        (Act.GRANT_NO, "依法不能办，周建平（纸质签字）同意。同意"),
        (
            Act.ASK_NO,
            "依法不能办：判决已经生效，窗口不能改。（依据：《民事诉讼法》第一百条）",
        ),
    ]


def test_the_sheet_that_was_signed_belongs_to_the_file(taken_up):
    go(taken_up, Act.ASK_NO, CANNOT)
    go(taken_up, Act.GRANT_NO, SHEET)
    assert [one for one in lacking(taken_up.id) if "扫描件" in one]
    attach(taken_up.id, ("签字页.pdf", b"x"), makers.somebody(), NOW)
    assert not [one for one in lacking(taken_up.id) if "扫描件" in one]


def test_no_case_ends_as_impossible_but_by_a_second_persons_word(taken_up):
    with pytest.raises(Invalid, match="不能选“依法不能办”"):
        go(taken_up, Act.CONCLUDE, {"note": "办不了", "ending": Ending.CANNOT})
