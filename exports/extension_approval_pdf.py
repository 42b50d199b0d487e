"""延期审批表: how much more time is asked for and why, for a second person to sign."""

from pathlib import Path

from reportlab.lib.units import mm

from app.sheets.liability import ExtensionApprovalSheet
from exports.case_form import INTERNAL, case_head, decision, signature, write_form
from exports.kit.form import Form
from exports.kit.grid import Grid, Row
from exports.kit.piece import Piece
from exports.kit.pieces import Closed
from exports.kit.prose import Prose, Style, strong
from exports.kit.words import day, full_day, wording

_ANSWERS = ("同意延期", "不同意，按原期限办理")


def write_extension_approval(sheet: ExtensionApprovalSheet, path: Path) -> None:
    def body(form: Form) -> list[Piece]:
        return [
            case_head(sheet, "延期审批表"),
            Closed(
                Grid((*_asked(sheet, form), *_decided(sheet, form))),
                Prose(wording("cases", "extension.told"), Style(10, 1.6)),
            ),
        ]

    write_form(sheet, "延期审批表", body, path, foot=INTERNAL)


def _asked(sheet: ExtensionApprovalSheet, form: Form) -> tuple[Row, ...]:
    return (
        form.fields(("事项", strong(sheet.matter), 21)),
        form.fields(("受理日期", day(sheet.received_on), 9), ("已延期", f"{sheet.before}次", 9)),
        form.fields(
            ("原期限", f"{full_day(sheet.was_due_on)}前", 9),
            ("申请延长", f"{sheet.days}个工作日", 9),
        ),
        form.fields(("延到", strong(f"{full_day(sheet.due_on)}前"), 21)),
        form.row(form.label("延期原因"), form.body(sheet.reason, 21), least=24 * mm, grow=2),
        form.row(form.label("目前进展"), form.body(sheet.progress, 21), least=20 * mm, grow=1),
        form.row(form.label("下一步"), form.body(sheet.next_step, 21), least=20 * mm, grow=1),
        form.fields(("申请人", sheet.asked_by, 9), ("申请日期", day(sheet.asked_on), 9)),
    )


def _decided(sheet: ExtensionApprovalSheet, form: Form) -> tuple[Row, ...]:
    opinion = decision(_ANSWERS, sheet.opinion, yes=sheet.granted)
    return (
        form.row(form.label("批准人\n意见"), form.body(opinion, 21), least=26 * mm, grow=1),
        signature(form, "批准人\n签名", sheet.approved_by, "批准日期", sheet.approved_on),
    )
