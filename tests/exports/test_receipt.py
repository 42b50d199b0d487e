"""The receipt, read back with other libraries than the one that wrote it."""

import re
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
import zxingcpp
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import AppError
from app.sheets import Material, ReceiptSheet
from exports.kit.fonts import BOLD, RARE, REGULAR
from exports.kit.units import NOT_FIRST
from exports.receipt_pdf import write_large_receipt, write_receipt, write_receipt_in_two_copies
from models.choices import Cause, Method
from tests.exports import samples
from tests.exports.reading import (
    assert_well_laid,
    chars_of,
    fonts_of,
    page_count,
    text_by_poppler,
    text_of,
    words_of,
)
from tests.exports.strain import stretched

WRITERS = (write_receipt, write_receipt_in_two_copies, write_large_receipt)
SHEETS = {name: value for name, value in vars(samples).items() if isinstance(value, ReceiptSheet)}
INTERNAL = (
    "研判",
    "成因",
    "不给办",
    "难度",
    "一类事",
    *(one.label for one in Cause.named() if one != "other"),
)


@pytest.fixture(params=WRITERS, ids=lambda write: write.__name__)
def write(request):
    return request.param


@pytest.fixture
def path(tmp_path):
    return tmp_path / "回执.pdf"


@pytest.mark.parametrize("name", SHEETS)
def test_nothing_lies_over_anything_or_off_the_page(name, write, path):
    write(SHEETS[name], path)
    assert_well_laid(path)


def test_it_says_what_a_citizen_must_know(write, path):
    write(samples.PLAIN, path)
    words = words_of(path)
    for part in (
        *(
            "云溪镇便民服务中心",
            "“办不成事”反映窗口",
            "受理回执",
            "BBC-云溪-20261118-003",
            "7K4QM2",
        ),
        *("龚𬱟", "330***********5621", "龚正荣（父亲，83岁，卧床）", "龚𬱟（女儿），有委托书"),
        *("2026年11月18日9时05分", "行动不便老人换领居民身份证", "请求上门办理换证。"),
        *("1.到期身份证，原件1份（当场退还）", "2.户口簿，复印件1份（留存）", "3.委托书"),
        *("王芳（工号03）", "2026年11月25日（星期三）前", "0570-0001234", "12345"),
        *("我们定于11月20日（星期五）上午上门", "（业务专用章）", "临溪县云溪镇人民路1号"),
    ):
        assert part in words, part


def test_the_hours_of_a_window_are_not_torn_apart(path):
    hours = "周一至周五8:30—11:30，13:30—17:00"
    write_receipt(replace(samples.PLAIN, centre=replace(samples.CENTRE, hours=hours)), path)
    assert hours in [line.partition("　")[2] for line in text_of(path).splitlines()]


def test_the_promised_date_is_the_largest_thing_but_the_title(write, path):
    write(samples.PLAIN, path)
    sizes = {}
    for char in chars_of(path):
        sizes.setdefault(round(char["size"], 1), []).append(char["text"])
    title, promise = sorted(sizes, reverse=True)[:2]
    assert set(sizes[title]) == set("受理回执")
    assert "2026年11月25日（星期三）前" in "".join(sizes[promise])


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"method": Method.SPOT}, "我们正在为您办，请在窗口稍坐。"),
        ({"method": Method.TRANSFER, "unit": ""}, "我们尽快把您的事交给承办单位。"),
        (
            {"method": Method.TRANSFER, "handover_on": date(2026, 11, 19)},
            "我们最迟2026年11月19日（星期四）把您的事交给云溪派出所。",
        ),
        ({"method": Method.COORDINATE, "unit": ""}, "由我们窗口牵头。"),
        ({"visit_at": ""}, "我们会先打电话同您约好上门时间"),
        ({"materials": ()}, "没有收材料。"),
        ({"beneficiary": "", "proxy": ""}, "本人"),
        ({"provisional": True}, "（如遇调休以电话为准）"),
        ({"promised_on": date(2026, 12, 4)}, "2026年12月4日（星期五）前"),
        ({"promised_on": date(2026, 11, 18)}, "11月18日当天给您答复"),
        ({"centre": replace(samples.CENTRE, phone="")}, "没接到，请拿回执来窗口。"),
        ({"details": ""}, "行动不便老人换领居民身份证"),
    ],
)
def test_what_is_not_known_yet_is_put_in_other_words(change, sentence, write, path):
    write(replace(samples.PLAIN, **change), path)
    words = words_of(path)
    assert sentence in words
    assert not re.search(r"请打[，。]|None|\{|\}", words)
    assert_well_laid(path)


@pytest.mark.parametrize("method", Method)
def test_every_way_has_its_three_steps(method, path):
    write_receipt(replace(samples.PLAIN, method=method), path)
    assert re.findall(r"^([1-3])\.\s", text_of(path), re.MULTILINE) == ["1", "2", "3"]


@pytest.mark.parametrize("name", SHEETS)
def test_no_internal_word_reaches_a_citizen(name, write, path):
    write(SHEETS[name], path)
    words = words_of(path)
    assert [word for word in INTERNAL if word in words] == []


def test_only_the_window_keeps_the_whole_phone_number(path):
    write_receipt(samples.PLAIN, path)
    assert "10000005621" not in text_of(path)
    assert "100****5621" in text_of(path)
    write_receipt_in_two_copies(samples.PLAIN, path)
    stub, citizen = text_of(path).split("沿此线裁开")[0], text_of(path)
    assert citizen.count("10000005621") == 1
    assert "存根联" in stub + citizen
    assert "群众联" in citizen


@pytest.mark.parametrize("sheet", [samples.RARE_NAMES, samples.LONG, samples.PLAIN])
def test_rare_names_are_found_by_three_readers(sheet, write, path):
    write(sheet, path)
    name = sheet.applicant.name
    assert name in text_of(path)
    assert name in "".join(char["text"] for char in chars_of(path))
    assert name in text_by_poppler(path)


def test_a_missing_character_is_marked_and_said(write, path):
    write(samples.MISSING_GLYPH, path)
    copies = 2 if write is write_receipt_in_two_copies else 1
    assert text_of(path).count("李〓") == copies
    assert words_of(path).count("〓处的字本机没有，请手写补上。") == copies
    write(samples.PLAIN, path)
    assert "〓" not in text_of(path)


def test_only_a_page_with_a_gap_says_so(path):
    """The gap is on the first page of two; the second has none."""
    person = replace(samples.LONG.applicant, name="李\U0002ebf0")
    write_receipt(replace(samples.LONG, applicant=person), path)
    assert [text.count("〓处的字") for text in text_of(path).split("第1页")] == [1, 0]


def test_only_embedded_fonts_of_ours(write, path):
    write(samples.LONG, path)
    assert fonts_of(path) == dict.fromkeys((REGULAR, BOLD, RARE), True)
    assert b"Helvetica" not in path.read_bytes()


@pytest.mark.parametrize("grey", [False, True])
@pytest.mark.parametrize("sheet", [samples.PLAIN, samples.VOID, samples.LONG])
def test_the_code_can_be_read_as_a_laser_prints_it(sheet, grey, write, path):
    write(sheet, path)
    with pypdfium2.PdfDocument(path) as pdf:
        image = pdf[0].render(scale=300 / 72, grayscale=grey).to_pil()
    if grey:
        image = image.convert("1")
    found = [one.text for one in zxingcpp.read_barcodes(image.convert("L"))]
    assert found == [sheet.code] * (2 if write is write_receipt_in_two_copies else 1)


def test_the_code_holds_capitals_and_digits_only():
    assert re.fullmatch(r"[0-9A-Z/-]+", samples.PLAIN.code)


def test_the_same_record_gives_the_same_bytes(write, tmp_path):
    for name in ("a", "b"):
        write(samples.LONG, tmp_path / name)
        write(samples.RARE_NAMES, tmp_path / "between")
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_how_many_pages_it_takes(write, path):
    write(samples.PLAIN, path)
    assert page_count(path) == 1
    write(samples.LONG, path)
    assert page_count(path) == 2
    assert re.search(r"第2页\s*共2页", text_of(path))
    assert text_of(path).count(samples.LONG.number) >= 2


def test_two_copies_are_one_a4_and_one_slip_is_a5(path):
    sizes = {write_receipt: (595, 420), write_receipt_in_two_copies: (595, 842)}
    for write, size in sizes.items():
        write(samples.PLAIN, path)
        with pypdfium2.PdfDocument(path) as pdf:
            assert tuple(map(round, pdf[0].get_size())) == size


def test_large_print_is_large(path):
    for sheet in (samples.PLAIN, samples.LONG, stretched(samples.LONG, 2)):
        write_large_receipt(sheet, path)
        small = [char["text"] for char in chars_of(path) if char["size"] < 15.9]
        assert set(small) <= set("第页共0123456789 \u3000")


def test_a_reprint_says_so(write, path):
    write(samples.REPRINTED, path)
    assert "补打第2次2026年11月20日尉迟建国" in words_of(path)
    write(samples.PLAIN, path)
    assert "补打" not in words_of(path)


def test_a_void_one_says_so_across_the_paper(write, path):
    write(samples.VOID, path)
    assert "作废2026年11月18日王芳" in words_of(path)
    assert {char["text"] for char in chars_of(path) if char["size"] > 60} == set("作废")
    assert "行动不便老人换领居民身份证" in words_of(path)


@pytest.mark.parametrize("name", SHEETS)
def test_chinese_marks_are_full_width_and_begin_no_line(name, write, path):
    write(SHEETS[name], path)
    text = text_of(path)
    numbered = re.sub(r"\d+\.", "", text)
    assert not re.findall(r"[\u4e00-\u9fff][,;:?!()]|[,;:?!()][\u4e00-\u9fff]", numbered)
    for line in text.splitlines():
        assert line[:1] not in NOT_FIRST or re.match(r"[.,\d]", line), line


@pytest.mark.parametrize("times", [1, 3, 12])
def test_long_texts_go_on_over_the_page(times, write, path):
    sheet = stretched(samples.LONG, times)
    write(sheet, path)
    assert_well_laid(path)
    copies = 2 if write is write_receipt_in_two_copies else 1
    for once in "趟坐附套":  # characters that the sheet holds once
        assert text_of(path).count(once) % (times * copies) == 0
        assert text_of(path).count(once)


TYPED = st.text(
    st.one_of(
        st.sampled_from("群众办不成事，。（）“”—…0123456789Aa \n\t\u202e\u200f\x00\x02☐☑<b>&{}%=@"),
        st.characters(),
    ),
    max_size=120,
)


@given(TYPED, TYPED, TYPED, st.lists(st.tuples(TYPED, TYPED, st.booleans()), max_size=4))
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_whatever_is_typed_can_be_printed(write, path, name, matter, unit, materials):
    write(
        replace(
            samples.PLAIN,
            applicant=replace(samples.PLAIN.applicant, name=name),
            beneficiary=unit,
            proxy=name,
            matter=matter,
            details=name,
            materials=tuple(Material(*one) for one in materials),
            method=Method.TRANSFER,
            unit=unit,
            received_by=name[:40],
        ),
        path,
    )
    with pypdfium2.PdfDocument(path) as pdf:
        assert len(pdf) >= 1


@pytest.mark.parametrize(
    "typed", ["。" * 900, "！？" * 400, "—" * 900, "（" * 900, "A" * 900, "㛃 " * 900]
)
def test_no_row_of_marks_runs_off_the_page(typed, write, path):
    person = replace(samples.PLAIN.applicant, name=typed[:90])
    write(replace(samples.PLAIN, applicant=person, proxy=typed[:90], details=typed), path)
    assert_well_laid(path)


def test_a_centre_whose_name_fills_a_page_is_told_so(write, path):
    centre = replace(samples.CENTRE, name="很长的名称" * 300)
    with pytest.raises(AppError, match="太长"):
        write(replace(samples.PLAIN, centre=centre), path)
    assert not path.exists()
