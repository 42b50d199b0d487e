"""The workbook of a month as it will print, for the screen: the same cells, not a second layout."""

from app.month import MonthlyReport
from exports.book.paging import printed
from exports.book.printed import PrintedSheet
from exports.monthly_workbook import fill_book


def preview_month(report: MonthlyReport) -> tuple[PrintedSheet, ...]:
    return tuple(printed(sheet) for sheet in fill_book(report).worksheets())
