"""一次性告知书: everything that is missing, told once."""

from collections.abc import Iterator
from pathlib import Path

from reportlab.lib.units import mm

from app.sheets.notices import MissingNotice
from exports.kit.form import table
from exports.kit.piece import Piece
from exports.kit.pieces import Gap
from exports.kit.words import full_day
from exports.letter import Letter, write_letter

_HEADS = (("序号", 2), ("需要补的材料", 6), ("要求", 5), ("到哪里办", 5), ("拿不到时", 6))


def write_missing(sheet: MissingNotice, path: Path) -> None:
    write_letter(sheet, "一次性告知书", lambda letter: list(_body(sheet, letter)), path)


def _body(sheet: MissingNotice, letter: Letter) -> Iterator[Piece]:
    rows = [
        (str(at), item.name, item.form, item.where, item.instead)
        for at, item in enumerate(sheet.items, start=1)
    ]
    yield letter.wording("missing.open")
    yield Gap(2 * mm)
    yield table(letter.form, _HEADS, rows)
    yield Gap(2 * mm)
    if sheet.hand_in_by:
        yield letter.wording("missing.by", by=full_day(sheet.hand_in_by))
    else:
        yield letter.wording("missing.no_day")
    if sheet.clock:
        yield letter.prose(sheet.clock)
    yield letter.wording("missing.close")
