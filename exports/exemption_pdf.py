"""容错免责备案表: who decided what on which basis, and which units share the responsibility."""

from pathlib import Path

from reportlab.lib.units import mm

from app.sheets.liability import ExemptionSheet
from exports.case_form import BLANK_DAY, HAND, INTERNAL, case_head, write_form
from exports.kit.form import Form, listed, table
from exports.kit.grid import Grid
from exports.kit.piece import Piece
from exports.kit.pieces import Closed, Gap, Headed, Together
from exports.kit.prose import Prose, Style, strong
from exports.kit.words import day, wording

_SHARES = (("责任单位", 6), ("分担什么", 9), ("负责人", 4), ("签名", 5))
_BLANK = [("", "", "", "")] * 2  # rows to be written where none is known


def write_exemption(sheet: ExemptionSheet, path: Path) -> None:
    def body(form: Form) -> list[Piece]:
        return [
            case_head(sheet, "容错免责备案表"),
            Prose(wording("cases", "exemption.open"), Style(form.size, 1.8)),
            _decision(sheet, form),
            Gap(2 * mm),
            Closed(_shares(sheet, form), _filed(sheet, form)),
        ]

    write_form(sheet, "容错免责备案表", body, path, foot=INTERNAL)


def _decision(sheet: ExemptionSheet, form: Form) -> Grid:
    scans = f"共{len(sheet.scans)}件：{'；'.join(sheet.scans)}" if sheet.scans else "无"
    return Grid(
        (
            form.fields(("事项", sheet.matter, 21)),
            form.row(form.label("难在哪里"), form.body(sheet.difficulty, 21), grow=1),
            form.row(form.label("决定内容"), form.body(strong(sheet.decision), 21), grow=1),
            form.row(form.label("依据"), listed(form, sheet.basis, 21), grow=1),
            form.fields(("决定程序", sheet.procedure, 21)),
            form.fields(("决定人", sheet.decided_by, 9), ("决定日期", day(sheet.decided_on), 9)),
            form.row(form.label("风险和\n防范"), form.body(sheet.risk, 21), least=HAND),
            form.fields(("扫描件", scans, 21)),
        )
    )


def _shares(sheet: ExemptionSheet, form: Form) -> Piece:
    rows = [(one.unit, one.duty, one.person, "") for one in sheet.shares] or _BLANK
    tall = Form(form.size, form.lead, least=11 * mm)
    head = Prose("责任共担", Style(11, 1.8, "left", bold=True))
    return Headed(head, table(tall, _SHARES, rows, center=(2,)))


def _filed(sheet: ExemptionSheet, form: Form) -> Piece:
    grid = Grid(
        (
            form.row(
                form.label("备案意见"),
                form.value("", 9),
                form.label("备案人\n签名"),
                form.value(f"\n{BLANK_DAY}", 9, align="right"),
                least=20 * mm,
            ),
            form.fields(("填表人", sheet.handled_by, 9), ("填表日期", day(sheet.issued_at), 9)),
        )
    )
    close = Prose(wording("cases", "exemption.close"), Style(10, 1.6))
    return Together((Gap(2 * mm), grid, close))
