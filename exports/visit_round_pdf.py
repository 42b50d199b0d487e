"""集中上门安排表: many people laid over some days, by day and village."""

from pathlib import Path

from reportlab.lib.units import mm

from app.sheets.visits import Rounded, RoundSheet
from exports.case_form import PERSONAL, write_form
from exports.kit.form import Form, table
from exports.kit.grid import Grid
from exports.kit.heads import form_head
from exports.kit.piece import Piece
from exports.kit.pieces import Beside, Closed, Gap, Slot
from exports.kit.words import day, weekday

TITLE = "集中上门安排表"
_HEADS = (("序号", 2), ("日期", 4), ("服务对象", 4), ("地址", 5), ("事项", 5), ("结果", 4))
_SIZES = (10.5,)  # a list of many pages gains nothing from larger type


def write_visit_round(sheet: RoundSheet, path: Path) -> None:
    def body(form: Form) -> list[Piece]:
        centre = sheet.centre
        made = f"{sheet.handled_by}　{day(sheet.issued_at)}制表"
        rows = [
            (
                str(at),
                _when(one),
                f"{one.person}\n{one.phone}",
                one.place,
                f"{one.matter}\n{one.number}",
                "",
            )
            for at, one in enumerate(sheet.visits, start=1)
        ]
        signed = Beside((Slot("制表人"), Slot("村社核对"), Slot("日期")), (1, 1, 1), 5 * mm)
        return [
            form_head(f"{centre.name}{centre.window}", TITLE, f"编号　{sheet.number}", made),
            _summary(sheet, form),
            Gap(3 * mm),
            Closed(table(form, _HEADS, rows), signed),
        ]

    write_form(sheet, TITLE, body, path, foot=PERSONAL, sizes=_SIZES)


def _when(one: Rounded) -> str:
    return f"{one.on.month}月{one.on.day}日\n{weekday(one.on)}{one.half.label}"


def _summary(sheet: RoundSheet, form: Form) -> Grid:
    span = day(sheet.first)
    if sheet.last != sheet.first:
        span = f"{span}至{day(sheet.last)}"
    count = f"{len(sheet.visits)}次，{sheet.people}人"
    villages = "，".join(f"{name}{people}人" for name, people in sheet.villages)
    return Grid(
        (
            form.fields(("日期", span, 13), ("合计", count, 5)),
            form.fields(("各村社", villages, 21)),
        )
    )
