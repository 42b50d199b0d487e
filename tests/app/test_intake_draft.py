import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.cases.drafting import cleaned, problems
from app.intake_draft import Comer, by_field, case_of, filled_from, filled_of, is_blank, title_of
from app.persons.parties import PartyDraft
from app.receptions import ReceptionRow
from models.choices import Channel, IdKind, PartyKind, ReceptionEnd
from tests.makers import NOW, draft, husband, wife

COOPERATIVE = PartyDraft(
    kind=PartyKind.ORGANISATION,
    name="云溪果业合作社",
    id_kind=IdKind.CREDIT_CODE,
    id_number="93330802MA2XXXXX0C",
    phone="10012340000",
)
CADRE = PartyDraft(name="石国强", phone="10098765432")


@pytest.mark.parametrize(
    ("parties", "comer"),
    [
        ({"beneficiary": None, "relation": ""}, Comer.SELF),
        ({}, Comer.SELF),
        ({"applicant": wife(), "beneficiary": None, "proxy": CADRE}, Comer.PROXY),
        ({"proxy": CADRE, "mandate": "委托书"}, Comer.PROXY),
        ({"applicant": COOPERATIVE, "beneficiary": None, "proxy": CADRE}, Comer.ORGANISATION),
        ({"applicant": COOPERATIVE, "proxy": CADRE}, Comer.ORGANISATION),
    ],
)
def test_a_case_goes_through_the_form_and_json_and_stays_what_it_was(parties, comer):
    made = draft(**parties, first_applied_on=date(2026, 9, 1))
    filled = json.loads(json.dumps(filled_of(made)))
    assert filled["comer"] == comer
    assert cleaned(case_of(filled, NOW + timedelta(days=3))) == cleaned(made)


def test_an_empty_form_is_a_case_received_now_that_lacks_who_and_what():
    made = case_of({}, NOW)
    assert (made.received_at, made.channel) == (NOW, Channel.COUNTER)
    assert set(problems(made, NOW)) == {"applicant.name", "applicant.phone", "matter", "demand"}


def test_a_moment_that_cannot_be_read_counts_as_not_filled_in():
    assert case_of({"received_at": "昨天吧"}, NOW).received_at == NOW


@pytest.mark.parametrize(
    ("filled", "wrong", "field"),
    [
        ({}, "applicant.phone", "person.phone"),
        ({"comer": "self"}, "beneficiary.id_number", "other.id_number"),
        ({"comer": "proxy"}, "proxy.name", "person.name"),
        ({"comer": "proxy"}, "applicant.name", "other.name"),
        ({"comer": "proxy"}, "applicant.phone", "person.phone"),
        ({"comer": "proxy", "other.phone": "1001"}, "applicant.phone", "other.phone"),
        ({"comer": "organisation"}, "applicant.name", "person.name"),
        ({"comer": "organisation"}, "proxy.phone", "other.phone"),
        ({}, "matter", "matter"),
    ],
)
def test_what_is_wrong_is_said_at_the_field_it_was_typed_into(filled, wrong, field):
    assert by_field({wrong: "请核对。"}, filled) == {field: "请核对。"}


@pytest.mark.parametrize(
    ("filled", "blank"),
    [
        ({}, True),
        ({"comer": "proxy", "grade": "complex", "person.id_kind": "passport"}, True),
        ({"person.name": "", "tried_units": [], "trips": 0, "ask_need": None}, True),
        ({"person.name": "盛"}, False),
        ({"ask_need": ""}, False),
        ({"trips": 1}, False),
        ({"files": [{"key": "0", "name": "照片.png", "size": 1}]}, False),
    ],
)
def test_a_form_is_blank_until_something_would_be_missed(filled, blank):
    assert is_blank(filled) is blank


def test_a_half_written_form_is_called_by_person_and_matter():
    assert title_of({}) == "未填姓名 · 未填事项"
    assert title_of(filled_of(draft())) == "盛建军 · 居民身份证换领"
    assert title_of({"person.phone": "100", "problem": "没法拍照"}) == "100 · 没法拍照"


def test_a_reception_fills_in_what_it_tells():
    row = ReceptionRow(
        1, NOW, "王芳", Channel.PHONE, "龚小平", "10000005621", "认证在哪办？", "一楼。",
        ReceptionEnd.REGISTERED, None,
    )  # fmt: skip
    made = case_of(filled_from(row), NOW + timedelta(hours=2))
    assert (made.applicant.name, made.applicant.phone) == ("龚小平", "10000005621")
    assert (made.problem, made.channel, made.received_at) == ("认证在哪办？", Channel.PHONE, NOW)


def test_an_enterprise_keeps_its_kind_and_a_person_is_none():
    filled = filled_of(draft(applicant=COOPERATIVE, beneficiary=None))
    assert case_of(filled, NOW).applicant.kind is PartyKind.ORGANISATION
    as_person = case_of(filled | {"comer": "self"}, NOW).applicant
    assert as_person.kind is PartyKind.PERSON
    assert replace(husband(), id=None) == husband()


def test_another_name_over_the_one_that_was_found_is_another_person():
    found = {"person.name": "盛建军", "person.id": 7, "person.loaded": "盛建军"}
    assert case_of(found, NOW).applicant.id == 7
    assert case_of(found | {"person.name": "盛建国"}, NOW).applicant.id is None
    assert case_of({"person.name": "盛建国", "person.id": 7}, NOW).applicant.id == 7
