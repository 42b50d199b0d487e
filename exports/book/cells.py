"""What is put into a cell, and how it looks there."""

import re
from dataclasses import replace

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from exports.book.later import Styled, Value
from exports.book.look import Look

_FINE, _RULE = Side(style="thin", color="808080"), Side(style="thin", color="000000")
_LINES = Border(left=_FINE, right=_FINE, top=_FINE, bottom=_FINE)
# No workbook can hold these; half a character cannot even be written down as UTF-8.
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LIKE_FORMULAS = ("=", "+", "-", "@", "\t")


def safe(value: Value, look: Look) -> Styled:
    """What people typed never becomes a formula, nor anything that no workbook can hold."""
    if not isinstance(value, str):
        return value, look
    text = writable(value)
    return text, replace(look, as_text=True) if text.startswith(_LIKE_FORMULAS) else look


def set_value(cell: Cell, value: Value) -> None:
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"


def writable(text: str) -> str:
    return _UNWRITABLE.sub("", text)


def frame(
    *, left: bool = False, right: bool = False, top: bool = False, bottom: bool = False
) -> Border:
    return Border(
        left=_RULE if left else None,
        right=_RULE if right else None,
        top=_RULE if top else None,
        bottom=_RULE if bottom else None,
    )


def dress(cell: Cell, look: Look) -> None:
    underline = "single" if look.link else None
    cell.font = Font(
        look.face, look.size, bold=look.bold, underline=underline, strike=look.strike or None
    )
    cell.alignment = Alignment(
        horizontal=look.align,
        vertical="top" if look.top else "center",
        wrap_text=look.wrap,
        indent=look.indent,
    )
    cell.number_format = look.format
    if look.lines:
        cell.border = _LINES
    if look.under:
        cell.border = frame(bottom=True)
    if look.fill:
        cell.fill = PatternFill("solid", fgColor=look.fill)
    cell.quotePrefix = look.as_text
