"""What Qt's item views hand to models and delegates, with the types its stubs leave out."""

from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()  # the parent of every row of a list or table


def area_of(option: QStyleOptionViewItem) -> QRectF:
    """The rectangle of the cell to be painted."""
    return QRectF(cast("Any", option).rect)


def is_in(option: QStyleOptionViewItem, flag: QStyle.StateFlag) -> bool:
    """Whether the cell is selected, hovered, focused."""
    return bool(cast("Any", option).state & flag)
