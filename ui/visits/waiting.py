"""The tray: requests that wait to be planned, the urgent and the earliest due first."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout

from app.visits.tray import TrayCard
from ui.kit.card import Card
from ui.kit.chip import Tag
from ui.kit.entries import Entry, EntryList
from ui.kit.scroll import scrolling
from ui.kit.style import GAP, WIDE, Tone
from ui.kit.text import quiet
from ui.visits.carrying import Grip

WIDTH = 200


class _Requests(EntryList):
    """A click takes one up, a double click or Enter opens it; it can be dragged."""

    planned = Signal(int)

    def __init__(self) -> None:
        super().__init__(inset=WIDE, name="待安排的上门")
        self.clicked.disconnect(self._choose)
        self.doubleClicked.connect(self._choose)
        self._grip = Grip(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_P and index.isValid():
            self.planned.emit(self.entries()[index.row()].key)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        held = self.entries()[index.row()].key if index.isValid() else None
        self._grip.press(event.position(), held)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._grip.move(event)


class Waiting(Card):
    def __init__(self) -> None:
        super().__init__("待安排", flush=True)
        self.setFixedWidth(WIDTH)
        self.count = Tag("", Tone.VISIT)
        self.head.insertWidget(1, self.count)
        self.list = _Requests()
        self.body.addWidget(scrolling(self.list), 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(WIDE, GAP, WIDE, GAP)
        self.told = (quiet("拖到格子里，或选中后"), quiet("按 P，用方向键选半天"))
        for one in self.told:
            foot.addWidget(one)
        self.body.addLayout(foot)

    def show_cards(self, cards: Sequence[TrayCard], today: date) -> None:
        self.list.set_entries([_entry(one, today) for one in cards])
        self.count.say(f"{len(cards)} 件", Tone.VISIT)
        self.count.setVisible(bool(cards))

    def say(self, first: str, second: str) -> None:
        for label, text in zip(self.told, (first, second), strict=True):
            label.setText(text)


def _entry(card: TrayCard, today: date) -> Entry:
    people = f" {card.people} 人" if card.people > 1 else ""
    mark, tone = ("急", Tone.DANGER) if card.urgent else ("", Tone.PLAIN)
    if not card.urgent and card.due:
        tone = Tone.DANGER if card.due < today else Tone.PLAIN
        mark = f"{card.due.month}-{card.due.day:02}"
    elif card.last_time and not card.urgent:
        mark, tone = card.last_time.label, Tone.WARN
    return Entry(
        f"{card.person}{people} · {card.village}", card.matter, mark=mark, tone=tone, key=card.id
    )
