"""考核: the quarter up to the end of the month, by unit, and every point with its case."""

from dataclasses import replace
from datetime import datetime

from app.appraisal import Appraisal, Point, UnitScore
from app.appraisal.appraise import TOO_FEW
from app.appraisal.meanings import NOTE
from app.month import MonthlyReport
from exports.book.figures import day, month_name
from exports.book.later import Value
from exports.book.lists import cell_look, heads, height, listed
from exports.book.look import COUNT, DASH, DAY, MORE, Column
from exports.book.sheet import Sheet

_POINTS = (
    Column("单位", 16),
    Column("日期", 9, "center", DAY),
    Column("分", 8, "center", MORE),
    Column("事情", 16, "center"),
    Column("办件", 23),
    Column("事项", 18),
    Column("原因", 34),
    Column("说明", 34),
)
_UNITS = (
    Column("单位", 16),
    Column("件数", 9, "center", COUNT),
    Column("加分", 8, "center", MORE),
    Column("减分", 16, "center", MORE),
    Column("合计", 23, "center", MORE),
)
_STRUCK = (2, 3)  # of the columns: what was worth how much


def fill_appraisal(sheet: Sheet, report: MonthlyReport, found: Appraisal) -> None:
    """What people wrote of a case stays in the house: of the reasons only what the rules say."""
    sheet.widths(*(column.width for column in _POINTS))
    last = (found.until - datetime.resolution).date()
    until = f"{month_name(report)}底" if last >= report.last else day(last)
    title = f"{found.quarter}单位考核（到{until}）"
    rules = f"规则第{found.rules.id}版，不到{found.rules.least_cases}件不评分"
    sheet.title(title, report.centre.name, rules, len(_POINTS))
    sheet.note(3, len(_POINTS), NOTE, 30)
    row = listed(sheet, 4, _UNITS, [_unit(one) for one in found.units])
    points = [(unit.unit, point) for unit in found.units for point in unit.points]
    if points:
        _list(sheet, row + 1, points)
        sheet.inner.print_title_rows = f"{row + 1}:{row + 1}"


def _unit(one: UnitScore) -> tuple[Value, ...]:
    total = one.total if one.scored else TOO_FEW
    return one.unit, one.cases, one.plus, one.minus, total


def _list(sheet: Sheet, top: int, points: list[tuple[str, Point]]) -> None:
    heads(sheet, top, _POINTS)
    looks = [cell_look(column) for column in _POINTS]
    for row, (unit, point) in enumerate(points, start=top + 1):
        values = _point(unit, point)
        for at, (value, look) in enumerate(zip(values, looks, strict=True)):
            struck = point.struck and at in _STRUCK
            sheet.put(row, at + 1, value, replace(look, strike=struck))
        sheet.height(row, height(_POINTS, values))


def _point(unit: str, one: Point) -> tuple[Value, ...]:
    worth = one.full if one.struck else one.points
    state = "" if one.counts else one.state.label
    told = "：".join(filter(None, (state, one.told)))
    return unit, one.at.date(), worth, one.name, one.number, one.matter, one.why, told or DASH
