from dataclasses import replace
from datetime import timedelta

import pytest

from app.cases.registry import draft_of, edit_case
from app.desk.tidying import Untidy, UntidyKind, adopt, link, list_untidy, proposal
from app.directory import (
    MatterDraft,
    UnitDraft,
    VillageDraft,
    list_matters,
    list_units,
    list_villages,
    save_matter,
    save_unit,
    save_village,
)
from app.errors import NotFound
from app.history import list_history
from app.moves import move_case
from app.records.shares import list_shares
from app.search.finding import find
from models import Case, CaseUnit
from models.choices import Act
from tests.makers import NOW, case, furnish, husband, somebody, wife

LATER = NOW + timedelta(days=1)


@pytest.fixture(autouse=True)
def furnished(store):
    furnish()


def untidy():
    return [(one.kind.value, one.text, one.cases) for one in list_untidy()]


def named(kind, text):
    return next(one for one in list_untidy() if (one.kind, one.text) == (kind, text))


def corrections(case_id):
    lines = [line for line in list_history(case_id) if line.act is Act.EDIT]
    return [(line.field, line.before, line.after, line.by, line.at) for line in lines]


def test_what_no_list_has_is_listed_with_how_many_cases_name_it():
    case(matter="换领身份证", helpers=("石门村",), tried_units=("派出所", "公安局"))
    case(matter="换领身份证", helpers=(), tried_units=(), applicant=husband(village="石门"))
    case(matter="低保", helpers=(), tried_units=("公安局",), beneficiary=wife(village="石门"))
    assert untidy() == [
        ("matter", "换领身份证", 2),
        ("matter", "低保", 1),
        ("village", "石门", 3),  # he came three times, and lives there now
        ("unit", "公安局", 2),
        ("unit", "石门村", 1),
    ]


def test_a_matter_is_linked_in_every_case_found_by_its_new_name_and_told_in_the_history():
    made = [case(matter="换身份证", helpers=()) for _ in range(2)]
    other = case(matter="低保", helpers=())
    entry = save_matter(MatterDraft(name="居民身份证换领"))
    assert link(named(UntidyKind.MATTER, "换身份证"), entry, somebody(), LATER) == 2
    assert [one.matter for one in (draft_of(made[0].id), draft_of(other.id))] == [
        "居民身份证换领",
        "低保",
    ]
    assert untidy() == [("matter", "低保", 1)]
    assert corrections(made[1].id) == [("事项", "换身份证", "居民身份证换领", "王芳", LATER)]
    assert corrections(other.id) == []
    assert {one.id for one in find("居民身份证换领")} == {one.id for one in made}
    assert find("换身份证") == []


def test_a_village_is_linked_for_everyone_who_lives_there():
    made = case(applicant=husband(village="石门"), beneficiary=wife(village="石门"), helpers=())
    (entry,) = list_villages()
    assert link(named(UntidyKind.VILLAGE, "石门"), entry.id, somebody(), LATER) == 1
    after = draft_of(made.id)
    assert (after.applicant.village, after.beneficiary.village) == ("石门村", "石门村")
    assert sorted(field for field, *_ in corrections(made.id)) == ["反映人村社", "服务对象村社"]
    assert [one.id for one in find("石门村")] == [made.id]


def test_a_unit_is_linked_in_its_role_and_takes_the_name_of_the_list():
    made = case(lead="公安局", helpers=(), tried_units=("公安局", "社保窗口"))
    police = next(one for one in list_units() if one.name == "派出所")
    assert link(named(UntidyKind.UNIT, "公安局"), police.id, somebody(), LATER) == 1
    after = draft_of(made.id)
    assert (after.lead, after.tried_units) == ("派出所", ("派出所", "社保窗口"))
    assert not CaseUnit.select().where(CaseUnit.unit.is_null()).exists()
    assert sorted(field for field, *_ in corrections(made.id)) == ["到过哪些部门", "牵头单位"]
    assert [one.id for one in find("派出所")] == [made.id]


@pytest.mark.parametrize(
    ("units", "after"),
    [
        ({"lead": "派出所", "helpers": ("公安局",)}, ("派出所", (), ())),
        ({"lead": "公安局", "helpers": ("派出所",)}, ("派出所", (), ())),
        ({"lead": "", "helpers": ("派出所", "公安局")}, ("", ("派出所",), ())),
        ({"tried_units": ("公安局", "派出所"), "lead": ""}, ("", (), ("派出所",))),
        ({"lead": "公安局", "tried_units": ("派出所",)}, ("派出所", (), ("派出所",))),
    ],
)
def test_a_unit_a_case_has_already_is_not_there_twice(units, after):
    made = case(**({"helpers": (), "tried_units": ()} | units))
    police = next(one for one in list_units() if one.name == "派出所")
    link(named(UntidyKind.UNIT, "公安局"), police.id, somebody(), LATER)
    now = draft_of(made.id)
    assert (now.lead, now.helpers, now.tried_units) == after
    assert untidy()[1:] == []


def test_what_was_given_to_one_unit_under_two_names_is_kept_and_one_of_it_called_off():
    made = case(lead="公安局", helpers=("派出所", "县公安"), tried_units=())
    move_case(made.id, Act.ASSIGN, {"note": "请上门"}, somebody(), LATER)
    police = next(one for one in list_units() if one.name == "派出所")
    for text in ("县公安", "公安局"):
        link(named(UntidyKind.UNIT, text), police.id, somebody(), LATER)
    shares = list_shares(made.id, LATER.date())
    assert [(one.unit, one.role.label, one.living) for one in shares] == [
        ("派出所", "牵头", True),
        ("派出所", "配合", False),
        ("派出所", "配合", False),
    ]


def test_of_what_was_given_and_what_is_planned_the_given_stays():
    made = case(lead="", helpers=("县公安",), tried_units=())
    move_case(made.id, Act.TAKE_UP, {}, somebody(), LATER)
    move_case(made.id, Act.ASSIGN, {"note": "请上门"}, somebody(), LATER)
    edit_case(made.id, replace(draft_of(made.id), helpers=("派出所",)), somebody(), LATER)
    police = next(one for one in list_units() if one.name == "派出所")
    link(named(UntidyKind.UNIT, "县公安"), police.id, somebody(), LATER)
    shares = list_shares(made.id, LATER.date())
    assert [(one.unit, one.state.label) for one in shares] == [("派出所", "待签收")]


@pytest.mark.parametrize(
    ("kind", "text", "names"),
    [
        (UntidyKind.MATTER, "残疾证", lambda: [one.name for one in list_matters()]),
        (UntidyKind.VILLAGE, "柳林", lambda: [one.name for one in list_villages()]),
        (UntidyKind.UNIT, "残联", lambda: [one.name for one in list_units()]),
    ],
)
def test_what_is_adopted_is_in_its_list_and_linked(kind, text, names):
    made = case(matter="残疾证", applicant=husband(village="柳林"), helpers=("残联",))
    assert adopt(named(kind, text), somebody(), LATER) == 1
    assert text in names()
    assert (kind.value, text, 1) not in untidy()
    (line,) = [line for line in list_history(made.id) if line.act is Act.EDIT]
    assert line.note.endswith(f"“{text}”已列入{kind.label}名录。")
    assert line.field == ""
    assert [one.id for one in find(text)] == [made.id]


def test_an_entry_that_is_gone_changes_nothing():
    case(matter="残疾证", helpers=())
    with pytest.raises(NotFound):
        link(Untidy(UntidyKind.MATTER, "残疾证", 1), 999, somebody(), LATER)
    assert untidy() == [("matter", "残疾证", 1)]


@pytest.mark.parametrize(
    ("text", "meant"),
    [("石门", "石门村"), ("石门村", "石门村"), ("云溪镇柳林村", "柳林村"), ("外地", None)],
)
def test_the_entry_most_likely_meant_is_proposed(text, meant):
    assert proposal(text, ["石门村", "石门村委会大院", "柳林村"]) == meant


def test_a_renamed_matter_or_village_is_found_by_its_new_name():
    village = list_villages()[0].id
    matter = save_matter(MatterDraft(name="身份证"))
    unit = save_unit(UnitDraft(name="残联"))
    made = case(matter="身份证", applicant=husband(village="石门村"), helpers=())
    save_village(VillageDraft(name="石桥村"), village)
    save_matter(MatterDraft(name="户口簿"), matter)
    save_unit(UnitDraft(name="残疾人联合会"), unit)
    for words, found in (("石桥", [made.id]), ("石门", []), ("户口簿", [made.id])):
        assert [one.id for one in find(words)] == found
    assert Case.get().matter.name == "户口簿"
