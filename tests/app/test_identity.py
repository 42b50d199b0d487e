from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import ric, uscc

from app.errors import AppError
from app.persons.identity import (
    Identity,
    age,
    canonical,
    check_digit,
    problem,
    read,
    read_resident,
)
from models.choices import IdKind

TODAY = date(2026, 11, 22)


def resident(region: str, born: date, serial: int) -> str:
    """An invented number with a valid check digit."""
    first17 = f"{region}{born:%Y%m%d}{serial:03}"
    return first17 + check_digit(first17)


# The two examples that GB 11643-1999 itself gives.
@pytest.mark.parametrize("number", ["11010519491231002X", "440524188001010014"])
def test_the_examples_of_the_standard_are_right(number):
    assert problem(IdKind.RESIDENT, number, TODAY) == ""


@given(
    region=st.integers(110000, 839999).map(str),
    born=st.dates(date(1850, 1, 1), TODAY),
    serial=st.integers(0, 999),
)
def test_every_number_built_by_the_rule_is_right_and_tells_its_holder(region, born, serial):
    number = resident(region, born, serial)
    assert number[17] == ric.calc_check_digit(number)
    sex = "男" if serial % 2 else "女"
    assert read_resident(number, TODAY) == Identity(number, sex, born)


@given(
    born=st.dates(date(1920, 1, 1), date(2020, 1, 1)),
    place=st.integers(0, 17),
    digit=st.sampled_from("0123456789"),
)
def test_one_wrong_digit_is_always_seen(born, place, digit):
    number = resident("330111", born, 53)
    wrong = number[:place] + digit + number[place + 1 :]
    assert bool(problem(IdKind.RESIDENT, wrong, TODAY)) == (wrong != number)


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        ("", ""),
        ("3301111986050205", "身份证号还少 2 位。"),
        ("33011119860502053", "身份证号还少 1 位。"),
        ("3", "身份证号还少 17 位。"),
        ("3301111986050205361", "身份证号多了 1 位。"),
        ("330111198605320536", "出生日期不存在，请核对第 7 到 14 位。"),
        ("330111198602300536", "出生日期不存在，请核对第 7 到 14 位。"),
        ("330111000000000536", "出生日期不存在，请核对第 7 到 14 位。"),
        (resident("330111", date(1849, 12, 31), 53), "出生日期不存在，请核对第 7 到 14 位。"),
        (resident("330111", date(2026, 11, 23), 53), "出生日期在今天以后，请核对第 7 到 14 位。"),
        ("110105194912310021", "第 18 位校验码不对，请对照证件逐位核对。"),
        ("1101051949123X002X", "X 只能在最后一位，请对照证件核对。"),
        ("11010519491231O02X", "身份证号只有数字，最后一位可以是 X，请核对“O”。"),
        ("١١٠١٠٥١٩٤٩١٢٣١٠٠٢X", "身份证号只有数字，最后一位可以是 X，请核对“١”。"),
        ("330111860231053", "身份证号还少 3 位。"),
    ],
)
def test_a_wrong_number_is_told_what_to_look_at(number, sentence):
    assert problem(IdKind.RESIDENT, number, TODAY) == sentence
    assert problem(IdKind.HOUSEHOLD, number, TODAY) == sentence


@pytest.mark.parametrize(
    "typed",
    ["11010519491231002x", "１１０１０５１９４９１２３１００２Ｘ", "110105 19491231 002X",
     "110105-19491231-002×", "11010519491231002Х"],
)  # fmt: skip
def test_however_it_is_typed_one_number_is_stored(typed):
    assert canonical(IdKind.RESIDENT, typed) == "11010519491231002X"


@given(st.dates(date(1900, 1, 1), date(1999, 12, 31)), st.integers(0, 999))
def test_an_old_number_becomes_a_new_one(born, serial):
    old = f"330111{born:%y%m%d}{serial:03}"
    found = read_resident(old, TODAY)
    assert found == Identity(resident("330111", born, serial), found.sex, born)
    assert canonical(IdKind.RESIDENT, old) == found.number


@pytest.mark.parametrize("region", ["810000", "820000", "830000", "330113", "999999", "000000"])
def test_no_region_is_refused(region):
    assert problem(IdKind.RESIDENT, resident(region, date(1990, 5, 2), 12), TODAY) == ""


@pytest.mark.parametrize(
    ("born", "on", "years"),
    [
        (date(1986, 5, 2), date(2026, 5, 1), 39),
        (date(1986, 5, 2), date(2026, 5, 2), 40),
        (date(2004, 2, 29), date(2026, 2, 28), 21),
        (date(2004, 2, 29), date(2026, 3, 1), 22),
        (date(2026, 11, 22), date(2026, 11, 22), 0),
    ],
)
def test_age_is_full_years(born, on, years):
    assert age(born, on) == years


NEW_CARD = resident("933840", date(1990, 5, 2), 12)  # 9, province, country


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        (IdKind.PASSPORT, "E12345678"),
        (IdKind.PASSPORT, "ｅ１２３ ４５６７８"),
        (IdKind.HK_MACAU, "H12345678"),
        (IdKind.HK_MACAU, "m1234567801"),
        (IdKind.TAIWAN, "12345678"),
        (IdKind.TAIWAN, "1234567801(B)"),
        (IdKind.FOREIGN, "USA330000010203"),
        (IdKind.FOREIGN, NEW_CARD),
        (IdKind.CREDIT_CODE, "91110000600037341L"),
        (IdKind.CREDIT_CODE, "9111 0000 6000 3734 1l"),
        (IdKind.OTHER, "军字第0123456号"),
        (IdKind.OTHER, "（2026）浙军老字 12-3"),
        *((kind, "") for kind in IdKind),
    ],
)
def test_other_papers_are_taken(kind, number):
    assert problem(kind, number, TODAY) == ""


@pytest.mark.parametrize(
    ("kind", "number", "word"),
    [
        (IdKind.PASSPORT, "E", "5 到 20 位"),
        (IdKind.PASSPORT, "ABCDEF", "5 到 20 位"),
        (IdKind.HK_MACAU, "A12345678", "H 或 M"),
        (IdKind.HK_MACAU, "H1234567", "8 位数字"),
        (IdKind.TAIWAN, "1234567", "8 位数字"),
        (IdKind.FOREIGN, "US330000010203", "9 开头"),
        (IdKind.FOREIGN, NEW_CARD[:17] + "Z", "9 开头"),
        (IdKind.FOREIGN, "9" + "0" * 17, "出生日期"),
        (IdKind.CREDIT_CODE, "9111000060003734", "还少 2 位"),
        (IdKind.CREDIT_CODE, "91110000600037341LL", "多了 1 位"),
        (IdKind.CREDIT_CODE, "91110000600037341M", "第 18 位校验码"),
        (IdKind.CREDIT_CODE, "9111000060003734IL", "没有“I”"),
        (IdKind.CREDIT_CODE, "911100A0600037341L", "第 3 到 8 位"),
        (IdKind.CREDIT_CODE, "330111000012345", "旧注册号"),
        (IdKind.OTHER, "=cmd|calc", "证件号"),
        (IdKind.OTHER, "<b>", "证件号"),
        (IdKind.OTHER, "一" * 31, "30 个字"),
    ],
)
def test_other_papers_are_checked_too(kind, number, word):
    assert word in problem(kind, number, TODAY)


def test_a_village_cooperative_has_a_code_that_begins_with_a_letter():
    """农村集体经济组织: stdnum refuses letters in the first two places, the standard does not."""
    first17 = "N2330111MF0000001"
    code = first17 + uscc.calc_check_digit(first17)
    assert problem(IdKind.CREDIT_CODE, code, TODAY) == ""


def test_a_wrong_number_is_not_read():
    with pytest.raises(AppError, match="还少 1 位"):
        read_resident("33011119860502053", TODAY)


def test_a_passport_tells_nothing_of_its_holder():
    assert read(IdKind.PASSPORT, "e1234 5678", TODAY) == Identity("E12345678", "", None)


def test_a_new_permanent_residence_card_tells_as_much_as_a_residents():
    assert read(IdKind.FOREIGN, NEW_CARD, TODAY).born == date(1990, 5, 2)


@given(st.sampled_from(IdKind), st.text(st.characters(exclude_categories=()), max_size=40))
def test_any_text_may_stand_in_the_field(kind, text):
    stored = canonical(kind, text)
    assert canonical(kind, stored) == stored
    assert problem(kind, stored, TODAY) == problem(kind, text, TODAY)
