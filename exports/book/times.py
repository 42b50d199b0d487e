"""时限: how every unit kept its dates, and each date of the month with what became of it."""

from openpyxl.utils import get_column_letter

from app.month import MonthlyReport, Share
from app.month.due_line import DueLine
from app.month.unit_lines import UnitLine, total
from exports.book.figures import month_name, value
from exports.book.later import Value
from exports.book.lists import Step, listed, streamed
from exports.book.look import COUNT, DASH, FULL_DAY, RATIO, Column
from exports.book.sheet import Sheet

_LINES = (
    Column("牵头单位", 16),
    Column("答复期限", 11, "center", FULL_DAY),
    Column("办结", 11, "center", FULL_DAY),
    Column("情况", 12, "center"),
    Column("逾期\n（工作日）", 11, "center", COUNT),
    Column("延期", 12, "center"),
    Column("暂停\n（工作日）", 12, "center", COUNT),
    Column("退单\n（次）", 12, "center", COUNT),
    Column("催办督办\n（次）", 11, "center", COUNT),
    Column("受理编号", 24, "center"),
    Column("反映事项", 26),
)
# Under the same columns.
_UNITS = (
    Column("牵头单位", 16),
    Column("受理", 11, "center", COUNT),
    Column("办结", 11, "center", COUNT),
    Column("到期", 12, "center", COUNT),
    Column("按时办结", 11, "center", COUNT),
    Column("按时办结率", 12, "center", RATIO),
    Column("逾期办结", 12, "center", COUNT),
    Column("逾期\n未办结", 12, "center", COUNT),
    Column("延期\n（次）", 11, "center", COUNT),
    Column("退单（次）", 24, "center", COUNT),
    Column("逾期最长（工作日）", 26, "center", COUNT),
)
_NOTE = (
    "到期是答复期限在本月的件，含办结在先的；逾期的两栏和下表还列出以前到期、月初还没有办结的件，"
    "不计入本月按时办结率。退单按退回的单位，其余按牵头单位。"
)
_NONE = "本月没有到期的件，以前到期的也都已办结。"


def fill_times(sheet: Sheet, report: MonthlyReport, step: Step) -> None:
    sheet.widths(*(column.width for column in _LINES))
    heading = f"{month_name(report)}时限执行情况"
    sheet.title(heading, report.centre.name, "计数单位：件", len(_LINES))
    units = [_unit(one) for one in (*report.units, total(report.units))]
    row = listed(sheet, 3, _UNITS, units, total=True)
    sheet.flag(f"G4:H{row - 1}", "AND(ISNUMBER(G4),G4>0)")
    sheet.note(row, len(_LINES), _NOTE)
    sheet.height(row + 1, 10)
    if not report.due:
        sheet.note(row + 2, len(_LINES), _NONE)
        return
    top, last = row + 2, row + 2 + len(report.due)
    streamed(sheet, top, _LINES, lambda: map(_line, report.due), step)
    sheet.flag(f"D{top + 1}:D{last}", f'ISNUMBER(SEARCH("逾期",$D{top + 1}))')
    sheet.inner.print_title_rows = f"{top}:{top}"
    sheet.inner.print_area = f"A1:{get_column_letter(len(_LINES))}{last}"


def _unit(one: UnitLine) -> tuple[Value, ...]:
    return (
        one.name,
        one.received,
        one.completed,
        one.due,
        one.kept,
        value(Share(one.kept, one.due)),
        one.late,
        one.overdue,
        one.extended,
        one.returned,
        one.longest or DASH,
    )


def _line(one: DueLine) -> tuple[Value, ...]:
    return (
        one.lead,
        one.due_on,
        one.completed_on or DASH,
        one.standing.value,
        one.late_by or DASH,
        f"{one.extended}次{one.extended_days}日" if one.extended else DASH,
        one.paused_days or DASH,
        one.returned or DASH,
        one.urged or DASH,
        one.number,
        one.matter,
    )
