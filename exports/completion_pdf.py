"""办结告知书: the result, and on a page of its own a slip to rate the service by."""

from collections.abc import Iterator
from pathlib import Path

from reportlab.lib.units import mm

from app.sheets.notices import CompletionNotice
from exports.kit.form import Form
from exports.kit.grid import Cell, Grid
from exports.kit.piece import Piece
from exports.kit.pieces import Beside, Gap, NewPage, Slot, Together
from exports.kit.prose import Prose, Style, strong, ticks
from exports.kit.words import day, full_day, wording
from exports.letter import Letter, write_letter
from exports.ratings import LEVELS, SIDES

_SPANS = (5, 4, 5, 5, 5)  # columns of the five levels


def write_completion(sheet: CompletionNotice, path: Path) -> None:
    tail = (NewPage(), _rating(sheet))
    write_letter(sheet, "办结告知书", lambda letter: list(_body(sheet, letter)), path, tail)


def _body(sheet: CompletionNotice, letter: Letter) -> Iterator[Piece]:
    yield letter.wording("completion.open", concluded=day(sheet.concluded_on))
    yield Gap(2 * mm)
    yield letter.facts(
        ("办理结果", f"{strong(sheet.ending)}。{sheet.result}"),
        ("怎么办的", sheet.what_was_done),
        ("领取什么", sheet.to_collect),
        ("退还材料", "；".join(sheet.returned)),
    )
    yield Gap(2 * mm)
    yield letter.prose(_afterwards(sheet))


def _afterwards(sheet: CompletionNotice) -> str:
    """Who asks whether all is well, and whom to ask."""
    phone = sheet.centre.phone
    ask = wording("notices", "completion.ask" if phone else "completion.ask.no_phone", phone=phone)
    if sheet.call_back_by is None:
        return ask
    return wording("notices", "completion.call_back", call_back=full_day(sheet.call_back_by)) + ask


def _rating(sheet: CompletionNotice) -> Piece:
    """The case's number and nothing that names a person."""
    body, centred = Style(15, 1.6, indent=2), Style(15, 1.5, "center")
    return Together(
        (
            Prose("（本页单独交回，告知书请自己留存）", Style(11, 1.6, "center")),
            Prose(f"{sheet.centre.name}{sheet.centre.window}", centred),
            Prose("服务评价表", Style(24, 1.6, "center", bold=True, tracking=0.2)),
            Prose(f"反映事项编号　{sheet.case_number}", Style(12, 1.8, "center")),
            Gap(2 * mm),
            Prose(wording("notices", "rating.open"), body),
            Gap(4 * mm),
            _levels(),
            Gap(4 * mm),
            Prose(f"您说的是：{ticks(SIDES)}", Style(15, 1.8, "left")),
            Slot("您的意见", 15, 14 * mm),
            *(Slot("", 15, 13 * mm) for _ in range(3)),
            Gap(5 * mm),
            Prose(wording("notices", "rating.low"), body),
            Beside(
                (Slot("电话（可不填）", 15, 15 * mm), Slot("日期", 15, 15 * mm)), (1, 0.8), 5 * mm
            ),
            Gap(6 * mm),
            Prose(wording("notices", "rating.where"), Style(13, 1.6, "center")),
        )
    )


def _levels() -> Grid:
    form = Form(size=15, lead=1.5, least=15 * mm)
    stars = [f"{'★' * (5 - at)}" for at in range(5)]
    row = [
        Cell(Prose(text, Style(11, 1.5, "center")), span)
        for text, span in zip(stars, _SPANS, strict=True)
    ]
    boxes = [
        Cell(Prose(ticks((level,)), Style(13, 1.5, "center")), span)
        for level, span in zip(LEVELS, _SPANS, strict=True)
    ]
    return Grid((form.row(*row, least=9 * mm), form.row(*boxes)))
