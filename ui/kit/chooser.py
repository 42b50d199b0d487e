"""A list that opens under what was pressed and takes the keyboard; a long one can be searched."""

from collections.abc import Sequence
from math import ceil
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from ui.kit.dropdown import AROUND, Dropdown
from ui.kit.editors import Line
from ui.kit.field import Field
from ui.kit.items import Item, in_columns, matching, under_heads
from ui.kit.keys import OwnEscape
from ui.kit.paint import width_of
from ui.kit.style import FIELD, GAP, HALF, SMALL, WIDE

SEARCHED = 10  # from so many lines on
ASIDE = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
NARROWEST_COLUMN = 200
BESIDE = 56  # what stands beside the words of a line


class Chooser(Dropdown):
    """Up, down and Enter choose; Esc closes and gives the keyboard back to what was pressed."""

    def __init__(self, anchor: QWidget) -> None:
        super().__init__(anchor)
        self._all: Sequence[Item] = ()
        self._tall = 0  # lines of a column
        self._line = _Search(self)
        self._line.setAccessibleName("查找")
        self._line.changed.connect(self._find)
        self._line.left.connect(super().leave)
        self.search = Field(self._line, icon="search")
        self.column.insertWidget(0, self.search)
        side = AROUND + HALF + 1
        self.column.setContentsMargins(side, AROUND + GAP, side, AROUND + HALF)
        self.column.setSpacing(HALF)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for part in (self, self._line):
            OwnEscape(part, self.isVisible)

    def open(self, shown: Sequence[Item], value: Any) -> None:
        self._all, self.chosen = shown, value
        self.setAccessibleName(self._anchor.accessibleName())
        self._line.clear()
        self.widest = ceil(max((_width(item) for item in shown), default=0)) + BESIDE
        self.search.setVisible(len(shown) >= SEARCHED)
        places = (n for n, item in enumerate(shown) if item.value == value and item.takeable)
        place = next(places, 0) if value is not None else 0
        listed = self._arranged()
        self.show_items(listed, listed.index(shown[place]) if shown else -1)
        (self if self.search.isHidden() else self._line).setFocus()

    def extra(self) -> int:
        return GAP - HALF if self.search.isHidden() else FIELD + GAP + HALF

    def leave(self) -> None:
        here = self.window().focusWidget() if self.isVisible() else None
        if here in (self, self._line) and isValid(self._anchor):
            self._anchor.setFocus()  # before it is hidden, or Qt would give it to the next in line
        super().leave()

    def _find(self) -> None:
        if self.isVisible():
            typed = self._line.text()
            found = list(matching(self._all, typed)) if typed else self._arranged()
            self.show_items(found, 0 if found else -1)

    def _arranged(self) -> list[Item]:
        """Under their headings, and where they are too many to be seen at once, in columns."""
        listed, tall = under_heads(self._all), self.rows_in_sight()
        columned = in_columns(listed, tall)
        columns = ceil(len(columned) / tall)
        fits = columns * NARROWEST_COLUMN <= self.window().width()
        self._tall = tall if columns > 1 and fits and listed[0].heads else 0
        self.columns = columns if self._tall else 1
        return columned if self._tall else listed

    def handle(self, event: QKeyEvent) -> bool:
        """To the side where there are columns, and no words in which the keys would move."""
        by = ASIDE.get(Qt.Key(event.key()), 0)
        if by and self.columns > 1 and not self._line.text():
            self._step_aside(by * self._tall)
            return True
        return super().handle(event)

    def _step_aside(self, by: int) -> None:
        row = self.list.currentIndex().row() + by
        first = row - row % self._tall
        beside = range(first, first + self._tall)
        can = [n for n, item in enumerate(self.shown()) if n in beside and item.takeable]
        if can:
            self.go_to(min(can, key=lambda n: abs(n - row)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.handle(event):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        super().leave()


def _width(item: Item) -> float:
    return width_of(item.label) + (width_of(item.why, SMALL) + WIDE if item.why else 0)


class _Search(Line):
    """Arrows and Enter are the list's; an Enter of the input method never gets this far."""

    def __init__(self, chooser: Chooser) -> None:
        super().__init__(hint="输入几个字或首字母")
        self._chooser = chooser

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._chooser.handle(event):
            super().keyPressEvent(event)
