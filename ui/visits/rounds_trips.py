"""The second step of a round: its trips, and whom each goes to; changed by hand, then booked."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.visits.rearranging import Slot, Trip, slots_for, trips_of, why_left
from app.visits.rounds import Planned, Round
from app.visits.tray import TrayCard
from ui.kit.button import Button, Rank
from ui.kit.card import Card
from ui.kit.chip import Tag
from ui.kit.days import say_weekday
from ui.kit.entries import Entry
from ui.kit.items import Item
from ui.kit.long_list import LongList
from ui.kit.menu_button import MenuButton
from ui.kit.style import GAP, WIDE, Tone

TRIPS, STOPS = 52, 48


class RoundTrips(QWidget):
    """The arrows go through the trips, Tab into one; M moves a visit, Del leaves it for later."""

    moved = Signal(int, object)  # a visit, and the Slot it goes to
    dropped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._teams: Sequence[str] | None = None
        self._slots: Sequence[Slot] = ()
        self._cards: Mapping[int, TrayCard] = {}
        self.trips, self.stops = LongList(name="各趟"), LongList(name="这一趟的各户")
        self.count, self.of_trip = Tag("", Tone.VISIT), Tag("")
        self.elsewhere = MenuButton("移到…", icon="arrow-right", key="M")
        self.drop = Button("先不排", Rank.QUIET, icon="undo-2", key="Del")
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(WIDE)
        self._trips_card, self._stops_card = Card("怎么排", flush=True), Card("这一趟", flush=True)
        self._trips_card.head.insertWidget(1, self.count)
        self._trips_card.body.addWidget(self.trips, 1)
        self._stops_card.head.insertWidget(1, self.of_trip)
        self._stops_card.body.addWidget(self.stops, 1)
        under = QVBoxLayout()
        under.setContentsMargins(WIDE, GAP, WIDE, GAP)
        acts = QHBoxLayout()
        acts.setSpacing(GAP)
        acts.addStretch()
        acts.addWidget(self.drop)
        acts.addWidget(self.elsewhere)
        under.addLayout(acts)
        self._stops_card.body.addLayout(under)
        across.addWidget(self._trips_card, TRIPS)
        across.addWidget(self._stops_card, STOPS)
        self.trips.current.connect(lambda entry: self._show_trip(entry.key))
        self.trips.chosen.connect(lambda _: self.stops.setFocus())
        self.elsewhere.picked.connect(lambda slot: self._emit_moved(slot))
        self.drop.clicked.connect(self._emit_dropped)

    def show_round(
        self,
        made: Round,
        cards: Mapping[int, TrayCard],
        first: date,
        teams: Sequence[str] | None,
        *,
        booked: bool = False,
    ) -> None:
        """As it stands; the keyboard stays on the trip it was on."""
        self._cards, self._teams = cards, teams
        row = max(self.trips.currentIndex().row(), 0)
        found = trips_of(made)
        entries = [_of_trip(one) for one in found]
        if made.left:
            told = f"{why_left(made.left[0], teams)}" if len(made.left) == 1 else "点开看为什么"
            title = f"没有排进去的 {len(made.left)} 户"
            entries.append(Entry(title, told, icon="circle-alert", tone=Tone.DANGER, key=made.left))
        self.trips.set_entries(entries)
        villages = {one.village for one in made.plans}
        self.count.say(f"{len(made.plans)} 户 {len(villages)} 个村 {len(found)} 趟", Tone.VISIT)
        self._slots = [] if booked else slots_for(made, first)
        for act in (self.elsewhere, self.drop):
            act.setVisible(not booked)
        self.trips.go(row)
        entry = self.trips.entry()
        self._show_trip(entry.key if entry else ())

    def trip(self) -> Trip | None:
        """The one that is looked at."""
        entry = self.trips.entry()
        return entry.key if entry and isinstance(entry.key, Trip) else None

    def _show_trip(self, key: Trip | tuple[int, ...]) -> None:
        if isinstance(key, Trip):
            entries = [self._of_stop(n, one) for n, one in enumerate(key.plans, 1)]
            self.of_trip.say(say_slot(key.slot))
        else:
            entries = [self._of_left(one) for one in key]
            self.of_trip.say(f"{len(key)} 户留在待安排")
        here = key.slot if isinstance(key, Trip) else None
        there = (one for one in self._slots if one != here)
        self.elsewhere.set_acts(Item(one, say_slot(one)) for one in there)
        self.drop.setEnabled(here is not None)
        self.stops.set_entries(entries)
        if not self.stops.currentIndex().isValid():
            self.stops.go(0)

    def _of_stop(self, number: int, one: Planned) -> Entry:
        person, matter = self._words(one.visit_id)
        late = "晚于期限" if one.late else ""
        title = f"{number}. {one.starts_at:%H:%M}　{person}　{one.village}"
        tone = Tone.WARN if one.late else Tone.VISIT
        return Entry(title, matter, mark=late, icon="map-pin", tone=tone, key=one.visit_id)

    def _of_left(self, visit_id: int) -> Entry:
        person, matter = self._words(visit_id)
        card = self._cards.get(visit_id)
        title = f"{person}　{card.village if card else ''}"
        note = f"{matter}　{why_left(visit_id, self._teams)}"
        return Entry(title, note, icon="circle-alert", tone=Tone.DANGER, key=visit_id)

    def _words(self, visit_id: int) -> tuple[str, str]:
        card = self._cards.get(visit_id)
        return (card.person, card.matter) if card else ("", "")

    def _emit_moved(self, slot: Slot) -> None:
        if entry := self.stops.entry():
            self.moved.emit(entry.key, slot)

    def _emit_dropped(self) -> None:
        if entry := self.stops.entry():
            self.dropped.emit(entry.key)


def say_slot(slot: Slot) -> str:
    """The day with its weekday, the half of it, and the crew."""
    day = slot.day
    when = f"{day.month}月{day.day}日（{say_weekday(day)}）{slot.half.label}"
    return f"{when}　{slot.team or '未编组'}"


def _of_trip(trip: Trip) -> Entry:
    villages = "、".join(f"{name} {count} 户" for name, count in trip.villages.items())
    late = any(one.late for one in trip.plans)
    first, last = trip.plans[0].starts_at, trip.plans[-1].starts_at
    return Entry(
        say_slot(trip.slot),
        villages,
        side=f"{first:%H:%M} 起，末户 {last:%H:%M}",
        mark="有晚于期限的" if late else "",
        icon="triangle-alert" if late else "calendar-check",
        tone=Tone.WARN if late else Tone.VISIT,
        key=trip,
    )
