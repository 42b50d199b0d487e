"""代管款物收据: what is held for a citizen, signed by two, in two copies on one A4."""

from pathlib import Path

from reportlab.lib.units import mm

from app.sheets.custody import CustodySheet
from exports.case_form import BLANK_DAY
from exports.kit.copies import write_two_copies
from exports.kit.form import Form
from exports.kit.grid import Grid, Row
from exports.kit.marks import stamps
from exports.kit.page import SLIP, Sheet, roomiest
from exports.kit.piece import Piece
from exports.kit.pieces import Balanced, Beside, Closed, Gap, Together
from exports.kit.prose import Prose, Style, strong
from exports.kit.words import day, full_day, moment, wording
from exports.receipt_parts import Copy

_SIZES = (12, 11.5, 11, 10.5)
_VALUE = 21  # columns beside a label


def write_custody(sheet: CustodySheet, path: Path) -> None:
    write_two_copies(_slip(sheet, Copy.STUB), _slip(sheet, Copy.CITIZEN), sheet.number, path)


def _slip(sheet: CustodySheet, copy: Copy) -> Sheet:
    return roomiest(lambda size: _slip_in(sheet, copy, Form(size, 1.35, 7 * mm)), _SIZES)


def _slip_in(sheet: CustodySheet, copy: Copy, form: Form) -> Sheet:
    number = f"{sheet.number}　{copy}"
    return Sheet(
        title=f"代管款物收据 {sheet.number}",
        author=sheet.centre.name,
        story=(
            _head(sheet, copy),
            Gap(1 * mm),
            Closed(
                Grid((*_held(sheet, copy, form), *_signed(sheet, form), *_returned(sheet, form))),
                Together((Gap(1.5 * mm), _end(sheet))),
            ),
        ),
        paper=SLIP,
        foot=number,
        again=(Prose(f"代管款物收据（续）　{number}", Style(10.5, 1.8, "left")),),
        void="作废" if sheet.voided else "",
    )


def _head(sheet: CustodySheet, copy: Copy) -> Piece:
    centre = sheet.centre
    left = Together(
        (
            Prose(f"{copy}\n编号　{strong(sheet.number)}", Style(10.5, 1.5, "left")),
            *stamps(sheet.reissue, sheet.voided),
        )
    )
    middle = Together(
        (
            Balanced(Prose(f"{centre.name}{centre.window}", Style(10.5, 1.3, "center"))),
            Prose("代管款物收据", Style(20, 1.4, "center", bold=True, tracking=0.1)),
        )
    )
    right = Prose(
        f"反映事项编号\n{sheet.case_number}\n{moment(sheet.issued_at)}", Style(10.5, 1.5, "right")
    )
    return Beside((left, middle, right), (56, 78, 56))


def _held(sheet: CustodySheet, copy: Copy, form: Form) -> tuple[Row, ...]:
    owner = sheet.owner
    phone = owner.phone if copy is Copy.STUB else owner.masked_phone
    told = [
        "，".join(part for part in (one.name, one.count, one.marks) if part) for one in sheet.things
    ]
    rows = [
        form.fields(("交付人", owner.name, 9), ("电话", phone, 9)),
        form.fields(("事项", sheet.matter, _VALUE)),
    ]
    if sheet.amount:
        rows.append(
            form.fields(("金额", strong(sheet.amount), 6), ("大写", sheet.amount_in_words, 12))
        )
    if told:
        things = "；".join(f"{at}.{text}" for at, text in enumerate(told, start=1))
        rows.append(form.fields(("物品", things, _VALUE)))
    by = f"\n最迟{strong(full_day(sheet.return_by))}。" if sheet.return_by else ""
    return (
        *rows,
        form.row(form.label("用途"), form.value(sheet.purpose, _VALUE), grow=1),
        form.row(form.label("退还约定"), form.value(f"{sheet.return_when}{by}", _VALUE), grow=1),
    )


def _signed(sheet: CustodySheet, form: Form) -> tuple[Row, ...]:
    """Two of the centre answer for it, and who handed it over agrees."""
    names = (("交付人\n签名", ""), ("经收人\n签名", sheet.keeper), ("见证人\n签名", sheet.witness))
    return (
        form.row(
            *(cell for name, text in names for cell in (form.label(name), form.value(text, 5))),
            least=11 * mm,
            grow=1,
        ),
    )


def _returned(sheet: CustodySheet, form: Form) -> tuple[Row, ...]:
    """Two of the centre see it go back, too."""
    on = day(sheet.returned_on) if sheet.returned_on else BLANK_DAY
    pairs = (
        (("退还日期", on), ("领回人\n签名", sheet.returned_to)),
        (("退还人\n签名", sheet.returned_by), ("见证人\n签名", sheet.return_witness)),
    )
    return tuple(
        form.row(
            *(cell for name, text in pair for cell in (form.label(name), form.value(text, 9))),
            least=11 * mm,
            grow=1,
        )
        for pair in pairs
    )


def _end(sheet: CustodySheet) -> Piece:
    """What it may be used for, whom to ask, and where the seal goes."""
    centre = sheet.centre
    ask = "custody.ask" if centre.phone else "custody.ask.no_phone"
    asked = wording("cases", ask, phone=centre.phone, supervision=centre.supervision)
    close = f"{wording('cases', 'custody.close')}\n{asked}"
    seal = f"{centre.name}\n{wording('receipt', 'seal')}\n{day(sheet.issued_at)}"
    pieces = (Prose(close, Style(10, 1.4)), Balanced(Prose(seal, Style(10.5, 1.6, "center"))))
    return Beside(pieces, (122, 68), 6 * mm)
