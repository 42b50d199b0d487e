"""否定报备登记表: what is to be denied, why, and what was tried, for a second person to sign."""

from pathlib import Path

from reportlab.lib.units import mm

from app.sheets.refusal import RefusalApprovalSheet
from exports.cannot_pdf import remedy_in_words
from exports.case_form import HAND, case_head, decision, signature, write_form
from exports.kit.form import Form, listed
from exports.kit.grid import Grid, Row
from exports.kit.piece import Piece
from exports.kit.pieces import Closed
from exports.kit.prose import Prose, Style, strong, ticks
from exports.kit.words import day, wording
from models.choices import RefusalKind

_KINDS = tuple(one.label for one in RefusalKind)
_ANSWERS = ("同意否定", "不同意，继续办理")


def write_refusal_approval(sheet: RefusalApprovalSheet, path: Path) -> None:
    def body(form: Form) -> list[Piece]:
        return [
            case_head(sheet, "否定报备登记表"),
            Closed(
                Grid((*_who(sheet, form), *_why(sheet, form), *_signed(sheet, form))),
                Prose(wording("cases", "refusal.copies"), Style(10, 1.6)),
            ),
        ]

    write_form(sheet, "否定报备登记表", body, path)


def _who(sheet: RefusalApprovalSheet, form: Form) -> tuple[Row, ...]:
    person = sheet.applicant
    return (
        form.fields(("被否定\n事项", strong(sheet.denied), 21)),
        form.fields(
            ("类别", ticks(_KINDS, sheet.kind), 9), ("受理日期", day(sheet.received_on), 9)
        ),
        form.fields(("申请人", person.name, 9), ("电话", person.phone, 9)),
        form.fields(("地址", person.address, 21)),
        form.fields(("承办部门", sheet.department, 9), ("承办人\n职务", sheet.officer, 9)),
    )


def _why(sheet: RefusalApprovalSheet, form: Form) -> tuple[Row, ...]:
    remedy = remedy_in_words(sheet.remedy) if sheet.remedy else wording("cases", "refusal.window")
    rows = [
        form.row(form.label("基本情况"), form.body(sheet.situation, 21), grow=1),
        form.row(form.label("否定理由"), form.body(sheet.reason, 21), grow=1),
        form.row(form.label("依据"), listed(form, sheet.basis, 21)),
        form.row(form.label("已作的\n努力"), listed(form, sheet.tried, 21)),
        form.row(form.label("另外的\n出路"), listed(form, sheet.other_ways, 21)),
        form.fields(("救济途径", remedy, 21)),
    ]
    if sheet.asked:
        rows.append(form.fields(("三问", sheet.asked, 21)))
    if sheet.returned:
        rows.append(form.fields(("退还材料", "；".join(sheet.returned), 21)))
    return tuple(rows)


def _signed(sheet: RefusalApprovalSheet, form: Form) -> tuple[Row, ...]:
    opinion = decision(_ANSWERS, sheet.opinion, yes=sheet.granted)
    return (
        form.row(
            form.label("经办人"),
            form.value(sheet.handled_by, 9),
            form.label("报备日期"),
            form.value(day(sheet.issued_at), 9),
            least=HAND,
        ),
        form.row(form.label("审批人\n意见"), form.body(opinion, 21), least=26 * mm, grow=1),
        signature(form, "审批人\n签名", sheet.approved_by, "审批日期", sheet.approved_on),
    )
