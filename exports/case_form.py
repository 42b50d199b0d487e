"""The form all internal papers share: head with numbers, marks, foot, head of further pages."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from reportlab.lib.units import mm

from app.sheets.centre import CaseSheet, NumberedSheet
from exports.kit.form import Form
from exports.kit.grid import Grid, Row
from exports.kit.heads import form_head
from exports.kit.marks import stamps
from exports.kit.page import FORM, Paper, Sheet, roomiest, write_sheet
from exports.kit.piece import Piece
from exports.kit.prose import Prose, Style, ticks
from exports.kit.words import day

INTERNAL = "内部资料，不得外传。"
PERSONAL = "内部资料，含个人信息，不得外传。"
HAND: float = 14 * mm  # a row to write in by hand
BLANK_DAY = "　　年　　月　　日"
_SIZES = (11.5, 11, 10.5)

Body = Callable[[Form], Sequence[Piece]]


def write_form(
    sheet: NumberedSheet,
    title: str,
    body: Body,
    path: Path,
    *,
    foot: str = PERSONAL,
    paper: Paper = FORM,
    sizes: Sequence[float] = _SIZES,
) -> None:
    """Write a paper of that body, in the largest type that needs no more pages."""

    def made(size: float) -> Sheet:
        story = (*stamps(sheet.reissue, sheet.voided), *body(Form(size)))
        return Sheet(
            title=f"{title} {sheet.number}",
            author=sheet.centre.name,
            story=story,
            paper=paper,
            foot=foot,
            again=(Prose(f"{title}（续）　{sheet.number}", Style(10.5, 2.0, "left")),),
            void="作废" if sheet.voided else "",
        )

    write_sheet(roomiest(made, sizes), path)


def case_head(sheet: CaseSheet, title: str) -> Piece:
    """Who, what it is called, its own number and the number of the case."""
    centre = sheet.centre
    case = f"反映事项编号　{sheet.case_number}"
    return form_head(f"{centre.name}{centre.window}", title, f"编号　{sheet.number}", case, (2, 3))


def addressed(unit: str) -> Piece:
    """To whom an official paper speaks."""
    return Prose(f"{unit}：", Style(13, 1.7, "left", bold=True))


def issued_by(form: Form, sheet: NumberedSheet, approved_by: str) -> Row:
    """Who made it out, who signed it, and room for seal and date."""
    return form.row(
        form.label("经办人"),
        form.value(sheet.handled_by, 5),
        form.label("签发人"),
        form.value(approved_by, 5),
        form.value(f"（印章）\n{day(sheet.issued_at)}", 8, align="center"),
        least=20 * mm,
    )


def to_sign(form: Form, names: Sequence[str]) -> Grid:
    """A place to sign for each of them, two beside one another."""
    pairs = [(*names[at : at + 2], "")[:2] for at in range(0, len(names), 2)]
    return Grid(
        [
            form.row(
                *(cell for name in pair for cell in (form.label(name, 6), form.value("", 6))),
                least=HAND,
            )
            for pair in pairs
        ]
    )


def decision(answers: tuple[str, str], words: str, *, yes: bool | None) -> str:
    """The two boxes to tick, and what was said; nothing ticked while nobody has decided."""
    chosen = () if yes is None else (answers[not yes],)
    return "\n".join(part for part in (ticks(answers, *chosen), words) if part)


def signature(form: Form, by: str, name: str, at: str, on: date | None) -> Row:
    """A name and a day, or room to write them by hand."""
    signed_on = day(on) if on else BLANK_DAY
    who, when = form.value(name, 9), form.value(signed_on, 9)
    return form.row(form.label(by), who, form.label(at), when, least=HAND)
