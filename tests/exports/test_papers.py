"""What holds for every paper, read back with other libraries than the one that wrote it."""

import re
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from app.sheets import Reissue, Voided
from exports.kit.fonts import BOLD, RARE, REGULAR
from exports.kit.units import NOT_FIRST
from exports.kit.words import day
from tests.exports.all_papers import KINDS, NUMBERED, SAMPLES
from tests.exports.reading import (
    assert_well_laid,
    chars_of,
    fonts_of,
    text_by_poppler,
    text_of,
    words_of,
)
from tests.exports.strain import filled, stretched, texts

INTERNAL_WORDS = ("研判", "成因", "不给办", "难度", "一类事", "催办", "退单", "内部资料")
# What a record holds for the file or in a second form.
NOT_PRINTED = frozenset(
    (
        *("masked_phone", "id_kind", "id_number", "source", "kind", "code"),
        *("window", "address", "hours", "phone", "supervision", "authority", "court", "grounds"),
    )
)
LONGEST = {
    "order": "problem",
    "supervision": "facts",
    "escalation": "opinion",
    "missing": "clock",
    "out_of_scope": "reason",
    "extension": "reason",
    "completion": "result",
    "refusal_approval": "situation",
    "minutes": "background",
    "survey": "opinion",
    "conflict": "resolution",
    "exemption": "difficulty",
    "custody": "purpose",
    "rework": "facts",
}


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """Every sample, written once."""
    folder = tmp_path_factory.mktemp("papers")
    for name, (kind, sheet) in SAMPLES.items():
        kind.write(sheet, folder / f"{name}.pdf")
    return folder


@pytest.fixture(params=SAMPLES)
def name(request):
    return request.param


@pytest.fixture
def paper(written, name):
    return written / f"{name}.pdf"


@pytest.fixture(params=KINDS)
def kind(request):
    return KINDS[request.param]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "文书.pdf"


def pages_of(path):
    with pypdfium2.PdfDocument(path) as pdf:
        return [page.get_textpage().get_text_bounded() for page in pdf]


def test_nothing_lies_over_anything_or_off_the_page(paper):
    assert_well_laid(paper)


def test_all_that_the_record_says_is_on_the_paper(paper, name):
    words = words_of(paper)
    for text in texts(SAMPLES[name][1], NOT_PRINTED):
        for line in text.splitlines():
            assert "".join(line.split()) in words, line


def test_every_page_says_which_it_is_and_of_how_many(paper, name):
    pages = pages_of(paper)
    copies = 2 if name.startswith("custody") else 1
    for number, page in enumerate(pages, start=1):
        assert len(re.findall(rf"第{number}页\s*共{len(pages)}页", page)) == copies


def test_only_embedded_fonts_of_ours(paper):
    assert set(fonts_of(paper)) <= {REGULAR, BOLD, RARE}
    assert all(fonts_of(paper).values())
    assert b"Helvetica" not in paper.read_bytes()


def test_chinese_marks_are_full_width_and_begin_no_line(paper):
    text = text_of(paper)
    numbered = re.sub(r"\d+\.", "", text)
    assert not re.findall(r"[\u4e00-\u9fff][,;:?!()]|[,;:?!()][\u4e00-\u9fff]", numbered)
    for line in text.splitlines():
        assert line[:1] not in NOT_FIRST or re.match(r"[.,\d]", line), line


def test_nothing_unknown_is_printed_as_such(paper):
    assert not re.search(r"None|[{}]|请打[，。]|（）|《》|“”", words_of(paper))


def test_internal_papers_say_so_on_every_page_and_no_internal_word_reaches_a_citizen(paper, name):
    if SAMPLES[name][0].citizen:
        assert [word for word in INTERNAL_WORDS if word in words_of(paper)] == []
    else:
        assert all("内部资料" in page for page in pages_of(paper))


def test_only_a_departments_decision_tells_how_to_contest_it(paper, name):
    if SAMPLES[name][0].citizen and not name.startswith("cannot"):
        assert not re.search(
            "复议|诉讼|起诉", words_of(paper).replace("诉讼服务中心", "").replace("诉讼程序", "")
        )


def test_the_same_record_gives_the_same_bytes(paper, name, path):
    kind, sheet = SAMPLES[name]
    kind.write(sheet, path)
    assert path.read_bytes() == paper.read_bytes()


@pytest.mark.parametrize("name", NUMBERED)
def test_a_reprint_says_so(name, path):
    kind = NUMBERED[name]
    again = Reissue(2, date(2026, 11, 20), "尉迟建国")
    kind.write(replace(kind.samples[0], reissue=again), path)
    assert "补打第2次2026年11月20日尉迟建国" in words_of(path)


@pytest.mark.parametrize("name", NUMBERED)
def test_a_void_one_says_so_across_every_page(name, path):
    kind = NUMBERED[name]
    kind.write(replace(kind.samples[0], voided=Voided(date(2026, 11, 18), "王芳")), path)
    assert "作废2026年11月18日王芳" in words_of(path)
    across = [char["text"] for char in chars_of(path) if char["size"] > 60]
    assert set(across) == set("作废")
    assert len(across) >= 2 * len(pages_of(path))


@pytest.mark.parametrize("name", NUMBERED)
def test_its_number_and_day_are_on_it(name, written):
    for at, sheet in enumerate(NUMBERED[name].samples):
        words = words_of(written / f"{name}-{at}.pdf")
        assert sheet.number in words
        assert day(sheet.issued_at) in words


def test_rare_names_are_found_and_what_has_no_character_is_marked(kind, path):
    kind.write(filled(kind.samples[0], "䶮𠅤㛃𬎆李\U0002ebf0"), path)
    assert "䶮𠅤㛃𬎆李〓" in text_of(path)
    assert "䶮𠅤㛃𬎆李〓" in text_by_poppler(path)
    assert "〓处的字本机没有，请手写补上。" in words_of(path)


def test_long_texts_go_on_over_the_page(kind, path):
    kind.write(stretched(kind.samples[0], 2), path)
    assert_well_laid(path)


def test_what_people_type_is_only_ever_words(kind, path):
    typed = "<b>王&芳</b> {unit} **重** %s\n\n\u202e\x00☐☑ 一\t二"
    kind.write(filled(kind.samples[0], typed), path)
    assert "<b>王&芳</b>{unit}**重**%s" in words_of(path)
    assert not re.search("[\u202e\x00]", text_of(path))


def test_no_row_of_marks_runs_off_the_page(kind, path):
    kind.write(filled(kind.samples[0], "。" * 30 + "A" * 40), path)
    assert_well_laid(path)


def test_nothing_typed_leaves_room_to_write(kind, path):
    kind.write(filled(kind.samples[0], ""), path)
    assert not re.search("None|第[^0-9]*次", words_of(path))


@pytest.mark.parametrize(("name", "field"), LONGEST.items())
def test_a_text_may_be_longer_than_a_page(name, field, path):
    told = "".join(f"第{at}回去问，嘿，还要等。" for at in range(150))
    KINDS[name].write(replace(KINDS[name].samples[0], **{field: told}), path)
    assert text_of(path).count("嘿") == 150 * (2 if name == "custody" else 1)
