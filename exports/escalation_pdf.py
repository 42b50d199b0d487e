"""The escalation: the whole path of a case through the units, and what is to be decided."""

from pathlib import Path

from reportlab.lib.units import mm

from app.sheets.orders import EscalationSheet
from exports.case_form import BLANK_DAY, HAND, addressed, case_head, issued_by, write_form
from exports.kit.form import Form, listed, table
from exports.kit.grid import Grid
from exports.kit.piece import Piece
from exports.kit.pieces import Gap, Headed
from exports.kit.prose import Prose, Style, strong
from exports.kit.words import full_day, moment, wording

_PATH = (("时间", 5), ("环节", 3), ("单位", 5), ("经手人", 3), ("理由、依据", 8))


def write_escalation(sheet: EscalationSheet, path: Path) -> None:
    def body(form: Form) -> list[Piece]:
        opening = wording(
            "orders", "escalation.open", grounds=sheet.grounds, raised_to=sheet.raised_to
        )
        heading = Prose("办理经过", Style(12, 1.6, "left", bold=True))
        rows = [(moment(one.at), one.act, one.unit, one.by, one.reason) for one in sheet.path]
        return [
            case_head(sheet, "提级办理单"),
            Gap(2 * mm),
            addressed(sheet.raised_to),
            Prose(opening, Style(form.size + 0.5, 1.6, indent=2)),
            Gap(2 * mm),
            _case(sheet, form),
            Gap(3 * mm),
            Headed(heading, table(form, _PATH, rows, center=(1, 3))),
            Gap(3 * mm),
            _asked(sheet, form),
            Gap(3 * mm),
            _decided(form),
        ]

    write_form(sheet, "提级办理单", body, path)


def _case(sheet: EscalationSheet, form: Form) -> Grid:
    person = sheet.applicant
    return Grid(
        (
            form.fields(("事项", sheet.matter, 21)),
            form.fields(("反映人", person.name, 9), ("联系电话", person.phone, 9)),
            form.fields(
                ("受理日期", full_day(sheet.received_on), 9),
                ("答复期限", strong(full_day(sheet.due_on)), 9),
            ),
            form.fields(("提级事由", sheet.grounds, 13), ("退单次数", f"{sheet.returns}次", 5)),
            form.row(form.label("反映内容"), form.body(sheet.problem, 21)),
            form.fields(("诉求", sheet.demand, 21)),
        )
    )


def _asked(sheet: EscalationSheet, form: Form) -> Grid:
    by = "请尽快批示。"
    if sheet.answer_by:
        by = wording("orders", "escalation.by", answer_by=full_day(sheet.answer_by))
    return Grid(
        (
            form.row(form.label("窗口意见"), form.body(sheet.opinion, 21), least=HAND, grow=1),
            form.row(form.label("请求明确"), listed(form, sheet.questions, 21), least=HAND),
            form.fields(("批示时限", by, 21)),
            issued_by(form, sheet, sheet.approved_by),
        )
    )


def _decided(form: Form) -> Grid:
    """Left to be written by whom it is raised to."""
    return Grid(
        (
            form.row(form.label("领导批示"), form.value("", 21), least=40 * mm),
            form.fields(("批示人\n签名", "", 9), ("批示日期", BLANK_DAY, 9)),
        )
    )
