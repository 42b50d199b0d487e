"""What is written in the cells of a table that is filled in."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal

from ui.cases.cells import Cell
from ui.kit.views import ROOT, Index

WrongRole = Qt.ItemDataRole.UserRole


class Cells(QAbstractTableModel):
    """Words by row and column, and one blank row behind them."""

    changed = Signal()

    def __init__(self, cells: Sequence[Cell], parent: QObject) -> None:
        super().__init__(parent)
        self.cells = cells
        self._rows: list[list[str]] = []
        self._wrong: dict[tuple[int, int], str] = {}

    def filled(self) -> int:
        return len(self._rows)

    def meant(self, place: int) -> dict[str, Any]:
        """What a row means, by the names of its columns."""
        pairs = zip(self.cells, self._rows[place], strict=True)
        return {one.asked.name: one.read(text) if text else None for one, text in pairs}

    def show_rows(self, rows: Iterable[Mapping[str, Any]]) -> None:
        said = [[_say(one, row.get(one.asked.name)) for one in self.cells] for row in rows]
        self._become([row for row in said if any(row)])

    def paste(self, text: str, row: int, column: int) -> None:
        """Rows by lines and columns by tabs, from that cell on; a head of the same names is not
        a row."""
        lines = [line.split("\t") for line in text.splitlines() if line.strip()]
        names = [one.asked.label for one in self.cells]
        if lines and lines[0][0].strip() in names and set(map(str.strip, lines[0])) <= set(names):
            lines = lines[1:]
        rows = [list(one) for one in self._rows]
        for at, pasted in enumerate(lines, start=max(row, 0)):
            if at >= len(rows):
                rows.append([""] * len(self.cells))
            for place, word in enumerate(pasted[: len(self.cells) - column], start=column):
                rows[at][place] = self.cells[place].settle(word)
        self._become(rows)

    def remove(self, place: int) -> None:
        self._become([row for at, row in enumerate(self._rows) if at != place])

    def unreadable(self) -> str:
        for at, row in enumerate(self._rows):
            for one, text in zip(self.cells, row, strict=True):
                if text and one.read(text) is None:
                    return f"第 {at + 1} 行的“{one.asked.label}”看不懂：{text}"
        return ""

    def show_wrong(self, problems: Mapping[str, str]) -> str:
        names = [one.asked.name for one in self.cells]
        self._wrong = {}
        for where, sentence in problems.items():
            row, _, name = where.partition(".")
            self._wrong[int(row), names.index(name)] = sentence
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(names) - 1))
        first = min(self._wrong, default=None)
        return f"第 {first[0] + 1} 行：{self._wrong[first]}" if first else ""

    def _become(self, rows: list[list[str]]) -> None:
        self.beginResetModel()
        self._rows, self._wrong = rows, {}
        self.endResetModel()
        self.changed.emit()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows) + 1

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.cells)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = index.row(), index.column()
        if role == WrongRole:
            return self._wrong.get((row, column), "")
        if role == Qt.ItemDataRole.ToolTipRole and (wrong := self._wrong.get((row, column))):
            return wrong
        shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole)
        if role not in shown:
            return None
        return self._rows[row][column] if row < len(self._rows) else ""

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """What is written into the blank row makes a new one."""
        row, column = index.row(), index.column()
        said = self.cells[column].settle(str(value))
        if not index.isValid() or said == self.data(index):
            return False
        if row == len(self._rows):
            self.beginInsertRows(ROOT, row + 1, row + 1)
            self._rows.append([""] * len(self.cells))
            self.endInsertRows()
        self._rows[row][column] = said
        self._wrong.pop((row, column), None)
        self.dataChanged.emit(index, index)
        self.changed.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1) if section < len(self._rows) else "＋"
        asked = self.cells[section].asked
        return f"{asked.label}*" if asked.needed else asked.label


def _say(cell: Cell, value: Any) -> str:
    return "" if value is None else cell.say(value)
