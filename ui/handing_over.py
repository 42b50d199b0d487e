"""The desk changes hands: at their word, or by their password where they have one."""

from PySide6.QtWidgets import QWidget

from app.directory import Who
from ui.kit.at_desk import AtDesk
from ui.kit.desk import Desk
from ui.kit.sheet import Sheet
from ui.kit.sign_in import WIDTH, SignInBox
from ui.kit.style import BLOCK


def hand_over(window: QWidget, desk: Desk, at_desk: AtDesk, who: Who) -> None:
    if who.has_password:
        TakeOver(window, desk, at_desk, who).open()
    else:
        at_desk.hand_over(who)


class TakeOver(Sheet):
    def __init__(self, window: QWidget, desk: Desk, at_desk: AtDesk, who: Who) -> None:
        super().__init__(window, "换人在岗", widest=WIDTH + 2 * BLOCK, tallest=360)
        self._at_desk = at_desk
        self.sign_in = SignInBox(who, desk.now)
        self.body.addWidget(self.sign_in)
        self.first = self.sign_in.first
        self.sign_in.left.connect(self.leave)
        self.sign_in.signed.connect(self._take)
        self.sign_in.turned.connect(self.shrink)
        self.shrink()

    def _take(self, who: Who) -> None:
        self.leave()
        self._at_desk.hand_over(who)
