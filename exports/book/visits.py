"""上门服务: what was asked for and gone on in the month, by whom it was needed, and each visit."""

from collections.abc import Sequence

from app.month import MonthlyReport
from app.visits.counts import VisitCounts, VisitLine
from exports.book.figures import known, month_name
from exports.book.later import Value
from exports.book.lists import height, listed
from exports.book.look import COUNT, DASH, DAY, RATIO, Column
from exports.book.sheet import Sheet

_LINES = (
    Column("序号", 5, "center", COUNT),
    Column("日期", 9, "center", DAY),
    Column("服务对象", 18),
    Column("村社", 12),
    Column("事项", 19),
    Column("上门人员", 24),
    Column("路上\n（分钟）", 9, "center", COUNT),
    Column("等候\n（工作日）", 9, "center", COUNT),
    Column("结果", 10, "center"),
    Column("上门编号", 16),
)
# Under the same columns, beside one another: figures at the left, groups at the right.
_FIGURES = (Column("指标", 18), Column("数", 12, "center"))
_GROUPED = 6  # the column where they begin
_GROUPS = (
    Column("分组", 24),
    Column("需求", 9, "center", COUNT),
    Column("上门", 9, "center", COUNT),
    Column("办成", 10, "center", COUNT),
    Column("办成率", 16, "center", RATIO),
)
_ROOM = 420.0  # points of groups on a page; fewer than would fit, for no two machines measure alike
_NOTE = (
    "需求按登记的日子算，上门按去的日子算；一次办成是头一次上门就办成的；一趟是一组人的半天；"
    "等候从登记到头一次上门，按工作日。办成率是办成÷上门。"
)


def fill_visits(sheet: Sheet, report: MonthlyReport) -> None:
    visits = report.visits
    sheet.widths(*(column.width for column in _LINES))
    sheet.title(f"{month_name(report)}上门服务", report.centre.name, "计数单位：次", len(_LINES))
    figures = listed(sheet, 3, _FIGURES, _figures(visits), first=3)
    row = max(figures, _fill_groups(sheet, 3, _groups(visits)))
    sheet.note(row, len(_LINES), _NOTE, 30)
    if visits.lines:
        rows = [_line(at, one) for at, one in enumerate(visits.lines, start=1)]
        listed(sheet, row + 1, _LINES, rows)
        sheet.inner.print_title_rows = f"{row + 1}:{row + 1}"
    else:
        sheet.note(row + 1, len(_LINES), "本月没有上门。")


def _fill_groups(sheet: Sheet, top: int, rows: Sequence[Sequence[Value]]) -> int:
    """With their head again on every page; gives the row after them."""
    room, start = _ROOM, 0
    for at, values in enumerate(rows):
        room -= height(_GROUPS, values)
        if room < 0:
            top = listed(sheet, top, _GROUPS, rows[start:at], first=_GROUPED)
            sheet.break_after(top - 1)
            room, start = _ROOM - height(_GROUPS, values), at
    if not rows:
        return top
    return listed(sheet, top, _GROUPS, rows[start:], first=_GROUPED)


def _figures(visits: VisitCounts) -> list[tuple[Value, ...]]:
    return [
        ("需求（件）", visits.requests),
        ("上门（次）", visits.visits),
        ("办成（次）", visits.done),
        ("一次办成（次）", visits.done_at_first),
        ("服务人数", visits.people),
        ("趟数", visits.trips),
        ("每趟上门（次）", _mean(visits.visits_per_trip)),
        ("每趟人数", _mean(visits.people_per_trip)),
        ("路上（分钟）", visits.way_minutes),
        ("等候中位数（日）", _mean(visits.median_wait)),
        ("等候最长（日）", known(visits.longest_wait)),
        *((f"结果：{outcome.label}", number) for outcome, number in visits.by_outcome if number),
    ]


def _mean(value: float | None) -> float | str:
    """With one decimal, and none where it is whole."""
    return DASH if value is None else round(value, 1)


def _groups(visits: VisitCounts) -> list[tuple[Value, ...]]:
    """Villages, units, matters and needs one after another, each under its name."""
    rows: list[tuple[Value, ...]] = []
    for name, lines in (
        ("村社", visits.by_village),
        ("单位", visits.by_unit),
        ("事项", visits.by_matter),
        ("群体", visits.by_need),
    ):
        rows += [
            (
                f"{name}：{one.name}",
                one.requests,
                one.visits,
                one.done,
                one.done / one.visits if one.visits else DASH,
            )
            for one in lines
        ]
    return rows


def _line(at: int, one: VisitLine) -> Sequence[Value]:
    return (
        at,
        one.starts_at.date(),
        one.person if one.people == 1 else f"{one.person}等{one.people}人",
        one.village,
        one.matter,
        "、".join(one.crew),
        one.way_minutes,
        one.waited,
        one.outcome.label,
        one.number,
    )
