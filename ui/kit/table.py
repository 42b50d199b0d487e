"""A table of records described by its columns."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QObject,
    QRectF,
    Qt,
)
from PySide6.QtGui import QPainter

from ui.kit.style import Scheme
from ui.kit.views import ROOT, Index

Row = TypeVar("Row")
Draw = Callable[[QPainter, QRectF, Any, Scheme], None]
RowRole = Qt.ItemDataRole.UserRole
SortRole = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True)
class Column(Generic[Row]):
    """What a column shows of a row; `draw` paints the value, else it is one line of text."""

    title: str
    value: Callable[[Row], Any]
    show: Callable[[Any], str] = str
    width: int = 0  # 0: shares what is left
    draw: Draw | None = None
    number: bool = False
    soft: bool = False


class RecordTable(QAbstractTableModel, Generic[Row]):
    def __init__(self, columns: Sequence[Column[Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = columns
        self._rows: Sequence[Row] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self._rows[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.show(column.value(row))
        if role == SortRole:
            return column.value(row)
        return row if role == RowRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self.columns[section].title
        return None
