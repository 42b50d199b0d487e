"""A short list of two-line entries: earlier cases, visits, papers, what was sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.kit.cells import act
from ui.kit.icons import draw_icon
from ui.kit.paint import RIGHT, box, focus_ring, hairline, tag, tag_width, width_of, words
from ui.kit.scroll import SlimBar
from ui.kit.style import BODY, GAP, PAD, ROUND, SMALL, Tone, scheme_of
from ui.kit.views import ROOT, Index, area_of, is_in

EntryRole = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Entry:
    title: str
    note: str = ""
    side: str = ""
    mark: str = ""
    tone: Tone = Tone.PLAIN
    icon: str = ""
    act: str = ""


class _Entries(QAbstractListModel):
    def __init__(self, entries: Sequence[Entry]) -> None:
        super().__init__()
        self.entries = entries

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entries[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{entry.title} {entry.note} {entry.mark} {entry.side}"
        return entry if role == EntryRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        carried = QMimeData()
        carried.setText(self.entries[indexes[0].row()].title)
        return carried


class _EntryDelegate(QStyledItemDelegate):
    def __init__(self, view: "EntryList") -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry: Entry = index.data(EntryRole)
        return QSize(100, 56 if entry.note else 38)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(EntryRole)
        scheme = scheme_of(self._view)
        rect = area_of(option)
        inset = rect.adjusted(self._view.inset - GAP, 1, GAP - self._view.inset, -2)
        if is_in(option, QStyle.StateFlag.State_MouseOver):
            box(painter, inset, scheme.sunken, radius=ROUND)
        if is_in(option, QStyle.StateFlag.State_HasFocus):
            focus_ring(painter, inset, scheme, ROUND)
        room = rect.adjusted(self._view.inset, 0, -self._view.inset, 0)
        if index.row() < index.model().rowCount() - 1:
            bottom = rect.bottom() - 1
            start, end = QPointF(room.left(), bottom), QPointF(room.right(), bottom)
            hairline(painter, start, end, scheme.line)
        self._write(painter, room, entry)

    def _write(self, painter: QPainter, room: QRectF, entry: Entry) -> None:
        scheme = scheme_of(self._view)
        hue = scheme.hue(entry.tone)
        first = room.top() + (19 if entry.note else room.height() / 2)
        left, right = room.left(), room.right()
        if entry.icon:
            left = draw_icon(painter, left, first, entry.icon, hue.ink, 16) + GAP
        if entry.mark:
            right -= tag_width(entry.mark)
            tag(painter, right, first, entry.mark, hue)
            right -= GAP
        if entry.act:
            right -= width_of(entry.act) + 18
            act(painter, QRectF(right, first - 11, room.right() - right, 22), entry.act, scheme)
            right -= GAP
        if entry.side:
            side = width_of(entry.side, SMALL)
            line = QRectF(right - side, first - 11, side, 22)
            words(painter, line, entry.side, scheme.muted, SMALL, align=RIGHT)
            right -= side + GAP
        words(painter, QRectF(left, first - 11, right - left, 22), entry.title, scheme.ink, BODY)
        if entry.note:
            line = QRectF(left, first + 9, room.right() - left, 20)
            words(painter, line, entry.note, scheme.muted, SMALL)


class EntryList(QListView):
    """As tall as what it holds; up and down move, Enter opens."""

    def __init__(
        self,
        entries: Sequence[Entry],
        *,
        inset: int = PAD,
        drag: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.inset = inset
        self.entries = _Entries(entries)
        self.setModel(self.entries)
        self.setItemDelegate(_EntryDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setDragEnabled(drag)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(SlimBar(Qt.Orientation.Vertical, self))
        self.viewport().setAutoFillBackground(False)
        self.setFixedHeight(sum(56 if entry.note else 38 for entry in entries))
