"""明细台账 and 上月结转: one row a case, narrow enough for A4."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import starmap

from openpyxl.utils import get_column_letter

from app.month import LedgerRow, MonthlyReport
from app.month.ledger_row import NAMES
from exports.book.figures import month_name
from exports.book.later import Value
from exports.book.lists import Step, heads, streamed
from exports.book.look import COUNT, DASH, DAY, FULL_DAY, Column, Look
from exports.book.sheet import Sheet

_MASKED = "反映人只留姓氏；用时单位：工作日"
_FULL = "内部资料：右侧不打印的各栏列有电话、证件号码；用时单位：工作日"
_IDENTITY = (
    Column("电话", 14, wrap=False),
    Column("证件号码", 20, wrap=False),
    Column("住址", 30, wrap=False),
    Column("问题描述", 50, wrap=False),
    Column("诉求", 40, wrap=False),
)
_COMPLETED, _DAYS, _STANDING = 11, 12, 13  # where they stand among a row's cells


@dataclass(frozen=True)
class _List:
    name: str
    nothing: str  # what it says when it is empty
    day: str
    wider: float = 0  # room for dates with their year, taken from the matter


RECEIVED = _List("明细台账", "本月没有受理反映件。", DAY)
_CARRIED = _List("上月结转", "没有结转的反映件。", FULL_DAY, 2.5)


def fill_ledger(sheet: Sheet, report: MonthlyReport, step: Step) -> None:
    _fill(sheet, report, RECEIVED, report.ledger, step)


def fill_carried(sheet: Sheet, report: MonthlyReport, step: Step) -> None:
    """The cases of earlier months that were open when this one began."""
    _fill(sheet, report, _CARRIED, report.carried, step)


def columns_of(one: _List) -> tuple[Column, ...]:
    day = Column("", 8.5 + one.wider, "center", one.day)
    return (
        Column("序号", 4.5, "center", COUNT),
        Column(NAMES["number"], 13.5, "center"),
        replace(day, name=NAMES["received_on"]),
        Column(NAMES["person"], 9, "center"),
        Column(NAMES["village"], 9),
        Column(NAMES["channel"], 10, "center"),
        Column(NAMES["matter"], 22.5 - 3 * one.wider),
        Column(NAMES["nature"], 7, "center"),
        Column(NAMES["cause"], 11),
        Column(NAMES["lead"], 13),
        Column(NAMES["helpers"], 12),
        replace(day, name=NAMES["due_on"]),
        replace(day, name=NAMES["completed_on"]),
        Column(NAMES["days"], 5, "center", COUNT),
        Column(NAMES["standing"], 9, "center"),
        Column(NAMES["ending"], 10, "center"),
    )


def _fill(
    sheet: Sheet, report: MonthlyReport, one: _List, rows: Sequence[LedgerRow], step: Step
) -> None:
    printed = columns_of(one)
    columns = (*printed, *(_IDENTITY if report.full else ()))
    sheet.widths(*(column.width for column in columns))
    heading, note = f"{month_name(report)}{one.name}", _FULL if report.full else _MASKED
    sheet.title(heading, report.centre.name, note, len(printed))
    if rows:
        streamed(sheet, 3, columns, lambda: starmap(ledger_cells, enumerate(rows, 1)), step)
    else:
        heads(sheet, 3, columns)
        alone = Look(align="center", lines=True)
        sheet.across(4, 1, len(printed), one.nothing, alone, 22)
    _set_up(sheet, len(columns), len(printed), 3 + max(len(rows), 1))


def _set_up(sheet: Sheet, columns: int, printed: int, last: int) -> None:
    """Heads that stay and repeat, filters, and a mark on what is late."""
    sheet.inner.print_title_rows = "1:3"
    sheet.inner.freeze_panes = "C4"
    sheet.inner.auto_filter.ref = f"A3:{get_column_letter(columns)}{last}"
    sheet.inner.print_area = f"A1:{get_column_letter(printed)}{last}"
    standing = get_column_letter(_STANDING + 2)
    sheet.flag(f"{standing}4:{standing}{last}", f'ISNUMBER(SEARCH("逾期",${standing}4))')


def ledger_cells(number: int, row: LedgerRow) -> tuple[Value, ...]:
    cells: list[Value] = list(row.cells())
    for at in (_COMPLETED, _DAYS):
        cells[at] = DASH if cells[at] is None else cells[at]
    return number, *cells
