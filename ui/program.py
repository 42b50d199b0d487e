"""From the store to the pages: the first start, who is here, the shell, the last backup."""

import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QObject

from app.background import close_store
from app.centre import get_centre
from app.directory import Who, list_staff
from app.errors import AppError
from app.startup import NeedsRestoring, is_new, start
from app.store.backup_folder import Backup
from ui.holder import Holder
from ui.kit.alerts import Alerts
from ui.kit.at_desk import LAST, AtDesk
from ui.kit.changes import Changes
from ui.kit.desk import Desk
from ui.kit.errands import HOME, Errands
from ui.kit.memory import Memory
from ui.kit.tasks import Tasks
from ui.log import log_unexpected
from ui.welcome.who_is_here import WhoIsHere


class Program(QObject):
    """From the store to the pages, one after another in the one window.

    Each is imported when it is its turn: a day begins with names, not with the first start.
    """

    def __init__(
        self,
        window: Holder,
        folder: Path,
        memory: Memory,
        log_file: Path,
        today: Callable[[], date],
        now: Callable[[], datetime],
    ) -> None:
        super().__init__(window)
        self._window, self._folder, self._memory = window, folder, memory
        self._today, self._now = today, now
        self._changes, self._tasks = Changes(self), Tasks(self)
        self._at_exit: Callable[[], None] = lambda: None
        Alerts(window, log_file).install()

    def begin(self) -> None:
        """Open the store; then the first start, or the question who is here."""
        try:
            start(self._folder)
        except AppError as error:
            self._tell(error)
            return
        if is_new():
            from ui.welcome.first_start import FirstStart

            first = FirstStart()
            first.done.connect(self._ask_who)
            first.demonstration_wanted.connect(self._demonstrate)
            self._tasks.progress.connect(first.say_progress)
            self._tasks.rested.connect(first.go_free)
            self._window.hold(first, first.centre.first)
        else:
            self._ask_who()

    def end(self) -> None:
        """What was begun is let come to its end; then the last backup."""
        self._tasks.cancel()
        self._tasks.wait()
        self._at_exit()
        sys.excepthook = log_unexpected
        close_store()

    def _tell(self, error: AppError) -> None:
        from ui.welcome.trouble import Trouble

        trouble = Trouble(str(error), error.backup if isinstance(error, NeedsRestoring) else None)
        trouble.restoring_wanted.connect(lambda: self._restore(error))
        self._window.hold(trouble, trouble.first)

    def _restore(self, error: AppError) -> None:
        if isinstance(error, NeedsRestoring) and error.backup is not None:
            from app.store.restore import restore

            restore(self._folder, error.backup, self._now())
            self.begin()

    def _go_back_to(self, backup: Backup) -> None:
        """Behind whatever the worker still does: nobody may have the store open meanwhile."""
        self._tasks.start("正在恢复", lambda: None, lambda _: self._bring_back(backup), owner=self)

    def _bring_back(self, backup: Backup) -> None:
        from app.store.restore import restore

        try:
            restore(self._folder, backup, self._now())
        finally:
            self.begin()  # with the older store, or where that was refused with the same one

    def _demonstrate(self) -> None:
        from app.demo import TO_LOOK_AROUND, fill

        now = self._now()
        self._tasks.start(
            "正在准备演示数据",
            lambda: fill(now, cases=TO_LOOK_AROUND, tick=self._tasks.tick),
            lambda _: self._ask_who(),
            owner=self,
        )

    def _ask_who(self) -> None:
        staff = list_staff()
        if len(staff) == 1:
            self._take(staff[0], alone=True)
            return
        who = WhoIsHere(staff, self._memory.get(LAST, ""), get_centre().name, self._today())
        who.chosen.connect(self._take)
        self._window.hold(who, who.first)

    def _take(self, who: Who, *, alone: bool = False) -> None:
        """At their word, or by their password where they have one."""
        if not who.has_password:
            self._enter(who)
            return
        from ui.welcome.password import PasswordQuestion

        question = PasswordQuestion(who, get_centre().name, self._now, alone=alone)
        question.sign_in.signed.connect(self._enter)
        question.sign_in.left.connect(self._ask_who)
        self._window.hold(question, question.first)

    def _enter(self, who: Who) -> None:
        from ui.backing_up import BackingUp
        from ui.locking import Locking
        from ui.pages import SHEETS, STOPS, find_cases
        from ui.shell import Shell

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
        desk.errands.restoring_wanted.connect(self._go_back_to)
        shell = Shell(desk, at_desk, find_cases, STOPS, SHEETS, _place)
        self._window.hold(shell, shell)
        locking = Locking(self._window, desk, at_desk, shell)
        shell.lock_wanted.connect(locking.cover)
        shell.go(HOME)
        self._at_exit = BackingUp(desk, shell.foot).at_exit


def _place() -> str:
    """Whose desk it is, and a word of warning where it is not a real one."""
    centre = get_centre()
    return f"{centre.name}（演示数据）" if centre.demonstration else centre.name
