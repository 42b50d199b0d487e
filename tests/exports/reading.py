"""Reading a finished PDF back, with other libraries than the one that wrote it."""

import shutil
import subprocess
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pdfplumber
import pypdfium2
import pytest
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1
from pdfminer.psparser import LIT

Char = dict[str, Any]
UNPRINTED = 14  # points at every edge that an office laser leaves white
WATERMARK = 60  # points; characters as large as this lie under the text on purpose


def text_of(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        return "\n".join(page.get_textpage().get_text_bounded() for page in pdf)


def words_of(path: Path) -> str:
    """Without line breaks and spaces: for sentences, wherever they were broken."""
    return "".join(text_of(path).split())


def text_by_poppler(path: Path) -> str:
    if not shutil.which("pdftotext"):
        pytest.skip("poppler-utils is not here")
    run = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True)
    return run.stdout


def page_count(path: Path) -> int:
    with pypdfium2.PdfDocument(path) as pdf:
        return len(pdf)


def fonts_of(path: Path) -> dict[str, bool]:
    """Every font the file names, and whether it is an embedded subset with a map to Unicode."""
    fonts = {}
    with path.open("rb") as file:
        document = PDFDocument(PDFParser(file))
        numbers = {number for xref in document.xrefs for number in xref.get_objids()}
        for font in (document.getobj(number) for number in sorted(numbers)):
            if isinstance(font, dict) and font.get("Type") is LIT("Font"):
                subset, _, name = str(font["BaseFont"].name).rpartition("+")
                drawn = resolve1(font.get("FontDescriptor")) or {}
                whole = bool(subset) and "FontFile2" in drawn and "ToUnicode" in font
                fonts[name] = fonts.get(name, True) and whole
    return fonts


def chars_of(path: Path) -> list[Char]:
    with pdfplumber.open(path) as pdf:
        return [char for page in pdf.pages for char in page.chars]


def assert_well_laid(path: Path) -> None:
    """Nothing off the page, nothing over anything else, nothing across an upright rule."""
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            chars = [c for c in page.chars if c["size"] < WATERMARK and c["text"].strip()]
            for char in chars:
                assert UNPRINTED < char["x0"] < char["x1"] < page.width - UNPRINTED, char
                assert UNPRINTED < char["top"] < char["bottom"] < page.height - UNPRINTED, char
            upright = [one for one in page.lines if abs(one["x0"] - one["x1"]) < 0.1]
            for char in chars:
                assert not [rule for rule in upright if _crosses(rule, char)], char["text"]
            assert not list(_overlaps(chars)), page


def _crosses(rule: Char, char: Char) -> bool:
    inside = char["x0"] + 1.5 < rule["x0"] < char["x1"] - 0.55 * char["size"]
    middle = (char["top"] + char["bottom"]) / 2
    return bool(inside and rule["top"] < middle < rule["bottom"])


def _overlaps(chars: list[Char]) -> Iterator[tuple[str, str, float, float]]:
    """Characters printed over one another; a tick over its box is meant."""
    lines: dict[int, list[Char]] = {}
    for char in chars:
        if char["text"] not in "□✓":
            lines.setdefault(round(char["top"] / 4), []).append(char)
    for key in lines:
        near = sorted(lines[key] + lines.get(key + 1, []), key=lambda c: (c["x0"], c["top"]))
        for a, b in pairwise(near):
            wide = min(a["x1"], b["x1"]) - max(a["x0"], b["x0"])
            tall = min(a["bottom"], b["bottom"]) - max(a["top"], b["top"])
            if wide > 0.55 * a["size"] and tall > 0.75 * a["size"]:
                yield a["text"], b["text"], a["x0"], a["top"]
