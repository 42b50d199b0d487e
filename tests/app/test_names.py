import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.persons.names import initials, normalise, pinyin, surname

# GB 18030-2022: bytes, the private code they once had, the formal one.
MOVED = [
    ("FE51", 0xE816, 0x20087),
    ("FE52", 0xE817, 0x20089),
    ("FE53", 0xE818, 0x200CC),
    ("FE59", 0xE81E, 0x9FB4),
    ("FE61", 0xE826, 0x9FB5),
    ("FE66", 0xE82B, 0x9FB6),
    ("FE67", 0xE82C, 0x9FB7),
    ("FE6C", 0xE831, 0x215D7),
    ("FE6D", 0xE832, 0x9FB8),
    ("FE76", 0xE83B, 0x2298F),
    ("FE7E", 0xE843, 0x9FB9),
    ("FE90", 0xE854, 0x9FBA),
    ("FE91", 0xE855, 0x241FE),
    ("FEA0", 0xE864, 0x9FBB),
    ("A6D9", 0xE78D, 0xFE10),
    ("A6DA", 0xE78E, 0xFE12),
    ("A6DB", 0xE78F, 0xFE11),
    ("A6DC", 0xE790, 0xFE13),
    ("A6DD", 0xE791, 0xFE14),
    ("A6DE", 0xE792, 0xFE15),
    ("A6DF", 0xE793, 0xFE16),
    ("A6EC", 0xE794, 0xFE17),
    ("A6ED", 0xE795, 0xFE18),
    ("A6F3", 0xE796, 0xFE19),
]
ROW_FE = [*range(0xFE50, 0xFE7F), *range(0xFE80, 0xFEA1)]


def private(char: str) -> bool:
    return unicodedata.category(char) == "Co"


@pytest.mark.parametrize(("code", "former", "formal"), MOVED)
def test_the_24_points_that_moved_in_2022_have_their_formal_code(code, former, formal):
    assert normalise(chr(former)) == chr(formal)
    # Whatever table the codec of this Python has, old or new, the name is the same.
    assert normalise(bytes.fromhex(code).decode("gb18030")) == chr(formal)


@pytest.mark.parametrize(("place", "code"), list(enumerate(ROW_FE)))
def test_a_private_code_of_gbk_is_the_character_of_gb18030(place, code):
    of_gb18030 = normalise(code.to_bytes(2).decode("gb18030"))
    assert not private(of_gb18030)
    assert normalise(chr(0xE815 + place)) == of_gb18030


@pytest.mark.parametrize(
    ("given", "formal"),
    [
        ("黄\ue863", "黄䶮"),
        ("\ue7c7\ue7c8", "ḿǹ"),
        ("\ue7e7\ue7f3", "〾⿻"),
        ("⽯⾝⽇", "石身日"),
        ("⻢⻰", "马龙"),
        ("\uf92c", "郎"),
        ("葛\U000e0100\ufe00", "葛"),
        ("王  芳", "王芳"),
        ("王\u3000芳", "王芳"),
        ("John Smith", "John Smith"),
        ("买买提.吐尔逊", "买买提·吐尔逊"),
        ("买买提 • 吐尔逊", "买买提·吐尔逊"),
        ("买买提・吐尔逊", "买买提·吐尔逊"),
        ("J. Smith", "J. Smith"),
        ("ＡＢ１公司", "AB1公司"),
        ("云溪（镇）", "云溪（镇）"),
        ("𬎆𠅤㼆䶮", "𬎆𠅤㼆䶮"),
        ("\ue000", "\ue000"),
        ("", ""),
        ("\ufe00", "\ufe00"),
    ],
)
def test_a_name_has_one_form(given, formal):
    assert normalise(given) == formal


@given(st.text())
def test_a_normal_name_stays_as_it_is(name):
    assert normalise(normalise(name)) == normalise(name)


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("王秀英", "王"),
        ("欧阳𬎆䶮", "欧阳"),
        ("欧阳", "欧"),
        ("单于平", "单于"),
        ("爱新觉罗溥仪", "爱新觉罗"),
        ("𬎆一", "𬎆"),
        ("王", "王"),
        ("", ""),
    ],
)
def test_a_surname_may_have_more_than_one_character(name, family):
    assert surname(name) == family


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("龚伟", "Gōng Wěi"),
        ("单小平", "Shàn Xiǎopíng"),
        ("欧阳小平", "Ōuyáng Xiǎopíng"),
        ("万俟卨", "Mòqí Xiè"),
        ("尉迟恭", "Yùchí Gōng"),
        ("解西安", "Xiè Xī'ān"),
        ("李恩", "Lǐ Ēn"),
        ("黄䶮", "Huáng Yǎn"),
        ("𬎆𠅤㼆", "Yíng Xíyíng"),
        ("王\ue123", "Wáng ?"),
        ("买买提·吐尔逊", "Mǎimǎití Tǔ'ěrxùn"),
        ("John Smith", "John Smith"),
        ("王", "Wáng"),
        ("", ""),
    ],
)
def test_pinyin_is_written_as_on_a_form(name, written):
    assert pinyin(name) == written


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("单", "s"), ("仇", "q"), ("解", "x"), ("查", "z"), ("朴", "p"), ("区", "o"), ("翟", "z"),
        ("盖", "g"), ("缪", "m"), ("曾", "z"), ("员", "y"), ("种", "c"), ("尉迟恭", "y"),
        ("万俟卨", "m"), ("长孙无忌", "z"), ("乐正绫", "y"),
    ],
)  # fmt: skip
def test_the_reading_as_a_surname_comes_first(name, first):
    assert initials(name)[0] == first


def test_all_readings_are_found():
    assert initials("单小平").split() == ["sxp", "dxp", "cxp", "sxb", "dxb", "cxb"]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("龚伟", "gw"),
        ("TCL集团", "tcljt tcljq"),
        ("John Smith", "johnsmith"),
        ("黄䶮3", "hy3"),
        ("王\ue123", "w? y?"),
        ("\U000323af", "?"),
        ("吕", "l"),
        ("（·）", ""),
        ("", ""),
    ],
)
def test_letters_stay_signs_go_and_unknown_characters_are_marked(name, found):
    assert initials(name) == found


@settings(deadline=None)  # the first name loads the dictionary
@given(st.text(st.characters(categories=["Lo", "Ll", "Lu", "Nd", "Po", "Zs"]), max_size=60))
def test_abbreviations_are_few_and_short(name):
    found = initials(name).split(" ")
    assert len(found) <= 32
    assert len(initials(name)) <= 400
    assert len(set(found)) == len(found)
    assert len({len(each) for each in found}) == 1


def test_a_long_name_of_ambiguous_characters_is_quick():
    assert len(initials("单乐曾朴查解" * 100).split()) == 1
    assert len(initials("单乐曾朴查解").split()) == 32


def test_the_dictionary_is_not_loaded_before_a_name_needs_it():
    program = (
        "import sys, app.persons.names as n; n.normalise('王'); print('pypinyin' in sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "False"
