"""不属于本窗口受理范围告知单: why, and where to go. Never with a clause on review."""

from collections.abc import Iterator
from pathlib import Path

from reportlab.lib.units import mm

from app.sheets.notices import OutOfScopeNotice
from exports.kit.form import table
from exports.kit.piece import Piece
from exports.kit.pieces import Gap
from exports.letter import Letter, write_letter

_HEADS = (("途径", 5), ("到哪里", 9), ("地址、电话", 10))


def write_out_of_scope(sheet: OutOfScopeNotice, path: Path) -> None:
    title = "不属于本窗口受理范围告知单"
    write_letter(sheet, title, lambda letter: list(_body(sheet, letter)), path)


def _body(sheet: OutOfScopeNotice, letter: Letter) -> Iterator[Piece]:
    yield letter.wording("scope.open", reason=sheet.reason)
    yield letter.wording("scope.routes")
    yield Gap(1 * mm)
    rows = [(one.kind, one.unit, one.contact) for one in sheet.routes]
    yield table(letter.form, _HEADS, rows)
    yield Gap(2 * mm)
    if sheet.done_for_you:
        yield letter.wording("scope.done", done=sheet.done_for_you)
    yield letter.wording("scope.close", supervision=sheet.centre.supervision)
