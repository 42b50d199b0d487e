"""Several short words in one field."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from app.typed import line
from ui.kit.items import Item, items, matching, plain
from ui.kit.keys import ENTER
from ui.kit.pick import Pick
from ui.kit.style import GAP, HALF, scheme_of
from ui.kit.tag_strip import CROSS, TAG, paint_tags, places

WRITING, RESTING = 72, 26  # what is kept free for the next word
ENDS = "、，,；;"
REMOVING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class TagBox(QWidget):
    """Typed with the list under the field; Backspace takes the last one away, a click any.

    `values()` are those of the list, `free()` the words that are not on it.
    """

    changed = Signal()
    left = Signal()

    def __init__(
        self,
        given: Iterable[Any] = (),
        values: Sequence[Any] = (),
        *,
        hint: str = "添加",
        free: bool = False,
    ) -> None:
        super().__init__()
        self.hint = hint
        self.tags: list[Item] = []
        self.marked = -1
        self.line = _Adder(self, given, free=free)
        self.line.setAccessibleName(hint)
        self.setFocusProxy(self.line)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.set_values(values)

    def values(self) -> list[Any]:
        return [item.value for item in self.tags if item.value is not None]

    def free(self) -> list[str]:
        return [item.label for item in self.tags if item.value is None]

    def texts(self) -> list[str]:
        return [item.label for item in self.tags]

    def set_values(self, values: Sequence[Any], free: Sequence[str] = ()) -> None:
        known = {item.value: item for item in self.line.items}
        tags = [known[value] for value in values if value in known]
        self._set([*tags, *(Item(None, word) for word in free)])

    def set_items(self, given: Iterable[Any]) -> None:
        """Offer other things; what was chosen stays, as free words if it is gone."""
        self.line.items = items(given)
        by_value = {item.value: item for item in self.line.items}
        self._set([by_value.get(tag.value, Item(None, tag.label)) for tag in self.tags])

    def add(self, item: Item) -> None:
        if plain(item.label) not in (plain(tag.label) for tag in self.tags):
            self._set([*self.tags, item])

    def remove(self, place: int) -> None:
        self._set([tag for n, tag in enumerate(self.tags) if n != place])

    def _set(self, tags: list[Item]) -> None:
        moved = tags != self.tags
        self.tags, self.marked = tags, -1
        self.setToolTip("、".join(self.texts()))
        self.line.setAccessibleDescription(f"已有 {'、'.join(self.texts()) or '无'}")
        self.arrange()
        if moved:
            self.changed.emit()

    def mark(self, by: int) -> None:
        """Step through the tags with the arrows, from behind the last one."""
        here = self.marked if self.marked >= 0 else len(self.tags)
        self.marked = here + by if 0 <= here + by < len(self.tags) else -1
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, TAG + 6)

    def places(self) -> list[tuple[int, QRectF]]:
        """Where which tag lies."""
        keep = WRITING if self.line.hasFocus() else RESTING
        return places(self.texts(), self.width() - keep, self.height() / 2)

    def arrange(self) -> None:
        places = self.places()
        left = places[-1][1].right() + HALF if places else 0
        self.line.setGeometry(round(left), 0, max(self.width() - round(left), 0), self.height())
        self.line.setPlaceholderText(self.hint if self.width() - left > WRITING - GAP else "")
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.arrange()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.line.setFocus(Qt.FocusReason.MouseFocusReason)
        spot: QPointF = event.position()
        for place, rect in self.places():
            if rect.contains(spot) and spot.x() > rect.right() - CROSS - HALF:
                self.remove(place)
                return

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_tags(QPainter(self), self.texts(), self.places(), self.marked, scheme_of(self))


class _Adder(Pick):
    """Where the next tag is typed."""

    def __init__(self, tags: TagBox, given: Iterable[Any], *, free: bool) -> None:
        super().__init__(given, free=free)
        self._tags = tags
        self.setParent(tags)
        self.setFrame(False)
        self.setTextMargins(0, 0, 0, 0)
        self.textEdited.connect(self._split)

    def _take(self, item: Item | None, text: str = "") -> None:
        """What is taken becomes a tag, and the line is free for the next."""
        self.clear()
        if item is not None:
            self._tags.add(item)
        elif text:
            self._tags.add(Item(None, text))

    def _split(self, typed: str) -> None:
        """A comma ends a word, so that several can be pasted at once."""
        if not any(end in typed for end in ENDS):
            return
        for end in ENDS:
            typed = typed.replace(end, "\n")
        for word in typed.splitlines():
            self._add_words(word)
        self.clear()
        self._close()

    def _add_words(self, typed: str) -> None:
        found = [one for one in self.items if plain(one.label) == plain(typed)]
        if not found and not self.free:
            among = matching(self.items, typed) if typed.strip() else ()
            found = list(among) if len(among) == 1 else []
        if found:
            self._tags.add(found[0])
        elif self.free and line(typed):
            self._tags.add(Item(None, line(typed)))

    def _settle(self) -> None:
        self._add_words(self.text())
        self.clear()

    def open_list(self) -> None:
        """What is not yet among the tags."""
        have = {plain(tag.label) for tag in self._tags.tags}
        self._show([one for one in self.items if plain(one.label) not in have], -1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.text():
            super().keyPressEvent(event)
            if event.key() in ENTER and self.text():
                self._settle()
                event.accept()
        elif event.key() in REMOVING and self._tags.tags:
            last = len(self._tags.tags) - 1
            self._tags.remove(self._tags.marked if self._tags.marked >= 0 else last)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._tags.mark(-1 if event.key() == Qt.Key.Key_Left else 1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tags.arrange()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._tags.marked = -1
        self._tags.arrange()
        self._tags.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        QLineEdit.paintEvent(self, event)
