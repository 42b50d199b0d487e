"""Those who wait to be planned, to be ticked for a round."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from app.directory import list_villages
from app.visits.tray import TrayCard, tray
from models.choices import Need
from ui.kit.card import Card
from ui.kit.chip import Tag
from ui.kit.entries import Entry
from ui.kit.field import Field, name_it
from ui.kit.long_list import TickList
from ui.kit.pick import Pick
from ui.kit.style import GAP, WIDE, Tone
from ui.kit.text import quiet

PICKED = 126  # px, of a filter


class WaitingPeople(Card):
    """Some of a village or a group may be looked at; what is ticked stays ticked."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__("待安排", flush=True)
        self._cards: Sequence[TrayCard] = ()
        villages = [(one.name, one.name, one.initials) for one in list_villages()]
        self.village, self.need = Pick(villages, hint="全部村社"), Pick(Need, hint="全部群体")
        self.list, self.count = TickList(name="待安排的上门"), Tag("", Tone.VISIT)
        self.head.insertWidget(1, self.count)
        for name, pick in (("村社", self.village), ("群体", self.need)):
            field = Field(pick)
            field.setFixedWidth(PICKED)
            name_it(field, name)
            self.head.addWidget(field)
            pick.changed.connect(self._filter)
        self.body.addWidget(self.list, 1)
        hint = quiet("空格勾选，Ctrl+A 全选")
        hint.setContentsMargins(WIDE, GAP, WIDE, 0)
        self.body.addWidget(hint)
        self.list.changed.connect(self.changed)

    def read(self) -> None:
        """Who waits now."""
        self._cards = tray()
        self._filter()

    def chosen(self) -> list[int]:
        """Those that are ticked, in the order in which they wait."""
        ticked = self.list.ticked()
        return [one.id for one in self._cards if one.id in ticked]

    def _filter(self) -> None:
        village, need = self.village.value(), self.need.value()
        shown = [
            one
            for one in self._cards
            if (village is None or one.village == village) and (need is None or need in one.needs)
        ]
        self.list.show_entries(_entry(one) for one in shown)
        self.count.say(f"{len(shown)} 件", Tone.VISIT)


def _entry(card: TrayCard) -> Entry:
    people = f" {card.people} 人" if card.people > 1 else ""
    needs = "、".join(one.label for one in card.needs)
    due = f"{card.due.month}月{card.due.day}日前" if card.due else ""
    note = "　".join(filter(None, (card.matter, needs, card.suits, due)))
    mark = "急" if card.urgent else ""
    tone = Tone.DANGER if card.urgent else Tone.PLAIN
    title = f"{card.person}{people} · {card.village}"
    return Entry(title, note, mark=mark, tone=tone, key=card.id)
