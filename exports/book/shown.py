"""What a cell shows: its value in its number format, its colours with those of conditions."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from openpyxl.cell import Cell
from openpyxl.formatting.rule import Rule
from openpyxl.worksheet.worksheet import Worksheet

from exports.book.look import (
    COUNT,
    DAY,
    DECIMAL,
    FULL_DAY,
    MORE,
    MORE_DAYS,
    POINTS,
    RATIO,
)

_BLACK, _WHITE = "000000", "FFFFFF"
_SOUGHT = re.compile(r'SEARCH\("(.+?)"')
_MORE_THAN_NONE = ">0)"
Colours = tuple[str, str]  # of the ground (empty: none) and of the letters


def text_of(cell: Cell) -> str:
    value = cell.value
    if value is None or isinstance(value, str):
        return value or ""
    return FORMATS[cell.number_format](value)


def _rounded(value: float, places: int) -> Decimal:
    """As Excel rounds: halves away from nothing."""
    return Decimal(repr(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def _signed(value: float, places: int, unit: str = "") -> str:
    return f"{_rounded(value, places):{'+' if value else ''}}{unit}"


def _day(value: date) -> str:
    return f"{value.month}月{value.day}日"


def _full_day(value: date) -> str:
    return f"{value.year}-{value.month}-{value.day}"


FORMATS: Mapping[str, Callable[[Any], str]] = {
    "General": str,
    COUNT: lambda value: str(_rounded(value, 0)),
    DECIMAL: lambda value: str(_rounded(value, 1)),
    RATIO: lambda value: f"{_rounded(value * 100, 1)}%",
    MORE: lambda value: _signed(value, 0),
    MORE_DAYS: lambda value: _signed(value, 1),
    POINTS: lambda value: _signed(value, 1, "个百分点"),
    DAY: _day,
    FULL_DAY: _full_day,
}


class Conditions:
    """What stands out by a rule of the sheet: a word in white on dark, a number by its size."""

    def __init__(self, sheet: Worksheet) -> None:
        self._colours = dict(_coloured(sheet))

    def of(self, cell: Cell) -> Colours:
        return self._colours.get(cell.coordinate) or (_ground(cell), _BLACK)


def _ground(cell: Cell) -> str:
    return str(cell.fill.fgColor.rgb)[-6:] if cell.fill.patternType == "solid" else ""


def _coloured(sheet: Worksheet) -> Iterator[tuple[str, Colours]]:
    last = sheet.max_row  # of the rows that are looked at; a rule may be for many more
    for one in sheet.conditional_formatting:
        cells = [
            cell
            for area in one.sqref.ranges
            for row in sheet.iter_rows(*_corners(area, last))
            for cell in row
            if cell.value is not None
        ]
        for rule in one.rules:
            yield from _flagged(rule, cells) if rule.dxf else _scaled(rule, cells)


def _corners(area: Any, last: int) -> tuple[int, int, int, int]:
    return area.min_row, min(area.max_row, last), area.min_col, area.max_col


def _flagged(rule: Rule, cells: list[Cell]) -> Iterator[tuple[str, Colours]]:
    formula, ground = rule.formula[0], str(rule.dxf.fill.bgColor.rgb)[-6:]
    sought = _SOUGHT.search(formula)
    for cell in cells:
        if sought[1] in str(cell.value) if sought else _stands_out(formula, cell.value):
            yield cell.coordinate, (ground, _WHITE)


def _stands_out(formula: str, value: object) -> bool:
    return formula.endswith(_MORE_THAN_NONE) and isinstance(value, int) and value > 0


def _scaled(rule: Rule, cells: list[Cell]) -> Iterator[tuple[str, Colours]]:
    light, dark = (str(colour.rgb)[-6:] for colour in rule.colorScale.color)
    most = float(rule.colorScale.cfvo[-1].val)
    for cell in cells:
        if isinstance(cell.value, int):
            yield cell.coordinate, (_between(light, dark, cell.value / most), _BLACK)


def _between(light: str, dark: str, share: float) -> str:
    parts = zip(bytes.fromhex(light), bytes.fromhex(dark), strict=True)
    return bytes(round(one + (other - one) * share) for one, other in parts).hex().upper()
