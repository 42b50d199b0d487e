import pytest

from app.cases.way import get_way
from app.intake import register
from app.intake_draft import case_of
from app.troubles import filled_from_trouble, led_to, unmet
from models import Case
from tests.makers import NOW, case, furnish, somebody


@pytest.fixture
def opened(store):
    furnish()
    return case(ask_trouble="低保证也丢了。")


def test_what_is_hard_is_offered_until_a_case_has_come_of_it(opened):
    assert unmet(opened.id) == "低保证也丢了。"
    Case.update(end_trouble="社保卡也坏了。").where(Case.id == opened.id).execute()
    assert unmet(opened.id) == "社保卡也坏了。"  # the last word
    filled = filled_from_trouble(opened.id) | {"matter": "社保卡补换", "cause": "other"}
    made = register(case_of(filled, NOW), somebody(), NOW, origin_id=filled["origin"])
    assert unmet(opened.id) == ""
    assert get_way(made.id).origin == opened.number
    assert led_to(opened.id) == [made.number]


def test_the_people_are_the_same_and_nothing_of_the_old_matter_is_carried_over(opened):
    before = Case.get_by_id(opened.id)
    draft = case_of(filled_from_trouble(opened.id), NOW)
    assert draft.applicant.id == before.applicant_id
    assert draft.beneficiary.id == before.beneficiary_id
    assert draft.problem == "低保证也丢了。"
    assert (draft.matter, draft.lead, draft.materials, draft.trips) == ("", "", (), 0)
    assert draft.received_at == NOW


def test_where_nothing_is_hard_nothing_is_offered(store):
    furnish()
    assert unmet(case(ask_trouble="").id) == ""
