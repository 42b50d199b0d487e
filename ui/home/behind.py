"""The list behind the card that was chosen, and what comes after it."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from ui.home import acts
from ui.home.acts import CARDS, DRAFTS, RECEPTIONS, todo_of
from ui.kit.button import Button, Rank
from ui.kit.card import Card
from ui.kit.chip import Tag
from ui.kit.desk import Desk
from ui.kit.empty import EmptyState
from ui.kit.record_view import RecordView
from ui.kit.style import GAP
from ui.kit.text import EndLine

ABOVE_AND_BELOW = 104  # a card's title, and the line after the last row
TALL_ROW, ANY_HEIGHT = 48, 16_777_215


class Behind(Card):
    """As tall as its rows; where there are none it says why that is well."""

    opened = Signal(object)  # a row, by Enter or a double click
    all_wanted = Signal()
    went_on = Signal(str)  # the card to go on with

    def __init__(self, desk: Desk) -> None:
        super().__init__("今天要办的", flush=True)
        self.desk = desk
        self._following = CARDS[0]
        self.all = Button("", Rank.QUIET, icon="arrow-right")
        self.all.clicked.connect(self.all_wanted)
        self.head.addWidget(self.all)
        self.count = Tag("")
        self.head.insertWidget(1, self.count)
        self.stack = QStackedWidget()
        self.views = {card.key: self._view(card) for card in CARDS}
        self.empty = EmptyState("sprout", "", "")
        for widget in (*self.views.values(), self.empty):
            self.stack.addWidget(widget)
        self.body.addWidget(self.stack, 1)
        self.next = Button("", Rank.QUIET)
        self.next.clicked.connect(lambda: self.went_on.emit(self._following.key))
        self.end = EndLine("", self.next)
        self.body.addSpacing(GAP)
        self.body.addWidget(self.end)
        self.body.addSpacing(GAP)

    def _view(self, card: acts.Card) -> RecordView:
        columns: Any = acts.reception_columns()
        if todo := todo_of(card.key):
            columns = acts.case_columns(todo, self.desk.today)
        elif card.key == DRAFTS:
            columns = acts.draft_columns(self.desk.now)
        view = RecordView(columns, row=TALL_ROW, hug=True, id_of=lambda row: row.id)
        view.setAccessibleName(card.word)
        view.opened.connect(self.opened)
        return view

    def show_card(self, key: str, figures: Mapping[str, int]) -> None:
        card = next(one for one in CARDS if one.key == key)
        rows = self._rows(key)
        view = self.views[key]
        view.show_rows(rows)
        if rows and view.record() is None:
            view.choose_row(0)
        self.title.setText(card.word)
        self.count.say(f"{figures[key]} {card.unit}", card.tone)
        self.count.setVisible(bool(rows))
        self.all.setVisible(key != DRAFTS)
        self.all.setText("看本月接待" if key == RECEPTIONS else "看全部办件")
        self.stack.setCurrentWidget(view if rows else self.empty)
        self.empty.say("sprout", card.empty, "有人来，按 F2 登记；只是来问事的，按 F3 记一笔。")
        self.setMaximumHeight(view.maximumHeight() + ABOVE_AND_BELOW if rows else ANY_HEIGHT)
        self._say_next(card, figures, rows)

    def _rows(self, key: str) -> list[Any]:
        if todo := todo_of(key):
            return list(acts.cases_of(todo, self.desk.today()))
        if key == DRAFTS:
            return list(acts.drafts_of(self.desk.today()))
        return list(acts.receptions_of(self.desk.today()))

    def _say_next(self, card: acts.Card, figures: Mapping[str, int], rows: Sequence[Any]) -> None:
        """After the last row: what is done then, and what comes next."""
        later = [one for one in CARDS if one.key != card.key and figures[one.key]]
        self.end.setVisible(bool(rows) and bool(later))
        if not later:
            return
        after = [one for one in later if CARDS.index(one) > CARDS.index(card)]
        self._following = (after or later)[0]
        count = figures[self._following.key]
        self.next.set_icon(self._following.icon)
        self.next.setText(f"{self._following.word} {count} {self._following.unit}")
        self.end.words.setText(card.end.format(figures[card.key]))
