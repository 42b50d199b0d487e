import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.persons import masks


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("王秀英", "王**"),
        ("龚伟", "龚*"),
        ("欧阳𬎆䶮", "欧阳**"),
        ("𬎆𠅤", "𬎆*"),
        ("买买提·吐尔逊", "买**·***"),
        ("John Smith", "J*** *****"),
        ("王", "王"),
        ("", ""),
    ],
)
def test_a_name_keeps_its_surname(name, masked):
    assert masks.name(name) == masked


def test_an_organisation_is_no_person():
    assert masks.name("云溪茶厂", organisation=True) == "云溪茶厂"


@pytest.mark.parametrize(
    ("phone", "masked"),
    [
        ("13812345678", "138****5678"),
        ("138-1234-5678", "138****5678"),
        ("0570-6001234", "0570-***1234"),
        ("010-60012345", "010-****2345"),
        ("0570-6001234-801", "0570-***1234"),
        ("6001234", "60***34"),
        ("12345", "*****"),
        ("", ""),
    ],
)
def test_a_phone_number_keeps_its_ends(phone, masked):
    assert masks.phone(phone) == masked


@pytest.mark.parametrize(
    ("number", "masked"),
    [
        ("330111199003070536", "330111********0536"),
        ("330111900307053", "330111*****7053"),
        ("E12345678", "E1*****78"),
        ("12345", "*****"),
        ("", ""),
    ],
)
def test_an_id_number_hides_the_birthday(number, masked):
    assert masks.id_number(number) == masked


@pytest.mark.parametrize(
    ("address", "masked"),
    [
        ("浙江省临溪县云溪镇石门村3组12号", "浙江省临溪县云溪镇石门村****"),
        ("石村村12号", "石村村****"),
        ("石门村村民委员会旁", "石门村****"),
        ("新村社区3幢501室", "新村社区****"),
        ("云溪镇人民路8号", "云溪镇****"),
        ("石门村", "石门村"),
        ("人民路8号", "****"),
        ("", ""),
    ],
)
def test_an_address_keeps_its_village(address, masked):
    assert masks.address(address) == masked


@given(st.text(st.characters(categories=["Lo", "Nd"]), min_size=7, max_size=40))
def test_a_mask_has_the_length_of_what_it_hides_and_hides_something(text):
    for mask in (masks.name, masks.id_number):
        assert len(mask(text)) == len(text)
        assert "*" in mask(text)
