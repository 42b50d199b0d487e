"""更正: what closed months told otherwise than the store says now, told here for the first time."""

from app.month import Correction, MonthlyReport
from exports.book.figures import month, month_name
from exports.book.later import Value
from exports.book.lists import listed
from exports.book.look import COUNT, DASH, Column
from exports.book.sheet import Sheet

_COLUMNS = (
    Column("序号", 5, "center", COUNT),
    Column("更正哪个月", 12, "center"),
    Column("工作表", 10, "center"),
    Column("指标或受理编号", 22),
    Column("栏", 9, "center"),
    Column("原来报的", 19),
    Column("更正为", 21),
    Column("改动时间", 11, "center"),
    Column("改动人", 8, "center"),
    Column("因何改动", 26, "center"),
)
_NOTE = (
    "以前月份的月报封账以后不再改动。封账以后办件有改动，使原来报出的数字或者台账与现在不同的，"
    "在这里说明一次；办件的每一次改动都留在它的办理经过里。数字后面写的是封账以后改动过、算在那个月里的"
    "办件，时间和人是其中最后一次改动的。本册用作比较的上月、去年同月和本年累计，是更正以后的数。"
)


def fill_corrections(sheet: Sheet, report: MonthlyReport) -> None:
    sheet.widths(*(column.width for column in _COLUMNS))
    sheet.title(f"{month_name(report)}更正", report.centre.name, "", len(_COLUMNS))
    sheet.note(3, len(_COLUMNS), _NOTE, 44)
    rows = [_row(at, one) for at, one in enumerate(report.corrections, start=1)]
    listed(sheet, 4, _COLUMNS, rows)
    sheet.inner.print_title_rows = "1:4"
    sheet.inner.freeze_panes = "A5"


def _row(at: int, one: Correction) -> tuple[Value, ...]:
    return (
        at,
        f"{month(one.month)}\n第{one.version}版",
        one.sheet,
        one.subject,
        one.column or DASH,
        one.was,
        one.now,
        f"{one.at:%Y-%m-%d}" if one.at else DASH,
        one.by or DASH,
        one.act or DASH,
    )
