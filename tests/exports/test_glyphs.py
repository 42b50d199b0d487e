"""Every character of GB 18030-2022 is printed as itself and found again."""

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont

from app.resources import resource
from exports.kit.fonts import BOLD, GAP, RARE, REGULAR, glyph
from exports.kit.page import SLIP, opened
from exports.kit.prose import Prose, Style
from tests.exports.reading import chars_of, fonts_of, text_by_poppler

# The 87,887 Chinese characters of level 3: unified ideographs, extensions A to F, and twelve
# of the compatibility block that are unified ones.
RANGES = (
    *((0x4E00, 0x9FEF), (0x3400, 0x4DB5), (0x20000, 0x2A6D6), (0x2A700, 0x2B734)),
    *((0x2B740, 0x2B81D), (0x2B820, 0x2CEA1), (0x2CEB0, 0x2EBE0)),
)
COMPATIBLE = "﨎﨏﨑﨓﨔﨟﨡﨣﨤﨧﨨﨩"
LEVEL_3 = [chr(code) for first, last in RANGES for code in range(first, last + 1)] + [*COMPATIBLE]
# Of the letters, marks and symbols: what stands on papers and forms.
MARKS = "，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』—…·～％℃￥№①②③ⅠⅡ×÷±°□✓〓〇々ㄅ"
A_PAGE = 700


def write_characters(texts: list[str], path, size=12.0):
    with opened(path, (SLIP.width, SLIP.height), "characters", "test") as page:
        for text in texts:
            Prose(text, Style(size, 1.2, "left")).draw(page, 20, SLIP.height - 10, SLIP.width - 40)
            page.showPage()


def pages_of(chars: list[str]) -> list[str]:
    return ["".join(chars[at : at + A_PAGE]) for at in range(0, len(chars), A_PAGE)]


def test_level_3_is_whole():
    assert len(set(LEVEL_3)) == 87_887


@pytest.mark.parametrize("bold", [False, True])
def test_every_character_of_level_3_has_a_glyph_of_its_own(bold):
    assert [char for char in LEVEL_3 if glyph(char, bold=bold).char != char] == []


@pytest.mark.parametrize("char", MARKS)
def test_every_mark_of_the_papers_has_a_glyph(char):
    assert glyph(char, bold=False).char == char


def test_every_glyph_of_level_3_has_an_outline():
    """A face may know a character and still hold nothing for it."""
    outlines = {
        name: ImageFont.truetype(resource("fonts", f"{name}.ttf"), 20)
        for name in (REGULAR, BOLD, RARE)
    }
    for char in LEVEL_3[::5]:
        assert outlines[glyph(char, bold=False).font].getmask(char).getbbox(), char


def test_every_character_of_level_3_is_found_again(tmp_path):
    """By a reader that maps every code of a subset back to its character."""
    sample = sorted(LEVEL_3)
    write_characters(pages_of(sample), tmp_path / "a.pdf")
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as pdf:
        found = "".join(page.get_textpage().get_text_range() for page in pdf)
    assert "".join(found.split()) == "".join(sample)


def test_names_are_found_again_by_three_readers(tmp_path):
    names = "䶮𠅤㼆龑彧頔𬎆㛃𬱟𫖯㑇𬭎𪨰"
    write_characters([names], tmp_path / "a.pdf")
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as pdf:
        assert pdf[0].get_textpage().get_text_bounded() == names
    assert "".join(char["text"] for char in chars_of(tmp_path / "a.pdf")) == names
    assert fonts_of(tmp_path / "a.pdf") == {REGULAR: True, RARE: True}
    assert names in text_by_poppler(tmp_path / "a.pdf")


def test_what_is_printed_looks_like_the_character(tmp_path):
    """Drawn by another library from the same face; no other character of the page fits better."""
    sample = [*"龚龑䶮彧或頔碩", *LEVEL_3[::4001]]
    size, scale = 24, 3
    for at, char in enumerate(sample):
        write_characters([char], tmp_path / f"{at}.pdf", size)
    for at, char in enumerate(sample):
        with pypdfium2.PdfDocument(tmp_path / f"{at}.pdf") as pdf:
            printed = inked(pdf[0].render(scale=scale, grayscale=True).to_pil())
        fits = {other: unlike(printed, drawn(other, size * scale)) for other in sample}
        assert min(fits, key=fits.__getitem__) == char


def drawn(char: str, size: int) -> Image.Image:
    face = ImageFont.truetype(resource("fonts", f"{glyph(char, bold=False).font}.ttf"), size)
    image = Image.new("L", (2 * size, 2 * size), 255)
    ImageDraw.Draw(image).text((size // 2, size // 2), char, font=face, fill=0)
    return inked(image)


def inked(image: Image.Image) -> Image.Image:
    """What was printed, cut to its edges and brought to one size."""
    box = ImageChops.invert(image.convert("L")).getbbox()
    return image.convert("L").crop(box).resize((48, 48))


def unlike(one: Image.Image, other: Image.Image) -> int:
    return sum(
        level * count for level, count in enumerate(ImageChops.difference(one, other).histogram())
    )


@pytest.mark.parametrize("code", [0x2EBF0, 0x2EE5D, 0x31350, 0xE863, 0xD800, 0x10FFFF])
def test_a_character_in_no_font_is_a_visible_gap(code):
    assert glyph(chr(code), bold=False).char == GAP
    assert glyph(chr(code), bold=True).char == GAP
