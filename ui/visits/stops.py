"""The stops of a trip in their order; Alt+↑ ↓ or the mouse puts one before or behind another."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication

from app.visits.cards import Card
from ui.kit.entries import Entry, EntryList
from ui.kit.paint import hairline
from ui.kit.style import Tone, scheme_of
from ui.visits.tones import ICONS, tone_of

ALT = Qt.KeyboardModifier.AltModifier
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Stops(EntryList):
    """Those of a trip that was begun stay as they are."""

    ordered = Signal(object, int)  # all ids in their new order, and the one that was moved

    def __init__(self, cards: Sequence[Card], *, fixed: bool) -> None:
        super().__init__([entry_of(n, one) for n, one in enumerate(cards, 1)], name="各站")
        self._fixed = fixed
        self._held: tuple[QPointF, int] | None = None
        self._gap: int | None = None  # where what is dragged would go

    def go_to(self, visit_id: int) -> bool:
        """The keyboard on that visit, if it is here."""
        rows = [n for n, one in enumerate(self.entries()) if one.key == visit_id]
        if rows:
            self.setCurrentIndex(self.model().index(rows[0], 0))
            self.setFocus()
        return bool(rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, row = Qt.Key(event.key()), self.currentIndex().row()
        if event.modifiers() & ALT and key in STEPS and row >= 0:
            self._put(row, row + STEPS[key])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        self._held = (event.position(), index.row()) if index.isValid() else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self._fixed or self._held is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        if (event.position() - self._held[0]).manhattanLength() >= QApplication.startDragDistance():
            self._gap = self._gap_at(event.position().y())
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        held, gap = self._held, self._gap
        self._held = self._gap = None
        self.viewport().update()
        if held is None or gap is None:
            super().mouseReleaseEvent(event)
        else:
            self._put(held[1], gap if gap <= held[1] else gap - 1)

    def _put(self, row: int, there: int) -> None:
        keys = [one.key for one in self.entries()]
        if self._fixed or row == there or not 0 <= there < len(keys):
            return
        moved = keys.pop(row)
        keys.insert(there, moved)
        self.ordered.emit(tuple(keys), moved)

    def _gap_at(self, y: float) -> int:
        tall = self.height() / max(len(self.entries()), 1)
        return min(max(round(y / tall), 0), len(self.entries()))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._gap is not None:
            y = min(max(self._gap * self.height() / len(self.entries()), 1), self.height() - 2)
            ink, painter = scheme_of(self).hue(Tone.PRIMARY).ink, QPainter(self.viewport())
            for line in (y - 1, y):
                start, end = QPointF(self.inset, line), QPointF(self.width() - self.inset, line)
                hairline(painter, start, end, ink)


def entry_of(number: int, one: Card) -> Entry:
    tone = tone_of(one)
    when = f"{one.starts_at:%H:%M}—{one.ends_at:%H:%M}"
    way = f"从{one.way_from}去 {one.way_minutes} 分钟" if one.way_from else ""
    note = "　".join(filter(None, (one.matter, way, *one.clashes)))
    title = f"{number}. {when}　{one.person}　{one.village}"
    side = "、".join(kit.name for kit in one.kits)
    mark = "约定钟点" if one.exact else ""
    return Entry(title, note, side=side, mark=mark, icon=ICONS[tone], tone=tone, key=one.id)
