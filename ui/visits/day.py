"""A day in the order of its stops, crew by crew, with the shortest way where that saves minutes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.visits.board import DayBoard, Trip
from app.visits.cards import Card as Stop
from app.visits.order import Proposal, propose_order
from models.choices import VisitStatus
from ui.kit.button import Button
from ui.kit.card import Card
from ui.kit.empty import EmptyState
from ui.kit.entries import Entry, EntryList
from ui.kit.scroll import scrolling
from ui.kit.style import WIDE
from ui.visits.tones import ICONS, tone_of


class DayView(QWidget):
    opened = Signal(int)
    ordered = Signal(object)  # the ids, in the order to be gone in

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.empty = EmptyState("map-pin", "这一天没有上门", "在周视图里把待安排的排进来。")
        self.cards = QWidget()
        self._column = QVBoxLayout(self.cards)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(WIDE)
        self._column.addStretch()
        self.area = scrolling(self.cards)
        column.addWidget(self.area, 1)
        column.addWidget(self.empty, 1)

    def show_day(self, board: DayBoard) -> None:
        while self._column.count() > 1:
            gone = self._column.takeAt(0).widget()
            gone.hide()
            gone.deleteLater()
        for trip in board.trips:
            self._column.insertWidget(self._column.count() - 1, self._trip(trip))
        self.area.setVisible(bool(board.trips))
        self.empty.setVisible(not board.trips)

    def _trip(self, trip: Trip) -> QWidget:
        told = f"{len(trip.stops)} 户 {trip.people} 人，路上 {trip.way_minutes} 分钟（不含返回）"
        card = Card(f"{trip.team or '未编组'}　{trip.half.label}　{told}", flush=True)
        proposal = _better(trip)
        if proposal:
            button = Button(f"按最短路线排，少走 {proposal.saved_now} 分钟", icon="route")
            button.clicked.connect(lambda: self.ordered.emit(proposal.order.keys))
            card.head.addWidget(button)
        stops = EntryList([_entry(n, one) for n, one in enumerate(trip.stops, 1)], name="各站")
        stops.chosen.connect(lambda entry: self.opened.emit(entry.key))
        card.body.addWidget(stops)
        return card


def _better(trip: Trip) -> Proposal | None:
    ids = [one.id for one in trip.stops]
    if len(ids) < 2 or any(one.status is not VisitStatus.PLANNED for one in trip.stops):
        return None
    found = propose_order(ids)
    return found if found and found.saved_now > 0 else None


def _entry(number: int, one: Stop) -> Entry:
    tone = tone_of(one)
    when = f"{one.starts_at:%H:%M}—{one.ends_at:%H:%M}"
    note = "　".join(
        (
            one.matter,
            f"从{one.way_from}去 {one.way_minutes} 分钟" if one.way_from else "",
            *one.clashes,
        )
    )
    title = f"{number}. {when}　{one.person}　{one.village}"
    side = "、".join(kit.name for kit in one.kits)
    return Entry(title, note, side=side, icon=ICONS[tone], tone=tone, key=one.id)
