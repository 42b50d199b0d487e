"""The form of a request for a home visit, without its window."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from app import drafts
from app.errors import Invalid
from app.persons.parties import PartyDraft
from app.visits import filled as form
from app.visits.draft import cleaned, problems
from app.visits.requests import draft_for_case, draft_of
from app.visits.rules import VisitSettings
from models.choices import HalfDay, PartyKind, VisitCheck, VisitKind
from tests import makers, visiting
from tests.conftest import TODAY
from tests.makers import NOW

HOSPITAL = {"village": "云溪社区", "address": "镇卫生院 3 楼"}


@pytest.fixture(autouse=True)
def furnished(store):
    makers.furnish()


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"asker": makers.husband(), "relation": "丈夫"},
        {"aware": False, "guardian": "盛建军", "same_book": True},
        {"infectious": True, "told": "电话里说了，病好再约"},
        HOSPITAL | {"phone": "10099998888"},
        {
            "kind": VisitKind.GATHERED,
            "served": PartyDraft(kind=PartyKind.ORGANISATION, name="云溪敬老院", village="石门村"),
            "people": 12,
            "minutes": 90,
        },
        {
            "earliest": TODAY,
            "latest": TODAY + timedelta(days=3),
            "half": HalfDay.MORNING,
            "urgent": True,
            "papers": ("户口簿", "旧身份证"),
            "checklist": (VisitCheck.PORTRAIT, VisitCheck.FINGERPRINT),
            "bring": ("老花镜",),
        },
    ],
)
def test_a_request_goes_through_the_form_and_json_and_stays_what_it_was(changes):
    made = visiting.draft(**changes)
    kept = json.loads(json.dumps(form.filled_of(made)))
    assert cleaned(form.request_of(kept)) == cleaned(made)


def test_an_empty_form_is_a_request_that_lacks_who_what_where_and_consent():
    found = form.by_field(problems(form.request_of({}), TODAY, VisitSettings()), {})
    assert set(found) == {
        "served.name", "served.village", "served.phone", "matter", "consent", "exception",
    }  # fmt: skip


def test_the_phone_that_lacks_is_asked_of_whoever_asks():
    filled = {"asker.name": "盛建军"}
    assert set(form.by_field({"phone": "请填写电话。"}, filled)) == {"asker.phone"}
    assert set(form.by_field({"phone": "少了一位。"}, {"phone": "123"})) == {"phone"}


def test_the_place_is_said_only_where_it_is_not_the_home():
    wife = makers.wife(village="石门村", address="3组12号")
    assert form.filled_of(visiting.draft(served=wife))["address"] == ""
    assert form.filled_of(visiting.draft(served=wife, **HOSPITAL))["address"] == "镇卫生院 3 楼"


def test_another_asker_brings_nothing_of_the_first():
    asker = makers.husband(id=7, village="石门村")
    kept = form.filled_of(visiting.draft(asker=asker, relation="丈夫")) | {"asker.name": "石国强"}
    made = form.request_of(kept).asker
    assert made
    assert (made.name, made.id, made.village) == ("石国强", None, "")


def test_a_correction_may_correct_the_name():
    visit = visiting.requested()
    kept = form.filled_of(draft_of(visit), correcting=True) | {"served.name": "周小妹"}
    form.correct_request(visit, form.request_of(kept), makers.somebody(), NOW)
    after = draft_of(visit).served
    assert (after.name, after.id) == ("周小妹", draft_of(visit).served.id)


def test_filing_is_the_end_of_the_draft_and_a_refusal_is_not():
    who = makers.somebody()
    kept = form.filled_of(visiting.draft())
    draft_id = drafts.keep(form.FORM, None, form.title_of(kept), kept, who.id, NOW)
    assert form.unfinished(who, None) == draft_id
    with pytest.raises(Invalid):
        form.file_request(replace(visiting.draft(), consent=False), who, NOW, draft_id)
    assert form.unfinished(who, None) == draft_id
    form.file_request(visiting.draft(), who, NOW, draft_id)
    assert form.unfinished(who, None) is None


def test_a_form_begun_for_a_case_waits_for_that_case():
    who, case = makers.somebody(), makers.case().id
    kept = form.filled_of(draft_for_case(case))
    draft_id = drafts.keep(form.FORM, None, form.title_of(kept), kept, who.id, NOW)
    assert form.unfinished(who, case) == draft_id
    assert form.unfinished(who, None) is None


def test_choices_alone_are_no_draft():
    assert form.is_blank({"kind": "deliver", "people": 1, "served.id_kind": "resident"})
    assert not form.is_blank({"suits": "上午"})
    assert form.title_of({"served.name": "周玉兰"}) == "上门 周玉兰 · 未填事项"


def test_a_day_that_cannot_be_read_counts_as_not_filled_in():
    assert form.request_of({"earliest": "昨天吧"}).earliest is None
    assert form.request_of({"earliest": "2026-11-25"}).earliest == date(2026, 11, 25)
