"""Chinese text on the page.

reportlab's own paragraphs take XML, break numbers in two and leave the right edge ragged.
Here people's words are only ever words, and full lines are justified.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from exports.kit.fonts import GAP
from exports.kit.lines import Line, Style, set_lines
from exports.kit.piece import Page, Piece
from exports.kit.units import CHECKED, EMPTY, STRONG, Placed, is_word

__all__ = ["Prose", "Style", "numbered", "strong", "ticks"]

BODY = Style()
_MOST_STRETCH = 0.15  # ems between two characters; a line that needs more stays ragged
_ASCENT = 0.88  # ems from the top of a line set solid to its baseline


class Lines(Piece):
    """Text that was set; splits between lines, never with one line alone on either page."""

    def __init__(self, lines: list[Line], style: Style) -> None:
        self._lines = lines
        self.style = style

    def lines(self, width: float) -> list[Line]:
        """As they stand in that width."""
        return self._lines

    def height(self, width: float) -> float:
        return len(self.lines(width)) * self.style.lead * self.style.size

    def split(self, width: float, room: float) -> tuple[Piece, Piece] | None:
        lines, style = self.lines(width), self.style
        fit = min(int((room + 1e-6) / (style.lead * style.size)), len(lines) - 2)
        return (Lines(lines[:fit], style), Lines(lines[fit:], style)) if fit > 1 else None

    def draw(self, page: Page, left: float, top: float, width: float) -> None:
        style, size = self.style, self.style.size
        text = page.beginText()
        text.setFillColor(style.ink)
        baseline = top - size * ((style.lead - 1) / 2 + _ASCENT)
        font, space = "", 0.0
        for line in self.lines(width):
            slack = width / size - line.width
            stretch = _stretch(line, slack) if style.align == "justify" else 0
            shift = {"center": slack / 2, "right": slack}.get(style.align, 0)
            x = left + (shift + line.indent) * size
            for span in _spans(line.placed, stretch):
                text.setTextOrigin(x + span.start * size, baseline)
                if span.font != font:
                    text.setFont(font := span.font, size)
                if span.space != space:
                    text.setCharSpace((space := span.space) * size)
                text.textOut(span.text)
                if GAP in span.text:
                    page.gaps.add(GAP)
            baseline -= size * style.lead
        page.drawText(text)


@dataclass(frozen=True)
class Prose(Lines):
    """Paragraphs, one a line of `text`."""

    text: str
    style: Style = BODY
    _set: dict[float, list[Line]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def lines(self, width: float) -> list[Line]:
        if width not in self._set:
            self._set[width] = set_lines(self.text, self.style, width / self.style.size)
        return self._set[width]

    def natural_width(self) -> float:
        """The width of the longest paragraph on one line."""
        return max(line.width for line in self.lines(1e6)) * self.style.size


def strong(text: str) -> str:
    """The text in bold."""
    return f"{STRONG}{text}{STRONG}"


def ticks(options: Sequence[str], *chosen: str) -> str:
    """All the options, each with its box; the chosen ones ticked."""
    return "  ".join(f"{CHECKED if one in chosen else EMPTY}{one}" for one in options)


def numbered(texts: Sequence[str]) -> str:
    """A list, one paragraph each; set it with a hang, or with an indent as official papers do."""
    return "\n".join(f"{at}.\t{text}" for at, text in enumerate(texts, start=1))


def _stretch(line: Line, slack: float) -> float:
    """Ems to add after each character, words and numbers apart, to fill the line."""
    if line.ends or slack <= 0:
        return 0
    words = [is_word(one.char) for one, _ in line.placed]
    gaps = sum(not (a and b) for a, b in pairwise(words))
    stretch = slack / gaps if gaps else 0
    return stretch if stretch <= _MOST_STRETCH else 0


class _Span(NamedTuple):
    """Characters in one face with regular steps; where they start and the space between, in ems."""

    text: str
    font: str
    start: float
    space: float


def _spans(placed: tuple[Placed, ...], stretch: float) -> Iterator[_Span]:
    chars: list[str] = []
    start = at = 0.0
    for here, after in pairwise((*placed, None)):
        assert here is not None
        chars.append(here.glyph.char)
        word = is_word(here.glyph.char)
        inside = word and after is not None and is_word(after.glyph.char)
        at += here.advance + (0 if inside else stretch)
        if (
            after is None
            or here.advance != here.glyph.width
            or after.glyph.font != here.glyph.font
            or (stretch and is_word(after.glyph.char) != word)
        ):
            yield _Span("".join(chars), here.glyph.font, start, 0 if word else stretch)
            chars, start = [], at
