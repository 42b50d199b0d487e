"""From a sheet of the workbook to its printed pages: fitted to the width, heads repeated."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from openpyxl.cell import Cell, MergedCell
from openpyxl.chart import LineChart
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from exports.book.look import BODY
from exports.book.printed import (
    A4_LANDSCAPE,
    Area,
    Drawing,
    Ground,
    PrintedPage,
    PrintedSheet,
    Rule,
    Said,
)
from exports.book.shown import Conditions, text_of

_DIGIT = 5.25  # points of a digit of the workbook's normal font
_ROW = 13.5  # points of a row no height was set for
_INCH = 72.0
_PADDING, _INDENT = 2.0, 9.0
_HAIR = 0.01  # what was scaled to just fit may be too tall by a rounding
Corners = tuple[int, int, int, int]  # first column, first row, last column, last row


def printed(sheet: Worksheet) -> PrintedSheet:
    return PrintedSheet(sheet.title, tuple(_Printer(sheet).pages()))


@dataclass(frozen=True)
class _Rows:
    """The rows of a page, and where each of them and the end of the last stands."""

    rows: Sequence[int]
    tops: Sequence[float]

    def top(self, row: int) -> float:
        return self.tops[self.rows.index(row)]


class _Printer:
    def __init__(self, sheet: Worksheet) -> None:
        self._sheet = sheet
        self._first, self._top, self._last, self._bottom = _area_of(sheet)
        margins = sheet.page_margins
        self._left: float = margins.left * _INCH
        self._head: float = margins.top * _INCH
        self._room: tuple[float, float] = (
            A4_LANDSCAPE[0] - self._left - margins.right * _INCH,
            A4_LANDSCAPE[1] - self._head - margins.bottom * _INCH,
        )
        self._lefts: list[float] = [0.0, *accumulate(self._width(at) for at in self._columns())]
        self._scale: float = min(1.0, self._room[0] / self._lefts[-1])
        if sheet.page_setup.fitToHeight:
            tall: float = sum(map(self._height, range(self._top, self._bottom + 1)))
            self._scale = min(self._scale, self._room[1] / tall)
        self._conditions = Conditions(sheet)
        self._merged: dict[tuple[int, int], Corners] = {
            (row, column): area.bounds
            for area in sheet.merged_cells.ranges
            for row in range(area.min_row, area.max_row + 1)
            for column in range(area.min_col, area.max_col + 1)
        }

    def pages(self) -> Iterator[PrintedPage]:
        split = list(self._split())
        for number, rows in enumerate(split, start=1):
            yield self._page(rows, f"第{number}页　共{len(split)}页")

    def _columns(self) -> range:
        return range(self._first, self._last + 1)

    def _width(self, column: int) -> float:
        return _DIGIT * float(self._sheet.column_dimensions[get_column_letter(column)].width)

    def _height(self, row: int) -> float:
        return float(self._sheet.row_dimensions[row].height or _ROW)

    def _split(self) -> Iterator[_Rows]:
        """As many rows a page as there is room for, after the heads."""
        titles = self._sheet.print_title_rows
        ends = [int(end) for end in titles.replace("$", "").split(":")] if titles else [1, 0]
        heads = range(ends[0], ends[1] + 1)
        broken = {one.id for one in self._sheet.row_breaks.brk}
        rows: list[int] = []
        room = tall = self._room[1] / self._scale
        for row in range(self._top, self._bottom + 1):
            tall -= self._height(row)
            if rows and (tall < -_HAIR or row - 1 in broken):
                yield self._placed(rows)
                rows = list(heads) if row >= heads.stop else []
                tall = room - sum(map(self._height, rows)) - self._height(row)
            rows.append(row)
        yield self._placed(rows)

    def _placed(self, rows: Sequence[int]) -> _Rows:
        tops = [0.0, *accumulate(self._height(row) for row in rows)]
        down = self._head
        if self._sheet.print_options.verticalCentered:
            down += (self._room[1] - tops[-1] * self._scale) / 2
        return _Rows(rows, [down + top * self._scale for top in tops])

    def _page(self, rows: _Rows, number: str) -> PrintedPage:
        grounds, rules, texts = [], set[Rule](), []
        for cell in self._cells(rows):
            rules |= set(self._rules(cell, rows))
            if isinstance(cell, MergedCell):
                continue
            ground, ink = self._conditions.of(cell)
            area = self._area(self._bounds(cell), rows)
            if ground:
                grounds.append(Ground(area, ground))
            if text := text_of(cell):
                texts.append(self._said(cell, area, text, ink))
        drawings = tuple(self._drawings(rows))
        return PrintedPage(tuple(grounds), tuple(rules), (*texts, *self._foot(number)), drawings)

    def _cells(self, rows: _Rows) -> Iterator[Cell | MergedCell]:
        for row in rows.rows:
            for column in self._columns():
                yield self._sheet.cell(row, column)

    def _bounds(self, cell: Cell | MergedCell) -> Corners:
        alone = (cell.column, cell.row, cell.column, cell.row)
        return self._merged.get((cell.row, cell.column), alone)

    def _area(self, bounds: Corners, rows: _Rows) -> Area:
        first, top, last, bottom = bounds
        left, right = self._across(first), self._across(last + 1)
        # On a later page the row after the heads is not the one that follows them on the sheet.
        height = sum(map(self._height, range(top, bottom + 1))) * self._scale
        return left, rows.top(top), right - left, height

    def _across(self, column: int) -> float:
        centred = (self._room[0] - self._lefts[-1] * self._scale) / 2
        return self._left + centred + self._lefts[column - self._first] * self._scale

    def _said(self, cell: Cell, area: Area, text: str, ink: str) -> Said:
        look = cell.alignment
        start = (_PADDING + look.indent * _INDENT) * self._scale
        end = _PADDING * self._scale
        left, top, width, height = area
        number = not isinstance(cell.value, str)
        return Said(
            area=(left + start, top, width - start - end, height),
            text=text,
            size=cell.font.size * self._scale,
            bold=bool(cell.font.bold),
            face=cell.font.name,
            align=look.horizontal or ("right" if number else "left"),
            top=look.vertical == "top",
            wrap=bool(look.wrap_text),
            underlined=bool(cell.font.underline),
            struck=bool(cell.font.strike),
            ink=ink,
        )

    def _rules(self, cell: Cell | MergedCell, rows: _Rows) -> Iterator[Rule]:
        """The sides of a cell that are drawn; inside of merged cells there are none."""
        first, top, last, bottom = self._bounds(cell)
        left, up, width, height = self._area((cell.column, cell.row, cell.column, cell.row), rows)
        right, down = left + width, up + height
        border = cell.border
        for side, edge, start, end in (
            (border.left, cell.column == first, (left, up), (left, down)),
            (border.right, cell.column == last, (right, up), (right, down)),
            (border.top, cell.row == top, (left, up), (right, up)),
            (border.bottom, cell.row == bottom, (left, down), (right, down)),
        ):
            if edge and side is not None and side.style:
                yield Rule(start, end, str(side.color.rgb)[-6:])

    def _drawings(self, rows: _Rows) -> Iterator[Drawing]:
        for chart in self._sheet._charts:  # noqa: SLF001 (openpyxl has no other way)
            start, end = chart.anchor._from, chart.anchor.to  # noqa: SLF001 (its name, in the file)
            bounds = (start.col + 1, start.row + 1, end.col, end.row)
            if start.row + 1 not in rows.rows:
                continue
            area = self._area(bounds, rows)
            yield Drawing("months" if isinstance(chart, LineChart) else "causes", area)

    def _foot(self, number: str) -> Iterator[Said]:
        below = A4_LANDSCAPE[1] - self._sheet.page_margins.footer * _INCH
        area = (self._left, below - 12, self._room[0], 12)
        yield Said(area, self._sheet.title, 9, BODY, "left")
        yield Said(area, number, 9, BODY, "right")


def _area_of(sheet: Worksheet) -> Corners:
    if sheet.print_area:
        area = str(sheet.print_area).rpartition("!")[2].replace("$", "")
        first, top, last, bottom = range_boundaries(area)
        return int(first or 1), int(top or 1), int(last or 1), int(bottom or 1)
    return 1, 1, sheet.max_column, sheet.max_row
