"""A day in the order of its stops, crew by crew, with the shortest way where that saves minutes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.visits.board import DayBoard, Trip
from app.visits.order import Proposal, propose_order
from models.choices import VisitStatus
from ui.kit.button import Button
from ui.kit.card import Card
from ui.kit.empty import EmptyState
from ui.kit.scroll import scrolling
from ui.kit.style import PAD, WIDE
from ui.kit.text import quiet
from ui.visits.stops import Stops

HOW = "Alt+↑ ↓ 或拖动改先后；约了钟点的，钟点不动。"


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
        self.trips: list[Stops] = []
        self._moved: int | None = None  # where the keyboard is after the day was read again
        self.area = scrolling(self.cards)
        self.how = quiet(HOW)
        column.addWidget(self.area, 1)
        column.addWidget(self.how)
        column.addWidget(self.empty, 1)

    def show_day(self, board: DayBoard) -> None:
        while self._column.count() > 1:
            gone = self._column.takeAt(0).widget()
            gone.hide()
            gone.deleteLater()
        self.trips.clear()
        for trip in board.trips:
            self._column.insertWidget(self._column.count() - 1, self._trip(trip))
        for one in (self.area, self.how):
            one.setVisible(bool(board.trips))
        self.empty.setVisible(not board.trips)
        moved, self._moved = self._moved, None
        if moved is not None:
            any(one.go_to(moved) for one in self.trips)

    def _trip(self, trip: Trip) -> QWidget:
        proposal = _shortest(trip)
        whole = f"{len(trip.stops)} 户 {trip.people} 人"
        card = Card(f"{trip.team or '未编组'}　{trip.half.label}　{whole}", flush=True)
        told = quiet(_told(trip, proposal))
        told.setContentsMargins(PAD, 0, PAD, 0)
        card.body.addWidget(told)
        if proposal and proposal.saved_now > 0:
            button = Button(f"按最短路线排，少走 {proposal.saved_now} 分钟", icon="route")
            button.clicked.connect(lambda: self.ordered.emit(proposal.order.keys))
            card.head.addWidget(button)
        stops = Stops(trip.stops, fixed=not _is_ahead(trip))
        stops.chosen.connect(lambda entry: self.opened.emit(entry.key))
        stops.ordered.connect(self._order)
        self.trips.append(stops)
        card.body.addWidget(stops)
        return card

    def _order(self, ids: tuple[int, ...], moved: int) -> None:
        self._moved = moved
        self.ordered.emit(ids)


def _is_ahead(trip: Trip) -> bool:
    return all(one.status is VisitStatus.PLANNED for one in trip.stops)


def _shortest(trip: Trip) -> Proposal | None:
    ahead = len(trip.stops) > 1 and _is_ahead(trip)
    return propose_order([one.id for one in trip.stops]) if ahead else None


def _told(trip: Trip, proposal: Proposal | None) -> str:
    told = f"路上 {trip.way_minutes} 分钟（不含返回）"
    saved = proposal.saved_already if proposal else 0
    return f"{told}，比登记次序少走 {saved} 分钟" if saved > 0 else told
