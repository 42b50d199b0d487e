"""工作移交清单: all the open work of one who leaves, signed by three."""

from pathlib import Path

from reportlab.lib.units import mm

from app.sheets.liability import WorkHandoverSheet
from exports.case_form import INTERNAL, to_sign, write_form
from exports.kit.form import Form, listed, table
from exports.kit.grid import Grid
from exports.kit.heads import form_head
from exports.kit.piece import Piece
from exports.kit.pieces import Closed, Gap, Together
from exports.kit.prose import Prose, Style
from exports.kit.words import day, wording

_HEADS = (("序号", 2), ("事项和编号", 11), ("状态", 3), ("期限", 5), ("接办人", 3))
_SIZES = (10.5,)


def write_handover(sheet: WorkHandoverSheet, path: Path) -> None:
    def body(form: Form) -> list[Piece]:
        rows = [
            (
                str(at),
                f"{one.matter}\n{one.case_number}",
                one.state,
                day(one.due_on) if one.due_on else "—",
                one.successor,
            )
            for at, one in enumerate(sheet.work, start=1)
        ]
        centre = sheet.centre
        unit, number = f"{centre.name}{centre.window}", f"编号　{sheet.number}"
        return [
            form_head(unit, "工作移交清单", number, f"移交日期　{day(sheet.issued_at)}"),
            _summary(sheet, form),
            Prose(wording("cases", "handover.open"), Style(form.size, 1.8)),
            Closed(table(form, _HEADS, rows, center=(0, 2, 3, 4)), _signed(sheet)),
        ]

    write_form(sheet, "工作移交清单", body, path, foot=INTERNAL, sizes=_SIZES)


def _summary(sheet: WorkHandoverSheet, form: Form) -> Grid:
    count = f"{len(sheet.work)}件"
    rows = [
        form.fields(("移交人", sheet.leaver, 5), ("移交原因", sheet.reason, 5), ("件数", count, 5)),
    ]
    if sheet.things:
        rows.append(form.row(form.label("物品"), listed(form, sheet.things, 21)))
    return Grid(rows)


def _signed(sheet: WorkHandoverSheet) -> Piece:
    """The leaver, everyone who takes something over, and whoever watched."""
    successors = dict.fromkeys(one.successor for one in sheet.work)
    names = (f"移交人\n{sheet.leaver}", *(f"接办人\n{name}" for name in successors))
    form = Form(11, lead=1.4)
    head = Prose("签名", Style(11, 1.8, "left", bold=True))
    signs = to_sign(form, (*names, f"监交人\n{sheet.supervisor}"))
    return Together((Gap(2 * mm), head, signs))
