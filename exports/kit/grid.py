"""The form grid: ruled rows on 24 columns, with upright titles at the side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple

from reportlab.lib.units import mm

from exports.kit.piece import Page, Piece
from exports.kit.prose import Prose, Style

COLUMNS = 24
SIDE = 2  # columns an upright title takes
_FINE, _OUTER = 0.5, 1.0
_PAD: float = 1.6 * mm
_PAD_TOP: float = 0.9 * mm
_EMPTY = 0.3  # of the page may stay empty so that a band begins on the next one whole
_LOW: float = 80 * mm  # a list as low as this goes to the next page whole


class Label(Prose):
    """The name of a field; it is printed again where its row goes on over the page."""


@dataclass(frozen=True)
class Cell:
    """A piece in so many columns, in the middle of its row's height or at the top."""

    piece: Piece
    span: int
    middle: bool = True


@dataclass(frozen=True)
class Row:
    """Cells side by side; `grow` is its share of what its page leaves empty."""

    cells: tuple[Cell, ...]
    least: float = 8 * mm
    grow: float = 0


@dataclass(frozen=True)
class Band:
    """Rows under one upright title at the left; their cells share the other columns."""

    title: str
    rows: tuple[Row, ...]


class _Ruled(NamedTuple):
    row: Row
    band: str


class Grid(Piece):
    """Splits between rows, and inside a row that is taller than what is left of the page."""

    def __init__(self, parts: Sequence[Row | Band], *, head: int = 0) -> None:
        """The first `head` rows are repeated on every page."""
        self._rows = [_checked(ruled) for ruled in _flat(parts)]
        self._head = head
        self._tall: dict[float, list[float]] = {}
        self.growth = sum(row.grow for row, _ in self._rows)

    def height(self, width: float) -> float:
        return sum(self._heights(width))

    def split(self, width: float, room: float) -> tuple[Piece, Piece] | None:
        heights = self._heights(width)
        used, at = 0.0, 0
        while at < len(heights) and used + heights[at] <= room + 1e-6:
            used += heights[at]
            at += 1
        if at == len(heights):
            return None
        if whole := self._band_start(at, heights, room):
            return self._part(self._rows[:whole]), self._rest(self._rows[whole:])
        above, below = self._rows[:at], self._rows[at:]
        if halves := _halved(below[0], width, room - used):
            above, below = [*above, halves[0]], [halves[1], *below[1:]]
            used = room
        elif 0 < self._head < at - 1 and len(below) == 1:  # no row of a list alone on a page
            above, below = above[:-1], [above[-1], *below]
        alone = self._head and len(above) == self._head + 1 and used < _LOW
        if len(above) <= self._head or alone:
            return None
        return self._part(above), self._rest(below)

    def grown(self, width: float, extra: float) -> Piece:
        if not self.growth:
            return self
        share = extra / self.growth
        return self._part(
            [
                ruled._replace(row=replace(ruled.row, least=height + ruled.row.grow * share))
                for ruled, height in zip(self._rows, self._heights(width), strict=True)
            ]
        )

    def draw(self, page: Page, left: float, top: float, width: float) -> None:
        rows = list(zip(self._rows, self._heights(width), strict=True))
        side = SIDE * width / COLUMNS
        rules: list[tuple[float, float, float, float]] = []
        y = top
        for band, group in groupby(rows, key=lambda one: one[0].band):
            first = y
            x = left + (side if band else 0)
            for (row, _), height in group:
                rules.append((left if y == first else x, y, left + width, y))
                rules += _draw_row(page, row, x, y, width, height, edge=left)
                y -= height
            if band:
                _draw_title(page, band, left, first, side, first - y)
        page.setLineWidth(_FINE)
        page.lines(rules[1:])
        page.setLineWidth(_OUTER)
        page.rect(left, y, width, top - y)

    def _band_start(self, at: int, heights: list[float], room: float) -> int:
        """Where the band begins that the page's end would cut, if little stays empty; else 0."""
        band = self._rows[at].band
        if not band:
            return 0
        start = at
        while start and self._rows[start - 1].band == band:
            start -= 1
        return start if room - sum(heights[:start]) <= room * _EMPTY else 0

    def _rest(self, rows: list[_Ruled]) -> "Grid":
        rest = self._part([*self._rows[: self._head], *rows])
        rest.growth = 0  # a form fills its first page, not its last
        return rest

    def _part(self, rows: list[_Ruled]) -> "Grid":
        part = Grid((), head=self._head)
        part._rows = rows
        part.growth = sum(row.grow for row, _ in rows)
        return part

    def _heights(self, width: float) -> list[float]:
        if width not in self._tall:
            self._tall[width] = [_tall(row, width) for row, _ in self._rows]
        return self._tall[width]


def _flat(parts: Sequence[Row | Band]) -> Iterator[_Ruled]:
    for part in parts:
        if isinstance(part, Band):
            yield from (_Ruled(row, part.title) for row in part.rows)
        else:
            yield _Ruled(part, "")


def _checked(ruled: _Ruled) -> _Ruled:
    columns = sum(cell.span for cell in ruled.row.cells)
    wanted = COLUMNS - SIDE if ruled.band else COLUMNS
    if columns != wanted:
        raise ValueError(f"a row of {columns} columns instead of {wanted}: {ruled.row}")
    return ruled


def _tall(row: Row, width: float) -> float:
    cells = (cell.piece.height(_inner(cell, width)) for cell in row.cells)
    return max(row.least, max(cells) + 2 * _PAD_TOP)


def _inner(cell: Cell, width: float) -> float:
    return cell.span * width / COLUMNS - 2 * _PAD


def _halved(ruled: _Ruled, width: float, room: float) -> tuple[_Ruled, _Ruled] | None:
    """The row cut where the page ends, if one of its cells can be cut there."""
    first: list[Cell] = []
    rest: list[Cell] = []
    cut = False
    for cell in ruled.row.cells:
        inner = _inner(cell, width)
        if cell.piece.height(inner) + 2 * _PAD_TOP <= room:
            first.append(cell)
            rest.append(cell if isinstance(cell.piece, Label) else replace(cell, piece=Prose("")))
        elif halves := cell.piece.split(inner, room - 2 * _PAD_TOP):
            first.append(replace(cell, piece=halves[0]))
            rest.append(replace(cell, piece=halves[1]))
            cut = True
        else:
            return None
    if not cut:
        return None
    above = replace(ruled.row, cells=tuple(first), least=room, grow=0)
    return ruled._replace(row=above), ruled._replace(row=replace(ruled.row, cells=tuple(rest)))


def _draw_row(
    page: Page, row: Row, left: float, top: float, width: float, height: float, *, edge: float
) -> list[tuple[float, float, float, float]]:
    """Draws the cells and gives the upright rules before them, the form's own edge left out."""
    rules = []
    x = left
    for cell in row.cells:
        if x > edge:
            rules.append((x, top, x, top - height))
        inner = _inner(cell, width)
        down = (height - cell.piece.height(inner)) / 2 if cell.middle else _PAD_TOP
        cell.piece.draw(page, x + _PAD, top - down, inner)
        x += cell.span * width / COLUMNS
    return rules


def _draw_title(
    page: Page, title: str, left: float, top: float, width: float, height: float
) -> None:
    """Upright, or lying where the band is too low for it."""
    style = Style(10.5, 1.35, "center", bold=True)
    upright = Prose("\n".join(title), style)
    shown = upright if upright.height(width) <= height else Prose(title, style)
    shown.draw(page, left, top - (height - shown.height(width)) / 2, width)
