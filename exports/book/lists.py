"""Ruled lists: a head, rows as high as what they say, perhaps a total."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from exports.book.cells import safe
from exports.book.later import Row, Value
from exports.book.look import DASH, SHADE, TOTAL, Column, Look
from exports.book.sheet import Sheet

Step = Callable[[], None]

HEADING = Look(10.5, bold=True, align="center", fill=SHADE, lines=True)
_LINE, _LEAST, _MOST = 13.2, 19.0, 409.0  # no row of Excel is higher


def heads(sheet: Sheet, row: int, columns: Sequence[Column], *, first: int = 1) -> None:
    for at, column in enumerate(columns, start=first):
        sheet.put(row, at, column.name, HEADING)
    lines = max(lines_of(column.name, column.width) for column in columns)
    sheet.height(row, 34 if lines > 1 else 22)


def head(sheet: Sheet, row: int, first: int, last: int, text: str) -> None:
    """A head over several columns."""
    sheet.across(row, first, last, text, HEADING)


def listed(
    sheet: Sheet,
    top: int,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Value]],
    *,
    first: int = 1,
    total: bool = False,
) -> int:
    """A ruled list with its head at `top`; the last row may be a total. Gives the row after it."""
    heads(sheet, top, columns, first=first)
    looks = [cell_look(column) for column in columns]
    for down, values in enumerate(rows, start=top + 1):
        bold = total and down == top + len(rows)
        for at, (value, look) in enumerate(zip(values, looks, strict=True), start=first):
            sheet.put(down, at, value, _fitted(look, value, bold=bold))
        sheet.height(down, height(columns, values))
    return top + len(rows) + 1


def streamed(
    sheet: Sheet,
    top: int,
    columns: Sequence[Column],
    rows: Callable[[], Iterable[Sequence[Value]]],
    step: Step,
) -> None:
    """As `listed`, of as many rows as there may be: each is made when it is written, and `step`
    hears of it."""
    heads(sheet, top, columns)
    looks = [cell_look(column) for column in columns]

    def made() -> Iterator[Row]:
        for values in rows():
            cells = [
                safe(value, _fitted(look, value, bold=False))
                for value, look in zip(values, looks, strict=True)
            ]
            yield Row(height(columns, values), cells)
            step()

    sheet.later(top + 1, made)


@cache  # the same look again is known at once
def cell_look(column: Column) -> Look:
    return Look(align=column.align, format=column.format, lines=True, wrap=column.wrap)


@cache
def _centred(look: Look) -> Look:
    return replace(look, align="center")


def _fitted(look: Look, value: Value, *, bold: bool) -> Look:
    if value == DASH:
        look = _centred(look)
    return replace(look, bold=True, fill=TOTAL) if bold else look


def height(columns: Sequence[Column], values: Sequence[Value]) -> float:
    """Row heights are written: WPS and a phone's preview do not measure wrapped text."""
    lines = max(
        (
            lines_of(value, column.width - 1)
            for column, value in zip(columns, values, strict=True)
            if column.wrap and isinstance(value, str)
        ),
        default=1,
    )
    return min(max(_LEAST, 6 + _LINE * lines), _MOST)


@lru_cache(20_000)  # units and causes come again and again
def lines_of(text: str, width: float) -> int:
    """How many lines a text takes in a column of so many digits."""
    return sum(max(-(-digits(part) // max(int(width), 1)), 1) for part in text.split("\n"))


def digits(text: str) -> int:
    """The width of a text in digits: a Chinese character takes two."""
    return sum(1 if char.isascii() else 2 for char in text)
