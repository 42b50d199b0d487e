"""A table of records described by its columns."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QObject, QRectF, Qt
from PySide6.QtGui import QPainter

from ui.kit.paged import PAGE, Paged
from ui.kit.style import Scheme
from ui.kit.views import ROOT, Index

Row = TypeVar("Row")
Draw = Callable[[QPainter, QRectF, Any, Scheme], None]
RowRole = Qt.ItemDataRole.UserRole
SortRole = Qt.ItemDataRole.UserRole + 1
ORDER = {True: "升序", False: "降序"}


@dataclass(frozen=True)
class Column(Generic[Row]):
    """What a column shows of a row; `draw` paints the value, else it is one line of text.

    With a `key` it can be sorted by pressing its head; the view asks for the key.
    """

    title: str
    value: Callable[[Row], Any]
    show: Callable[[Any], str] = str
    width: int = 0  # 0: shares what is left
    draw: Draw | None = None
    number: bool = False
    soft: bool = False
    key: str = ""


class RecordTable(QAbstractTableModel, Generic[Row]):
    """Shows rows it is given; what is not read yet is empty, as paint code must not read."""

    def __init__(self, columns: Sequence[Column[Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = columns
        self._rows: Sequence[Row] | Paged[Row] = ()
        self._sorted = ("", True)

    def show_rows(self, rows: Sequence[Row] | Paged[Row]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def show_sort(self, key: str, *, ascending: bool) -> None:
        """For those who hear the head: by what it is sorted."""
        self._sorted = (key, ascending)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def want(self, first: int, last: int) -> bool:
        """Read these rows if they were not; answer whether anything was read."""
        return isinstance(self._rows, Paged) and self._rows.want(first, last)

    def near(self, place: int) -> range:
        """Where a record may be looked for: all of a list, of many rows those around."""
        if not isinstance(self._rows, Paged):
            return range(len(self._rows))
        return range(max(place - PAGE, 0), min(place + PAGE, len(self._rows)))

    def row(self, place: int) -> Row | None:
        """The record at this place; None if it is not there, or not read yet."""
        if not 0 <= place < len(self._rows):
            return None
        return self._rows.seen(place) if isinstance(self._rows, Paged) else self._rows[place]

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def text(self, place: int, column: int) -> str:
        row = self.row(place)
        chosen = self.columns[column]
        return "" if row is None else chosen.show(chosen.value(row))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.text(index.row(), index.column())
        if role not in (RowRole, SortRole):
            return None
        row = self.row(index.row())
        return row if role == RowRole or row is None else self.columns[index.column()].value(row)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            key, ascending = self._sorted
            return (
                f"{column.title} {ORDER[ascending]}" if key and key == column.key else column.title
            )
        return None
