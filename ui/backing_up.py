"""The window's backups: as it opens, every half hour, as it closes; the foot says when."""

from PySide6.QtCore import QObject, QTimer

from app.errors import AppError
from app.store.backups import Backup, Reason, back_up, last_backup
from ui.kit.desk import Desk
from ui.kit.foot import Foot
from ui.kit.style import Tone
from ui.log import log

A_WHILE, HALF_AN_HOUR = 1_000, 30 * 60_000  # ms
NAME = "正在备份"


class BackingUp(QObject):
    """Nobody waits for it: what fails is told in the foot, and tried again the next time."""

    def __init__(self, desk: Desk, foot: Foot) -> None:
        super().__init__(foot)
        self._desk, self._foot = desk, foot
        self._timer = QTimer(self)
        self._timer.setInterval(HALF_AN_HOUR)
        self._timer.timeout.connect(lambda: self.make(Reason.INTERVAL))
        self._timer.start()
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.timeout.connect(lambda: self.make(Reason.START))
        self._first.start(A_WHILE)

    def make(self, reason: Reason) -> None:
        now = self._desk.now()
        self._desk.tasks.start(
            NAME, lambda: back_up(reason, now), self._made, failed=self._failed, owner=self
        )

    def at_exit(self) -> None:
        """On the spot: the worker has been let go home, and nobody is there to be told."""
        self._first.stop()
        self._timer.stop()
        try:
            back_up(Reason.EXIT, self._desk.now())
        except AppError as error:
            log.warning("no backup at exit: %s", type(error).__name__)

    def _made(self, backup: Backup | None) -> None:
        if backup is not None and backup.warning:
            self._foot.say_saved(backup.warning, Tone.WARN)
            return
        last = backup.made_at if backup else last_backup()
        if last is not None:
            today = last.date() == self._desk.today()
            when = f"{last:%H:%M}" if today else f"{last.month}月{last.day}日 {last:%H:%M}"
            self._foot.say_saved(f"已备份 {when}")

    def _failed(self, error: AppError) -> None:
        log.warning("no backup: %s", type(error).__name__)
        self._foot.say_saved(str(error), Tone.DANGER)
