"""Room for more rows in a sheet that somebody else made: what lies below moves down with all its
looks, its merged cells, heights, breaks, printed area, drawings and formulas."""

from collections.abc import Iterable, Iterator
from copy import copy
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.formatting.formatting import ConditionalFormattingList
from openpyxl.formula.translate import Translator
from openpyxl.worksheet.cell_range import CellRange, MultiCellRange
from openpyxl.worksheet.worksheet import Worksheet

from exports.template_shift import Shift

# openpyxl moves cells alone, and not what is merged, printed or drawn: hence its inner parts.
# ruff: noqa: SLF001


def repeat_row(book: Workbook, sheet: Worksheet, row: int, times: int) -> None:
    """Have the row stand there so many times, one below the other, each as it is."""
    by = times - 1
    if by <= 0:
        return
    alone = [one for one in sheet.merged_cells.ranges if one.min_row == one.max_row == row]
    shift = Shift(sheet.title, row, by)
    _move_cells(sheet, shift)
    _move_rows(sheet, shift)
    _move_merged(sheet, shift, alone)
    _move_areas(sheet, shift)
    _move_rules(sheet, shift)
    _move_drawings(sheet, shift)
    columns = range(1, sheet.max_column + 1)  # asked once: openpyxl looks at every cell for it
    for at in range(row + 1, row + times):
        _copy_row(sheet, columns, row, at)
    # All at once, for openpyxl asks of each whether it is there; their cells have their looks.
    sheet.merged_cells = MultiCellRange([*sheet.merged_cells.ranges, *_again(alone, row, times)])
    _move_formulas(book, shift)


def _again(alone: Iterable[CellRange], row: int, times: int) -> Iterator[CellRange]:
    for area in alone:
        for at in range(row + 1, row + times):
            yield CellRange(min_col=area.min_col, max_col=area.max_col, min_row=at, max_row=at)


def _move_cells(sheet: Worksheet, shift: Shift) -> None:
    for row, column in sorted(sheet._cells, reverse=True):
        if row > shift.row:
            cell = sheet._cells.pop((row, column))
            cell.row = row + shift.by
            sheet._cells[cell.row, column] = cell
            if cell.hyperlink:
                cell.hyperlink.ref = cell.coordinate


def _move_rows(sheet: Worksheet, shift: Shift) -> None:
    for row in sorted(sheet.row_dimensions, reverse=True):
        if row > shift.row:
            dimension = sheet.row_dimensions.pop(row)
            dimension.index = row + shift.by
            sheet.row_dimensions[dimension.index] = dimension
    for one in sheet.row_breaks.brk:
        one.id = shift.end(one.id)


def _move_merged(sheet: Worksheet, shift: Shift, alone: list[CellRange]) -> None:
    """What lies in the row alone is merged anew in each of the new ones."""
    merged = list(sheet.merged_cells.ranges)
    for one in merged:
        if one not in alone:
            one.min_row, one.max_row = shift.start(one.min_row), shift.end(one.max_row)
    sheet.merged_cells = MultiCellRange(merged)


def _move_areas(sheet: Worksheet, shift: Shift) -> None:
    if sheet.print_area:
        areas = sheet.print_area.split(",")
        sheet.print_area = ",".join(shift.area(one.rpartition("!")[2]) for one in areas)
    if sheet.auto_filter.ref:
        sheet.auto_filter.ref = shift.area(sheet.auto_filter.ref)
    for table in sheet.tables.values():
        table.ref = shift.area(table.ref)


def _move_rules(sheet: Worksheet, shift: Shift) -> None:
    def moved(formula: str | None) -> str | None:
        return shift.formula(f"={formula}", sheet.title)[1:] if formula else formula

    for validation in sheet.data_validations.dataValidation:
        validation.sqref = _moved(validation.sqref, shift)
        validation.formula1 = moved(validation.formula1)
        validation.formula2 = moved(validation.formula2)
    rules = ConditionalFormattingList()
    for one in sheet.conditional_formatting:
        for rule in one.rules:
            rule.formula = [moved(formula) for formula in rule.formula]
            rules.add(str(_moved(one.sqref, shift)), rule)
    sheet.conditional_formatting = rules


def _moved(areas: MultiCellRange, shift: Shift) -> MultiCellRange:
    return MultiCellRange(" ".join(shift.area(str(one.coord)) for one in areas.ranges))


def _move_drawings(sheet: Worksheet, shift: Shift) -> None:
    for one in (*sheet._charts, *sheet._images):
        for corner in (one.anchor._from, getattr(one.anchor, "to", None)):
            if corner is not None:
                corner.row = shift.start(corner.row + 1) - 1


def _copy_row(sheet: Worksheet, columns: Iterable[int], row: int, at: int) -> None:
    below = sheet.row_dimensions[at]
    below.height, below.hidden = sheet.row_dimensions[row].height, sheet.row_dimensions[row].hidden
    for column in columns:
        one = sheet._cells.get((row, column))
        if one is None:
            continue
        made = sheet.cell(at, column)
        made._style = copy(one._style)
        if isinstance(one, Cell):
            made.value = copy(one.value)
            if one.data_type == "f" and isinstance(one.value, str):
                made.value = Translator(one.value, one.coordinate).translate_formula(
                    made.coordinate
                )


def _move_formulas(book: Workbook, shift: Shift) -> None:
    for sheet in book.worksheets:
        for cell in _formulas(sheet):
            inside = sheet.title == shift.sheet and shift.row <= cell.row <= shift.row + shift.by
            if not inside:
                cell.value = shift.formula(cell.value, sheet.title)
        for reference in _drawn_from(sheet):
            reference.f = shift.formula(f"={reference.f}", sheet.title)[1:]
        for name in sheet.defined_names.values():
            name.attr_text = shift.formula(f"={name.attr_text}", sheet.title)[1:]
    for name in book.defined_names.values():
        name.attr_text = shift.formula(f"={name.attr_text}", "")[1:]


def _formulas(sheet: Worksheet) -> Iterator[Cell]:
    for cell in list(sheet._cells.values()):
        if (
            not isinstance(cell, MergedCell)
            and cell.data_type == "f"
            and isinstance(cell.value, str)
        ):
            yield cell


def _drawn_from(sheet: Worksheet) -> Iterator[Any]:
    """Where the charts of the sheet have their names and numbers."""
    for chart in sheet._charts:
        for series in chart.series:
            for part in (series.tx, series.cat, series.val, *_of_points(series)):
                for kind in ("strRef", "numRef", "multiLvlStrRef"):
                    if (reference := getattr(part, kind, None)) is not None:
                        yield reference


def _of_points(series: Any) -> tuple[Any, ...]:
    return tuple(getattr(series, name, None) for name in ("xVal", "yVal", "bubbleSize"))
