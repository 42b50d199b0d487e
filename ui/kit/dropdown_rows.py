"""The lines of a list that opens under a field."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.kit.icons import draw_icon
from ui.kit.items import Item
from ui.kit.paint import box, words
from ui.kit.style import FIELD, GAP, HALF, ROUND, SMALL, WIDE, Tone, scheme_of
from ui.kit.views import ROOT, Index, area_of, is_in

ItemRole = Qt.ItemDataRole.UserRole


class Ticked(QWidget):
    """What holds the list: it knows what is chosen."""

    chosen: Any
    item_width = 100  # of a line; only where they stand in columns it is more than a wish


class Rows(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.items: Sequence[Item] = ()

    def set_items(self, shown: Sequence[Item]) -> None:
        self.beginResetModel()
        self.items = shown
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item = self.items[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return f"{item.label} {item.why}".strip()
        return item if role == ItemRole else None


class RowDelegate(QStyledItemDelegate):
    """A tick stands beside what is chosen."""

    def __init__(self, dropdown: Ticked) -> None:
        super().__init__(dropdown)
        self._dropdown = dropdown

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._dropdown.item_width, FIELD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item: Item = index.data(ItemRole)
        scheme = scheme_of(self._dropdown)
        primary = scheme.hue(Tone.PRIMARY)
        rect = area_of(option)
        inner = rect.adjusted(HALF, 1, -HALF, -1)
        if not item.takeable:
            self._tell(painter, rect, item)
            return
        chosen = item.value is not None and item.value == self._dropdown.chosen
        if is_in(option, QStyle.StateFlag.State_Selected):
            box(painter, inner, primary.weak, radius=ROUND)
        elif is_in(option, QStyle.StateFlag.State_MouseOver):
            box(painter, inner, scheme.sunken, radius=ROUND)
        ink = primary.ink if chosen else scheme.ink
        words(painter, rect.adjusted(WIDE, 0, -28 if chosen else -GAP, 0), item.label, ink)
        if chosen:
            draw_icon(painter, rect.right() - 28, rect.center().y(), "check", primary.ink, 16)

    def _tell(self, painter: QPainter, rect: QRectF, item: Item) -> None:
        """What is read and not taken: a heading, or an act with why it cannot be done."""
        scheme = scheme_of(self._dropdown)
        room = rect.adjusted(WIDE, 0, -GAP, 0)
        if item.heads:
            room.setTop(room.top() + HALF)
            words(painter, room, item.label, scheme.muted, SMALL, bold=True)
            return
        right = words(painter, room, item.label, scheme.muted) + WIDE
        words(painter, room.adjusted(right - room.left(), 0, 0, 0), item.why, scheme.muted, SMALL)
