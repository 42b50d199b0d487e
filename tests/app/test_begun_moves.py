"""A move that was written down and not done is there again when it is opened."""

from datetime import date, datetime, timedelta

import pytest

from app import drafts
from app.moves import Move, move_case
from app.moves.asks import Ask, Asked
from app.moves.begun import FORM, begun, begun_acts, keep
from app.moves.move import Done
from models import Draft
from models.choices import Act, Ending, Status
from tests.makers import NOW, case, furnish

TODAY, LATER = NOW.date(), NOW + timedelta(hours=1)
SAID = {
    "ending": Ending.PARTLY,
    "on": date(2026, 11, 20),
    "at": datetime(2026, 11, 20, 9, 30),
    "units": ("派出所", "石门村"),
    "rows": ({"item": "查底册", "by": date(2026, 11, 30)},),
    "note": "办了一半",
    "trips": None,
}
ASKS = (
    Asked("ending", "结局", Ask.CHOICE, choices=Ending),
    Asked("on", "哪天", Ask.DAY),
    Asked("at", "时间", Ask.MOMENT),
    Asked("units", "单位", Ask.UNITS),
    Asked("rows", "事项", Ask.ROWS, columns=(Asked("item", "事项"), Asked("by", "期限", Ask.DAY))),
    Asked("note", "结果"),
    Asked("trips", "跑了几次", Ask.NUMBER),
    Asked("password", "密码", Ask.SECRET),
)
MOVE = Move(Act.WITHDRAW, "撤回", Status.REGISTERED, Status.WITHDRAWN, lambda _: Done(""), ASKS)


@pytest.fixture
def who(store):
    return furnish()


def test_what_was_said_comes_back_as_it_was_and_a_password_is_not_kept(who):
    opened = case()
    assert begun(opened.id, MOVE) is None
    draft_id = keep(opened.id, MOVE, SAID | {"password": "geheim"}, None, who, NOW)
    found = begun(opened.id, MOVE)
    assert (found.draft_id, found.said, found.by, found.at) == (draft_id, SAID, "王芳", NOW)
    assert "geheim" not in Draft.get().content


def test_it_belongs_to_its_case_and_its_act(who):
    one, other = case(), case()
    keep(one.id, MOVE, SAID, None, who, NOW)
    assert begun(other.id, MOVE) is None


def test_it_is_offered_while_the_act_can_be_done(who):
    opened = case()
    draft_id = keep(opened.id, MOVE, SAID, None, who, NOW)
    drafts.keep("case", None, "", {}, who.id, NOW)
    assert begun_acts(TODAY) == {draft_id: (opened.id, Act.WITHDRAW)}
    move_case(opened.id, Act.WITHDRAW, {"note": "不办了。"}, who, LATER)
    assert begun_acts(TODAY) == {}


@pytest.mark.parametrize("content", ["{", '{"on": "30. Februar"}', '{"ending": "anders"}'])
def test_one_that_is_spoilt_is_left_alone(who, content):
    opened = case()
    Draft.create(
        form=f"{FORM} {opened.id} withdraw",
        content=content,
        staff=who.id,
        begun_at=NOW,
        kept_at=NOW,
    )
    assert begun(opened.id, MOVE) is None
