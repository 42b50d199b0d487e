"""Breaking Chinese text into lines."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from reportlab.lib.colors import Color, black

from exports.kit.units import (
    Placed,
    Unit,
    pieces,
    trimmed,
    unit_of,
    units_of,
    width_of,
    without_lead,
)

Align = Literal["justify", "left", "center", "right"]


@dataclass(frozen=True)
class Style:
    """How text is set: the size in points, everything else in ems of it.

    `indent` stands before the first line of a paragraph, `hang` before its others, `tracking`
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


class Line(NamedTuple):
    """One line; `ends` if its paragraph ends with it; the width, in ems, is with its indent."""

    placed: tuple[Placed, ...]
    indent: float
    ends: bool
    width: float


def set_lines(text: str, style: Style, width: float) -> list[Line]:
    """The lines of a text whose paragraphs are one a line, for a width in ems.

    A tab moves on to the hanging edge, for the text of a numbered paragraph.
    """
    units = units_of(
        text, bold=style.bold, indent=style.indent, hang=style.hang, tracking=style.tracking
    )
    return [line for paragraph in units for line in _break(paragraph, width, style)]


def _break(paragraph: tuple[Unit, ...], width: float, style: Style) -> Iterator[Line]:
    line: list[Placed] = []
    indent = at = style.indent
    hang = style.hang
    for whole in _fitting(paragraph, width - max(indent, hang)):
        unit = whole
        if line and at + unit.width > width + 1e-6:
            yield _line(trimmed(line), indent, ends=False)
            line, indent, at = [], hang, hang
            unit = unit_of(without_lead(unit.placed))
        line += unit.placed
        at += unit.advance
    yield _line(trimmed(line), indent, ends=True)


def _fitting(paragraph: tuple[Unit, ...], widest: float) -> Iterator[Unit]:
    """The units; what is longer than a line is broken where the line ends."""
    for unit in paragraph:
        if unit.advance <= widest:
            yield unit
            continue
        for piece in map(unit_of, pieces(unit.placed)):
            if piece.width <= widest:
                yield piece
            else:  # a row of marks, longer than the line: no rule can be kept
                yield from (unit_of([one]) for one in piece.placed)


def _line(placed: tuple[Placed, ...], indent: float, *, ends: bool) -> Line:
    return Line(placed, indent, ends, indent + width_of(placed))
