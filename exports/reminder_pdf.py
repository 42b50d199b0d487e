"""The reminder: the how manieth, what came of the earlier ones, and the slip to answer."""

from pathlib import Path

from reportlab.lib.units import mm

from app.sheets.orders import ReminderSheet
from exports.case_form import BLANK_DAY, HAND, INTERNAL, addressed, case_head, issued_by, write_form
from exports.kit.form import Form, listed, table
from exports.kit.grid import Grid
from exports.kit.marks import Cut
from exports.kit.piece import Piece
from exports.kit.pieces import Gap, Headed, Together
from exports.kit.prose import Prose, Style, strong
from exports.kit.words import day, full_day, wording

_EARLIER = (("次数", 3), ("日期", 6), ("方式", 3), ("催问谁", 4), ("对方答复", 8))


def write_reminder(sheet: ReminderSheet, path: Path) -> None:
    def body(form: Form) -> list[Piece]:
        close = wording("orders", "reminder.close", answer_by=full_day(sheet.answer_by))
        if sheet.copied_to:
            close += "\n" + wording("orders", "reminder.copied", copied_to=sheet.copied_to)
        return [
            case_head(sheet, "催办单"),
            Gap(2 * mm),
            addressed(sheet.unit),
            _what(sheet, form),
            *_earlier(sheet, form),
            Gap(2 * mm),
            Prose(close, Style(11, 1.6)),
            Gap(0, growth=2),
            Together((Cut(f"沿此线裁开　{sheet.number}", 7 * mm), _answer(sheet, form))),
        ]

    write_form(sheet, "催办单", body, path, foot=INTERNAL)


def _what(sheet: ReminderSheet, form: Form) -> Grid:
    times = strong(f"第{sheet.times}次催办")
    return Grid(
        (
            form.fields(("催办次数", times, 9), ("催办日期", day(sheet.issued_at), 9)),
            form.fields(("承办角色", sheet.role, 9), ("联系人", sheet.contact, 9)),
            form.fields(("事项", sheet.matter, 21)),
            form.fields(("交办内容", sheet.item or "整件事项。", 21)),
            form.fields(
                ("原交办单", sheet.order_number, 9), ("交办日期", day(sheet.ordered_on), 9)
            ),
            form.fields(
                ("应办结\n日期", full_day(sheet.due_on), 9), ("目前", strong(sheet.state), 9)
            ),
            form.row(form.label("催办要求"), listed(form, sheet.demands, 21), grow=1),
            issued_by(form, sheet, ""),
        )
    )


def _earlier(sheet: ReminderSheet, form: Form) -> tuple[Piece, ...]:
    if not sheet.earlier:
        return ()
    rows = [
        (f"第{at}次", day(one.on), one.how, one.whom, one.answer)
        for at, one in enumerate(sheet.earlier, start=1)
    ]
    head = Prose("以前的催办", Style(11, 1.8, "left", bold=True))
    return (Gap(2 * mm), Headed(head, table(form, _EARLIER, rows, center=(0, 1, 2))))


def _answer(sheet: ReminderSheet, form: Form) -> Grid:
    head = strong(f"催办回执　{sheet.number}　{sheet.unit}")
    return Grid(
        (
            form.row(form.value(head, 24, align="center")),
            form.row(form.label("目前进展"), form.value("", 21), least=HAND),
            form.row(form.label("没有办结\n的原因"), form.value("", 21), least=HAND),
            form.row(
                form.label("预计办结"),
                form.value(BLANK_DAY, 6),
                form.label("承办人"),
                form.value("", 4),
                form.value(f"（盖章）\n{BLANK_DAY}", 8, align="center"),
                least=HAND,
            ),
        )
    )
