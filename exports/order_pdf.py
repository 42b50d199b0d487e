"""The order to one unit, with its slip to sign, and overleaf the form to answer."""

from pathlib import Path

from reportlab.lib.units import mm

from app.sheets.orders import OrderSheet
from exports.case_form import BLANK_DAY, HAND, case_head, issued_by, write_form
from exports.kit.form import Form, listed
from exports.kit.grid import Grid, Row
from exports.kit.marks import Cut
from exports.kit.piece import Piece
from exports.kit.pieces import Closed, NewPage, Together
from exports.kit.prose import Prose, Style, strong, ticks
from exports.kit.words import full_day, moment, wording
from models.choices import Ending

_RESULTS = (*(one.label for one in Ending), "需要延期")
_BLANK_MOMENT = f"{BLANK_DAY}　　时　　分"


def write_order(sheet: OrderSheet, path: Path) -> None:
    def body(form: Form) -> list[Piece]:
        return [
            case_head(sheet, sheet.title),
            _order(sheet, form),
            Prose(wording("orders", "slip.return"), Style(10, 1.6)),
            Together((Cut(f"沿此线裁开　{sheet.number}", 7 * mm), _signing(sheet, form))),
            NewPage(),
            case_head(sheet, "办理结果反馈单"),
            Closed(_answer(sheet, form), Prose(wording("orders", "answer.how"), Style(10, 1.6))),
        ]

    write_form(sheet, sheet.title, body, path)


def _order(sheet: OrderSheet, form: Form) -> Grid:
    person = sheet.applicant
    sign_by = f"{full_day(sheet.sign_by)}前" if sheet.sign_by else "收到当日"
    return Grid(
        (
            form.fields(("承办单位", _unit(sheet), 9), ("联系人", sheet.contact, 9)),
            *_optional(form, "其他单位", sheet.others),
            form.fields(("交办时间", moment(sheet.issued_at), 9), ("签收时限", sign_by, 9)),
            form.fields(("办结时限", _due(sheet), 9), ("时限依据", sheet.due_rule, 9)),
            form.fields(("反映人", person.name, 9), ("联系电话", person.phone, 9)),
            form.fields(("事项", sheet.matter, 21)),
            form.row(form.label("反映内容"), form.body(sheet.problem, 21), grow=2),
            *_optional(form, "诉求", sheet.demand),
            form.fields(("交办内容", strong(sheet.item or "整件事项。"), 21)),
            *_optional(form, "研判意见", sheet.assessment, grow=1),
            *_optional(form, "办理要求", sheet.requirements, grow=1),
            form.fields(("附件", sheet.attachments or "无", 21)),
            issued_by(form, sheet, sheet.approved_by),
        )
    )


def _signing(sheet: OrderSheet, form: Form) -> Grid:
    head = strong(f"{wording('orders', 'slip.head')}　{sheet.number}　{sheet.unit}")
    options = ticks(("签收，本单位办理", "退回"))
    return Grid(
        (
            form.row(form.value(head, 24, align="center")),
            form.fields(("意见", options, 10), ("签收人", "", 8)),
            form.row(
                form.label("退回理由\n和依据"),
                form.value("", 10),
                form.label("建议承办\n单位"),
                form.value("", 8),
                least=HAND,
            ),
            form.row(
                form.label("签收时间"),
                form.value(_BLANK_MOMENT, 10),
                form.label("单位盖章"),
                form.value("", 8),
                least=HAND,
            ),
        )
    )


def _answer(sheet: OrderSheet, form: Form) -> Grid:
    told = f"{ticks(('电话', '当面', '书面'))}　{_BLANK_MOMENT}，告知人"
    return Grid(
        (
            form.fields(("承办单位", _unit(sheet), 9), ("办结时限", _due(sheet), 9)),
            form.fields(("事项", sheet.matter, 21)),
            *_optional(form, "交办内容", sheet.item),
            form.fields(("结果", ticks(_RESULTS), 21)),
            form.row(form.label("办理情况"), form.value("", 21), least=60 * mm, grow=2),
            form.row(form.label("依据"), form.value("", 21), least=22 * mm, grow=1),
            form.fields(("告知\n反映人", told, 21)),
            form.row(
                form.label("申请延期"), form.value(f"延长至{BLANK_DAY}　　理由：", 21), least=HAND
            ),
            form.fields(("附件", "", 21)),
            form.row(
                form.label("承办人"),
                form.value("", 5),
                form.label("负责人"),
                form.value("", 5),
                form.value(f"（盖章）\n{BLANK_DAY}", 8, align="center"),
                least=22 * mm,
            ),
        )
    )


def _optional(
    form: Form, name: str, told: str | tuple[str, ...], grow: float = 0
) -> tuple[Row, ...]:
    """A row only where there is something to tell."""
    return (form.row(form.label(name), listed(form, told, 21), grow=grow),) if told else ()


def _unit(sheet: OrderSheet) -> str:
    return f"{sheet.unit}（{sheet.role}）"


def _due(sheet: OrderSheet) -> str:
    unsure = f"\n{wording('receipt', 'provisional')}" if sheet.provisional else ""
    return f"{strong(f'{full_day(sheet.due_on)}前')}{unsure}"
