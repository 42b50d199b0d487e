"""A line for a password: dots instead of letters, and a word where Caps Lock is on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.kit.editors import Line

SHIFT = Qt.KeyboardModifier.ShiftModifier


class PasswordLine(Line):
    """What is typed is taken as it is: a blank may be part of a password."""

    caps_noticed = Signal(bool)

    def __init__(self) -> None:
        super().__init__(clean=str)
        self.setEchoMode(Line.EchoMode.Password)
        self._caps: bool | None = None  # until a letter has shown it

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt knows no key's lock; a capital without Shift tells of it on every system."""
        letter = event.text()
        if event.key() == Qt.Key.Key_CapsLock and self._caps is not None:
            self._notice(caps=not self._caps)
        elif letter.isascii() and letter.isalpha():
            self._notice(caps=letter.isupper() != bool(event.modifiers() & SHIFT))
        super().keyPressEvent(event)

    def _notice(self, *, caps: bool) -> None:
        if caps != (self._caps or False):
            self.caps_noticed.emit(caps)
        self._caps = caps
