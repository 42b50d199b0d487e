"""Whether anyone has touched key or mouse lately."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

LOOK_EVERY = 5_000  # ms
TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class Idle(QObject):
    """It watches the windows themselves, dialogs too: there every key and mouse arrives first, and
    little else, so that watching costs nothing.

    By the clock of the desk and not by the timer alone: a computer that slept was idle as well.
    """

    passed = Signal()  # again and again, for as long as it lasts

    def __init__(self, now: Callable[[], datetime], minutes: int, parent: QObject) -> None:
        """Minutes: after how many; 0 is never."""
        super().__init__(parent)
        self.minutes = minutes
        self._now, self._touched = now, now()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOK_EVERY)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._watch)
        self._watch(application.focusWindow())

    def look(self) -> None:
        if self.minutes and self._now() - self._touched >= timedelta(minutes=self.minutes):
            self.passed.emit()

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # of two times the first is forgotten

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in TOUCHES:
            self._touched = self._now()
        return False
