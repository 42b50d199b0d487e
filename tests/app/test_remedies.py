"""The centre's own words for a “no”: reasons with where to go, and how a decision is contested."""

import pytest

from app.errors import AppError, Invalid
from app.records.remedies import (
    RemedyDraft,
    choices,
    confirm_remedy,
    get_remedy,
    list_remedies,
    problems,
    retire_remedy,
    save_remedy,
    unconfirmed,
)
from app.records.scope_reasons import (
    ScopeReasonDraft,
    get_scope_reason,
    list_scope_reasons,
    retire_scope_reason,
    save_scope_reason,
)
from models.choices import RemedyKind
from tests import makers

NOW = makers.NOW
FREE = "60日内向{authority}申请行政复议，或者向{court}起诉。"


def remedy(kind=RemedyKind.FREE, name="新的", text=FREE, source="某法第一条"):
    return RemedyDraft(kind=kind, name=name, text=text, source=source)


def test_every_reason_comes_with_where_to_go_and_where_it_was_published(store):
    for one in list_scope_reasons():
        assert one.channels
        assert one.source
    assert {"涉法涉诉", "涉访", "民事纠纷", "违反现行政策", "要件不符", "个人原因"} <= {
        one.name for one in list_scope_reasons()
    }


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (ScopeReasonDraft(name=" ", channels="法院"), "name"),
        (ScopeReasonDraft(name="别的", channels=" \n"), "channels"),
        (ScopeReasonDraft(name="别的", channels="\n".join("一二三四五六七八九十")), "channels"),
        (ScopeReasonDraft(name="涉访", channels="信访局"), "name"),  # there is one
        (ScopeReasonDraft(name="别的", channels="法院", words="长" * 501), "words"),
    ],
)
def test_a_reason_that_leads_nowhere_is_not_kept(store, draft, field):
    with pytest.raises(Invalid) as raised:
        save_scope_reason(draft)
    assert list(raised.value.problems) == [field]


def test_reasons_are_added_changed_and_taken_out_of_the_list(store):
    made = save_scope_reason(ScopeReasonDraft(name="商业秘密", channels="法院\n 市监所 "))
    assert get_scope_reason(made).channel == "法院、市监所"
    save_scope_reason(ScopeReasonDraft(name="商业秘密纠纷", channels="法院"), made)
    retire_scope_reason(made)
    assert made not in {one.id for one in list_scope_reasons()}
    assert get_scope_reason(made).name == "商业秘密纠纷"


@pytest.mark.parametrize(
    ("draft", "field", "sentence"),
    [
        (remedy(name=""), "name", "名称"),
        (remedy(text=""), "text", "告知文字"),
        (remedy(text="向{authority}申请复议。"), "text", r"\{court\}（人民法院）"),
        (remedy(RemedyKind.TERM, text="向{court}起诉。"), "text", r"\{days\}"),
        (remedy(text=FREE + "{judge}"), "text", "只能用"),
        (remedy(text=FREE + "{authority.name}"), "text", "只能用"),
        (remedy(text=FREE + "}"), "text", "只能用"),
        (remedy(RemedyKind.NONE, text="向{court}起诉。"), "text", "不要留填写处"),
        (remedy(source=" "), "source", "哪部法律"),
    ],
)
def test_a_text_that_could_not_be_filled_in_is_not_kept(draft, field, sentence):
    found = problems(draft)
    assert list(found) == [field]
    with pytest.raises(Invalid, match=sentence):
        raise Invalid(found)


def test_texts_are_unconfirmed_until_the_leader_says_so_and_again_when_they_change(store):
    makers.furnish()
    clerk, leader = makers.clerk(), makers.leader()
    assert unconfirmed() == list_remedies()
    first = list_remedies()[0]
    with pytest.raises(AppError, match="由负责人确认"):
        confirm_remedy(first.id, clerk, NOW)
    confirm_remedy(first.id, leader, NOW)
    assert (get_remedy(first.id).confirmed_by, get_remedy(first.id).confirmed_at) == ("李建国", NOW)
    assert dict(choices(0))[first.id] == first.name
    assert len(unconfirmed()) == len(list_remedies()) - 1
    same = remedy(first.kind, "改个名", first.text, first.source)
    save_remedy(same, first.id)
    assert get_remedy(first.id).confirmed_at
    save_remedy(remedy(first.kind, "改个名", FREE, first.source), first.id)
    assert get_remedy(first.id).confirmed_at is None
    assert dict(choices(0))[first.id] == "改个名（文字待负责人确认）"


def test_a_text_is_added_and_taken_out_of_the_list(store):
    made = save_remedy(remedy())
    with pytest.raises(Invalid, match="已经有“新的”了"):
        save_remedy(remedy())
    retire_remedy(made)
    assert made not in {one.id for one in list_remedies()}
    retire_remedy(made, active=True)
    assert made in {one.id for one in list_remedies()}
