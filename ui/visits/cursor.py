"""Where the keyboard stands on the week board: on a half day, and on one of its visits."""

from datetime import date

from app.visits.cards import Card
from ui.visits.places import CellPlace, Places


class Cursor:
    """It goes over half days, and up and down over the visits of one."""

    def __init__(self) -> None:
        self.places: Places | None = None
        self.cell: CellPlace | None = None
        self.card: Card | None = None

    def stand_on(self, places: Places, wanted: int | None) -> None:
        """On the same visit in places that are new, or on the one of that id; else where it was."""
        here = self.cell
        wanted = self.card.id if self.card else wanted
        self.places, self.cell, self.card = places, None, None
        for one in places.all:
            if same := [card for card in one.cards if card.id == wanted]:
                self.cell, self.card = one, same[0]
                return
        cells = [one for one in places.all if here and one.cell == here.cell]
        self.go(next(iter(cells), None))

    def begin(self, today: date) -> None:
        """The half day it is on, else today's first, and the first visit there."""
        if self.places and self.cell is None:
            days = [one for one in self.places.all if one.cell.day >= today]
            self.go(next(iter(days or self.places.all), None))

    def go(self, cell: CellPlace | None, card: Card | None = None) -> None:
        self.cell = cell
        self.card = card or (next(iter(cell.cards), None) if cell else None)

    def step(self, across: int, down: int, *, over_visits: bool) -> None:
        """Without `over_visits` from half day to half day: something is carried."""
        if not (self.places and self.cell):
            return
        cards = self.cell.cards if over_visits else []
        at = cards.index(self.card) + down if self.card in cards else -1
        if down and 0 <= at < len(cards):
            self.card = cards[at]
            return
        there = self.places.beside(self.cell, across, down)
        if there is not self.cell:
            self.go(there, there.cards[-1] if there.cards and down < 0 else None)

    def told(self) -> str:
        """For those who hear the screen."""
        if self.cell is None:
            return ""
        cell, card = self.cell.cell, self.card
        where = f"{cell.team} {cell.day.month}月{cell.day.day}日{cell.half.label}"
        if card is None:
            return f"{where} 空"
        told = f"{where} {card.starts_at:%H:%M} {card.person} {card.village} {card.matter}"
        return " ".join((told, *card.clashes))
