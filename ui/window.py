"""Opens the window at once, and only then brings in what it is to show."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.errors import AppError
from app.folders import data_folder
from ui.dressing import make_application
from ui.holder import Holder
from ui.instance import Instance
from ui.kit.fonts import load_rare_characters
from ui.kit.memory import Memory
from ui.kit.style import LOOK, ZOOM, ZOOMS, Look, prefer
from ui.log import close_log, log_unexpected, open_log
from ui.placing import place, remember_place

LOG, MEMORY = "bandecheng.log", "window.json"
A_WHILE, A_MINUTE = 2_000, 60_000  # ms


def run(wanted: Path | None, today: Callable[[], date], now: Callable[[], datetime]) -> int:
    """Open the window and stay until it is closed; the program's exit code."""
    enlarge(wanted)
    application = make_application(sys.argv[:1])
    try:
        folder = made(data_folder(wanted))
        instance = Instance(folder)
        if not instance.claim():
            return 0
    except AppError as error:
        return _refuse(application, error)
    sys.excepthook = log_unexpected
    code = _stay(application, instance, folder, today, now)
    instance.release()
    close_log()
    return code


def _stay(
    application: QApplication,
    instance: Instance,
    folder: Path,
    today: Callable[[], date],
    now: Callable[[], datetime],
) -> int:
    memory = Memory(folder / MEMORY)
    prefer(application, memory.get(LOOK, Look.SYSTEM))
    window = Holder()
    place(window, memory, application.primaryScreen().availableSize())
    window.closing = lambda: remember_place(window, memory)
    instance.called.connect(window.come_to_front)
    ended: list[Callable[[], None]] = []

    def begin() -> None:
        instance.listen()  # before what takes long: who calls now is answered as soon as it is done
        open_log(folder / LOG)
        from ui.finishing import finish, log_qt
        from ui.program import Program

        log_qt()
        finish(application)
        program = Program(window, folder, memory, folder / LOG, today, now)
        ended.append(program.end)
        program.begin()
        QTimer.singleShot(A_WHILE, window, load_rare_characters)

    window.once_painted(begin)
    window.show()
    keeping = QTimer(window)
    keeping.timeout.connect(memory.keep)
    keeping.start(A_MINUTE)
    code = application.exec()
    for end in ended:
        end()
    memory.keep()
    return code


def enlarge(wanted: Path | None) -> None:
    """As large as it is remembered (设置—外观); Qt wants to know before there is an application."""
    with suppress(AppError):  # where there is no folder, that is told in a window
        zoom = Memory(data_folder(wanted) / MEMORY).get(ZOOM, "")
        if zoom in ZOOMS:
            os.environ.setdefault("QT_SCALE_FACTOR", zoom)


def made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        from app.files import cannot_write

        raise cannot_write(folder, error) from error
    return folder


def _refuse(application: QApplication, error: AppError) -> int:
    """There is no folder to open: said in a window and, for scripts, on stderr."""
    from ui.finishing import finish
    from ui.welcome.trouble import Trouble

    finish(application)
    if sys.stderr is not None:  # a windowed program of Windows has none
        sys.stderr.write(f"{error}\n")
    trouble = Trouble(str(error))
    trouble.show()
    application.exec()
    return 2
