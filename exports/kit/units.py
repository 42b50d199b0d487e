"""What stays together when Chinese text is broken into lines.

Punctuation that closes never begins a line and punctuation that opens never ends one;
numbers, Latin words, "11月" and an option with its box stay whole; of two marks in a row
the empty half between them is not printed.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

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


class Placed(NamedTuple):
    """A glyph and how far to go on after it, in ems."""

    glyph: Glyph
    advance: float


class Unit(NamedTuple):
    """What stays together: how far to go on after it, and how wide it is where a line ends."""

    placed: tuple[Placed, ...]
    advance: float
    width: float


@lru_cache(maxsize=1024)
def units_of(
    text: str, *, bold: bool, indent: float, hang: float, tracking: float
) -> tuple[tuple[Unit, ...], ...]:
    """The units of every paragraph: the same in every size and width a paper is tried in."""
    return tuple(
        tuple(unit_of(unit) for unit in _units(_placed(glyphs, tab, indent, hang, tracking)))
        for glyphs, tab in _paragraphs(text, bold=bold)
    )


def _paragraphs(text: str, *, bold: bool) -> Iterator[tuple[list[Glyph], int]]:
    """The glyphs of each, and before which of them its tab stands."""
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
        yield glyphs, tab


def _placed(
    glyphs: list[Glyph], tab: int, indent: float, hang: float, tracking: float
) -> list[Placed]:
    placed: list[Placed] = []
    at = indent
    for here, after in pairwise((*glyphs, None)):
        assert here is not None
        step = _step(here, after, tracking) if after else here.width
        if tab and len(placed) == tab - 1:
            step = max(hang - at, step)
        placed.append(Placed(here, step))
        at += step
    return placed


def _step(here: Glyph, after: Glyph, tracking: float) -> float:
    if here.char == _BOX and after.char == _TICK:  # the tick is printed over its box
        return (1 - after.width) / 2
    if here.char == _TICK:
        return (1 + here.width) / 2
    squeezed = here.char in CLOSERS and (after.char in CLOSERS or after.char in OPENERS)
    return here.width + tracking - (0.5 if squeezed else 0)


def is_word(char: str) -> bool:
    """Part of a number or Latin word, which is neither broken nor stretched."""
    return char.isascii() and char != " "


def pieces(unit: Sequence[Placed]) -> Iterator[list[Placed]]:
    """Single characters, with the marks that may not be parted from them."""
    piece: list[Placed] = []
    for placed in unit:
        follows = placed.glyph.char in NOT_FIRST or placed.glyph.char in SPACES
        bare = trimmed(piece)
        if bare and not follows and bare[-1].glyph.char not in NOT_LAST:
            yield piece
            piece = []
        piece.append(placed)
    yield piece


def without_lead(placed: tuple[Placed, ...]) -> tuple[Placed, ...]:
    """Without spaces at the beginning, where a line was broken."""
    start = 0
    while start < len(placed) and placed[start].glyph.char in SPACES:
        start += 1
    return placed[start:]


def trimmed(placed: Sequence[Placed]) -> tuple[Placed, ...]:
    """Without spaces at the end."""
    end = len(placed)
    while end and placed[end - 1].glyph.char in SPACES:
        end -= 1
    return tuple(placed[:end])


def unit_of(placed: Sequence[Placed]) -> Unit:
    """With its widths added up once, as a paper is tried in several sizes."""
    return Unit(tuple(placed), sum(advance for _, advance in placed), width_of(trimmed(placed)))


def width_of(placed: Sequence[Placed]) -> float:
    """Without the empty half of a closing mark, which may hang over the edge."""
    total = sum(advance for _, advance in placed)
    if placed and placed[-1].glyph.char in CLOSERS:
        total -= placed[-1].advance - 0.5
    return total


def _units(paragraph: list[Placed]) -> Iterator[list[Placed]]:
    """What stays together."""
    unit: list[Placed] = []
    for placed in paragraph:
        if unit and not _stays(unit, placed.glyph.char):
            yield unit
            unit = []
        unit.append(placed)
    if unit:
        yield unit


def _stays(unit: list[Placed], char: str) -> bool:
    before = unit[-1].glyph.char
    if unit[0].glyph.char == _BOX and before not in SPACES:
        return True
    if _joined(before, char):
        return True
    bare = trimmed(unit) if before in SPACES else unit
    return bool(bare and bare[-1].glyph.char in NOT_LAST)


@lru_cache(maxsize=1 << 14)
def _joined(before: str, char: str) -> bool:
    if char in NOT_FIRST or before in NOT_LAST or char in SPACES:
        return True
    if is_word(before) and is_word(char):
        return True
    return (before.isdigit() and char in _UNITS) or (before == "第" and char.isdigit())
