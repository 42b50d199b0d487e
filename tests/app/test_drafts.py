from datetime import timedelta

import pytest

from app.changes import Kind, subscribe
from app.drafts import discard, keep, list_drafts, load
from app.errors import NotFound
from models import Draft, Staff

CONTENT = {"applicant": {"name": "盛建军", "needs": ["sick"]}, "trips": 3, "ask_need": None}


@pytest.fixture
def heard(store):
    kinds = []
    end = subscribe(lambda saved: kinds.extend(saved))
    yield kinds
    end()


def test_what_was_typed_is_there_again(store, now):
    draft = keep("case", None, "盛建军", CONTENT, None, now)
    assert load(draft) == CONTENT


def test_a_later_keystroke_writes_over_the_earlier_one(store, now):
    draft = keep("case", None, "盛", {"name": "盛"}, None, now)
    later = now + timedelta(seconds=1)
    assert keep("case", draft, "盛建", {"name": "盛建"}, None, later) == draft
    (only,) = list_drafts()
    assert (only.title, only.begun_at, only.kept_at) == ("盛建", now, later)
    assert load(draft) == {"name": "盛建"}


def test_only_a_new_draft_and_one_that_goes_are_announced(heard, now):
    draft = keep("case", None, "", {}, None, now)
    assert heard == [Kind.DRAFTS]
    keep("case", draft, "盛", {"name": "盛"}, None, now)
    assert heard == [Kind.DRAFTS]
    discard(draft)
    assert heard == [Kind.DRAFTS, Kind.DRAFTS]


def test_the_list_has_the_last_touched_first_and_says_whose_it_is_and_how_old(store, now):
    clerk = Staff.create(name="王芳", work_number="03")
    keep("case", None, "早的", {}, clerk.id, now)
    keep("reception", None, "晚的", {}, None, now + timedelta(minutes=5))
    assert [(one.title, one.staff) for one in list_drafts()] == [("晚的", ""), ("早的", "王芳")]
    (early,) = list_drafts("case")
    assert early.age(now + timedelta(hours=2)) == timedelta(hours=2)


def test_a_draft_that_was_discarded_meanwhile_is_begun_anew(store, now):
    draft = keep("case", None, "一", {"n": 1}, None, now)
    discard(draft)
    again = keep("case", draft, "二", {"n": 2}, None, now)
    assert load(again) == {"n": 2}
    assert len(list_drafts()) == 1


def test_a_draft_of_another_form_is_never_written_over(store, now):
    draft = keep("case", None, "办件", {"n": 1}, None, now)
    assert keep("reception", draft, "接待", {"n": 2}, None, now) != draft
    assert load(draft) == {"n": 1}


@pytest.mark.parametrize("text", ["\ud840", "a\x00b", "𠅤𬎆", "\u202e", "=cmd", "<b>", "\r\n\t"])
def test_whatever_a_form_holds_is_kept_as_it_is(store, now, text):
    assert load(keep("case", None, text, {"name": text}, None, now)) == {"name": text}


def test_a_title_too_long_for_the_list_is_cut(store, now):
    keep("case", None, "长" * 500, {}, None, now)
    assert list_drafts()[0].title == "长" * 80


def test_a_draft_that_is_gone_or_spoilt_gives_a_sentence(store, now):
    with pytest.raises(NotFound, match="已经不在了"):
        load(4711)
    draft = keep("case", None, "", {}, None, now)
    Draft.update(content='{"name": "盛').where(Draft.id == draft).execute()
    with pytest.raises(NotFound, match="已损坏"):
        load(draft)


def test_discarding_twice_is_no_trouble(store, now):
    draft = keep("case", None, "", {}, None, now)
    discard(draft)
    discard(draft)
    assert list_drafts() == []
