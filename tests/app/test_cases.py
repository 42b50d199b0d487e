from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from app import changes
from app.cases import drafting
from app.cases.detail import get_case
from app.cases.registry import draft_of, edit_case, find_id, open_case
from app.errors import Invalid, NotFound
from app.history import list_history
from app.moves import next_moves
from app.persons.parties import PartyDraft
from models import Case, CaseUnit, Counter, Matter, Party
from models.choices import Act, Cause, Grade, IdKind, Method, PartyKind, Status, UnitRole
from tests.makers import NOW, case, draft, furnish, husband, somebody, wife


@pytest.fixture(autouse=True)
def desk_of_the_centre(store):
    furnish()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"applicant": husband(name=" \u3000")}, "applicant.name"),
        ({"applicant": husband(phone="1001234567")}, "applicant.phone"),
        ({"applicant": husband(phone="")}, "applicant.phone"),
        ({"applicant": husband(id_number="330111196805020531")}, "applicant.id_number"),
        ({"applicant": husband(name="王" * 61)}, "applicant.name"),
        ({"beneficiary": wife(id_number="123")}, "beneficiary.id_number"),
        ({"proxy": husband(name="")}, "proxy.name"),
        ({"matter": "\u200b"}, "matter"),
        ({"matter": "事" * 81}, "matter"),
        ({"demand": "", "problem": " \n "}, "demand"),
        ({"demand": "求" * 4001}, "demand"),
        ({"trips": 100}, "trips"),
        ({"trips": -1}, "trips"),
        ({"received_at": NOW + timedelta(minutes=1)}, "received_at"),
        ({"received_at": datetime(1900, 1, 1)}, "received_at"),
        ({"first_applied_on": date(2026, 11, 23)}, "first_applied_on"),
        ({"first_applied_on": date(1900, 1, 1)}, "first_applied_on"),
        ({"tried_units": tuple(str(n) for n in range(21))}, "tried_units"),
        ({"helpers": ("单" * 61,)}, "helpers"),
        ({"materials": (drafting.MaterialDraft("料" * 81),)}, "materials"),
        ({"ask_trouble": "难" * 4001}, "ask_trouble"),
    ],
)
def test_a_broken_rule_is_named_beside_its_field(change, field):
    assert list(drafting.problems(draft(**change), NOW)) == [field]


def test_who_what_and_a_way_to_reach_them_is_enough():
    quick = drafting.CaseDraft(
        received_at=NOW,
        applicant=PartyDraft(name="张三", address="石门村3组"),
        matter="养老金认证",
        demand="人在外省，认证不了。",
    )
    assert drafting.problems(quick, NOW) == {}
    assert set(drafting.missing(quick)) == {"nature", "cause", "lead"}
    opened = open_case(quick, somebody(), NOW)
    assert not get_case(opened.id).complete


def test_a_registered_case_reads_back_as_it_was_typed():
    opened = case()
    assert opened.number == "BBC-云溪-20261122-001"
    assert opened.due_on == date(2026, 11, 27)
    kept = draft_of(opened.id)
    assert kept.applicant.name == "盛建军"
    assert kept.beneficiary.name == "刘秀珍"
    assert replace(kept, applicant=None, beneficiary=None) == replace(
        draft(), applicant=None, beneficiary=None
    )


def test_known_names_are_linked_and_unknown_ones_kept_as_text():
    Matter.create(name="居民身份证换领")
    opened = case(tried_units=("派出所", "县里的窗口"))
    row = Case.get_by_id(opened.id)
    assert row.matter.name == "居民身份证换领"
    assert row.matter_text == ""
    tried = (
        CaseUnit.select()
        .where(CaseUnit.case == opened.id, CaseUnit.role == UnitRole.TRIED)
        .order_by(CaseUnit.place)
    )
    assert [(one.name, one.unit_id is not None) for one in tried] == [
        ("派出所", True),
        ("县里的窗口", False),
    ]
    assert row.applicant.village.name == "石门村"


def test_cases_of_one_day_are_numbered_in_turn_and_days_apart():
    assert [case().number[-12:] for _ in range(2)] == ["20261122-001", "20261122-002"]
    assert case(received_at=NOW - timedelta(days=1)).number.endswith("20261121-001")


def test_an_invalid_draft_uses_no_number():
    with pytest.raises(Invalid):
        case(matter="")
    assert Counter.select().count() == 0
    assert case().number.endswith("-001")


def test_a_case_that_fails_half_way_leaves_nothing_and_uses_no_number():
    def write_half():
        with changes.saving(changes.Kind.CASES):
            case()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_half()
    assert (Case.select().count(), Party.select().count(), Counter.select().count()) == (0, 0, 0)


def test_the_same_person_is_kept_once_and_brought_up_to_date():
    case()
    case(applicant=husband(phone="10099990000"))
    assert Party.select().where(Party.name == "盛建军").count() == 1
    assert Party.get(Party.name == "盛建军").phone == "10099990000"


def test_an_empty_field_does_not_wipe_what_is_known_of_a_person():
    case()
    case(applicant=husband(village="", id_number=""))
    assert Party.get(Party.name == "盛建军").village.name == "石门村"


def test_two_people_of_one_name_stay_two():
    case()
    case(applicant=husband(id_number="", phone="10055556666"))
    assert Party.select().where(Party.name == "盛建军").count() == 2


def test_an_organisation_gives_its_credit_code():
    firm = PartyDraft(
        kind=PartyKind.ORGANISATION,
        name="云溪山泉食品厂",
        id_number="９１３５０１００Ｍ０００１００Ｙ４３",
        phone="0570-6001234",
    )
    assert drafting.problems(draft(applicant=firm, beneficiary=None), NOW) == {}
    opened = case(applicant=firm, beneficiary=None)
    kept = draft_of(opened.id).applicant
    assert (kept.id_kind, kept.id_number) == (IdKind.CREDIT_CODE, "91350100M000100Y43")


def test_the_date_comes_from_the_grade_and_says_how():
    opened = case(received_at=datetime(2026, 9, 18, 10), grade=Grade.COMPLEX, first_applied_on=None)
    detail = get_case(opened.id)
    assert detail.due_on == date(2026, 10, 9)
    assert len(detail.due_steps) > 2


def test_an_edit_keeps_what_was():
    opened = case()
    later = NOW + timedelta(hours=2)
    changed = edit_case(
        opened.id,
        draft(demand="只要上门拍照。", grade=Grade.COMPLEX, cause=Cause.PROCESS),
        somebody(),
        later,
    )
    assert set(changed) == {"诉求", "难度", "成因"}
    lines = {line.field: line for line in list_history(opened.id) if line.act is Act.EDIT}
    assert lines["诉求"].before == "请派出所上门核验身份、采集人像和指纹。"
    assert lines["诉求"].after == "只要上门拍照。"
    assert (lines["难度"].before, lines["难度"].after) == ("一般", "复杂")
    assert lines["成因"].at == later
    assert get_case(opened.id).due_on == date(2026, 12, 4)


def test_an_edit_that_changes_nothing_writes_nothing():
    opened = case()
    before = list_history(opened.id)
    assert edit_case(opened.id, draft_of(opened.id), somebody(), NOW) == []
    assert list_history(opened.id) == before


def test_completing_a_quick_case_is_told_from_correcting_one():
    opened = case(nature=None, cause=None)
    edit_case(opened.id, draft(), somebody(), NOW)
    assert {line.act for line in list_history(opened.id)} == {Act.REGISTER, Act.COMPLETE}
    assert get_case(opened.id).complete


def test_correcting_a_name_corrects_that_person():
    opened = case()
    kept = draft_of(opened.id)
    right = replace(kept, applicant=replace(kept.applicant, name="盛建君"))
    assert edit_case(opened.id, right, somebody(), NOW) == ["反映人姓名"]
    assert draft_of(opened.id).applicant.name == "盛建君"


def test_what_was_saved_is_announced_once_it_is_committed():
    heard = []
    stop = changes.subscribe(heard.append)
    case()
    stop()
    assert heard == [frozenset({changes.Kind.CASES, changes.Kind.PARTIES})]


def test_a_number_that_is_not_there_gives_a_sentence():
    opened = case()
    assert find_id(f" {opened.number} ") == opened.id
    with pytest.raises(NotFound, match="请核对编号"):
        find_id("BBC-云溪-20261122-999")


@pytest.mark.parametrize(
    "name", ["欧阳𬎆䶮", "李\U0002ebf0", "阿卜杜拉·买买提", "=cmd|' /C calc'!A0", "<b>王</b>"]
)
def test_names_are_kept_as_they_are(name):
    opened = case(applicant=husband(name=name, id_number=""))
    assert draft_of(opened.id).applicant.name == name


def test_a_private_code_becomes_the_formal_one_and_is_kept_beside_it():
    case(applicant=husband(name="黄\ue863"))
    party = Party.get(Party.name == "黄䶮")
    assert party.name_raw == "黄\ue863"


def test_a_case_page_shows_the_one_served_masked():
    opened = case(method=Method.TRANSFER)
    detail = get_case(opened.id)
    assert (detail.person, detail.contact) == ("刘**", "100****5678")
    assert detail.status is Status.REGISTERED
    assert next_moves(detail.id, NOW.date())[0].act is Act.SORT
