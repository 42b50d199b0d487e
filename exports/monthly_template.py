"""The superior's own table, filled in: any workbook with placeholders keeps its looks."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from app.errors import AppError
from app.month import MonthlyReport, placeholders
from app.month.placeholders import Value
from app.progress import Tick, unheard
from exports.files import replacing
from exports.template_check import cells_of, marked_rows, wrong_with
from exports.template_file import open_template
from exports.template_heights import grow, rooms_in
from exports.template_rows import repeat_row
from exports.template_words import Known, fill_cell, fill_head, heads_of, without

_STEP = 50
_ITSELF = "不能把填好的表存成模板自己，下个月还要用它。请换一个文件名，或者换一个文件夹。"


def wrong_in(template: Path, report: MonthlyReport) -> str:
    """What stands in the way of filling it, in one sentence; empty where nothing does."""
    return wrong_with(open_template(template), report)


def fill_template(report: MonthlyReport, template: Path, path: Path, tick: Tick = unheard) -> None:
    """Write the template filled in, or nothing; an AppError names what it does not know."""
    if path.resolve() == template.resolve():
        raise AppError(_ITSELF)
    book = open_template(template)
    if wrong := wrong_with(book, report):
        raise AppError(wrong)
    known, rows = placeholders.values(report), placeholders.rows(report)
    with replacing(path) as draft:
        for at, sheet in enumerate(book.worksheets):
            tick(at, len(book.worksheets) + 1)
            _fill(book, sheet, known, rows, tick)
        book.save(draft)
        tick(1, 1)


def _fill(
    book: Workbook,
    sheet: Worksheet,
    known: Known,
    rows: Mapping[str, list[dict[str, Value]]],
    tick: Tick,
) -> None:
    marked = marked_rows(sheet)
    for cell in cells_of(sheet):  # first: what people wrote in a ledger may look like a placeholder
        if cell.row not in marked:
            fill_cell(cell, known)
    for row, mark in sorted(marked.items(), reverse=True):
        _clear_mark(sheet, row, mark)
        rooms = rooms_in(sheet, row)
        repeat_row(book, sheet, row, len(rows[mark]))
        for at, case in enumerate(rows[mark] or [_no_case()]):
            _fill_row(sheet, row + at, rooms, {**known, **case})
            grow(sheet, row + at, rooms)
            if at % _STEP == 0:
                tick(at, len(rows[mark]))
    for _, side in heads_of(sheet):
        side.text = fill_head(side.text, known)


def _no_case() -> dict[str, Value]:
    """What stands in the row of a month without cases: nothing, in each of its cells."""
    empty = Value("", "")
    return dict.fromkeys(placeholders.names_of_a_case(full=True), empty)


def _fill_row(sheet: Worksheet, row: int, columns: Iterable[int], known: Known) -> None:
    for column in columns:
        cell = sheet.cell(row, column)
        if not isinstance(cell, MergedCell):
            fill_cell(cell, known)


def _clear_mark(sheet: Worksheet, row: int, mark: str) -> None:
    for cell in sheet[row]:
        if not isinstance(cell, MergedCell):
            cell.value = without(cell.value, mark)
