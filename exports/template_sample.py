"""A sample template, to begin one's own from: every name there is, and a row of the ledger."""

from pathlib import Path

from app.month import MonthlyReport
from app.month.placeholders import PERIODS, offered
from exports.book.lists import listed
from exports.book.look import HEAD, Column, Look
from exports.book.sheet import Book, Sheet
from exports.files import replacing

_TITLE = Look(16, bold=True, face=HEAD, align="center")
_FIGURES = (
    Column("项目", 24),
    *(Column(name, 22, "center", wrap=False) for name in ("本月", *PERIODS)),
)
_LEDGER = (
    ("序号", 8),
    ("编号", 30),
    ("反映人", 12),
    ("事项", 34),
    ("牵头单位", 22),
    ("受理日期", 14),
    ("办结日期", 14),
    ("结局", 12),
)


def write_sample(report: MonthlyReport, path: Path) -> None:
    book = Book("上级模板样表", report.centre.name)
    _figures(book.add("数字"), report)
    _ledger(book.add("台账"))
    with replacing(path) as draft:
        book.save(draft)


def _figures(sheet: Sheet, report: MonthlyReport) -> None:
    sheet.widths(*(column.width for column in _FIGURES))
    sheet.across(1, 1, len(_FIGURES), "{{中心}}{{月份}}数字　{{填报日期}}", _TITLE, 34)
    rows = [
        (one.name, _place(one.name), *(_place(one.name, period) for period in PERIODS))
        for one in offered(report)
        if len(one.values) > 1
    ]
    listed(sheet, 2, _FIGURES, rows)


def _ledger(sheet: Sheet) -> None:
    columns = [Column(name, width, wrap=False) for name, width in _LEDGER]
    sheet.widths(*(column.width for column in columns))
    sheet.across(1, 1, len(columns), "{{月份}}台账", _TITLE, 34)
    row = [_place(name) for name, _ in _LEDGER]
    row[0] = _place("#台账") + row[0]
    listed(sheet, 2, columns, [row])


def _place(*names: str) -> str:
    return f"{{{{{'：'.join(names)}}}}}"
