"""The supervision order: what is overdue or refused, what must be done, and the slip to answer."""

from pathlib import Path

from reportlab.lib.units import mm

from app.sheets.orders import SUPERVISION_GROUNDS, SupervisionSheet
from exports.case_form import BLANK_DAY, HAND, INTERNAL, addressed, issued_by, write_form
from exports.kit.form import Form, listed
from exports.kit.grid import Grid
from exports.kit.heads import masthead
from exports.kit.marks import Cut
from exports.kit.piece import Piece
from exports.kit.pieces import Gap, Together
from exports.kit.prose import Prose, Style, strong, ticks
from exports.kit.words import day, full_day, wording

_SHORT = 13  # characters of a centre whose name leaves room for that of the paper


def write_supervision(sheet: SupervisionSheet, path: Path) -> None:
    def body(form: Form) -> list[Piece]:
        on = day(sheet.issued_at)
        return [
            masthead(_title(sheet.centre.name), f"编号　{sheet.number}", on),
            Gap(4 * mm),
            addressed(sheet.unit),
            _order(sheet, form),
            Gap(2 * mm),
            Prose(_close(sheet), Style(11, 1.6)),
            Together((Cut(f"沿此线裁开　{sheet.number}", 7 * mm), _answer(sheet, form))),
        ]

    write_form(sheet, "督办单", body, path, foot=INTERNAL)


def _title(centre: str) -> str:
    """On one line where it fits, else with the name of the centre on a line of its own."""
    return f"{centre}督办单" if len(centre) <= _SHORT else f"{centre}\n督办单"


def _close(sheet: SupervisionSheet) -> str:
    section = "supervision.copied" if sheet.copied_to else "supervision.close"
    by = full_day(sheet.answer_by)
    return wording("orders", section, answer_by=by, copied_to=sheet.copied_to)


def _order(sheet: SupervisionSheet, form: Form) -> Grid:
    return Grid(
        (
            form.fields(("督办事由", _grounds(sheet), 21)),
            form.fields(("事项", sheet.matter, 21)),
            form.fields(("事项编号", sheet.case_number, 9), ("原交办单", sheet.order_number, 9)),
            form.fields(
                ("交办日期", day(sheet.ordered_on), 9), ("应办结\n日期", full_day(sheet.due_on), 9)
            ),
            form.fields(
                ("逾期", strong(sheet.overdue or "没有"), 5),
                ("退单", sheet.returned or "没有", 5),
                ("催办", sheet.reminded or "没有", 5),
            ),
            form.row(form.label("事实经过"), form.body(sheet.facts, 21), grow=1),
            form.row(form.label("督办要求"), listed(form, sheet.demands, 21), grow=1),
            form.fields(("答复时限", strong(f"{full_day(sheet.answer_by)}前书面答复"), 21)),
            issued_by(form, sheet, sheet.approved_by),
        )
    )


def _grounds(sheet: SupervisionSheet) -> str:
    """All the usual ones, and after them what is not among them."""
    others = tuple(one for one in sheet.grounds if one not in SUPERVISION_GROUNDS)
    return ticks((*SUPERVISION_GROUNDS, *(others or ("其他",))), *sheet.grounds)


def _answer(sheet: SupervisionSheet, form: Form) -> Grid:
    return Grid(
        (
            form.row(form.value(strong(f"督办回执　{sheet.number}"), 24, align="center")),
            form.row(form.label("未办结\n原因"), form.value("", 21), least=HAND, grow=0.5),
            form.row(form.label("整改措施\n办结日期"), form.value("", 21), least=20 * mm, grow=0.5),
            form.row(
                form.label("承办人"),
                form.value("", 4),
                form.label("主要\n负责人"),
                form.value("", 5),
                form.value(f"（盖章）{BLANK_DAY}", 9, align="center"),
                least=HAND,
            ),
        )
    )
