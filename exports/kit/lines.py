"""Breaking Chinese text into lines.

Punctuation that closes never begins a line and punctuation that opens never ends one;
numbers, Latin words, "11月" and an option with its box stay whole; of two marks in a row
the empty half between them is not printed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal, NamedTuple

from reportlab.lib.colors import Color, black

from exports.kit.fonts import Glyph, glyph, visible

STRONG = "\x02"  # turns bold on and off; a control character, so that no one types it
CLOSERS = frozenset("，。、；：）》」』】〕”’")
OPENERS = frozenset("（《「『【〔“‘")
NOT_FIRST = CLOSERS | frozenset("？！％…—·～℃,.;:?!)]}%")
NOT_LAST = OPENERS | frozenset("([{")
SPACES = frozenset(" \u3000")
# No face has ☑: it is a box and a tick.
CHECKED, EMPTY, _BOX, _TICK = "☑", "☐", "□", "✓"
_UNITS = frozenset("年月日时分秒个件次元页份户人岁号天周级条项")

Align = Literal["justify", "left", "center", "right"]


@dataclass(frozen=True)
class Style:
    """How text is set: the size in points, everything else in ems of it.

    `indent` is before a paragraph's first line, `hang` before its others; `tracking` stands
    between characters.
    """

    size: float = 10.5
    lead: float = 1.5
    align: Align = "justify"
    bold: bool = False
    indent: float = 0
    hang: float = 0
    tracking: float = 0
    ink: Color = black


class Placed(NamedTuple):
    """A glyph and how far to go on after it, in ems."""

    glyph: Glyph
    advance: float


class Line(NamedTuple):
    """One line; `ends` if its paragraph ends with it."""

    placed: tuple[Placed, ...]
    indent: float
    ends: bool

    @property
    def width(self) -> float:
        return self.indent + _width(self.placed)


def set_lines(text: str, style: Style, width: float) -> list[Line]:
    """The lines of a text whose paragraphs are one a line, for a width in ems.

    A tab moves on to the hanging edge, for the text of a numbered paragraph.
    """
    return [
        line for paragraph in _paragraphs(text, style) for line in _break(paragraph, width, style)
    ]


def is_word(char: str) -> bool:
    """Part of a number or Latin word, which is neither broken nor stretched."""
    return char.isascii() and char != " "


def _paragraphs(text: str, style: Style) -> Iterator[list[Placed]]:
    bold = style.bold
    for paragraph in text.split("\n"):
        glyphs: list[Glyph] = []
        tab = 0
        for char in paragraph:
            if char == STRONG:
                bold = not bold
            elif char == "\t":
                tab = len(glyphs)
            elif char == CHECKED:
                glyphs += (glyph(_BOX, bold=False), glyph(_TICK, bold=True))
            elif char == EMPTY:
                glyphs.append(glyph(_BOX, bold=False))
            elif visible(char):
                glyphs.append(glyph(char, bold=bold))
        yield _placed(glyphs, tab, style)


def _placed(glyphs: list[Glyph], tab: int, style: Style) -> list[Placed]:
    placed: list[Placed] = []
    at = style.indent
    for here, after in pairwise((*glyphs, None)):
        assert here is not None
        step = _step(here, after, style) if after else here.width
        if tab and len(placed) == tab - 1:
            step = max(style.hang - at, step)
        placed.append(Placed(here, step))
        at += step
    return placed


def _step(here: Glyph, after: Glyph, style: Style) -> float:
    if here.char == _BOX and after.char == _TICK:  # the tick is printed over its box
        return (1 - after.width) / 2
    if here.char == _TICK:
        return (1 + here.width) / 2
    squeezed = here.char in CLOSERS and (after.char in CLOSERS or after.char in OPENERS)
    return here.width + style.tracking - (0.5 if squeezed else 0)


def _break(paragraph: list[Placed], width: float, style: Style) -> Iterator[Line]:
    line: list[Placed] = []
    indent = at = style.indent
    for unit in _units(paragraph, width - max(style.indent, style.hang)):
        if line and at + _width(_bare(unit)) > width + 1e-6:
            yield Line(_bare(line), indent, ends=False)
            line, indent, at = [], style.hang, style.hang
            unit = _without_lead(unit)
        line += unit
        at += sum(advance for _, advance in unit)
    yield Line(tuple(line), indent, ends=True)


def _width(placed: Sequence[Placed]) -> float:
    """Without the empty half of a closing mark, which may hang over the edge."""
    total = sum(advance for _, advance in placed)
    if placed and placed[-1].glyph.char in CLOSERS:
        total -= placed[-1].advance - 0.5
    return total


def _bare(placed: Sequence[Placed]) -> tuple[Placed, ...]:
    """Without spaces at the end."""
    end = len(placed)
    while end and placed[end - 1].glyph.char in SPACES:
        end -= 1
    return tuple(placed[:end])


def _without_lead(placed: list[Placed]) -> list[Placed]:
    """Without spaces at the beginning, where a line was broken."""
    start = 0
    while start < len(placed) and placed[start].glyph.char in SPACES:
        start += 1
    return placed[start:]


def _units(paragraph: list[Placed], widest: float) -> Iterator[list[Placed]]:
    """What stays together. What is longer than a line is broken where the line ends."""
    unit: list[Placed] = []
    for placed in (*paragraph, None):
        if unit and (placed is None or not _stays(unit, placed.glyph.char)):
            if sum(advance for _, advance in unit) <= widest:
                yield unit
            else:
                yield from _pieces(unit)
            unit = []
        if placed:
            unit.append(placed)


def _pieces(unit: list[Placed]) -> Iterator[list[Placed]]:
    """Single characters, with the marks that may not be parted from them."""
    piece: list[Placed] = []
    for placed in unit:
        follows = placed.glyph.char in NOT_FIRST or placed.glyph.char in SPACES
        bare = _bare(piece)
        if bare and not follows and bare[-1].glyph.char not in NOT_LAST:
            yield piece
            piece = []
        piece.append(placed)
    yield piece


def _stays(unit: list[Placed], char: str) -> bool:
    before = unit[-1].glyph.char
    if unit[0].glyph.char == _BOX and before not in SPACES:
        return True
    bare = _bare(unit)
    return _joined(before, char) or bool(bare and bare[-1].glyph.char in NOT_LAST)


@cache
def _joined(before: str, char: str) -> bool:
    if char in NOT_FIRST or before in NOT_LAST or char in SPACES:
        return True
    if is_word(before) and is_word(char):
        return True
    return (before.isdigit() and char in _UNITS) or (before == "第" and char.isdigit())
