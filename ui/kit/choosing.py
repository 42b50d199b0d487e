"""How a choice is made whose answers are all in sight."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from ui.kit.items import Item, items, label_of
from ui.kit.style import Tone

CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class Choosing(QWidget):
    """Keyboard, mouse and value of a choice; where its cells lie and how they look is its heirs'.

    One widget and not a group of buttons: an exclusive group with nothing chosen has as many stops
    of Tab as buttons.
    """

    changed = Signal()

    def __init__(self, given: Iterable[Any], value: Any, *, optional: bool) -> None:
        super().__init__()
        self.items: tuple[Item, ...] = items(given)
        self.optional = optional
        self._place, self._over, self._name = self._place_of(value), -1, ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.tone = Tone.PLAIN
        self._tell()

    def set_tone(self, tone: Tone) -> None:
        """Mark it as wrong (DANGER) or doubtful (WARN); other tones leave it plain."""
        self.tone = tone
        self.update()

    def value(self) -> Any:
        """What is chosen; None if nothing is."""
        return self.items[self._place].value if self._place >= 0 else None

    def text(self) -> str:
        return label_of(self.items, self.value())

    def set_value(self, value: Any) -> None:
        self._choose(self._place_of(value))

    def set_items(self, given: Iterable[Any]) -> None:
        """Offer these instead; what was chosen stays so where it is still offered, else the first
        is. Nothing is announced: whoever offers knows."""
        before = self.value()
        self.items = items(given)
        self._over = -1
        self._place = max(self._place_of(before), -1 if self.optional else 0)
        self._tell()
        self.updateGeometry()
        self.update()

    def set_name(self, name: str) -> None:
        """What the choice is about, for those who hear the screen."""
        self._name = name
        self._tell()

    def _place_of(self, value: Any) -> int:
        if value is None:
            return -1
        return next((n for n, item in enumerate(self.items) if item.value == value), -1)

    def _choose(self, place: int) -> None:
        if place != self._place:
            self._place = place
            self._tell()
            self.update()
            self.changed.emit()

    def _tell(self) -> None:
        self.setAccessibleName(f"{self._name} {self.text() or '未选'}".strip())

    def cell(self, place: int) -> QRectF:
        raise NotImplementedError

    def columns(self) -> int:
        return len(self.items)

    def _at(self, point: QPointF) -> int:
        return next((n for n in range(len(self.items)) if self.cell(n).contains(point)), -1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, place = event.key(), self._place
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self.columns() if self.columns() < len(self.items) else -1,
            Qt.Key.Key_Down: self.columns() if self.columns() < len(self.items) else 1,
        }
        if key in steps:
            wanted = place + steps[Qt.Key(key)] if place >= 0 else 0
            self._choose(wanted if 0 <= wanted < len(self.items) else place)
        elif event.text().isdecimal() and 1 <= int(event.text()) <= len(self.items):
            self._choose(int(event.text()) - 1)
        elif key == Qt.Key.Key_Space:
            self._choose(max(place, 0))
        elif key in CLEARING and self.optional:
            self._choose(-1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and place >= 0:
            again = self.optional and place == self._place
            self._choose(-1 if again else place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)

    def _hover(self, place: int) -> None:
        if place != self._over:
            self._over = place
            self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
