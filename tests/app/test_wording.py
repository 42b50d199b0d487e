"""What the centre calls things itself is said everywhere."""

from dataclasses import replace

import pytest

from app.background import close_store
from app.cases.detail import get_case
from app.errors import Invalid
from app.moves import move_case
from app.startup import start
from app.wording import add_cause, list_words, read_again, save_word
from models.choices import Act, Cause, Ending, Nature, Status
from tests import makers

USUAL = [one for one in Cause if one.usual]


@pytest.fixture
def words(store):
    """Its own words go with the store."""
    read_again()
    yield list_words
    from models import Wording, database

    database.execute_sql("DELETE FROM wording")
    assert not Wording.select().exists()
    read_again()


def word(name, code):
    return next(one for one in list_words(name) if one.code == code)


def test_a_word_of_ones_own_is_said_everywhere_and_only_there(words):
    save_word(replace(word("status", "concluded"), name=" 已销号 "))
    assert Status.CONCLUDED.label == "已销号"
    assert Status.HANDLING.label == "办理中"
    save_word(replace(word("cause", "other"), name="别的原因"))
    assert (Cause.OTHER.label, Nature.CANNOT.label) == ("别的原因", "不能办")
    assert Ending.CANNOT.label == "依法不能办"  # of the same code in another list


def test_said_nothing_it_has_its_usual_name_again(words):
    save_word(replace(word("status", "archived"), name="已销号"))
    save_word(replace(word("status", "archived"), name=""))
    assert Status.ARCHIVED.label == "已归档"


@pytest.mark.parametrize(
    ("name", "code", "changes", "field"),
    [
        ("status", "archived", {"name": "办理中"}, "name"),
        ("status", "archived", {"name": "长" * 13}, "name"),
        ("status", "archived", {"active": False}, "active"),
        ("cause", "other", {"active": False}, "active"),
    ],
)
def test_what_would_confuse_is_not_kept(words, name, code, changes, field):
    with pytest.raises(Invalid) as raised:
        save_word(replace(word(name, code), **changes))
    assert list(raised.value.problems) == [field]
    assert all(one.name == one.usual for one in list_words(name))


def test_a_cause_out_of_use_is_not_offered_and_stays_where_it_is(words):
    makers.furnish()
    opened = makers.case(cause=Cause.LEGACY)
    save_word(replace(word("cause", "legacy"), active=False))
    assert get_case(opened.id).draft.cause is Cause.LEGACY
    assert not Cause.LEGACY.in_use
    with pytest.raises(Invalid, match="不能选“历史遗留问题不处理”"):
        move_case(opened.id, Act.SORT, {}, makers.somebody(), makers.NOW)


def test_another_store_has_its_own_words(words, tmp_path):
    save_word(replace(word("status", "archived"), name="已销号"))
    close_store()
    start(tmp_path / "other")
    assert Status.ARCHIVED.label == "已归档"
    close_store()
    start(tmp_path / "data")
    assert Status.ARCHIVED.label == "已销号"


def test_the_centre_adds_a_cause_of_its_own(words):
    makers.furnish()
    assert Cause.named() == USUAL
    add_cause(" 部门互相等 ")
    (own,) = [one for one in Cause.named() if one not in USUAL]
    assert (own.label, own.in_use) == ("部门互相等", True)
    opened = makers.case(cause=own)
    assert get_case(opened.id).draft.cause is own
    save_word(replace(word("cause", own.value), active=False))
    assert not own.in_use
    assert own.label == "部门互相等"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("", "请填写叫法"), ("长" * 13, "最多"), ("其他", "已经有“其他”了")],
)
def test_a_cause_without_a_proper_name_is_not_added(words, name, sentence):
    with pytest.raises(Invalid, match=sentence):
        add_cause(name)
    assert Cause.named() == USUAL


def test_as_many_are_in_use_as_there_are_digits(words):
    add_cause("甲")
    add_cause("乙")
    with pytest.raises(Invalid, match="最多 9 种，请先停用一种"):
        add_cause("丙")
    for code in ("process", "policy", "legacy", "channels", "data", "reform"):
        save_word(replace(word("cause", code), active=False))
    for name in "丙丁戊己庚辛":
        add_cause(name)
    with pytest.raises(Invalid, match="最多 9 种"):
        save_word(replace(word("cause", "reform"), active=True))
    save_word(replace(word("cause", "own_1"), active=False))
    with pytest.raises(Invalid, match="最多 8 种，请把不用的一种改成新的叫法"):
        add_cause("壬")
    assert [one.label for one in Cause.named()][6:] == [*"甲乙丙丁戊己庚辛", "其他"]


def test_a_cause_that_was_not_added_is_not_kept(words):
    makers.furnish()
    with pytest.raises(Invalid) as raised:
        makers.case(cause=Cause.OWN_3)
    assert list(raised.value.problems) == ["cause"]
