"""汇总: the units and two charts on one page; on the next every measure beside last month, last
year and the year so far."""

from collections.abc import Sequence
from dataclasses import replace

from openpyxl.chart import Reference
from openpyxl.utils import get_column_letter

from app.month import Measure, MonthlyReport, Share
from exports.book import charts
from exports.book.figures import CHANGES, FORMATS, known, month, month_name, parts, value
from exports.book.lists import head, heads
from exports.book.look import COUNT, Column, Look
from exports.book.sheet import Sheet
from exports.book.units import fill_units, units_height

_NAME, _PERIODS, _EACH = 34, 4, 3
_CHANGES = ("比上月", "比去年同月")
_COLUMNS = 1 + _PERIODS * _EACH + 2
_UNFINISHED = "本月未完，不和以前整月的数比较。"
_NOTE = "比率、平均都列出分子和分母；分母为0，或者当时还没有登记资料的，记“—”。口径见“说明”。"
_BESIDE = _COLUMNS + 3  # the charts' figures stand beyond what is printed
_BESIDE_WIDTHS = (22, 7, 7)
_CHART_ROWS = 13
_ROW, _CHART_ROW, _GAP = 14.0, 18.0, 12.0
_ROOM = 660.0  # points of rows on a page; fewer than would fit, for no two machines measure alike


def fill_summary(sheet: Sheet, report: MonthlyReport) -> None:
    # As wide as makes it small enough for all measures to stand on a page.
    sheet.widths(_NAME, *[10.2] * _PERIODS * _EACH, 15.5, 15.5)
    sheet.title(f"{month_name(report)}汇总", report.centre.name, "计数单位：件、人次", _COLUMNS)
    sheet.inner.print_title_rows = "1:2"
    row = fill_units(sheet, 3, report)
    sheet.height(row, _GAP)
    if not _charts_fit(report):
        sheet.break_after(row)
    _charts(sheet, row + 1, report)
    row += 1 + _CHART_ROWS
    sheet.break_after(row - 1)
    row = _counts(sheet, row, report)
    row = _ratios(sheet, row, report)
    sheet.note(row, _COLUMNS, _NOTE if report.over else f"{_UNFINISHED}{_NOTE}")
    sheet.inner.print_area = f"A1:{get_column_letter(_COLUMNS)}{row}"


def _charts_fit(report: MonthlyReport) -> bool:
    """Below the units; of many units the charts have a page of their own."""
    return 50 + units_height(report) + _GAP + _CHART_ROWS * _CHART_ROW <= _ROOM


def _period_names(report: MonthlyReport) -> tuple[str, ...]:
    first = report.first
    before = month(report.before)
    year = f"{first.year}年1—{first.month}月" if first.month > 1 else f"{first.year}年1月"
    last_year = month(first.replace(year=first.year - 1))
    return (
        f"本月\n{month(first)}",
        f"上月\n{before}",
        f"去年同月\n{last_year}",
        f"本年累计\n{year}",
    )


def _counts(sheet: Sheet, top: int, report: MonthlyReport) -> int:
    """The head of the table, and what is counted: a figure over the three columns of a period."""
    heads(sheet, top, (Column("指标", _NAME),))
    for at, name in enumerate(_period_names(report)):
        head(sheet, top, _first(at), _first(at) + _EACH - 1, name)
    for at, name in enumerate(_CHANGES):
        head(sheet, top, _COLUMNS - 1 + at, _COLUMNS - 1 + at, name)
    sheet.height(top, 2 * _ROW + 4)
    middle = Look(align="center", format=COUNT, lines=True)
    for row, one in enumerate(report.counts, start=top + 1):
        _name(sheet, row, one)
        for at, share in enumerate(_shares(one)):
            sheet.across(row, _first(at), _first(at) + _EACH - 1, value(share), middle)
        _changes(sheet, row, one, report)
    return top + 1 + len(report.counts)


def _ratios(sheet: Sheet, top: int, report: MonthlyReport) -> int:
    """What is divided: both numbers and what comes out."""
    names = ("分子", "分母", "结果") * _PERIODS
    heads(sheet, top, [Column(name, 9) for name in ("指标", *names, *_CHANGES)])
    sheet.height(top, _ROW + 2)
    for row, one in enumerate(report.ratios, start=top + 1):
        _name(sheet, row, one)
        look = Look(align="center", format=COUNT, lines=True)
        for at, share in enumerate(_shares(one)):
            part, whole, result = parts(share)
            sheet.put(row, _first(at), part, look)
            sheet.put(row, _first(at) + 1, whole, look)
            sheet.put(row, _first(at) + 2, result, replace(look, format=FORMATS[one.sort]))
        _changes(sheet, row, one, report)
    return top + 1 + len(report.ratios)


def _name(sheet: Sheet, row: int, one: Measure) -> None:
    sheet.put(row, 1, one.title, Look(lines=True, indent=2 * bool(one.within), bold=not one.within))
    sheet.height(row, _ROW)


def _changes(sheet: Sheet, row: int, one: Measure, report: MonthlyReport) -> None:
    look = Look(align="center", format=CHANGES[one.sort], lines=True)
    for at, change in enumerate(report.changes(one)):
        sheet.put(row, _COLUMNS - 1 + at, known(change), look)


def _shares(one: Measure) -> tuple[Share | None, ...]:
    return one.now, one.before, one.last_year, one.year


def _first(period: int) -> int:
    return 2 + period * _EACH


def _charts(sheet: Sheet, row: int, report: MonthlyReport) -> None:
    months = [(f"{one.first.month}月", one.received, one.completed) for one in report.months]
    causes = [(cause, report.cross.count(cause=cause)) for cause in report.cross.causes]
    sheet.widths(*_BESIDE_WIDTHS, first=_BESIDE)
    below = _beside(sheet, 3, ("月份", "受理", "办结"), months)
    end = _beside(sheet, below + 1, ("成因", "件数"), causes)

    def figures(column: int, top: int, bottom: int) -> Reference:
        return Reference(sheet.inner, min_col=_BESIDE + column, min_row=top, max_row=bottom)

    foot = row + _CHART_ROWS - 1
    for each in range(row, foot + 1):
        sheet.height(each, _CHART_ROW)
    charts.by_month(
        sheet.inner,
        figures(0, 4, below - 1),
        (figures(1, 3, below - 1), figures(2, 3, below - 1)),
        (1, row, 8, foot),
        [(received, completed) for _, received, completed in months],
    )
    charts.by_cause(
        sheet.inner,
        figures(0, below + 2, end - 1),
        figures(1, below + 1, end - 1),
        (9, row, _COLUMNS, foot),
    )


def _beside(
    sheet: Sheet, top: int, names: Sequence[str], rows: Sequence[tuple[str | int, ...]]
) -> int:
    """What a chart is drawn from; gives the row after it. The rows keep the table's heights."""
    look = Look(9)
    for down, values in enumerate((names, *rows), start=top):
        for at, one in enumerate(values, start=_BESIDE):
            sheet.put(down, at, one, look)
    return top + 1 + len(rows)
