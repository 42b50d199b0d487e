"""What stands in the way of filling a template, told before anything is written."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from app.month import MonthlyReport, placeholders
from app.month.placeholders import MARKS
from exports.template_words import Unknown, heads_of, left_open, names_in

_TOLD = 5
_ONLY_IN_ROWS = "要写在有 {{#台账}} 或 {{#结转}} 的那一行里"
_ONLY_IN_FULL = "遮盖的月报没有这一项"
_NOT_CLOSED = "括号没有写完整"
_NONE = (
    "表里一个占位也没有，填不进数字。是不是选了填好的表？"
    "请选上级的表样，在要填数字的格子里写上 {{受理}} 这样的占位。"
)


def wrong_with(book: Workbook, report: MonthlyReport) -> str:
    """One sentence; empty where nothing is wrong."""
    if found := tuple(unknown_in(book, report)):
        named = "；".join(f"“{one.sheet}”{one.cell} {one.text}{_why(one)}" for one in found[:_TOLD])
        more = f"等{len(found)}处" if len(found) > _TOLD else ""
        return f"模板里有不认得的占位：{named}{more}。请照占位的清单改好模板，再填。"
    for sheet in book.worksheets:
        for area in _tall(sheet):
            return (
                f"模板“{sheet.title}”的{area}合并到了台账行的下一行，一件占不了两行。"
                "请把有 {{#台账}} 的做成一行，再填。"
            )
    return "" if any(_asks(sheet) for sheet in book.worksheets) else _NONE


def _asks(sheet: Worksheet) -> bool:
    """What asks for nothing is mostly the table of another month, and would go up as this one's."""
    heads = (side.text for _, side in heads_of(sheet))
    return any(names_in(told) for told in (*(cell.value for cell in cells_of(sheet)), *heads))


def unknown_in(book: Workbook, report: MonthlyReport) -> Iterator[Unknown]:
    """The placeholders nothing stands for; while there is one of them nothing is written."""
    known = placeholders.values(report).keys()
    of_a_case = known | placeholders.names_of_a_case(full=report.full)
    for sheet in book.worksheets:
        marked = marked_rows(sheet)
        for cell in cells_of(sheet):
            allowed = {*of_a_case, *MARKS} if cell.row in marked else set(known)
            for told in _unknown(cell.value, allowed, full=report.full):
                yield Unknown(sheet.title, cell.coordinate, *told)
        for called, side in heads_of(sheet):
            for told in _unknown(side.text, set(known), full=report.full):
                yield Unknown(sheet.title, called, *told)


def marked_rows(sheet: Worksheet) -> Mapping[int, str]:
    """The rows that stand once a case, each with its mark."""
    return {
        cell.row: name for cell in cells_of(sheet) for name in names_in(cell.value) if name in MARKS
    }


def cells_of(sheet: Worksheet) -> Iterator[Cell]:
    for row in sheet.iter_rows():
        for cell in row:
            if not isinstance(cell, MergedCell) and cell.value is not None:
                yield cell


def _unknown(value: object, allowed: set[str], *, full: bool) -> Iterator[tuple[str, str]]:
    """How each is written, and what may be wrong with it."""
    for name in names_in(value):
        if name not in allowed:
            yield f"{{{{{name}}}}}", _advice(name, allowed, full=full)
    if rest := left_open(value):
        yield rest, _NOT_CLOSED


def _advice(name: str, allowed: set[str], *, full: bool) -> str:
    if name in placeholders.names_of_a_case(full=full):
        return _ONLY_IN_ROWS
    if name in placeholders.names_of_a_case(full=True):
        return _ONLY_IN_FULL
    like = get_close_matches(name, allowed, 1)
    return f"是不是 {{{{{like[0]}}}}}" if like else ""


def _why(one: Unknown) -> str:
    return f"（{one.why}）" if one.why else ""


def _tall(sheet: Worksheet) -> Iterator[str]:
    """Merged areas that tell of a case and end below its row; a caption beside it may do so."""
    marked = marked_rows(sheet)
    of_a_case = {*placeholders.names_of_a_case(full=True), *MARKS}
    for area in sheet.merged_cells.ranges:
        told = names_in(sheet.cell(area.min_row, area.min_col).value)
        if area.min_row in marked and area.max_row > area.min_row and of_a_case.intersection(told):
            yield str(area.coord)
