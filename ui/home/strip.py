"""The cards of the desk: those with something behind them, in a row, or in rows of low ones."""

from collections.abc import Mapping, Sequence
from math import ceil

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.home.acts import CARDS
from ui.kit.figure_card import LEAST, LOW_LEAST, FigureCard
from ui.kit.style import GAP

LOW_ROWS = 2  # in a low window, where the list needs the room


class Strip(QWidget):
    """What there is none of is not in the way, but for what is good to know there is none of.

    In a low window what presses least waits behind the last card, until that is pressed.
    """

    chosen = Signal(str)  # the key of the card that was pressed

    def __init__(self) -> None:
        super().__init__()
        self.cards = {
            card.key: FigureCard(0, card.word, card.icon, card.tone, self) for card in CARDS
        }
        self.rest = FigureCard("", "", "ellipsis", parent=self)
        self.rest.setCheckable(False)
        self.rest.hide()
        self.rest.clicked.connect(self._unfold)
        self._wanted: list[FigureCard] = []
        self._tight = self._unfolded = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        for key, card in self.cards.items():
            card.clicked.connect(lambda *_, which=key: self.chosen.emit(which))

    def show_figures(self, figures: Mapping[str, int], chosen: str) -> None:
        for card in CARDS:
            self.cards[card.key].set_figure(figures[card.key])
        wanted = (one for one in CARDS if one.always or one.key == chosen or figures[one.key])
        self._wanted = [self.cards[one.key] for one in wanted]
        self.cards[chosen].setChecked(True)
        self._place()

    def set_tight(self, *, tight: bool) -> None:
        """Whether the window is low."""
        if tight != self._tight:
            self._tight, self._unfolded = tight, False
            self._place()

    def _unfold(self) -> None:
        self._unfolded = not self._unfolded
        self._place()

    def _place(self) -> None:
        fitting = (self.width() + GAP) // (LEAST + GAP)
        low = max((self.width() + GAP) // (LOW_LEAST + GAP), 1)
        shown = self._in_sight(LOW_ROWS * low)
        rows = 1 if len(shown) <= fitting else max(2, ceil(len(shown) / low))
        columns = ceil(len(shown) / rows)
        for card in (*self.cards.values(), self.rest):
            self._grid.removeWidget(card)
            card.setVisible(card in shown)
        for place, card in enumerate(shown):
            card.set_low(low=rows > 1)
            self._grid.addWidget(card, *divmod(place, columns))
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _in_sight(self, most: int) -> Sequence[FigureCard]:
        """All of them, or in a low window so many: the chosen one is always among them."""
        hidden = len(self._wanted) - most + 1
        if not self._tight or hidden <= 1:
            return self._wanted
        if self._unfolded:
            self._say_rest("", "收起")
            return [*self._wanted, self.rest]
        self._say_rest(f"+{hidden}", "其余")
        first = self._wanted[: most - 1]
        late = [one for one in self._wanted[most - 1 :] if one.isChecked()]
        return [*first[: most - 1 - len(late)], *late, self.rest]

    def _say_rest(self, figure: str, word: str) -> None:
        self.rest.setText(word)
        self.rest.set_figure(figure)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
