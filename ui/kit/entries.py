"""A short list of two-line entries: earlier cases, visits, papers, what was sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.kit.cells import act
from ui.kit.icons import draw_icon
from ui.kit.keys import ENTER, into_sight
from ui.kit.paint import RIGHT, box, focus_ring, hairline, tag, tag_width, width_of, words
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
    key: Any = None  # what it stands for: a case's id, a file


class _Entries(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: Sequence[Entry] = ()

    def set_entries(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entries[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return " ".join(filter(None, (entry.title, entry.note, entry.mark, entry.side)))
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (entry.title, entry.note)))
        return entry if role == EntryRole else None


class _EntryDelegate(QStyledItemDelegate):
    def __init__(self, view: "EntryList") -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry: Entry = index.data(EntryRole)
        return QSize(100, _height(entry))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(EntryRole)
        scheme = scheme_of(self._view)
        rect = area_of(option)
        inset = rect.adjusted(self._view.inset - GAP, 1, GAP - self._view.inset, -2)
        if self._view.pressable and is_in(option, QStyle.StateFlag.State_MouseOver):
            box(painter, inset, scheme.sunken, radius=ROUND)
        if is_in(option, QStyle.StateFlag.State_HasFocus) and self._view.hasFocus():
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


def _height(entry: Entry) -> int:
    return 56 if entry.note else 38


class EntryList(QListView):
    """As tall as what it holds; up and down move, Enter or a click chooses; with nothing to choose
    (`pressable=False`) it is only read, and Tab passes it by."""

    chosen = Signal(object)  # the Entry

    def __init__(
        self,
        entries: Sequence[Entry] = (),
        *,
        inset: int = PAD,
        pressable: bool = True,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.inset, self.pressable = inset, pressable
        self._entries = _Entries(self)
        self.setModel(self._entries)
        self.setItemDelegate(_EntryDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(name)
        # A view would take what room is left in a panel, and stand apart from its title.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        if pressable:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.clicked.connect(self._choose)
        else:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.set_entries(entries)

    def entries(self) -> Sequence[Entry]:
        return self._entries.entries

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Hold these instead; the keyboard stays on the entry it was on, if that is still there."""
        row = self.currentIndex().row()
        before = self.entries()[row] if row >= 0 else None
        self._entries.set_entries(entries)
        self.setFixedHeight(sum(_height(entry) for entry in entries))
        if before is not None:
            places = [n for n, entry in enumerate(entries) if _same(entry, before)]
            self.setCurrentIndex(self._entries.index(places[0]) if places else QModelIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.currentIndex().isValid():
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.entries():
            self.setCurrentIndex(self._entries.index(0))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """It is never higher than its place: what it stands in scrolls, and has to follow."""
        super().currentChanged(current, previous)
        if self.hasFocus():
            into_sight(self, self.visualRect(current))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self.entries()[index.row()])


def _same(one: Entry, other: Entry) -> bool:
    return one.key == other.key if other.key is not None else one.title == other.title
