"""How a row of a table is painted."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from ui.kit.paint import LEFT, RIGHT, fill, hairline, width_of, words
from ui.kit.record_header import room_of
from ui.kit.style import Scheme, Tone, scheme_of
from ui.kit.table import Column, SortRole
from ui.kit.views import Index, area_of, is_in


class Dressed(QTableView):
    """What the delegate has to know of its view."""

    columns: Sequence[Column[Any]]
    letters: int
    hovered: int


class RecordDelegate(QStyledItemDelegate):
    """One row is one thing: hover and choice run through all its columns."""

    def __init__(self, view: Dressed) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        scheme = scheme_of(self._view)
        rect = area_of(option)
        chosen = is_in(option, QStyle.StateFlag.State_Selected)
        self._ground(painter, rect, scheme, index, chosen=chosen)
        column: Column[Any] = self._view.columns[index.column()]
        room = room_of(rect, index.column(), len(self._view.columns))
        value = index.data(SortRole)
        if value is None:
            return  # not read yet
        if column.draw is not None:
            column.draw(painter, room, value, scheme)
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

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """A tip only where the words were cut, or are drawn as something else."""
        column: Column[Any] = self._view.columns[index.column()]
        room = room_of(area_of(option), index.column(), len(self._view.columns)).width()
        cut = width_of(str(index.data() or ""), self._view.letters) > room
        return cut or (column.draw is not None and super().helpEvent(event, view, option, index))
