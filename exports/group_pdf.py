"""群体事项清册: every household of one case, and how far it has come."""

from pathlib import Path

from reportlab.lib.units import mm

from app.sheets.group import GroupSheet
from exports.case_form import PERSONAL, case_head, write_form
from exports.kit.form import Form, table
from exports.kit.grid import Grid
from exports.kit.piece import Piece
from exports.kit.pieces import Beside, Closed, Gap, Slot
from exports.kit.prose import strong
from exports.kit.words import day

_HEADS = (("序号", 2), ("户主", 3), ("房屋", 5), ("材料", 6), ("状态", 3), ("回执编号", 5))
_SIZES = (10.5,)  # a list of many pages gains nothing from larger type


def write_group(sheet: GroupSheet, path: Path) -> None:
    def body(form: Form) -> list[Piece]:
        rows = [
            (str(at), one.name, one.house, one.papers, one.state, one.receipt)
            for at, one in enumerate(sheet.households, start=1)
        ]
        return [
            case_head(sheet, "群体事项清册"),
            _summary(sheet, form),
            Gap(3 * mm),
            Closed(table(form, _HEADS, rows, center=(0, 1, 4)), _signed()),
        ]

    write_form(sheet, "群体事项清册", body, path, foot=PERSONAL, sizes=_SIZES)


def _summary(sheet: GroupSheet, form: Form) -> Grid:
    return Grid(
        (
            form.fields(("事项", sheet.matter, 21)),
            form.fields(("承办单位", sheet.units, 21)),
            form.fields(("进度", _progress(sheet), 21)),
            form.fields(("统计日期", day(sheet.issued_at), 9), ("制表人", sheet.handled_by, 9)),
            form.fields(("各状态\n户数", _states(sheet), 21)),
            form.fields(("备注", sheet.remarks or "无", 21)),
        )
    )


def _progress(sheet: GroupSheet) -> str:
    """The ratio beside its two numbers."""
    every = len(sheet.households)
    part = f"（{sheet.done / every:.0%}）" if every else ""
    return f"{strong(f'{sheet.done_word}{sheet.done}/{every}户')}{part}"


def _states(sheet: GroupSheet) -> str:
    return "，".join(f"{state}{count}户" for state, count in sheet.states)


def _signed() -> Piece:
    return Beside((Slot("制表人签名"), Slot("核对人签名"), Slot("日期")), (1, 1, 1), 5 * mm)
