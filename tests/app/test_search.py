import re
from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.cases.registry import draft_of, edit_case
from app.search import terms
from app.search.finding import find, index_cases, index_party, matching, reindex_all
from app.search.words import words_of
from models import Case, CaseUnit, Party, Staff, database, search_index
from models.choices import PartyKind, Status
from tests.makers import NOW, case, conclude, draft, furnish, husband, resident, somebody


def numbers(text, **options):
    return [found.number[-3:] for found in find(text, **options)]


@pytest.fixture
def couple(store):
    furnish()
    return case(proxy=husband(name="何书记", phone="10099998888", id_number="", village=""))


@pytest.mark.parametrize(
    "typed",
    [
        "BBC-云溪-20261122-001",
        "bbc云溪20261122001",
        "20261122-001",
        "1122-001",
        "１１２２－００１",
        "10012345678",
        "100 1234 5678",
        "5678",
        resident("33011119680502053"),
        resident("33011119680502053")[-4:],
        "盛建军",
        "建军",
        "盛 建 军",
        "sjj",
        "刘秀珍",
        "LXZ",
        "何书记",
        "hsj",
        "石门村",
        "石门",
        "身份证换领",
        "失智",
        "上门核验身份",
        "拍不了照片",
        "本人不到场，拍不了",
        "本人不到场拍不了照片",
        "派出所",
        "到期身份证",
        "失智 石门村 5678",
        "盛?军",
        "？秀珍",
        "刘??",
        "秀?",
        "s?j",
        "100????5678",
        "失智？",
        "盛?",
    ],
)
def test_a_case_is_found_by_whatever_one_remembers_of_it(couple, typed):
    assert [found.id for found in find(typed)] == [couple.id]


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " \n",
        "？",
        "王小明",
        "失智 桥头村",
        "军盛",
        "盛?李",
        "刘秀珍盛",
        "1122-002",
        "8765",
    ],
)
def test_what_a_case_has_not_does_not_find_it(couple, typed):
    assert find(typed) == []


@pytest.mark.parametrize(
    "typed",
    [
        *('"', "'", "*", "^", "NEAR", "NEAR(", "AND", "OR NOT", "keys:", "(", ")", "-", "{a b}:c"),
        *(
            "\x00",
            "\ud800",
            "盛\udfff",
            "𠅤",
            "¶",
            "※",
            "¶盛",
            "\u202e",
            "'; DROP",
            "盛*",
            "\uffff",
        ),
        *("a" * 9999, "? " * 999, "盛 " * 999, "?" * 999, "1?" * 999, "\u3000", "%", "_", "\\"),
        *("e\u0301", "盛\u0301", "\u0301", "+", "1" * 64, "盛?" * 40, "? ?", "a?? ??b"),
    ],
)
def test_nothing_that_is_typed_breaks_the_search(couple, typed):
    find(typed)
    matching(typed)


def test_what_is_found_says_who_what_and_until_when(couple):
    (found,) = find("1122-001")
    assert (found.person, found.asker) == ("刘**", "盛**")
    assert found.matter == "居民身份证换领"
    assert (found.status, found.received_at) == (Status.REGISTERED, NOW)
    assert found.due_on == couple.due_on


def test_an_organisation_is_not_covered(store):
    furnish()
    factory = husband(kind=PartyKind.ORGANISATION, name="云溪食品厂", id_number="")
    case(applicant=factory, beneficiary=None)
    (found,) = find("食品厂")
    assert (found.person, found.asker) == ("云溪食品厂", "")


def test_the_newest_come_first_and_no_more_than_asked_for(store):
    furnish()
    for _ in range(5):
        case()
    assert numbers("失智", limit=3) == ["005", "004", "003"]
    assert matching("失智") == {1, 2, 3, 4, 5}


@pytest.mark.parametrize("limit", [2, 20], ids=["when there are more", "when all are read"])
def test_whole_names_and_numbers_come_before_the_rest(store, limit):
    furnish()
    for name, phone in (
        ("王芳", "10000001234"),
        ("王芳芳", "10012340000"),
        ("李王芳", "10001234567"),
    ):
        case(applicant=husband(name=name, phone=phone, id_number=""), beneficiary=None)
    assert numbers("王芳", limit=limit)[:2] == ["001", "003"]
    assert numbers("1234", limit=limit)[:2] == ["001", "003"]
    assert numbers("wff", limit=limit)[0] == "002"


def test_a_name_of_private_codes_is_found_by_either(store):
    furnish()
    case(applicant=husband(name="王\ue863"), beneficiary=None)  # 䶮 as older systems write it
    assert numbers("王䶮") == numbers("王\ue863") == ["001"]


def test_an_initial_that_is_not_known_is_a_question_mark(store):
    furnish()
    case(applicant=husband(name="王\ue001芳", id_number=""), beneficiary=None)
    assert Party.get(Party.name.startswith("王")).initials.startswith("w?f")
    assert numbers("w?f") == numbers("wf") == numbers("王?芳") == ["001"]


def test_a_word_does_not_run_from_one_field_into_the_next(couple):
    assert find("珍何书记") == []
    assert find("居民身份证换领妻子") == []


def test_a_correction_is_found_and_what_it_replaced_is_not(couple):
    now = NOW + timedelta(hours=1)
    changed = draft_of(couple.id)
    edit_case(
        couple.id, draft(applicant=changed.applicant, problem="驾驶证丢失。"), somebody(), now
    )
    assert numbers("驾驶证") == ["001"]
    assert find("失智") == []
    assert find("何书记") == []


def test_the_result_is_found_once_a_case_is_concluded(couple):
    conclude(couple.id, "民警上门采集了指纹。")
    assert numbers("采集了指纹") == ["001"]


def test_what_becomes_known_of_a_person_is_found_in_the_earlier_cases(couple):
    Party.update(phone="10066667777").where(Party.name == "盛建军").execute()
    index_party(Party.get(Party.name == "盛建军").id)
    assert numbers("10066667777") == ["001"]
    assert find("10012345678") == []


def test_an_entry_that_is_as_before_is_not_written_again(couple):
    before = database.connection().total_changes
    index_cases([couple.id])
    assert database.connection().total_changes == before


def test_a_case_that_is_not_saved_is_not_found(store):
    furnish()
    with pytest.raises(ZeroDivisionError), database.atomic():
        case()
        raise ZeroDivisionError
    assert find("失智") == []


def test_indexing_anew_finds_the_same_and_tells_how_far_it_is(couple):
    case(applicant=husband(name="孙一"), beneficiary=None)
    ticks = []
    search_index.clear()
    assert find("孙一") == []
    reindex_all(lambda done, total: ticks.append((done, total)))
    assert (numbers("孙一"), numbers("何书记")) == (["002"], ["001"])
    assert ticks == [(2, 2)]


def test_a_reindexing_that_is_cancelled_leaves_the_index_as_it_was(couple):
    def cancel(done, total):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        reindex_all(cancel)
    assert numbers("失智") == ["001"]


def test_the_index_is_made_as_the_newest_step_says(store):
    (made,) = database.execute_sql(
        "SELECT sql FROM sqlite_master WHERE name = 'case_index'"
    ).fetchone()
    assert made == search_index.CREATE


LETTERS = st.sampled_from(
    "云溪镇王芳䶮𠅤𰻝\ue863龑0123456789xXａ１abw，。（）·- \n\u3000\"*?'é①㎡\U000e0100"
)
TEXTS = st.text(LETTERS, max_size=12)


@st.composite
def case_texts(draw):
    """The fields of some cases, and what is typed: a part of one of them, or anything."""
    cases = draw(
        st.lists(st.fixed_dictionaries(dict.fromkeys(FIELDS, TEXTS)), min_size=1, max_size=4)
    )
    told = draw(st.sampled_from([text for one in cases for text in one.values()]))
    start, length = draw(st.integers(0, max(0, len(told) - 1))), draw(st.integers(1, 6))
    return cases, draw(st.one_of(st.just(told[start : start + length]), TEXTS)).replace("?", "")


FIELDS = (
    "name",
    "phone",
    "id_number",
    "address",
    "problem",
    "demand",
    "answer_given",
    "result",
    "unit",
)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(case_texts())
def test_every_part_of_every_field_finds_its_case_and_no_other(store, made):
    """Against a slow search through all fields; words stand apart by blanks, signs say nothing."""
    cases, typed = made
    with database.atomic() as transaction:
        for one in cases:
            store_case(**one)
        slow = {
            place
            for place, one in enumerate(cases, 1)
            if all(
                any(word in terms.fold(field) for field in fields_of(place, one))
                for word in asked(typed)
            )
        }
        expected = slow if asked(typed) else set()
        assert matching(typed) == expected
        assert {found.id for found in find(typed)} == expected
        transaction.rollback()


def asked(typed):
    return [word for word in map(terms.fold, typed.split()) if word]


def fields_of(place, one):
    fixed = (f"BBC-云溪-20261122-{place:03}", "wf", "居民身份证换领")
    return (*fixed, *one.values())


def store_case(name, phone, id_number, address, unit, **told):
    Staff.get_or_create(id=1, defaults={"name": "王芳", "work_number": "03"})
    place = Case.select().count() + 1
    party = Party.create(
        id=place, name=f"钱{name}", initials="wf", phone=phone, id_number=id_number, address=address
    )
    row = Case.create(
        id=place,
        number=f"BBC-云溪-20261122-{place:03}",
        check_code="A",
        received_at=datetime(2026, 11, 22),
        staff=1,
        handler=1,
        rules=1,
        clock_from="2026-11-22",
        applicant=party,
        matter_text="居民身份证换领",
        due_on="2026-11-27",
        due_days=5,
        **told,
    )
    CaseUnit.create(case=row, role="lead", name=unit)
    index_cases([row.id])


def test_words_are_cut_to_a_reasonable_length():
    (word,) = words_of("云" * 5000)
    assert len(word.text) == 64
    assert len(words_of("云 溪 " * 500)) == 2
    assert all(re.fullmatch("[0-9]", word.text) for word in words_of(" ".join("123456789")))
