"""The pages of the workbook's sheets as they will print, of a month that was read."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from app.month import MonthlyReport
from ui.reports.charts import draw_chart
from ui.reports.leaf import SheetLeaf
from ui.reports.reading import MonthSeen

FIRST, COVER = "汇总", "封面"
EXPLAINED = (FIRST, "分类")
# What fits where all sheets stand side by side.
SHORT = {
    "明细台账": "明细",
    "上月结转": "结转",
    "成因×单位": "成因",
    "评价与整改": "评价",
    "上门服务": "上门",
}


def sheets_of(seen: MonthSeen) -> list[tuple[str, str]]:
    """In the order of the workbook, but what is looked at first comes first, the cover last."""
    names = [one.name for one in seen.sheets if one.name not in (FIRST, COVER)]
    return [(name, SHORT.get(name, name)) for name in (FIRST, *names, COVER)]


def leaves_of(seen: MonthSeen, sheet: str) -> list[SheetLeaf]:
    def draw(painter: QPainter, area: QRectF, of: str) -> None:
        draw_chart(painter, area, of, seen.report)

    pages = next(one.pages for one in seen.sheets if one.name == sheet)
    meanings = _meanings(seen.report) if sheet in EXPLAINED else {}
    return [SheetLeaf(page, draw, meanings) for page in pages]


def _meanings(report: MonthlyReport) -> dict[str, str]:
    """Of each figure and each way of grouping, as the sheets call them."""
    figures = {one.title: f"{one.name}：{one.meaning}。" for one in report.measures}
    return figures | {f"按{one.name}": f"{one.meaning}。" for one in report.breakdowns}
