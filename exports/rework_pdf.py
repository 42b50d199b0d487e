"""差评整改单: what a citizen found bad and what is put right; it does not say who they are."""

from pathlib import Path

from reportlab.lib.units import mm

from app.sheets.liability import ReworkSheet
from exports.case_form import (
    BLANK_DAY,
    HAND,
    INTERNAL,
    case_head,
    decision,
    signature,
    write_form,
)
from exports.kit.form import Form, listed
from exports.kit.grid import Grid, Row
from exports.kit.piece import Piece
from exports.kit.pieces import Closed
from exports.kit.prose import Prose, Style, strong, ticks
from exports.kit.words import day, full_day, wording
from exports.ratings import LEVELS, SIDES
from models.choices import Verdict

_VERDICTS = (Verdict.UPHELD.label, Verdict.DISMISSED.label)


def write_rework(sheet: ReworkSheet, path: Path) -> None:
    def body(form: Form) -> list[Piece]:
        return [
            case_head(sheet, "差评整改单"),
            Closed(
                Grid((*_rated(sheet, form), *_mended(sheet, form), *_signed(sheet, form))),
                Prose(wording("cases", "rework.open"), Style(10, 1.6)),
            ),
        ]

    write_form(sheet, "差评整改单", body, path, foot=INTERNAL)


def _rated(sheet: ReworkSheet, form: Form) -> tuple[Row, ...]:
    return (
        form.fields(("整改单位", sheet.unit, 9), ("责任人", sheet.owner, 9)),
        form.fields(("事项", sheet.matter, 21)),
        form.fields(("评价", ticks(LEVELS, sheet.rating), 21)),
        form.fields(("说的是", ticks(SIDES, *sheet.aspects), 21)),
        form.fields(("原话", sheet.words or "没有留话。", 21)),
        form.fields(("评价日期", day(sheet.rated_on), 9), ("整改轮次", f"第{sheet.round}轮", 9)),
        form.fields(
            ("下单日期", day(sheet.issued_at), 9),
            ("整改时限", strong(f"{full_day(sheet.due_on)}前"), 9),
        ),
    )


def _mended(sheet: ReworkSheet, form: Form) -> tuple[Row, ...]:
    """What is not known yet has room for writing by hand."""
    rows = [
        form.row(form.label("核实情况"), form.body(sheet.facts, 21), least=24 * mm, grow=2),
        form.row(form.label("原因"), form.body(sheet.cause, 21), least=HAND, grow=1),
        form.row(form.label("整改措施"), listed(form, sheet.measures, 21), least=24 * mm, grow=2),
        form.row(form.label("整改结果"), form.body(sheet.result, 21), least=20 * mm, grow=1),
        form.row(form.label("回访情况"), form.body(sheet.call_back, 21), least=HAND, grow=1),
    ]
    return (*_contest(sheet, form), *rows) if sheet.contest else tuple(rows)


def _contest(sheet: ReworkSheet, form: Form) -> tuple[Row, ...]:
    """Somebody else than who was rated decides, and signs where it is not done at the desk."""
    return (
        form.fields(("误评申诉", sheet.contest, 21)),
        form.row(
            form.label("核实结论"),
            form.body(decision(_VERDICTS, sheet.judgement, yes=sheet.upheld), 21),
            least=HAND,
        ),
        signature(form, "核实人\n签名", sheet.judged_by, "核实日期", sheet.judged_on),
    )


def _signed(sheet: ReworkSheet, form: Form) -> tuple[Row, ...]:
    return (
        form.row(
            form.label("下单人"),
            form.value(sheet.handled_by, 5),
            form.label("单位\n负责人"),
            form.value("", 5),
            form.value(f"（盖章）\n{BLANK_DAY}", 8, align="center"),
            least=20 * mm,
        ),
    )
