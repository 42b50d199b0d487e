"""One of many: typed by its words or initials, or taken from the list under the field."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.typed import line
from ui.kit.dropdown import Dropdown
from ui.kit.editors import LONGEST
from ui.kit.icons import draw_icon
from ui.kit.items import Item, items, matching, plain
from ui.kit.keys import Composing, OwnEscape
from ui.kit.style import scheme_of

OPENING = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_F4)


class Pick(QLineEdit):
    """`value()` is what was chosen, or None; where words may be free, `text()` has them.

    Enter takes the marked line. It is marked at once where the words cannot be meant as they
    stand: always in a closed list, and in a free one when only initials were typed.
    """

    changed = Signal()
    left = Signal()

    def __init__(
        self,
        given: Iterable[Any] = (),
        value: Any = None,
        *,
        hint: str = "",
        free: bool = False,
    ) -> None:
        super().__init__()
        self.items: tuple[Item, ...] = items(given)
        self.free = free
        self.anchor: QWidget = self  # the list opens under it; a field puts itself here
        self._chosen: Item | None = None
        self._dropdown: Dropdown | None = None
        self.setMaxLength(LONGEST)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)  # until a row gives it its own
        self.setTextMargins(0, 0, 22, 0)
        self.textChanged.connect(lambda _: self.changed.emit())
        self.textEdited.connect(lambda _: self._find())
        Composing(self)
        OwnEscape(self, self.is_open)
        if value is not None:
            self.set_value(value)

    def value(self) -> Any:
        return item.value if (item := self._meant()) else None

    def set_value(self, value: Any, text: str = "") -> None:
        """Choose by value; without one the free words are shown, or nothing."""
        found = next((one for one in self.items if one.value == value), None)
        self._take(found if value is not None else None, text)

    def set_items(self, given: Iterable[Any]) -> None:
        """Offer other things; what was chosen stays if it is still among them."""
        before = self.value()
        self.items = items(given)
        self._chosen = next((one for one in self.items if one.value == before), None)
        if self._chosen is not None and self._chosen.label != self.text():
            self._take(self._chosen)
        elif self._chosen is None and before is not None and not self.free:
            self._take(None)

    def _meant(self) -> Item | None:
        """What the words in the field stand for; of two alike it is the one that was chosen."""
        typed = plain(self.text())
        if not typed:
            return None
        if self._chosen is not None and plain(self._chosen.label) == typed:
            return self._chosen
        return next((one for one in self.items if plain(one.label) == typed), None)

    def _take(self, item: Item | None, text: str = "") -> None:
        before = self.value()
        self._chosen = item
        words = item.label if item is not None else text
        if words == self.text():
            if self.value() != before:
                self.changed.emit()
            return
        self.setText(words)
        self.setCursorPosition(0)

    def is_open(self) -> bool:
        return self._dropdown is not None and self._dropdown.isVisible()

    def open_list(self) -> None:
        """All there is, what is chosen marked."""
        meant = self._meant()
        self._show(self.items, self.items.index(meant) if meant in self.items else -1)

    def _find(self) -> None:
        """The first fitting line is marked when the words are no answer by themselves."""
        found = matching(self.items, self.text())
        typed = plain(self.text())
        if not typed or (self.free and not found):
            self._close()
            return
        mark = bool(found) and (not self.free or typed.isascii())
        self._show(found, 0 if mark else -1)

    def _show(self, found: Sequence[Item], place: int) -> None:
        if self._dropdown is None:
            self._dropdown = Dropdown(self.anchor)
            self._dropdown.picked.connect(self._picked)
            self.destroyed.connect(self._dropdown.deleteLater)
        meant = self._meant()
        self._dropdown.chosen = meant.value if meant is not None else None
        self._dropdown.show_items(found, place)

    def _picked(self, item: Item) -> None:
        self._take(item)
        self.selectAll()

    def _close(self) -> None:
        if self._dropdown is not None:
            self._dropdown.leave()

    def focusNextPrevChild(self, onward: bool) -> bool:  # noqa: FBT001 - Qt calls it by place
        """Tab takes the marked line, and goes on."""
        marked = self._dropdown.current() if self._dropdown and self.is_open() else None
        if marked is not None:
            self._picked(marked)
        return super().focusNextPrevChild(onward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._dropdown is not None and self.is_open() and self._dropdown.handle(event):
            return
        if event.key() in OPENING:
            self.open_list()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._close() if self.is_open() else self.open_list()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() == Qt.FocusReason.PopupFocusReason:
            return
        self._close()
        self._settle()
        self.left.emit()

    def _settle(self) -> None:
        """Words that were not finished become the one thing they can mean, else what was before."""
        meant = self._meant()
        found = matching(self.items, self.text()) if self.text().strip() else ()
        if meant is not None:
            self._take(meant)
        elif self.free:
            self._take(None, line(self.text()))
        elif len(found) == 1:
            self._take(found[0])
        elif self.text().strip():
            self._take(self._chosen)
        else:
            self._take(None)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        right, middle = self.width() - 20, self.height() / 2
        draw_icon(QPainter(self), right, middle, "chevron-down", scheme_of(self).muted, 16)
