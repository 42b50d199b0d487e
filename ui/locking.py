"""When the window is covered, and who opens it again."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from app.centre import find_centre
from app.changes import Kind
from app.directory import Who, list_staff
from ui.idle import Idle
from ui.kit.ask import Question
from ui.kit.at_desk import AtDesk
from ui.kit.desk import Desk
from ui.lock import TALLEST, WIDEST, Curtain, Lock

KEY = "Ctrl+L"
NO_PASSWORD = "{name}还没有设置密码，锁不住。请先在“设置—人员”里设置。"


class Locking(QObject):
    """By itself after the minutes of the settings, at once by its key, also under an open sheet.

    Who has no password is left in peace: the lock would keep nobody out.
    """

    def __init__(self, window: QWidget, desk: Desk, at_desk: AtDesk, parent: QObject) -> None:
        """The whole window, because sheets may lie over the parent; it ends with the parent."""
        super().__init__(parent)
        self._window, self._desk, self._at_desk = window, desk, at_desk
        self.lock: Lock | None = None
        self._curtain: Curtain | None = None
        self.idle = Idle(desk.now, _minutes(), self)
        self.idle.passed.connect(self._cover)
        desk.changes.saved.connect(self._notice)
        shortcut = QShortcut(QKeySequence(KEY), window)
        shortcut.activated.connect(self.cover)
        parent.destroyed.connect(shortcut.deleteLater)

    def cover(self) -> None:
        who = self._at_desk()
        if who.has_password:
            self._cover()
        else:
            self._desk.errands.said.emit(NO_PASSWORD.format(name=who.name))

    def _cover(self) -> None:
        who, dialog = self._at_desk(), QApplication.activeModalWidget()
        if self.lock is not None or not who.has_password:
            return
        if dialog is not None and not isinstance(dialog, Question):
            return  # the system's own cannot be covered; it is done as soon as that is closed
        if dialog is not None:
            self._curtain = Curtain(self._window)
            dialog.setMinimumSize(WIDEST, TALLEST)
        self.lock = Lock(dialog or self._window, who, list_staff(), self._desk.now)
        self.lock.unlocked.connect(self._uncover)
        self.lock.open()

    def _uncover(self, who: Who) -> None:
        self.lock = None
        if self._curtain is not None:
            self._curtain.hide()
            self._curtain.deleteLater()
            self._curtain = None
        if who.id != self._at_desk().id:
            self._at_desk.hand_over(who)

    def _notice(self, saved: frozenset[Kind]) -> None:
        if Kind.CENTRE in saved:
            self.idle.minutes = _minutes()


def _minutes() -> int:
    centre = find_centre()
    return centre.idle_minutes if centre else 0
