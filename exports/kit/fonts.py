"""The faces of the papers, chosen for every character, and two repairs to reportlab.

A face is not for two documents at once: see `exports.kit.page.opened`.
"""

import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

from reportlab.pdfbase import pdfmetrics, ttfonts

from app.resources import resource

REGULAR, BOLD, RARE = "NotoSansSC-Regular", "NotoSansSC-Bold", "HanaMinB"
GAP = "〓"
_UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp"})


class Glyph(NamedTuple):
    """A character as it will be printed: in which face, and how wide in ems."""

    char: str
    font: str
    width: float


@cache
def face(name: str) -> ttfonts.TTFont:
    """The face, loaded at its first use: the rare one takes 0.3 s and is seldom needed."""
    font = ttfonts.TTFont(name, str(resource("fonts", f"{name}.ttf")), asciiReadable=False)
    pdfmetrics.registerFont(font)
    return font


@cache
def glyph(char: str, *, bold: bool) -> Glyph:
    """The character in the first face that has it; 〓 if none has."""
    for name in (BOLD if bold else REGULAR, RARE):
        drawing = face(name).face
        if ord(char) in drawing.charToGlyph:
            return Glyph(char, name, drawing.getCharWidth(ord(char)) / 1000)
    blank = unicodedata.category(char) == "Zs"  # one of the many widths of space
    return glyph(" " if blank else GAP, bold=bold)


@cache
def visible(char: str) -> bool:
    """Not a control, format or variation mark.

    `str.isprintable` will not do: it is false for every character newer than
    Python's own tables, such as those of extension I, which would vanish silently.
    """
    varies = "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"
    return not varies and unicodedata.category(char) not in _UNSEEN


def unprintable(texts: Iterable[str]) -> list[str]:
    """Characters that would be printed as 〓: ask before printing, the name must be handwritten."""
    chars = dict.fromkeys(char for text in texts for char in text if visible(char))
    return [char for char in chars if char != GAP and glyph(char, bold=False).char == GAP]


class _Slices:
    """Part of a font file that copies only what is asked for."""

    def __init__(self, data: bytes, start: int) -> None:
        self._data = data
        self._start = start

    def __getitem__(self, part: slice) -> bytes:
        return self._data[self._start + part.start : self._start + part.stop]


class _Face(ttfonts.TTFontFace):  # type: ignore[misc]  # reportlab has no types
    def get_table(self, tag: str) -> Any:
        """reportlab copies all outlines (10 MB) for every subset it embeds; give it a view."""
        if tag == "glyf":
            return _Slices(self._ttf_data, self.get_table_pos(tag)[0])
        return super().get_table(tag)


def _to_unicode(name: str, subset: list[int]) -> str:
    """What each code means, for searching and copying.

    reportlab's own writes more than four hex digits beyond U+FFFF and more than
    100 entries a block; readers then extract garbage for 𬎆 and its like.
    """
    pairs = [f"<{code:02X}> <{_utf16(char)}>" for code, char in enumerate(subset) if char]
    blocks = [pairs[at : at + 100] for at in range(0, len(pairs), 100)]
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        f"/CMapName /{name} def /CMapType 2 def",
        "1 begincodespacerange <00> <FF> endcodespacerange",
    ]
    for block in blocks:
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(lines)


def _utf16(code: int) -> str:
    return chr(code).encode("utf-16-be").hex().upper()


ttfonts.TTFontFace = _Face
ttfonts.makeToUnicodeCMap = _to_unicode
