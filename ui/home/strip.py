"""The cards of the desk: those with something behind them, in a row, or in rows of low ones."""

from collections.abc import Mapping
from math import ceil

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.home.acts import CARDS
from ui.kit.figure_card import LEAST, LOW_LEAST, FigureCard
from ui.kit.style import GAP


class Strip(QWidget):
    """What there is none of is not in the way, but for what is good to know there is none of."""

    chosen = Signal(str)  # the key of the card that was pressed

    def __init__(self) -> None:
        super().__init__()
        self.cards = {
            card.key: FigureCard(0, card.word, card.icon, card.tone, self) for card in CARDS
        }
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        for key, card in self.cards.items():
            card.clicked.connect(lambda *_, which=key: self.chosen.emit(which))

    def show_figures(self, figures: Mapping[str, int], chosen: str) -> None:
        for card in CARDS:
            shown = self.cards[card.key]
            shown.set_figure(figures[card.key])
            shown.setVisible(card.always or card.key == chosen or bool(figures[card.key]))
        self.cards[chosen].setChecked(True)
        self._place()

    def _place(self) -> None:
        shown = [card for card in self.cards.values() if not card.isHidden()]
        fitting = (self.width() + GAP) // (LEAST + GAP)
        low = (self.width() + GAP) // (LOW_LEAST + GAP)
        rows = 1 if len(shown) <= fitting else max(2, ceil(len(shown) / max(low, 1)))
        columns = ceil(len(shown) / rows)
        for card in self.cards.values():
            self._grid.removeWidget(card)
        for place, card in enumerate(shown):
            card.set_low(low=rows > 1)
            self._grid.addWidget(card, *divmod(place, columns))
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
