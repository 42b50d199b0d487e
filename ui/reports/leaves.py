"""The pages of the workbook's sheets as they will print, of a month that was read."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.reports.charts import draw_chart
from ui.reports.leaf import SheetLeaf
from ui.reports.reading import MonthSeen


def leaves_of(seen: MonthSeen, sheet: str) -> list[SheetLeaf]:
    def draw(painter: QPainter, area: QRectF, of: str) -> None:
        draw_chart(painter, area, of, seen.report)

    pages = next(one.pages for one in seen.sheets if one.name == sheet)
    return [SheetLeaf(page, draw) for page in pages]
