"""The real window at an hour of its own, used from the keyboard, by the journey and pictures."""

import gc
import sys
from collections.abc import Callable
from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from time import monotonic
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from app.errors import AppError
from ui.dressing import make_application
from ui.finishing import finish, log_qt
from ui.holder import Holder
from ui.kit.fonts import load_rare_characters
from ui.kit.memory import Memory
from ui.kit.page import Page
from ui.program import Program
from ui.shell import Shell

NOW = datetime.combine(date(2026, 11, 24), time(9, 40))  # a Tuesday
WIDE, HIGH = 1366, 768
PATIENCE, BEAT = 60.0, 10  # seconds, ms


class Unexpected(Exception):
    """What was looked for was not there; its text says what."""


@cache
def application() -> QApplication:
    made = make_application(["bandecheng"])
    # Qt's own: it can be filled in like any other form, and a picture can be taken of it.
    made.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    log_qt()
    finish(made)
    load_rare_characters()
    return made


class Stage:
    """A program on a data folder, in a window; `end` closes both."""

    def __init__(self, folder: Path, now: datetime = NOW) -> None:
        application()
        self.trouble: list[BaseException] = []
        self.holder = Holder()
        self.holder.resize(WIDE, HIGH)
        self.holder.show()
        self.holder.activateWindow()
        folder.mkdir(parents=True, exist_ok=True)
        self.memory = Memory(folder / "window.json")
        log_file = folder / "bandecheng.log"
        self._program = Program(
            self.holder, folder, self.memory, log_file, lambda: now.date(), lambda: now
        )
        self._alerts, sys.excepthook = sys.excepthook, self._note
        self._program.begin()
        self.rest()

    def end(self) -> None:
        self.holder.close()
        self._program.end()
        self.memory.keep()
        self.holder.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()  # what Python still holds of it: a PDF that was looked at stays open till then

    @property
    def content(self) -> QWidget:
        assert self.holder.content is not None
        return self.holder.content

    @property
    def shell(self) -> Shell:
        content = self.content
        assert isinstance(content, Shell)
        return content

    @property
    def page(self) -> Page:
        page = self.shell.stack.currentWidget()
        assert isinstance(page, Page)
        return page

    def until(self, comes: Callable[[], object], what: str) -> None:
        """Wait for a thing, while the window and the worker go on."""
        end = monotonic() + PATIENCE
        while not comes():
            if self.trouble:
                raise Unexpected(f"{what}：程序报告“{self.trouble[0]}”") from self.trouble[0]
            if monotonic() > end:
                raise Unexpected(f"等不到：{what}")
            _beat()

    def rest(self, beats: int = 3) -> None:
        """Until the worker is idle and, for so long, everything has been painted."""
        still = 0
        while still < beats:
            if self.trouble:
                raise Unexpected(f"程序报告“{self.trouble[0]}”") from self.trouble[0]
            _beat()
            busy = isinstance(self.content, Shell) and self.shell.desk.tasks.is_busy()
            still = 0 if busy else still + 1

    def write(self, text: str) -> None:
        """Letters are keys; Chinese comes from an input method, as everywhere."""
        here = self.here()
        if text.isascii():
            QTest.keyClicks(here, text)
        else:
            QCoreApplication.sendEvent(here, QInputMethodEvent("pin yin", []))
            chosen = QInputMethodEvent("", [])
            chosen.setCommitString(text)
            QCoreApplication.sendEvent(here, chosen)
        self.rest()

    def press(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self.here(), key, held)
        self.rest()

    def here(self) -> QWidget:
        """Where the keyboard is."""
        return QApplication.focusWidget() or self.holder

    def resize(self, width: int, height: int) -> None:
        self.holder.setMinimumSize(1, 1)  # 150 % of a small screen is less than it would take
        self.holder.resize(width, height)
        self.rest()

    def hush(self) -> None:
        """Passing messages pass at once: they would lie over what a picture is to show."""
        if isinstance(self.content, Shell):
            self.shell.toast.hide()

    def save_as(self, path: Path, act: Callable[[], object]) -> None:
        """Do what asks for a file, and fill in its name in the dialog that comes."""
        poll = QTimer()
        poll.setInterval(BEAT)

        def fill_in() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, QFileDialog):
                poll.stop()
                line = dialog.findChild(QLineEdit)
                assert isinstance(line, QLineEdit)
                line.setText(str(path))
                QTest.keyClick(line, Qt.Key.Key_Return)

        poll.timeout.connect(fill_in)
        poll.start()
        act()
        self.until(path.exists, f"文件 {path.name}")
        self.holder.activateWindow()  # without a window manager nobody gives the keyboard back
        self.rest()

    def _note(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """An error reaches the person as always, and ends the play."""
        self.trouble.append(error)
        if isinstance(error, AppError):
            self._alerts(kind, error, trace)
        else:
            sys.__excepthook__(kind, error, trace)


def _beat() -> None:
    """A turn of the event loop; a loop of its own lets the worker run, `processEvents` does not."""
    loop = QEventLoop()
    QTimer.singleShot(BEAT, loop.quit)
    loop.exec()
