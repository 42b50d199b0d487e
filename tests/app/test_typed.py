import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app import typed
from app.persons.parties import PartyDraft

ANY_TEXT = st.text(st.characters(exclude_categories=()))  # lone surrogates too


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("  王\u3000\u3000秀英 ", "王 秀英"),
        ("第一行\r\n第二行\u2028第三行", "第一行 第二行 第三行"),
        ("\u202e王\u200b秀\ufeff英\u2069", "王秀英"),
        ("王\x00秀\x1b英\x7f", "王秀英"),
        ("软\xad连字符", "软连字符"),
        ("王\ud842英", "王英"),
        ("\udfb7秀英", "秀英"),
        ("\ud842\udfb7", "𠮷"),
        ("王\ufffe英\uffff\ufffc", "王英"),
        ("\u3164\u2800 ", ""),
        ("𬎆\U000e0101", "𬎆\U000e0101"),
        ("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"),
        ("<b>粗</b>", "<b>粗</b>"),
        ("１２３（甲）", "１２３（甲）"),
    ],
)
def test_a_line_is_one_line_of_visible_characters(given, kept):
    assert typed.line(given) == kept


@given(ANY_TEXT)
@example("\ud842\ud842\udfb7")
@example("a\x1cb")
def test_every_line_can_be_stored_and_stays_as_it_is(text):
    kept = typed.line(text)
    assert kept.encode("utf-8").decode("utf-8") == kept
    assert typed.line(kept) == kept
    assert "\n" not in kept


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("第一段\r\n\r\n\r\n\r\n第二段", "第一段\n\n第二段"),
        ("一\r二\x0b三\u2029四", "一\n二\n三\n四"),
        ("\n\n  \u3000父亲瘫痪在床， \n 到不了场。\t\n\u200b\n\n", "父亲瘫痪在床，\n到不了场。"),
        ("一\n \n\u3000\n二", "一\n\n二"),
    ],
)
def test_paragraphs_keep_their_lines_and_one_empty_line(given, kept):
    assert typed.paragraphs(given) == kept


@given(ANY_TEXT)
def test_paragraphs_stay_as_they_are(text):
    kept = typed.paragraphs(text)
    assert typed.paragraphs(kept) == kept
    assert "\n\n\n" not in kept
    assert typed.line(kept) == typed.line(text)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("１００１２３４５６７８", "10012345678"),
        ("100 1234-5678", "10012345678"),
        ("100\u20111234\u20135678", "10012345678"),
        ("13812345678.0", "13812345678"),
        ("330111198605020536.00", "330111198605020536"),
        ("3.5", "3.5"),
        ("'330111198605020536", "330111198605020536"),
        ("３３０１１１１９８６０５０２０５３ｘ", "33011119860502053x"),
        ("\u202a10012345678\u202c", "10012345678"),
    ],
)
def test_digits_lose_what_excel_and_input_methods_add(given, kept):
    assert typed.digits(given) == kept


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("100-1234-5678", "10012345678"),
        ("+86 100 1234 5678", "10012345678"),
        ("0086-10012345678", "10012345678"),
        ("86-100-1234-5678", "10012345678"),
        ("05706001234", "0570-6001234"),
        ("0570—6001234", "0570-6001234"),
        ("(0570) 600 1234", "0570-6001234"),
        ("（0570）6001234", "0570-6001234"),
        ("+86 570 6001234", "0570-6001234"),
        ("+86-10-60012345", "010-60012345"),
        ("010-6001-2345", "010-60012345"),
        ("02160012345", "021-60012345"),
        ("0570-6001234-801", "0570-6001234-801"),
        ("0570-6001234转801", "0570-6001234-801"),
        ("0570-6001234 ext. 801", "0570-6001234-801"),
        ("12345", "12345"),
        ("", ""),
    ],
)
def test_a_phone_number_has_one_form(given, kept):
    assert typed.phone(given) == kept
    assert typed.phone(kept) == kept


@pytest.mark.parametrize(
    "phone",
    ["", "10012345678", "13812345678.0", "１００１２３４５６７８", "05706001234", "010-60012345",
     "0570-6001234转8"],
)  # fmt: skip
def test_a_right_phone_number_has_no_problem(phone):
    assert typed.phone_problem(phone) == ""


@pytest.mark.parametrize(
    ("phone", "sentence"),
    [
        ("1001234567", "手机号还少 1 位。"),
        ("1", "手机号还少 10 位。"),
        ("100123456789", "手机号多了 1 位。"),
        ("0570-60012", "座机号请填写区号加 7 到 8 位号码，例如 0570-6001234。"),
        ("6001234", "请填写 11 位手机号，或带区号的座机号。"),
        ("一二三", "请填写 11 位手机号，或带区号的座机号。"),
        ("10012345678/10012345679", "请填写 11 位手机号，或带区号的座机号。"),
        ("٠١٢٣٤٥٦٧٨٩", "请填写 11 位手机号，或带区号的座机号。"),
        ("12345", "手机号还少 6 位。"),
    ],
)
def test_a_wrong_phone_number_is_told_what_to_do(phone, sentence):
    assert typed.phone_problem(phone) == sentence


@pytest.mark.parametrize("phone", ["12345", "110", "400-600-1234", "95598", "0570-6001234", ""])
def test_offices_have_short_numbers_too(phone):
    assert typed.office_phone_problem(phone) == ""


def test_an_office_is_told_as_a_person_is():
    assert typed.office_phone_problem("1001234567") == "手机号还少 1 位。"


@given(ANY_TEXT)
def test_any_text_may_stand_in_a_phone_field(text):
    kept = typed.phone(text)
    assert typed.phone_problem(kept) == typed.phone_problem(text)
    kept.encode("utf-8")


def test_length_is_counted_in_characters():
    assert typed.too_long("𬎆" * 20, 20) == ""
    assert typed.too_long("𬎆" * 23, 20) == "最多 20 个字，请删去 3 个。"


@pytest.mark.parametrize("text", ["王\ud83d", "\udc00小", "一\ud842二"])
def test_half_a_character_is_told(text):
    assert "只剩半个" in typed.halved(text)


@pytest.mark.parametrize("text", ["", "王𠅤", "\ud842\udfb7", "\ufffd"])
def test_whole_ones_are_not(text):
    assert typed.halved(text) == ""


def test_a_field_with_half_a_character_is_named():
    draft = PartyDraft(name="王\ud83d", address="石门村")
    assert list(typed.broken(draft, ("name", "address"))) == ["name"]
