"""成因×单位: who was asked to act, for what cause."""

from openpyxl.formatting.rule import ColorScaleRule

from app.month import MonthlyReport, Share
from exports.book.figures import month_name, value
from exports.book.later import Value
from exports.book.lists import listed
from exports.book.look import COUNT, DASH, RATIO, Column, Look
from exports.book.sheet import Sheet

_DARKEST = 5  # of fewer cases than that no cell is as dark as can be
_NOTE = "格子颜色越深件数越多；“—”为没有。占比的分母是本月受理件数。"


def fill_cross(sheet: Sheet, report: MonthlyReport) -> None:
    causes = report.cross.causes
    columns = (
        Column("牵头单位", 18),
        *(Column(cause, 13, "center", COUNT) for cause in causes),
        Column("合计", 9, "center", COUNT),
        Column("占比", 9, "center", RATIO),
    )
    sheet.widths(*(column.width for column in columns))
    heading = f"{month_name(report)}成因与单位交叉表"
    sheet.title(heading, report.centre.name, "单位：件", len(columns))
    after = listed(sheet, 3, columns, _rows(report), total=True)
    totals = after - 1
    after = _shares(sheet, after, report)
    if report.cross.units:
        last = sheet.inner.cell(totals - 1, 1 + len(causes)).coordinate
        most = max(
            report.cross.count(unit=unit, cause=cause)
            for unit in report.cross.units
            for cause in causes
        )
        shade = ColorScaleRule(
            start_type="num",
            start_value=0,
            start_color="FFFFFF",
            end_type="num",
            end_value=max(most, _DARKEST),
            end_color="8EA9C9",
        )
        sheet.inner.conditional_formatting.add(f"B4:{last}", shade)
    sheet.note(after, len(columns), _NOTE)
    sheet.inner.freeze_panes = "B4"
    sheet.inner.print_title_rows = "1:3"


def _rows(report: MonthlyReport) -> list[tuple[Value, ...]]:
    """A row a unit, and the totals."""
    cross, total = report.cross, len(report.ledger)
    rows: list[tuple[Value, ...]] = [
        (
            unit,
            *(cross.count(unit=unit, cause=cause) or DASH for cause in cross.causes),
            cross.count(unit=unit),
            value(Share(cross.count(unit=unit), total)),
        )
        for unit in cross.units
    ]
    sums = [cross.count(cause=cause) for cause in cross.causes]
    return [*rows, ("合计", *sums, total, value(Share(total, total)))]


def _shares(sheet: Sheet, row: int, report: MonthlyReport) -> int:
    """Under the totals: what part of all cases each cause is."""
    cross, total = report.cross, len(report.ledger)
    look = Look(align="center", format=RATIO, lines=True)
    sheet.put(row, 1, "占比", Look(lines=True))
    for at, cause in enumerate(cross.causes, start=2):
        sheet.put(row, at, value(Share(cross.count(cause=cause), total)), look)
    sheet.put(row, 2 + len(cross.causes), value(Share(total, total)), look)
    sheet.put(row, 3 + len(cross.causes), f"n={total}", look)
    sheet.height(row, 19)
    return row + 1
