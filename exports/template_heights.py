"""Rows of a ledger that are high enough for what wraps in them."""

from collections.abc import Mapping

from openpyxl.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from exports.book.lists import lines_of

_LEADING = 1.3  # from line to line, in sizes of a letter
_NORMAL, _USUAL = 11, 8.43  # the size that widths are counted in, and the width of a new column
_MOST = 409.0  # no row of Excel is higher


def rooms_in(sheet: Worksheet, row: int) -> Mapping[int, float]:
    """How wide each cell of the row is, with those that are merged with it, in digits."""
    merged = {
        one.min_col: one.max_col
        for one in sheet.merged_cells.ranges
        if one.min_row <= row <= one.max_row
    }
    return {
        cell.column: sum(
            _width(sheet, column)
            for column in range(cell.column, merged.get(cell.column, cell.column) + 1)
        )
        for cell in sheet[row]
    }


def grow(sheet: Worksheet, row: int, rooms: Mapping[int, float]) -> None:
    """Where a height was set, make it enough; never less. The others Excel measures itself."""
    own = sheet.row_dimensions[row].height
    if not own:
        return
    needed = [
        _LEADING * cell.font.size * lines_of(cell.value, _digits(cell, rooms))
        for cell in (sheet.cell(row, column) for column in rooms)
        if isinstance(cell, Cell) and isinstance(cell.value, str) and cell.alignment.wrap_text
    ]
    sheet.row_dimensions[row].height = min(max(own, *needed, 0), max(own, _MOST))


def _digits(cell: Cell, rooms: Mapping[int, float]) -> float:
    return max(rooms[cell.column] - 1, 2) * _NORMAL / float(cell.font.size)


def _width(sheet: Worksheet, column: int) -> float:
    """Columns of one width may be kept together under the first of them."""
    for one in sheet.column_dimensions.values():
        if one.width and (one.min or 0) <= column <= (one.max or 0):
            return float(one.width)
    own = sheet.column_dimensions[get_column_letter(column)].width
    return float(own or sheet.sheet_format.defaultColWidth or _USUAL)
