from datetime import timedelta

import pytest

from app.persons.parties import PartyDraft
from app.similar import repeats, similar
from models import Party
from models.choices import Ending, Status
from tests.makers import NOW, case, conclude, furnish, husband, wife

BEDRIDDEN = "老人瘫痪在床，身份证到期，派出所要本人到场拍照。"
LICENCE = "前一家租户没有注销营业执照，地址被占用，系统提示不能登记。"
PENSION = "原单位早已破产，档案查不到，工龄算不清楚，退休手续办不了。"
CARD = "社保卡里的证件号还是十五位，银行和社保各让找对方。"


def told(problem, **changes):
    return case(problem=problem, demand="请办理。", answer_given="", ask_business=None, **changes)


@pytest.fixture
def four(store):
    furnish()
    for problem, matter in (
        (BEDRIDDEN, "居民身份证换领"),
        (LICENCE, "营业执照变更"),
        (PENSION, "退休手续"),
        (CARD, "社保卡"),
    ):
        told(problem, matter=matter)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("父亲瘫痪在床，身份证到期了，要本人到场拍照", [1]),
        ("租户没有注销，地址占用登记不了", [2]),
        ("工龄算不清，单位破产了", [3]),
        ("银行和社保各让找对方，证件号十五位", [4]),
        ("邻居家的狗半夜乱叫", []),
        ("身份证", []),
        ("", []),
        ('\x00\ud800"*', []),
    ],
)
def test_what_is_told_alike_is_similar(four, text, ids):
    assert [one.id for one in similar(text)] == ids


def test_the_most_alike_come_first_and_the_case_itself_is_left_out(four):
    told(BEDRIDDEN + "村里开了证明。")
    found = [one.id for one in similar(BEDRIDDEN + "村里开了证明。")]
    assert found == [5, 1]
    assert [one.id for one in similar(BEDRIDDEN, exclude=1)] == [5]
    assert [one.id for one in similar(BEDRIDDEN, limit=1, exclude=5)] == [1]


def test_where_many_are_alike_the_newest_are_shown(store, monkeypatch):
    monkeypatch.setattr("app.similar._RARE", 4)  # as if they were hundreds
    furnish()
    for _ in range(6):
        told(BEDRIDDEN)
    told(LICENCE)
    assert [one.id for one in similar(BEDRIDDEN)] == [6, 5, 4]


def test_a_person_s_name_makes_no_case_similar(four):
    told(LICENCE, applicant=husband(name="瘫痪在床", id_number=""), beneficiary=None)
    assert [one.id for one in similar("瘫痪在床的人要本人到场拍照")] == [1]


def test_a_similar_case_says_what_was_done_and_not_for_whom(four):
    conclude(1, "派出所上门采集，一小时办完。", NOW + timedelta(days=1))
    (found,) = similar(BEDRIDDEN)
    assert (found.matter, found.result) == ("居民身份证换领", "派出所上门采集，一小时办完。")
    assert (found.status, found.ending) == (Status.CONCLUDED, Ending.DONE)
    assert (found.received_at, found.concluded_at) == (NOW, NOW + timedelta(days=1))
    assert "盛" not in repr(found)


MATTER = "居民身份证换领"


@pytest.mark.parametrize(
    ("served", "matter", "ids"),
    [
        (wife(), MATTER, [1]),
        (wife(name="刘秀真"), MATTER, [1]),  # the same number
        (wife(id_number=""), MATTER, []),  # a namesake with nothing to tell her by
        (husband(), MATTER, []),  # he asked for her
        (wife(), "残疾人证换领", []),
        (wife(), f" {MATTER}\u200b", [1]),
        (wife(), "", []),
        (PartyDraft(name="钱一", phone="10011112222"), MATTER, [2]),
        (PartyDraft(name="钱一", phone="１００－１１１１－２２２２"), MATTER, [2]),
        (PartyDraft(name="钱一", phone="10011113333"), MATTER, []),
        (PartyDraft(name="钱二", phone="10011112222"), MATTER, []),
        (PartyDraft(), MATTER, []),
    ],
)
def test_the_same_matter_of_the_same_person_is_a_repeat(store, served, matter, ids):
    furnish()
    case()
    case(applicant=PartyDraft(name="钱一", phone="10011112222"), beneficiary=None)
    assert [one.id for one in repeats(served, matter)] == ids


def test_a_repeat_is_known_by_the_party_the_form_was_filled_from(store):
    furnish()
    case()
    her = Party.get(Party.name == "刘秀珍").id
    assert [one.id for one in repeats(PartyDraft(id=her, name="刘秀珍"), MATTER)] == [1]


def test_a_case_that_is_over_or_is_the_one_being_edited_is_no_repeat(store):
    furnish()
    first, second = case(), case()
    assert [one.id for one in repeats(wife(), MATTER)] == [second.id, first.id]
    assert [one.id for one in repeats(wife(), MATTER, exclude=second.id)] == [first.id]
    conclude(first.id)
    assert [one.id for one in repeats(wife(), MATTER)] == [second.id]
