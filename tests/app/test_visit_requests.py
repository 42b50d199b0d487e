"""A request for a visit: who may be visited, what has to be said, and what is kept."""

from datetime import date, timedelta

import pytest

from app.errors import AppError, Invalid
from app.history import list_history
from app.persons.parties import PartyDraft
from app.visits.calling_off import cancel_visit
from app.visits.detail import get_visit
from app.visits.draft import eligibility, problems
from app.visits.requests import draft_for_case, draft_of, edit_request, request_visit
from app.visits.rules import VisitSettings
from models import Party, Visit
from models.choices import (
    Act,
    HalfDay,
    Need,
    PartyKind,
    VisitAct,
    VisitCheck,
    VisitKind,
    VisitStatus,
)
from tests import makers
from tests.makers import NOW, resident
from tests.visiting import draft, requested

TODAY = NOW.date()
RULES = VisitSettings()
YOUNG = {"needs": (), "id_number": resident("33011119900311342"), "phone": "10012345678"}


@pytest.fixture(autouse=True)
def who(store):
    return makers.furnish()


def wrong(**changes):
    return problems(draft(**changes), TODAY, RULES)


def test_the_wife_of_the_report_may_be_visited():
    assert wrong() == {}


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("served.name", {"served": makers.wife(name=" ", phone="10012345678")}),
        ("served.id_number", {"served": makers.wife(id_number="3301111970", phone="10012345678")}),
        ("asker.name", {"asker": makers.husband(name=""), "relation": "丈夫"}),
        ("relation", {"asker": makers.husband()}),
        ("matter", {"matter": " "}),
        ("village", {"village": "", "address": ""}),
        ("phone", {"served": makers.wife(phone="")}),
        ("phone", {"phone": "123"}),
        ("consent", {"consent": False}),
        ("guardian", {"aware": False}),
        ("same_book", {"aware": False, "guardian": "盛建军"}),
        ("told", {"infectious": True}),
        ("exception", {"served": makers.wife(**YOUNG)}),
        ("latest", {"latest": TODAY - timedelta(days=1)}),
        ("latest", {"earliest": date(2026, 12, 2), "latest": date(2026, 12, 1)}),
        ("earliest", {"earliest": date(1926, 12, 2)}),
        ("people", {"people": 0}),
        ("minutes", {"minutes": 481}),
        ("directions", {"directions": "长" * 201}),
        ("bring", {"bring": ("长" * 81,)}),
        ("papers", {"papers": tuple(map(str, range(51)))}),
    ],
)
def test_what_keeps_a_request_from_being_taken_stands_beside_its_field(field, changes):
    assert list(wrong(**changes)) == [field]


@pytest.mark.parametrize(
    "changes",
    [
        {"aware": False, "guardian": "盛建军", "same_book": True},
        {"infectious": True, "told": "电话告诉他等好了再来", "consent": False},
        {"served": makers.wife(**YOUNG), "exception": "脚骨折，下不了床"},
        {"served": makers.wife(phone=""), "asker": makers.husband(), "relation": "丈夫"},
        {"served": makers.wife(**YOUNG), "kind": VisitKind.GATHERED, "people": 4},
        {"earliest": TODAY, "latest": TODAY},
    ],
)
def test_what_may_be(changes):
    assert wrong(**changes) == {}


@pytest.mark.parametrize(
    ("kind", "needs", "born", "holds", "said"),
    [
        (VisitKind.BUSINESS, (Need.DISABLED,), "19900311", True, "残疾，在上门对象"),
        (VisitKind.BUSINESS, (), "19660101", True, "老年人，在上门对象"),
        (VisitKind.CERTIFY, (), "19661122", True, "老年人"),  # sixty today
        (VisitKind.CERTIFY, (), "19661123", False, "不在上门对象"),  # tomorrow
        (VisitKind.BUSINESS, (Need.MILITARY,), "19900311", False, "不在上门对象"),
        (VisitKind.DELIVER, (), "19900311", False, "写明原因"),
        (VisitKind.GATHERED, (), "19900311", True, "集中服务不看群体"),
    ],
)
def test_who_may_be_visited_is_shown_with_its_rule(kind, needs, born, holds, said):
    served = makers.wife(needs=needs, id_number=resident(f"330111{born}342"))
    found = eligibility(draft(kind=kind, served=served), TODAY, RULES)
    assert found.holds is holds
    assert said in found.rule


def test_the_list_of_those_who_may_be_visited_is_the_centres():
    served = makers.wife(needs=(Need.MILITARY,), id_number="")
    rules = VisitSettings(needs=(Need.MILITARY,))
    assert eligibility(draft(served=served), TODAY, rules).rule.startswith("军人军属，")


def test_a_request_is_numbered_by_its_day_and_kept_whole(who):
    said = {"checklist": (VisitCheck.PORTRAIT,), "bring": ("印泥",), "half": HalfDay.MORNING}
    first = requested(**said, suits="上午", urgent=True)
    made = get_visit(first, TODAY)
    assert (made.number, made.status) == ("SM20261122-001", VisitStatus.REQUESTED)
    assert (made.person, made.contact) == ("刘**", "100****5678")
    assert made.draft.checklist == (VisitCheck.PORTRAIT,)
    assert made.draft.minutes == RULES.business
    assert made.history[0].act is VisitAct.REQUEST
    assert made.history[0].note == "业务上门，居民身份证换领，石门村，急"
    assert get_visit(requested(), TODAY).number == "SM20261122-002"
    assert Party.select().count() == 1  # the same woman


def test_an_invalid_request_uses_no_number():
    with pytest.raises(Invalid):
        requested(consent=False)
    requested()
    assert Visit.get().number.endswith("-001")


def test_whom_the_centre_does_not_visit_was_told_so_on_the_phone():
    made = get_visit(requested(infectious=True, told="请他好了以后再约"), TODAY)
    assert made.status is VisitStatus.REFUSED
    assert made.ended_reason == "有传染病，按规定不安排上门。请他好了以后再约"
    assert [one.act for one in made.history] == [VisitAct.REFUSE, VisitAct.REQUEST]


def test_a_case_proposes_its_visit_and_tells_of_it(who):
    opened = makers.case()
    proposed = draft_for_case(opened.id)
    assert (proposed.served.name, proposed.asker.name) == ("刘秀珍", "盛建军")
    assert (proposed.relation, proposed.village, proposed.matter) == (
        "妻子",
        "石门村",
        "居民身份证换领",
    )
    visit = request_visit(draft(case_id=opened.id), who, NOW)
    line = list_history(opened.id)[0]
    assert (line.act, line.note) == (
        Act.VISIT,
        "登记需求SM20261122-001；业务上门，居民身份证换领，石门村",
    )
    assert get_visit(visit, TODAY).case_number == opened.number


def test_what_was_asked_for_can_be_corrected_until_it_is_over(who):
    visit = requested()
    edit_request(visit, draft(phone="10087654321", urgent=True), who, NOW)
    assert draft_of(visit).phone == "10087654321"
    assert get_visit(visit, TODAY).history[0].note == "电话、急"
    cancel_visit(visit, "他自己来了", who, NOW)
    with pytest.raises(AppError, match="已取消，不能再改"):
        edit_request(visit, draft(), who, NOW)
    with pytest.raises(Invalid, match="请取消这次上门"):
        edit_request(requested(), draft(infectious=True, told="说了"), who, NOW)


def test_to_an_enterprise_one_goes_for_many(store):
    enterprise = PartyDraft(kind=PartyKind.ORGANISATION, name="云溪果业合作社", phone="10012340000")
    case = makers.case(applicant=enterprise, beneficiary=None, relation="")
    assert draft_for_case(case.id).kind is VisitKind.GATHERED
