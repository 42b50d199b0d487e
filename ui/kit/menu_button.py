"""A button behind which several acts wait: 更多."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.kit.button import Button, Rank
from ui.kit.chooser import Chooser
from ui.kit.items import Item, items

MOST_IN_SIGHT = 16


class MenuButton(Button):
    """Pressed, Enter or ↓ opens the list of acts; `picked` hands over the value of one."""

    picked = Signal(object)

    def __init__(
        self,
        text: str,
        given: Iterable[Any] = (),
        rank: Rank = Rank.PLAIN,
        *,
        icon: str = "ellipsis",
        key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, rank, icon=icon, key=key, parent=parent)
        self._acts: tuple[Item, ...] = ()
        self._chooser: Chooser | None = None
        self.set_acts(given)
        self.clicked.connect(self.open_list)

    def set_acts(self, given: Iterable[Any]) -> None:
        """Offer these; with none of them it cannot be pressed."""
        self._acts = items(given)
        self.setEnabled(bool(self._acts))

    def is_open(self) -> bool:
        return self._chooser is not None and self._chooser.isVisible()

    def open_list(self) -> None:
        if self._chooser is None:
            self._chooser = Chooser(self)
            self._chooser.most = MOST_IN_SIGHT
            self._chooser.picked.connect(lambda item: self.picked.emit(item.value))
            self.destroyed.connect(self._chooser.deleteLater)
        if not self.is_open():
            self._chooser.open(self._acts, None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.open_list()
        else:
            super().keyPressEvent(event)
