"""The superior's own table, filled in: any workbook with placeholders keeps its looks."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from app.errors import AppError
from app.month import MonthlyReport, placeholders
from app.month.placeholders import MARKS, Value
from exports.files import replacing
from exports.template_file import open_template
from exports.template_rows import repeat_row
from exports.template_words import (
    Known,
    Unknown,
    fill_cell,
    fill_text,
    heads_of,
    names_in,
    without,
)

_TOLD = 5
_STEP = 50
Tick = Callable[[int, int], None]


def _unheard(done: int, total: int) -> None:
    """For whoever does not care how far it is."""


def unknown_in(template: Path, report: MonthlyReport) -> tuple[Unknown, ...]:
    """The placeholders nothing stands for; while there is one of them nothing is written."""
    return tuple(_unknown(open_template(template), report))


def fill_template(report: MonthlyReport, template: Path, path: Path, tick: Tick = _unheard) -> None:
    """Write the template filled in, or nothing; an AppError names what it does not know."""
    book = open_template(template)
    if found := tuple(_unknown(book, report)):
        raise AppError(say_unknown(found))
    known, rows = placeholders.values(report), placeholders.rows(report)
    with replacing(path) as draft:
        for at, sheet in enumerate(book.worksheets):
            tick(at, len(book.worksheets) + 1)
            _fill(book, sheet, known, rows, tick)
        book.save(draft)
        tick(1, 1)


def say_unknown(found: tuple[Unknown, ...]) -> str:
    named = "；".join(f"“{one.sheet}”{one.cell} {one.text}" for one in found[:_TOLD])
    more = f"等{len(found)}处" if len(found) > _TOLD else ""
    return f"模板里有不认得的占位：{named}{more}。请照占位的清单改好模板，再填。"


def _unknown(book: Workbook, report: MonthlyReport) -> Iterator[Unknown]:
    known = placeholders.values(report).keys()
    of_a_case = known | placeholders.names_of_a_case(full=report.full)
    for sheet in book.worksheets:
        marked = _marked(sheet)
        for cell in _cells(sheet):
            allowed = {*of_a_case, *MARKS} if cell.row in marked else known
            for name in names_in(cell.value):
                if name not in allowed:
                    yield Unknown(sheet.title, cell.coordinate, f"{{{{{name}}}}}")
        for called, side in heads_of(sheet):
            for name in names_in(side.text):
                if name not in known:
                    yield Unknown(sheet.title, called, f"{{{{{name}}}}}")


def _fill(
    book: Workbook,
    sheet: Worksheet,
    known: Known,
    rows: Mapping[str, list[dict[str, Value]]],
    tick: Tick,
) -> None:
    for row, mark in sorted(_marked(sheet).items(), reverse=True):
        _clear_mark(sheet, row, mark)
        repeat_row(book, sheet, row, len(rows[mark]))
        for at, case in enumerate(rows[mark] or [_no_case()]):
            _fill_row(sheet, row + at, {**known, **case})
            if at % _STEP == 0:
                tick(at, len(rows[mark]))
    for cell in _cells(sheet):
        fill_cell(cell, known)
    for _, side in heads_of(sheet):
        side.text = fill_text(side.text, known)


def _no_case() -> dict[str, Value]:
    """What stands in the row of a month without cases: nothing, in each of its cells."""
    empty = Value("", "")
    return dict.fromkeys(placeholders.names_of_a_case(full=True), empty)


def _fill_row(sheet: Worksheet, row: int, known: Known) -> None:
    for column in range(1, sheet.max_column + 1):
        cell = sheet.cell(row, column)
        if not isinstance(cell, MergedCell):
            fill_cell(cell, known)


def _clear_mark(sheet: Worksheet, row: int, mark: str) -> None:
    for cell in sheet[row]:
        if not isinstance(cell, MergedCell):
            cell.value = without(cell.value, mark)


def _marked(sheet: Worksheet) -> dict[int, str]:
    """The rows that stand once a case, each with its mark."""
    return {
        cell.row: name for cell in _cells(sheet) for name in names_in(cell.value) if name in MARKS
    }


def _cells(sheet: Worksheet) -> Iterator[Cell]:
    for row in sheet.iter_rows():
        for cell in row:
            if not isinstance(cell, MergedCell) and cell.value is not None:
                yield cell
