"""The acceptance receipt: on A5, as two copies on A4, and in large print."""

from dataclasses import replace
from pathlib import Path

from reportlab.lib.units import mm

from app.sheets import ReceiptSheet
from exports import receipt_words as words
from exports.kit.copies import write_two_copies
from exports.kit.form import Form
from exports.kit.grid import COLUMNS, Grid
from exports.kit.marks import Code, stamps
from exports.kit.page import FORM, SLIP, Sheet, roomiest, write_sheet
from exports.kit.piece import Piece
from exports.kit.pieces import Beside, Gap, Slot, Together
from exports.kit.prose import Prose, Style, strong
from exports.kit.words import moment, wording
from exports.receipt_parts import Copy, applicant, matters, receipt, seal

LARGE = replace(FORM, top=13 * mm, right=14 * mm, bottom=14 * mm, left=16 * mm)


def write_receipt(sheet: ReceiptSheet, path: Path) -> None:
    """The citizen's copy on A5, landscape."""
    write_sheet(_slip(sheet, Copy.CITIZEN), path)


def write_receipt_in_two_copies(sheet: ReceiptSheet, path: Path) -> None:
    """The window's copy above, the citizen's below, on A4 to be cut."""
    stub, citizen = (_slip(sheet, copy) for copy in Copy)
    write_two_copies(stub, citizen, sheet.number, path)


def write_large_receipt(sheet: ReceiptSheet, path: Path) -> None:
    """On A4 for those who see badly: 19 points where the words leave room, never below 16."""
    write_sheet(roomiest(lambda size: _large(sheet, size), (19, 18, 17, 16)), path)


def _slip(sheet: ReceiptSheet, copy: Copy) -> Sheet:
    return roomiest(lambda size: _slip_in(sheet, copy, size), (12, 11.5, 11, 10.5))


def _slip_in(sheet: ReceiptSheet, copy: Copy, size: float) -> Sheet:
    form = Form(size, lead=1.35, least=7 * mm)
    rows = [
        form.fields(
            ("反映人", applicant(sheet, copy), 9), ("证件号码", sheet.applicant.id_number, 9)
        ),
        form.fields(("服务对象", words.beneficiary(sheet), 9), ("代办人", words.proxy(sheet), 9)),
        form.fields(
            ("受理时间", moment(sheet.received_at), 9), ("受理人", words.receiver(sheet), 9)
        ),
        *matters(form, sheet, 3, size + 4),
    ]
    story = (
        _slip_head(sheet, copy),
        Gap(1.5 * mm),
        Grid(rows),
        Gap(1.5 * mm),
        _slip_end(sheet, copy),
    )
    again = Prose(f"受理回执（续页）　{sheet.number}　{copy}", Style(10.5, 1.8, "left"))
    return receipt(sheet, story, SLIP, again, wording("receipt", f"keep.{copy.name.lower()}"))


def _slip_head(sheet: ReceiptSheet, copy: Copy) -> Piece:
    centre = sheet.centre
    left = Together(
        (
            Prose(f"{copy}\n编号\n{strong(sheet.number)}", Style(10.5, 1.5, "left")),
            *stamps(sheet.reissue, sheet.voided),
        )
    )
    middle = Together(
        (
            Prose(f"{centre.name}\n{centre.window}", Style(12, 1.3, "center")),
            Prose("受理回执", Style(23, 1.3, "center", bold=True, tracking=0.25)),
        )
    )
    asked = [f"查询码\n{strong(sheet.check_code)}"]
    if centre.phone:
        asked.append(f"查询电话\n{centre.phone}")
    right = Beside(
        (Prose("\n".join(asked), Style(10.5, 1.35, "right")), Code(sheet.code, 23 * mm)),
        (34, 23),
        1 * mm,
    )
    return Beside((left, middle, right), (58, 74, 58))


def _slip_end(sheet: ReceiptSheet, copy: Copy) -> Piece:
    signer = "反映人核对签名" if copy is Copy.STUB else "受理人签名"
    left = Together((Prose(_where(sheet), Style(10.5, 1.4, "left")), Slot(signer)))
    return Beside((left, seal(sheet, Style(10.5, 1.6, "center"))), (116, 74), 6 * mm)


def _large(sheet: ReceiptSheet, size: float) -> Sheet:
    form = Form(size, lead=1.35, least=11 * mm)
    rows = [
        form.row(form.label(name, 5), form.value(text, COLUMNS - 5))
        for name, text in (
            ("反映人", applicant(sheet, Copy.CITIZEN)),
            ("证件号码", sheet.applicant.id_number),
            ("服务对象", words.beneficiary(sheet)),
            ("代办人", words.proxy(sheet)),
        )
    ]
    story = (
        _large_head(sheet),
        Gap(2 * mm),
        Grid([*rows, *matters(form, sheet, 5, size + 7)]),
        Gap(3 * mm),
        *_large_end(sheet),
    )
    again = Prose(f"受理回执（续页）　{sheet.number}", Style(16, 1.8, "left"))
    return receipt(sheet, story, LARGE, again, "")


def _large_head(sheet: ReceiptSheet) -> Piece:
    centre = sheet.centre
    title = Together(
        (
            Prose(f"{centre.name}\n{centre.window}", Style(17, 1.3, "center")),
            Prose("受理回执", Style(36, 1.35, "center", bold=True, tracking=0.25)),
            Prose(f"编号　{strong(sheet.number)}", Style(16, 1.4, "center")),
        )
    )
    code = Together(
        (
            Code(sheet.code, 38 * mm),
            Prose(f"查询码 {strong(sheet.check_code)}", Style(16, 1.2, "center")),
        )
    )
    left = Together((Gap(1 * mm), *stamps(sheet.reissue, sheet.voided, 12)))
    return Beside((left, title, code), (40, 98, 42))


def _large_end(sheet: ReceiptSheet) -> tuple[Piece, ...]:
    centre = sheet.centre
    calls = [f"监督电话　{strong(centre.supervision)}"]
    if centre.phone:
        calls.insert(0, f"有事打　　{strong(centre.phone)}")
    taken = f"受理人　{words.receiver(sheet)}\n{moment(sheet.received_at)}"
    left = Together(
        (
            Prose("\n".join(calls), Style(20, 1.35, "left")),
            Prose(taken, Style(16, 1.4, "left")),
        )
    )
    kept = [wording("receipt", "keep.citizen")]
    if centre.address:
        kept.insert(0, f"窗口地址　{centre.address}")
    return (
        Beside((left, seal(sheet, Style(16, 1.4, "center"))), (84, 96)),
        Gap(1 * mm),
        Prose("\n".join(kept), Style(16, 1.4, "left")),
    )


def _where(sheet: ReceiptSheet) -> str:
    """Whom to complain to, when the window is open, and where it is."""
    centre = sheet.centre
    told = [f"监督电话　{strong(centre.supervision)}"]
    if centre.hours:
        told.append(f"办公时间　{centre.hours}")
    if centre.address:
        told.append(f"窗口地址　{centre.address}")
    return "\n".join(told)
