"""The head of a table: names of columns, what it is sorted by, widths that are remembered."""

from collections.abc import MutableMapping, Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QTableView

from ui.kit.icons import draw_icon
from ui.kit.paint import LEFT, RIGHT, fill, hairline, words
from ui.kit.style import GAP, HEADER, PAD, SMALL, scheme_of
from ui.kit.table import Column

NARROWEST, WIDEST = 44, 900


def room_of(cell: QRectF, column: int, columns: int) -> QRectF:
    """Where a cell may write: the outer columns stand as far in as a card's title."""
    left = PAD if column == 0 else GAP
    right = PAD if column == columns - 1 else GAP
    return cell.adjusted(left, 0, -right, 0)


class RecordHeader(QHeaderView):
    """Pressing a column that can be sorted asks for it; pressing it again, for the other way."""

    sort_wanted = Signal(str, bool)

    def __init__(
        self,
        view: QTableView,
        columns: Sequence[Column[Any]],
        name: str,
        remember: MutableMapping[str, str],
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._columns, self._name, self._remember = columns, name, remember
        self.sorted_by, self.ascending = "", True
        self.setFixedHeight(HEADER)
        self.setMinimumSectionSize(NARROWEST)
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setAccessibleName("表头")
        self.sectionClicked.connect(self._ask)

    def share_width(self) -> None:
        """Once the model is there: fixed columns as wide as they were left, the others the rest."""
        mode = QHeaderView.ResizeMode
        for place, column in enumerate(self._columns):
            self.setSectionResizeMode(place, mode.Interactive if column.width else mode.Stretch)
            if column.width:
                self.resizeSection(place, self._width(column))
        self.sectionResized.connect(self._keep)

    def _width(self, column: Column[Any]) -> int:
        kept = self._remember.get(f"{self._name}.{column.title}", "")
        return min(max(int(kept), NARROWEST), WIDEST) if kept.isdecimal() else column.width

    def _keep(self, place: int, before: int, width: int) -> None:
        column = self._columns[place]
        if column.width and self._name:
            self._remember[f"{self._name}.{column.title}"] = str(width)

    def _ask(self, place: int) -> None:
        if key := self._columns[place].key:
            self.sort_wanted.emit(key, not self.ascending if key == self.sorted_by else True)

    def show_sort(self, key: str, *, ascending: bool) -> None:
        self.sorted_by, self.ascending = key, ascending
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        scheme = scheme_of(self)
        area = QRectF(rect)
        fill(painter, area, scheme.surface)
        bottom = area.bottom() - 1
        hairline(painter, QPointF(area.left(), bottom), QPointF(area.right(), bottom), scheme.line)
        column = self._columns[section]
        room = room_of(area, section, len(self._columns))
        sorted_here = bool(column.key) and column.key == self.sorted_by
        if sorted_here:
            room.setRight(room.right() - 18)
        ink = scheme.ink if sorted_here else scheme.muted
        right = words(
            painter, room, column.title, ink, SMALL, align=RIGHT if column.number else LEFT
        )
        if sorted_here:
            left = room.right() + 2 if column.number else right + 2
            icon = "arrow-up" if self.ascending else "arrow-down"
            draw_icon(painter, left, area.center().y(), icon, ink, 14)
