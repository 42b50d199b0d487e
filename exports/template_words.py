"""Placeholders in the cells of a template: found, and written over with what stands for them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from openpyxl.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.styles.numbers import FORMAT_TEXT, is_date_format
from openpyxl.worksheet.worksheet import Worksheet

from app.month.placeholders import Value, said
from exports.book.cells import set_value, writable
from exports.book.look import FULL_DAY, RATIO

# What a Chinese keyboard makes of the braces counts as well.
PLACE = re.compile(r"[{｛]{2}([^{}｛｝]+)[}｝]{2}")
_BRACES = re.compile(r"[{｛]{2}.{0,12}|.{0,12}[}｝]{2}")
_PLACES = re.compile(r"0(?:\.(0+))?%")
Known = Mapping[str, Value]


@dataclass(frozen=True)
class Unknown:
    """A placeholder that nothing stands for: where it is, how it is written there, and what may be
    wrong with it."""

    sheet: str
    cell: str
    text: str
    why: str = ""


def names_in(value: object) -> list[str]:
    told = str(value) if isinstance(value, str | CellRichText) else ""
    return [said(one) for one in PLACE.findall(told)]


def left_open(value: object) -> str:
    """What looks like the beginning or the end of a placeholder that is not whole."""
    told = str(value) if isinstance(value, str | CellRichText) else ""
    found = _BRACES.search(PLACE.sub("", told))
    return found[0].strip() if found else ""


def without(value: object, mark: str) -> object:
    """The cell's text without the mark of its row."""
    if not isinstance(value, str | CellRichText) or mark not in names_in(value):
        return value
    kept = PLACE.sub(lambda one: "" if said(one[1]) == mark else one[0], str(value))
    return kept or None


def fill_cell(cell: Cell, known: Known) -> None:
    """A placeholder alone gives the value itself in the cell's own number format; among other
    words, its text. What people typed never becomes a formula."""
    names = names_in(cell.value)
    if not names:
        return
    if isinstance(cell.value, CellRichText) and (kept := _in_runs(cell.value, known)):
        cell.value = kept
        return
    text = str(cell.value)
    if PLACE.fullmatch(text.strip()):
        _set(cell, known[names[0]])
    else:
        set_value(cell, writable(fill_text(text, known)))


def fill_text(text: str, known: Known) -> str:
    return PLACE.sub(lambda one: known[said(one[1])].text, text)


def fill_head(text: str, known: Known) -> str:
    """As printed heads and feet have it, where & begins a code."""
    return PLACE.sub(lambda one: known[said(one[1])].text.replace("&", "&&"), text)


def _in_runs(value: CellRichText, known: Known) -> CellRichText | None:
    """With the looks of its parts, unless a placeholder is spread over more than one of them."""
    runs = [
        TextBlock(run.font, writable(fill_text(run.text, known)))
        if isinstance(run, TextBlock)
        else writable(fill_text(run, known))
        for run in value
    ]
    filled = CellRichText(runs)
    return None if names_in(filled) or len(value) == 1 else filled


def _set(cell: Cell, value: Value) -> None:
    own = cell.number_format
    if own == FORMAT_TEXT:  # a number in it would be shown with all its places
        set_value(cell, writable(value.text))
    elif isinstance(value.cell, str):
        set_value(cell, writable(value.cell))
    elif isinstance(value.cell, date):
        set_value(cell, value.cell)
        cell.number_format = own if is_date_format(own) else FULL_DAY
    elif value.is_rate:
        cell.number_format = RATIO if own == "General" else own
        set_value(cell, _for_its_format(float(value.cell), cell.number_format))
    else:
        set_value(cell, value.cell)


def _for_its_format(ratio: float, format_: str) -> float:
    """A format with fewer places must not round to all, or to nothing, what is neither."""
    found = _PLACES.search(format_)
    if not found or not 0 < ratio < 1:
        return ratio
    least = 10.0 ** -(len(found[1] or "") + 2)
    return min(max(ratio, least), 1 - least)


def heads_of(sheet: Worksheet) -> Iterator[tuple[str, Any]]:
    """The parts of the sheet's printed heads and feet, each with how it is called."""
    for pages in ("odd", "even", "first"):
        for kind, called in (("Header", "页眉"), ("Footer", "页脚")):
            whole = getattr(sheet, f"{pages}{kind}")
            for side in (whole.left, whole.center, whole.right):
                if side.text:
                    yield called, side
