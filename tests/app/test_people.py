from datetime import date, datetime

import pytest

from app.persons.parties import PartyDraft
from app.persons.people import earlier_cases, find_people
from app.search.finding import find
from models import Visit, database
from models.choices import Ending, IdKind, Need, PartyKind
from tests.makers import NOW, case, conclude, furnish, husband, resident, wife
from tests.visiting import requested


@pytest.fixture
def known(store):
    """A couple, a factory, and someone whose name cannot be typed."""
    furnish()
    case()
    factory = PartyDraft(
        kind=PartyKind.ORGANISATION,
        name="云溪山泉食品厂",
        id_kind=IdKind.CREDIT_CODE,
        id_number="91330199MA27U00G0R",
        phone="0570-6001234",
    )
    case(applicant=factory, beneficiary=None, matter="食品生产许可变更")
    rare = husband(name="欧阳𬎆䶮", phone="10087654321", id_number="", village="竹溪村")
    case(applicant=rare, beneficiary=None)


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("10012345678", ["盛建军"]),
        ("１００ １２３４ ５６７８", ["盛建军"]),
        ("5678", ["盛建军"]),
        (resident("33011119700311342"), ["刘秀珍"]),
        (resident("33011119700311342")[-4:], ["刘秀珍"]),
        ("刘秀珍", ["刘秀珍"]),
        ("秀珍", ["刘秀珍"]),
        ("刘", ["刘秀珍"]),
        ("lxz", ["刘秀珍"]),
        ("LXZ", ["刘秀珍"]),
        ("欧阳?䶮", ["欧阳𬎆䶮"]),
        ("欧阳𬎆䶮", ["欧阳𬎆䶮"]),
        ("0570-6001234", ["云溪山泉食品厂"]),
        ("91330199ma27u00g0r", ["云溪山泉食品厂"]),
        ("食品厂", ["云溪山泉食品厂"]),
        ("BBC-云溪-20261122-002", ["云溪山泉食品厂"]),
        ("1122-001", ["盛建军"]),
        ("盛建军 石门村", ["盛建军"]),
        ("盛建军 竹溪村", []),
        ("石门村", []),
        ("王小明", []),
        ("", []),
        ("？", []),
    ],
)
def test_the_one_box_finds_whoever_was_here(known, typed, names):
    assert [one.party.name for one in find_people(typed)] == names


def test_a_person_comes_with_what_fills_the_form_and_covered_for_the_list(known):
    (found,) = find_people("lxz")
    assert found.party.id is not None
    assert found.party.needs == wife().needs
    assert found.party.id_number == wife().id_number
    assert (found.masked, found.id_number) == ("刘**", "330111********" + wife().id_number[-4:])
    assert (found.cases, found.last_on) == (1, date(2026, 11, 22))


def test_the_exact_name_comes_before_one_that_has_it_within(store):
    furnish()
    case(applicant=husband(name="王芳"), beneficiary=None)
    case(applicant=husband(name="王芳芳", phone="10000000001", id_number=""), beneficiary=None)
    assert [one.party.name for one in find_people("王芳")] == ["王芳", "王芳芳"]


def test_who_came_with_someone_of_that_name_comes_after_all_of_that_name(store):
    furnish()
    case(applicant=husband(name="王芳"), beneficiary=None)
    other = husband(name="王芳", phone="10000000001", id_number="")
    case(applicant=other, beneficiary=wife(name="王芳芳"))
    assert [one.party.name for one in find_people("王芳")] == ["王芳", "王芳", "王芳芳"]


def test_the_last_four_of_a_phone_come_before_four_in_its_middle(store):
    furnish()
    case(applicant=husband(phone="10000001234", id_number=""), beneficiary=None)
    case(applicant=husband(name="孙一", phone="10012340000", id_number=""), beneficiary=None)
    assert [one.party.name for one in find_people("1234")] == ["盛建军", "孙一"]


def test_someone_of_many_cases_is_found_once(store):
    furnish()
    for day in (20, 21, 22):
        case(received_at=NOW.replace(day=day))
    (found,) = find_people("盛建军")
    assert (found.cases, found.last_on) == (3, date(2026, 11, 22))


def test_earlier_cases_are_of_everything_a_person_had_to_do_with(known):
    (her,) = find_people("lxz")
    (his,) = find_people("盛建军")
    moved = case(applicant=wife(address="石门村1组"), beneficiary=None, matter="残疾人证换领")
    conclude(moved.id, "当场换好。")
    last, first = earlier_cases(her.party.id)
    assert (last.matter, last.ending, last.result) == ("残疾人证换领", Ending.DONE, "当场换好。")
    assert first.number == "BBC-云溪-20261122-001"
    assert [one.number for one in earlier_cases(his.party.id)] == [first.number]
    assert len(earlier_cases(her.party.id, limit=1)) == 1


def test_what_becomes_known_of_a_person_finds_the_earlier_cases_too(known):
    case(received_at=datetime(2026, 11, 22, 10), applicant=husband(phone="10055556666"))
    (found,) = find_people("10055556666")
    assert (found.party.name, found.cases) == ("盛建军", 2)
    assert [one.number[-3:] for one in find("10055556666")] == ["004", "001"]
    assert find("10012345678") == []


def test_the_one_box_finds_whoever_was_only_visited_at_home(known):
    requested(served=husband(name="盛小满", phone="10055556666", id_number="", needs=(Need.SICK,)))
    assert [one.party.name for one in find_people("6666")] == ["盛小满"]
    assert [one.party.name for one in find_people("盛")] == ["盛建军", "盛小满"]
    (found,) = find_people("盛小满")
    assert (found.cases, found.last_on) == (0, None)


def test_whoever_was_visited_long_ago_is_found_too(known):
    requested(served=husband(name="盛小满", phone="10055556666", id_number="", needs=(Need.SICK,)))
    often = requested(served=wife(name="夏明", id_number="", phone="10012345670"))
    row = Visit.select().where(Visit.id == often).dicts().get()
    others = [{**row, "id": None, "number": f"SM-{n}"} for n in range(500)]
    with database.atomic():
        Visit.insert_many(others).execute()
    assert [one.party.name for one in find_people("盛小满")] == ["盛小满"]
