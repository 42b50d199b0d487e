from datetime import timedelta

import pytest

from app.desk.briefs import brief
from app.desk.standings import Kind, list_standings
from app.moves import move_case
from app.records.round_records import list_rounds
from models.choices import Act, RefusalKind, Stars
from tests import makers
from tests.makers import NOW

LATER = NOW + timedelta(hours=2)
NO = {
    "kind": RefusalKind.CANNOT,
    "department": "派出所",
    "made_on": NOW.date(),
    "remedy": 1,
    "authority": "××县人民政府",
    "court": "××县人民法院",
    "reason": "年限不够。",
    "document": "《办法》",
    "article": "第八条",
    "tried": ("问过县里",),
    "other_ways": ("明年再办",),
}


@pytest.fixture
def opened(store):
    makers.furnish()
    return makers.case().id


def facts(case_id, place=0):
    return dict(list_rounds(case_id)[place].facts)


def test_a_case_that_is_not_over_has_no_rounds(opened):
    assert list_rounds(opened) == []


def test_a_round_tells_how_it_ended_what_was_said_and_what_they_think(opened):
    makers.move(opened, Act.SPOT, "当场拍了照。", trips_after=0)
    makers.move(opened, Act.FOLLOW_UP, "满意。", who=makers.leader())
    makers.move(opened, Act.RATE, "等太久", stars=Stars.TWO, efficiency=True)
    told = facts(opened)
    assert (told["结局"], told["结果"]) == ("办成", "当场拍了照。")
    assert told["跑动"] == "受理后又跑了 0 次"
    assert told["回访"] == "11-22 电话，李建国：满意。"
    assert told["评价"] == "不满意；服务效率；等太久"
    (said,) = list_standings(opened)
    assert (said.kind, said.note) == (Kind.BAD, "等太久")
    assert ("他怎么说", "等太久") in brief(opened, Act.REWORK)


def test_rounds_are_numbered_from_the_second_on(opened):
    makers.move(opened, Act.SPOT)
    assert list_rounds(opened)[0].title == "办结 11-22 09:20"
    makers.move(opened, Act.REOPEN, "又不行了。")
    makers.move(opened, Act.CONCLUDE, now=LATER)
    assert [one.title for one in list_rounds(opened)] == [
        "第 2 轮办结 11-22 11:20",
        "第 1 轮办结 11-22 09:20",
    ]


def test_a_no_is_told_with_its_basis_and_waits_for_a_second_person(opened):
    makers.move(opened, Act.TAKE_UP, "")
    move_case(opened, Act.ASK_NO, NO, makers.somebody(), NOW)
    told = facts(opened)
    assert told["答复"] == "依法不能办，等批准"
    assert told["依据"] == "《办法》第八条"
    kinds = [one.kind for one in list_standings(opened)]
    assert kinds == [Kind.ASKED, Kind.UNCONFIRMED]  # nobody has read the remedies yet
    assert ("理由", "年限不够。") in brief(opened, Act.GRANT_NO)
    signed = {"signed_on_paper": "周建平"}
    move_case(opened, Act.GRANT_NO, signed, makers.somebody(), NOW)
    assert facts(opened, -1)["答复"] == "依法不能办，周建平（纸质签字）同意"
