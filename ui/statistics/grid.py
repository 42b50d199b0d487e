"""The cards side by side: three columns in a wide window, two in most, one in a narrow one."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.kit.chart import NARROWEST, Chart
from ui.kit.style import WIDE

COLUMNS = ((1400, 3), (660, 2), (0, 1))


class ChartGrid(QWidget):
    """The first card is twice as wide; the last takes what is left of its row."""

    def __init__(self, charts: Sequence[Chart]) -> None:
        super().__init__()
        self.charts = charts
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 4, 0)
        self._grid.setSpacing(WIDE)
        self._lay(2)

    def minimumSizeHint(self) -> QSize:
        """It can always be narrower: it then has fewer columns."""
        return QSize(NARROWEST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay(next(number for least, number in COLUMNS if self.width() >= least))

    def _lay(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        place = 0
        for chart in self.charts:
            row, column = divmod(place, columns)
            span = min(2 if chart is self.charts[0] else 1, columns)
            if chart is self.charts[-1]:
                span = columns - column
            self._grid.addWidget(chart, row, column, 1, span)
            place += span
        for column in range(COLUMNS[0][1]):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
