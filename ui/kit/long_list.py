"""A list of entries longer than its place: it scrolls by itself, and some can be ticked."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QListView, QSizePolicy

from ui.kit.entries import Entry, EntryList
from ui.kit.scroll import SlimBar
from ui.kit.style import WIDE, Tone

ANY_HEIGHT = 16_777_215  # Qt's own word for no limit


class LongList(EntryList):
    current = Signal(object)  # the Entry the arrows came to

    def __init__(self, *, name: str) -> None:
        super().__init__(inset=WIDE, name=name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setVerticalScrollBar(SlimBar(Qt.Orientation.Vertical, self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._tell)

    def set_entries(self, entries: Sequence[Entry]) -> None:
        super().set_entries(entries)
        self.setMinimumHeight(0)
        self.setMaximumHeight(ANY_HEIGHT)

    def entry(self) -> Entry | None:
        """The one the keyboard is on."""
        index = self.currentIndex()
        return self.entries()[index.row()] if index.isValid() else None

    def go(self, row: int) -> None:
        if self.entries():
            last = len(self.entries()) - 1
            self.setCurrentIndex(self.model().index(min(max(row, 0), last), 0))

    def _tell(self, index: QModelIndex) -> None:
        if index.isValid():
            self.current.emit(self.entries()[index.row()])

    def wheelEvent(self, event: QWheelEvent) -> None:
        QListView.wheelEvent(self, event)


class TickList(LongList):
    """Space, Enter or a click ticks one, Ctrl+A all of them, or none."""

    changed = Signal()

    def __init__(self, *, name: str) -> None:
        self._ticked: set[Any] = set()
        self._shown: Sequence[Entry] = ()
        super().__init__(name=name)
        self.chosen.connect(lambda entry: self._turn([entry.key]))

    def show_entries(self, entries: Iterable[Entry]) -> None:
        """These; what is ticked and not shown now stays ticked."""
        self._shown = [*entries]
        self.set_entries([self._marked(one) for one in self._shown])

    def ticked(self) -> set[Any]:
        return set(self._ticked)

    def tick(self, keys: Iterable[Any]) -> None:
        self._ticked = set(keys)
        self.show_entries(self._shown)
        self.changed.emit()

    def tick_all(self) -> None:
        """All that are shown; if they are already, none of them."""
        self._turn([one.key for one in self._shown])

    def _turn(self, keys: Sequence[Any]) -> None:
        all_of_them = self._ticked.issuperset(keys)
        self.tick(self._ticked - set(keys) if all_of_them else self._ticked | set(keys))

    def _marked(self, entry: Entry) -> Entry:
        if entry.key in self._ticked:
            return replace(entry, icon="circle-check", tone=Tone.PRIMARY)
        return replace(entry, icon="circle")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.tick_all()
        elif event.key() == Qt.Key.Key_Space and index.isValid():
            self._turn([self.entries()[index.row()].key])
        else:
            super().keyPressEvent(event)
