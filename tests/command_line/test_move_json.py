"""Every kind of answer a move may ask for, from JSON to what the app takes."""

from datetime import date, datetime, timedelta, timezone

import pytest

from app.errors import Invalid
from app.moves import Move, second
from app.moves.asks import Ask, Asked
from app.moves.move import Done
from models import CaseUnit
from models.choices import Act, Ending, ShareState, Status
from tests.makers import NOW, case, clerk, furnish
from ui.command_line.move_json import read_given

CLOCK = NOW.replace(tzinfo=timezone(timedelta(hours=8)))


@pytest.fixture
def opened(store):
    """A case whose lead and helper both have their share."""
    furnish()
    made = case()
    CaseUnit.update(state=ShareState.SENT, sent_at=NOW).where(CaseUnit.role != "tried").execute()
    return made.id


def move(*asks):
    return Move(Act.PROGRESS, "办", Status.HANDLING, Status.HANDLING, lambda _: Done(""), asks)


def read(case_id, raw, *asks):
    return read_given(case_id, move(*asks), raw, CLOCK)[0]


def refused(case_id, raw, *asks):
    with pytest.raises(Invalid) as caught:
        read(case_id, raw, *asks)
    return caught.value.problems


@pytest.mark.parametrize(
    ("asked", "written", "said"),
    [
        (Asked("x", "x"), "甲", "甲"),
        (Asked("x", "x", Ask.LINES), ["甲", "乙"], ("甲", "乙")),
        (Asked("x", "x", Ask.NUMBER), 3, 3),
        (Asked("x", "x", Ask.DAY), "2026-11-25", date(2026, 11, 25)),
        (Asked("x", "x", Ask.MOMENT), "2026-11-22T08:00", datetime(2026, 11, 22, 8)),
        (Asked("x", "x", Ask.MOMENT), "2026-11-22T00:00Z", datetime(2026, 11, 22, 8)),
        (Asked("x", "x", Ask.FLAG), True, True),
        (Asked("x", "x", Ask.CHOICE, choices=Ending), "done", Ending.DONE),
        (Asked("x", "x", Ask.UNIT), "派出所", "派出所"),
        (Asked("x", "x", Ask.UNITS), ["派出所"], ("派出所",)),
    ],
    ids=str,
)
def test_an_answer_is_read_by_its_kind(opened, asked, written, said):
    assert read(opened, {"x": written}, asked) == {"x": said}


@pytest.mark.parametrize(
    ("asked", "written", "said"),
    [
        (Asked("x", "x"), 3, "要写成引号里的文字。"),
        (Asked("x", "x", Ask.LINES), "甲", "要写成方括号 [] 里的一列。"),
        (Asked("x", "x", Ask.NUMBER), "3", "要写成整数，不加引号。"),
        (Asked("x", "x", Ask.DAY), "11月25日", "要写成 2026-11-22 这样的日期。"),
        (Asked("x", "x", Ask.MOMENT), "昨天", "要写成 2026-11-22T09:20 这样的日期和时间。"),
        (Asked("x", "x", Ask.FLAG), 1, "要写成 true 或 false，不加引号。"),
        (Asked("x", "x", Ask.PERSON), "没有这人", "要写一位在岗同事的姓名或工号。"),
        (Asked("x", "x", Ask.ROWS), ["甲"], "要写成方括号 [] 里的一列，每行写在一对花括号 {} 里。"),
    ],
    ids=str,
)
def test_a_wrong_answer_says_how_it_is_written(opened, asked, written, said):
    assert refused(opened, {"x": written}, asked) == {"x": said}


def test_a_colleague_is_named_by_name_or_work_number(opened):
    lin = clerk("林小燕", "05").id
    person = Asked("x", "x", Ask.PERSON)
    assert [read(opened, {"x": said}, person)["x"] for said in ("林小燕", "05")] == [lin, lin]


def test_a_share_is_named_by_its_unit_or_its_place(opened):
    share = Asked("x", "x", Ask.ONE_OF, among="shares")
    lead = CaseUnit.get(CaseUnit.role == "lead").id
    for said in ("派出所", "派出所（牵头", 1):
        assert read(opened, {"x": said}, share) == {"x": lead}
    for said in ("社保窗口", 3, 0, "", True, None.__class__.__name__):
        assert "可选的有 1 派出所（牵头" in refused(opened, {"x": said}, share)["x"]


def test_a_table_is_read_row_by_row_and_each_wrong_cell_named(opened):
    columns = (Asked("what", "什么", needed="请写明议定了什么。"), Asked("by", "到", Ask.DAY))
    table = Asked("rows", "议定事项", Ask.ROWS, columns=columns)
    rows = [{"what": "上门", "by": "2026-11-25"}, {"what": "制证"}]
    assert read(opened, {"rows": rows}, table)["rows"] == (
        {"what": "上门", "by": date(2026, 11, 25)},
        {"what": "制证"},
    )
    wrong = {"rows": [{"what": "上门", "by": "明天"}, {"wat": "制证"}]}
    assert refused(opened, wrong, table) == {
        "rows.0.by": "要写成 2026-11-22 这样的日期。",
        "rows.1.wat": "没有这一项，是不是 what？",
    }


def test_a_second_person_signs_on_paper_and_not_through_a_command(opened):
    signed = second.SIGN_OFF
    assert read(opened, {"signed_on_paper": "李主任"}, *signed) == {"signed_on_paper": "李主任"}
    assert refused(opened, {}, *signed) == {"signed_on_paper": "请写在纸上签字批准的负责人。"}
    at_desk = refused(opened, {"approver": "王芳", "password": "1"}, *signed)
    assert at_desk["password"] == "命令行不能当面批准，请写 signed_on_paper。"
    assert set(at_desk) == {"approver", "password", "signed_on_paper"}
