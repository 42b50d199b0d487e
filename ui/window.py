"""Puts the window together: the one instance, the store, the welcome, the pages."""

import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.background import close_store
from app.centre import get_centre
from app.directory import Who, list_staff
from app.errors import AppError
from app.files import cannot_write
from app.folders import data_folder
from app.restore import restore
from app.startup import NeedsRestoring, is_new, start
from ui.backing_up import BackingUp
from ui.dressing import log_qt, make_application
from ui.instance import Instance
from ui.kit.alerts import Alerts
from ui.kit.at_desk import LAST, AtDesk
from ui.kit.changes import Changes
from ui.kit.desk import Desk
from ui.kit.errands import HOME, Errands
from ui.kit.fonts import load_rare_characters
from ui.kit.memory import Memory
from ui.kit.tasks import Tasks
from ui.log import close_log, log_unexpected, open_log
from ui.pages import SHEETS, STOPS, find_cases
from ui.placing import place, remember_place
from ui.shell import Shell
from ui.welcome.first_start import FirstStart
from ui.welcome.trouble import Trouble
from ui.welcome.who_is_here import WhoIsHere

LOG, MEMORY = "bandecheng.log", "window.json"
A_WHILE, A_MINUTE = 1_000, 60_000  # ms


def run(wanted: Path | None, today: Callable[[], date], now: Callable[[], datetime]) -> int:
    """Open the window and stay until it is closed; the program's exit code."""
    application = make_application(sys.argv[:1])
    try:
        folder = _made(data_folder(wanted))
        instance = Instance(folder)
        if not instance.claim():
            return 0
    except AppError as error:
        sys.stderr.write(f"{error}\n")
        refusal = Trouble(str(error))
        refusal.show()
        application.exec()
        return 2
    log_qt()
    open_log(folder / LOG)
    sys.excepthook = log_unexpected
    program = Program(folder, today, now)
    instance.called.connect(program.come_to_front)
    program.begin()
    QTimer.singleShot(0, instance.listen)
    QTimer.singleShot(A_WHILE, load_rare_characters)
    code = application.exec()
    program.end()
    instance.release()
    close_log()
    return code


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(folder, error) from error
    return folder


class Program(QObject):
    """From the store to the pages: one window after another, never none."""

    def __init__(
        self, folder: Path, today: Callable[[], date], now: Callable[[], datetime]
    ) -> None:
        super().__init__()
        self._folder, self._today, self._now = folder, today, now
        self._memory = Memory(folder / MEMORY)
        self._changes, self._tasks = Changes(self), Tasks(self)
        self.window: QWidget | None = None
        self._backing_up: BackingUp | None = None
        keeping = QTimer(self)
        keeping.timeout.connect(self._memory.keep)
        keeping.start(A_MINUTE)

    def begin(self) -> None:
        """Open the store; then the first start, or the question who is here."""
        try:
            start(self._folder)
        except AppError as error:
            self._tell(error)
            return
        if is_new():
            first = FirstStart()
            first.done.connect(self._ask_who)
            first.demonstration_wanted.connect(self._demonstrate)
            self._put(first)
        else:
            self._ask_who()

    def come_to_front(self) -> None:
        """Somebody started the program again: what they look for is here already."""
        if self.window is not None:
            state = self.window.windowState() & ~Qt.WindowState.WindowMinimized
            self.window.setWindowState(state | Qt.WindowState.WindowActive)
            self.window.show()
            self.window.raise_()
            self.window.activateWindow()

    def end(self) -> None:
        """What was begun is let come to its end; then the last backup."""
        self._tasks.cancel()
        self._tasks.wait()
        if self._backing_up is not None:
            self._backing_up.at_exit()
        sys.excepthook = log_unexpected
        self._memory.keep()
        close_store()

    def _tell(self, error: AppError) -> None:
        trouble = Trouble(str(error), error.backup if isinstance(error, NeedsRestoring) else None)
        trouble.restoring_wanted.connect(lambda: self._restore(error))
        self._put(trouble)

    def _restore(self, error: AppError) -> None:
        if isinstance(error, NeedsRestoring) and error.backup is not None:
            restore(self._folder, error.backup, self._now())
            self.begin()

    def _demonstrate(self) -> None:
        from app.demo import fill_demo

        fill_demo(self._today())
        self._ask_who()

    def _ask_who(self) -> None:
        staff = list_staff()
        if len(staff) == 1:
            self._enter(staff[0])
            return
        who = WhoIsHere(staff, self._memory.get(LAST, ""), get_centre().name, self._today())
        who.chosen.connect(self._enter)
        self._put(who)

    def _enter(self, who: Who) -> None:
        at_desk = AtDesk(who, self._memory)
        desk = Desk(
            self._changes,
            self._tasks,
            Errands(self),
            self._today,
            self._now,
            at_desk,
            self._memory,
            self._folder,
        )
        shell = Shell(desk, at_desk, find_cases, STOPS, SHEETS, get_centre().name)
        shell.go(HOME)
        self._put(shell)
        self._backing_up = BackingUp(desk, shell.foot)

    def _put(self, window: QWidget) -> None:
        """Show it in the place of the one before, which is closed only then."""
        before, self.window = self.window, window
        if before is not None:
            remember_place(before, self._memory)
        place(window, self._memory, QApplication.primaryScreen().availableSize())
        Alerts(window, self._folder / LOG).install()
        window.show()
        if before is not None:
            before.close()
            before.deleteLater()
