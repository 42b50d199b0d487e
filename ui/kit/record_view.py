"""The table as people see it: Qt's view in the house's dress."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.kit.icons import draw_icon
from ui.kit.paint import LEFT, RIGHT, fill, hairline, words
from ui.kit.scroll import SlimBar
from ui.kit.style import GAP, HEADER, PAD, ROW, SMALL, Scheme, Tone, scheme_of
from ui.kit.table import Column, RecordTable, SortRole
from ui.kit.views import Index, area_of, is_in


class RecordDelegate(QStyledItemDelegate):
    """One row is one thing: hover and choice run through all its columns."""

    def __init__(self, view: "RecordView") -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        scheme = scheme_of(self._view)
        rect = area_of(option)
        chosen = is_in(option, QStyle.StateFlag.State_Selected)
        self._ground(painter, rect, scheme, index, chosen=chosen)
        column: Column[Any] = self._view.columns[index.column()]
        room = self._view.room(rect, index.column())
        if column.draw is not None:
            column.draw(painter, room, index.data(SortRole), scheme)
        else:
            align = RIGHT if column.number else LEFT
            ink = scheme.muted if column.soft else scheme.ink
            words(painter, room, index.data(), ink, self._view.letters, align=align)

    def _ground(
        self, painter: QPainter, rect: QRectF, scheme: Scheme, index: Index, *, chosen: bool
    ) -> None:
        primary = scheme.hue(Tone.PRIMARY)
        if chosen:
            fill(painter, rect, primary.weak)
        elif index.row() == self._view.hovered:
            fill(painter, rect, scheme.sunken)
        bottom = rect.bottom() - 1
        start = QPointF(rect.left(), bottom)
        hairline(painter, start, QPointF(rect.right(), bottom), scheme.line)
        if chosen and index.column() == 0:
            fill(painter, QRectF(rect.left(), rect.top(), 3, rect.height()), primary.ink)


class _Header(QHeaderView):
    def __init__(self, view: "RecordView") -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._view = view
        self.setFixedHeight(HEADER)
        self.setHighlightSections(False)
        self.setSectionsClickable(True)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        scheme = scheme_of(self)
        area = QRectF(rect)
        fill(painter, area, scheme.surface)
        bottom = area.bottom() - 1
        hairline(painter, QPointF(area.left(), bottom), QPointF(area.right(), bottom), scheme.line)
        column: Column[Any] = self._view.columns[section]
        room = self._view.room(area, section)
        sorted_here = self.isSortIndicatorShown() and self.sortIndicatorSection() == section
        if sorted_here:
            room.setRight(room.right() - 18)
        align = RIGHT if column.number else LEFT
        right = words(painter, room, column.title, scheme.muted, SMALL, align=align)
        if sorted_here:
            left = room.right() + 2 if column.number else right + 2
            down = self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
            name = "arrow-down" if down else "arrow-up"
            draw_icon(painter, left, area.center().y(), name, scheme.muted, 14)


class RecordView(QTableView):
    """Qt's table in the house's dress; one that hugs is no taller than its rows."""

    def __init__(
        self,
        columns: Sequence[Column[Any]],
        *,
        row: int = ROW,
        letters: int = SMALL,
        hug: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns, self.letters, self.hug = columns, letters, hug
        self.hovered = -1
        self.ascending = Qt.SortOrder.AscendingOrder
        self.table: RecordTable[Any] = RecordTable(columns, self)
        self.setModel(self.table)
        self.setItemDelegate(RecordDelegate(self))
        self.setHorizontalHeader(_Header(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(SlimBar(Qt.Orientation.Vertical, self))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row)
        self.verticalHeader().setMinimumSectionSize(row)
        self.viewport().setMouseTracking(True)
        self.entered.connect(lambda index: self._hover(index.row()))
        self._share_width()

    def show_rows(self, rows: Sequence[Any]) -> None:
        self.table.show_rows(rows)
        if self.hug:
            tall = HEADER + self.verticalHeader().defaultSectionSize() * len(rows)
            self.setMaximumHeight(tall)

    def room(self, cell: QRectF, column: int) -> QRectF:
        """Where a cell may write: the outer columns stand as far in as a card's title."""
        left = PAD if column == 0 else GAP
        right = PAD if column == len(self.columns) - 1 else GAP
        return cell.adjusted(left, 0, -right, 0)

    def _share_width(self) -> None:
        header = self.horizontalHeader()
        for place, column in enumerate(self.columns):
            mode = QHeaderView.ResizeMode
            header.setSectionResizeMode(place, mode.Interactive if column.width else mode.Stretch)
            if column.width:
                header.resizeSection(place, column.width)

    def _hover(self, row: int) -> None:
        if row != self.hovered:
            self.hovered = row
            self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        else:
            super().keyPressEvent(event)

    def copy_rows(self) -> None:
        """Put the chosen rows on the clipboard as Excel reads them: tabs and lines."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        columns = range(self.table.columnCount())
        lines = [
            "\t".join(str(self.table.index(row, column).data()) for column in columns)
            for row in rows
        ]
        QGuiApplication.clipboard().setText("\n".join(lines))
