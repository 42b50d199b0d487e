"""The window covered while nobody sits before it; what lies under it stays as it was."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.directory import Who
from ui.kit.brand import brand
from ui.kit.button import Button, Rank
from ui.kit.floating import FloatingList, Offer
from ui.kit.paint import shadow
from ui.kit.sheet import Sheet
from ui.kit.sign_in import WIDTH, SignInBox
from ui.kit.style import BLOCK, PAD, WIDE, font, scheme_of
from ui.kit.text import quiet

WIDEST, TALLEST = WIDTH + 2 * BLOCK, 420
TOLD = "没写完的内容都在，解锁后接着做。"


class Lock(Sheet):
    """The one at the desk unlocks it; a colleague who signs in takes the desk over."""

    unlocked = Signal(object)  # Who

    def __init__(
        self, over: QWidget, who: Who, colleagues: Sequence[Who], now: Callable[[], datetime]
    ) -> None:
        super().__init__(over, "已锁定", widest=WIDEST, tallest=TALLEST)
        self._now, self._colleagues = now, [one for one in colleagues if one.has_password]
        self.other = Button("换别人登录", Rank.QUIET, icon="users")
        self.list = FloatingList(self, "换谁在岗")
        self.place = QVBoxLayout()
        self.place.setSpacing(WIDE)
        self.place.addWidget(quiet(TOLD))
        self.place.addWidget(self.other, alignment=Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(self.place)
        self.sign_in: SignInBox | None = None
        self.other.clicked.connect(self._offer)
        self.other.setVisible(len(self._colleagues) > 1)
        self.list.chosen.connect(self._ask)
        self._ask(who)

    def _head(self, title: str) -> QHBoxLayout:
        """Without a way out."""
        head = QHBoxLayout()
        self.title = QLabel(title)
        self.title.setFont(font(18, bold=True))
        head.addWidget(self.title)
        return head

    def _ask(self, who: object) -> None:
        assert isinstance(who, Who)
        if self.sign_in is not None:
            self.sign_in.hide()
            self.sign_in.deleteLater()
        self.sign_in = SignInBox(who, self._now, "解锁")
        self.sign_in.back.hide()
        self.place.insertWidget(1, self.sign_in)
        self.sign_in.turned.connect(self.shrink)
        self.sign_in.signed.connect(self._open_up)
        self.first = self.sign_in.first
        self.first.setFocus()
        self.shrink()

    def _offer(self) -> None:
        rows = [Offer(one.name, side=one.work_number, what=one) for one in self._colleagues]
        self.list.show_rows(rows, "没有密码的同事要等解锁后再换")
        self.list.open_under(self.other, 320)
        self.list.setFocus()

    def _open_up(self, who: Who) -> None:
        self.leave()
        self.unlocked.emit(who)

    def changeEvent(self, event: QEvent) -> None:
        """Something lay over it for a while: a message."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange and self.isEnabled():
            self.first.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing of what lies under it is to be seen."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(scheme_of(self).canvas))
        brand(painter, self, PAD + 4, 13)
        shadow(painter, QRectF(self.card.geometry()), WIDE, 18)


class Curtain(QWidget):
    """Hides the window while a dialog over it is locked."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setGeometry(over.rect())
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(scheme_of(self).canvas))
