"""分类: what came, was completed, and was in time, by what the cases have in common."""

from dataclasses import replace

from app.month import Breakdown, BreakdownLine, Compared, MonthlyReport
from app.month.foremost import foremost, total
from exports.book.figures import month_name, parts
from exports.book.later import Value
from exports.book.lists import cell_look, head, heads, height
from exports.book.look import COUNT, RATIO, TOTAL, Column
from exports.book.sheet import Sheet

MOST = 24  # of one kind; where there are more, the others stand together
_NAME = Column("类别", 22)
_COUNTED = (
    Column("本月", 7, "center", COUNT),
    Column("占比", 8, "center", RATIO),
    Column("上月", 7, "center", COUNT),
    Column("去年\n同月", 7, "center", COUNT),
    Column("本年\n累计", 7, "center", COUNT),
    Column("占比", 8, "center", RATIO),
)
_IN_TIME = (
    Column("本月\n按时", 7, "center", COUNT),
    Column("本月\n到期", 7, "center", COUNT),
    Column("按时\n办结率", 8, "center", RATIO),
    Column("上月\n按时", 7, "center", COUNT),
    Column("上月\n到期", 7, "center", COUNT),
    Column("去年\n按时", 7, "center", COUNT),
    Column("去年\n到期", 7, "center", COUNT),
    Column("累计\n按时", 7, "center", COUNT),
    Column("累计\n到期", 7, "center", COUNT),
    Column("按时\n办结率", 8, "center", RATIO),
)
_PARTS = (("受理（件）", _COUNTED), ("办结（件）", _COUNTED), ("按时办结（件）", _IN_TIME))
_COLUMNS = (_NAME, *_COUNTED, *_COUNTED, *_IN_TIME)
_NOTE = "占比的分母是同一栏的合计；按时办结率是按时办结的件数÷到期的件数。口径见“说明”。"
_HEAD, _HEADS, _GAP = 22.0, 34.0, 10.0
_ROOM = 750.0  # points of rows on a page, after the title; no two machines measure alike


def fill_groups(sheet: Sheet, report: MonthlyReport) -> None:
    sheet.widths(*(column.width for column in _COLUMNS))
    heading = f"{month_name(report)}分类情况"
    sheet.title(heading, report.centre.name, "计数单位：件", len(_COLUMNS))
    sheet.inner.print_title_rows = "1:2"
    row, room = 3, _ROOM
    for one in report.breakdowns:
        lines = [*foremost(one, MOST), total(one)]
        needed = _HEAD + _HEADS + _GAP + sum(map(_height, lines))
        if needed > room and row > 3:
            sheet.break_after(row - 1)
            room = _ROOM
        row = _group(sheet, row, one, lines)
        room -= needed
    sheet.note(row, len(_COLUMNS), _NOTE)


def _group(sheet: Sheet, top: int, one: Breakdown, lines: list[BreakdownLine]) -> int:
    """Gives the row after it and the gap below."""
    head(sheet, top, 1, 1, f"按{one.name}")
    sheet.height(top, _HEAD)
    first = 2
    for name, columns in _PARTS:
        head(sheet, top, first, first + len(columns) - 1, name)
        first += len(columns)
    heads(sheet, top + 1, _COLUMNS)
    for row, line in enumerate(lines, start=top + 2):
        _line(sheet, row, line, whole=line is lines[-1])
    after = top + 2 + len(lines)
    sheet.height(after, _GAP)
    return after + 1


def _line(sheet: Sheet, row: int, line: BreakdownLine, *, whole: bool) -> None:
    cells = (line.name, *_counted(line.received), *_counted(line.completed), *_kept(line.in_time))
    for at, (column, cell) in enumerate(zip(_COLUMNS, cells, strict=True), start=1):
        look = cell_look(column)
        sheet.put(row, at, cell, replace(look, bold=True, fill=TOTAL) if whole else look)
    sheet.height(row, _height(line))


def _height(line: BreakdownLine) -> float:
    return height((_NAME,), (line.name,))


def _counted(one: Compared) -> tuple[Value, ...]:
    (now, _, share), (before, *_), (last_year, *_), (year, _, of_year) = _each(one)
    return now, share, before, last_year, year, of_year


def _kept(one: Compared) -> tuple[Value, ...]:
    now, before, last_year, year = _each(one)
    return *now, *before[:2], *last_year[:2], *year


def _each(one: Compared) -> list[tuple[Value, Value, Value]]:
    return [parts(each) for each in (one.now, one.before, one.last_year, one.year)]
