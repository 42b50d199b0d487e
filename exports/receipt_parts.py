"""What the receipt has in common on every size of paper."""

from collections.abc import Sequence
from enum import StrEnum

from app.sheets import ReceiptSheet
from exports import receipt_words as words
from exports.kit.form import Form
from exports.kit.grid import COLUMNS, Cell, Row
from exports.kit.page import Paper, Sheet
from exports.kit.piece import Piece
from exports.kit.pieces import Together
from exports.kit.prose import Prose, Style, numbered
from exports.kit.words import day, wording


class Copy(StrEnum):
    """Who keeps it."""

    STUB = "存根联"
    CITIZEN = "群众联"


def receipt(
    sheet: ReceiptSheet, story: Sequence[Piece], paper: Paper, again: Piece, foot: str
) -> Sheet:
    """A receipt of that story; its head and foot are the same on every size."""
    return Sheet(
        title=f"受理回执 {sheet.number}",
        author=sheet.centre.name,
        story=story,
        paper=paper,
        foot=foot,
        again=(again,),
        void="作废" if sheet.voided else "",
    )


def applicant(sheet: ReceiptSheet, copy: Copy) -> str:
    """Who reports it; the whole phone number stays at the window."""
    person = sheet.applicant
    phone = person.phone if copy is Copy.STUB else person.masked_phone
    return f"{person.name}　{phone}"


def matters(form: Form, sheet: ReceiptSheet, side: int, promise_size: float) -> list[Row]:
    """What it is about, what was handed in, until when, and what happens next."""
    span = COLUMNS - side
    steps = numbered(words.steps(sheet))
    return [
        form.row(
            form.label("反映事项", side), form.value(words.subject(sheet), span, "justify"), grow=2
        ),
        form.row(form.label("收到材料", side), form.value(words.materials(sheet), span), grow=1),
        form.row(form.label("答复期限", side), _promise(form, sheet, span, promise_size), grow=1),
        form.row(form.label("接下来", side), form.value(steps, span, "justify", 1.3), grow=2),
    ]


def _promise(form: Form, sheet: ReceiptSheet, span: int, size: float) -> Cell:
    """The largest words of the paper after its title."""
    piece: Piece = Prose(words.promise(sheet), Style(size, form.lead, "left"))
    if sheet.provisional:
        unsure = wording("receipt", "provisional")
        piece = Together((piece, Prose(unsure, Style(form.size, form.lead, "left"))))
    return Cell(piece, span)


def seal(sheet: ReceiptSheet, style: Style) -> Piece:
    """Name and date that the seal goes over."""
    on = day(sheet.received_at)
    return Prose(f"{sheet.centre.name}\n{wording('receipt', 'seal')}\n{on}", style)
