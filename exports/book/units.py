"""The units of the month at the head of 汇总: what each led, how it kept its dates."""

from dataclasses import replace

from app.month import MonthlyReport, Share
from app.month.unit_lines import UnitLine, total
from exports.book.figures import value
from exports.book.lists import cell_look, head, height
from exports.book.look import COUNT, RATIO, TOTAL, Column
from exports.book.sheet import Sheet

# Each with the columns of the sheet it stands over, the first and the last.
_COLUMNS = (
    (Column("牵头单位", 34), 1, 1),
    (Column("受理", 20, "center", COUNT), 2, 3),
    (Column("办结", 20, "center", COUNT), 4, 5),
    (Column("到期", 20, "center", COUNT), 6, 7),
    (Column("按时办结", 20, "center", COUNT), 8, 9),
    (Column("按时办结率", 20, "center", RATIO), 10, 11),
    (Column("退单（次）", 20, "center", COUNT), 12, 13),
    (Column("延期（次）", 15, "center", COUNT), 14, 14),
    (Column("差评（次）", 15, "center", COUNT), 15, 15),
)
_HEAD_HEIGHT = 24


def units_height(report: MonthlyReport) -> float:
    """What the table takes of the page, in points."""
    rows = (*report.units, total(report.units))
    return _HEAD_HEIGHT + sum(map(_height, rows))


def fill_units(sheet: Sheet, top: int, report: MonthlyReport) -> int:
    """Gives the row after it."""
    for column, first, last in _COLUMNS:
        head(sheet, top, first, last, column.name)
    sheet.height(top, _HEAD_HEIGHT)
    row = top
    for row, one in enumerate(report.units, start=top + 1):
        _line(sheet, row, one)
    _line(sheet, row + 1, total(report.units), whole=True)
    return row + 2


def _line(sheet: Sheet, row: int, one: UnitLine, *, whole: bool = False) -> None:
    values = (
        one.name,
        one.received,
        one.completed,
        one.due,
        one.kept,
        value(Share(one.kept, one.due)),
        one.returned,
        one.extended,
        one.bad,
    )
    for (column, first, last), cell in zip(_COLUMNS, values, strict=True):
        look = cell_look(column)
        look = replace(look, bold=True, fill=TOTAL) if whole else look
        sheet.across(row, first, last, cell, look)
    sheet.height(row, _height(one))


def _height(one: UnitLine) -> float:
    name, *_ = _COLUMNS
    return height((name[0],), (one.name,))
