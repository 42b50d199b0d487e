"""延期告知书: the new date, why, and who allowed it."""

from collections.abc import Iterator
from pathlib import Path

from reportlab.lib.units import mm

from app.sheets.notices import ExtensionNotice
from exports.kit.piece import Piece
from exports.kit.pieces import Gap
from exports.kit.prose import Prose, Style
from exports.kit.words import full_day, wording
from exports.letter import Letter, write_letter


def write_extension(sheet: ExtensionNotice, path: Path) -> None:
    write_letter(sheet, "延期告知书", lambda letter: list(_body(sheet, letter)), path)


def _body(sheet: ExtensionNotice, letter: Letter) -> Iterator[Piece]:
    was = full_day(sheet.was_due_on)
    yield letter.wording("extension.open", was=was, approved=sheet.approved_by)
    yield Prose(f"{full_day(sheet.due_on)}前", Style(21, 2.1, "center", bold=True))
    if sheet.provisional:
        unsure = wording("receipt", "provisional")
        yield Prose(unsure, Style(letter.size - 2, 1.4, "center"))
        yield Gap(2 * mm)
    yield letter.facts(
        ("延期原因", sheet.reason),
        ("目前进展", sheet.progress),
        ("下一步", sheet.next_step),
        ("延期次数", f"第{sheet.times}次"),
    )
    yield Gap(2 * mm)
    yield letter.wording("extension.close")
