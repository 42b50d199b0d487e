"""Opens a window as a program would, and ends when there is something to be seen.

`python -m tests.bench.first_paint SINCE empty|FOLDER`: SINCE is the monotonic clock of the start.
What it prints are the seconds until the first paint, and until the first page was painted.
"""

import os
import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

since = float(sys.argv[1])
PAGES = ("ui.home.", "ui.welcome.")


class Watch(QObject):
    """Sees every event; in an empty window's program too, so that it costs both the same."""

    def __init__(self, *, pages: bool) -> None:
        super().__init__()
        self._pages, self.first = pages, 0.0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt names it)
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            if not self.first and watched.isWindow():
                self.first = -1.0
                QTimer.singleShot(0, self._painted)
            if self._pages and type(watched).__module__.startswith(PAGES):
                self._pages = False
                QTimer.singleShot(0, self._end)
        return False

    def _painted(self) -> None:
        self.first = time.monotonic() - since
        if not self._pages:
            self._end()

    def _end(self) -> None:
        print(self.first, time.monotonic() - since, flush=True)  # noqa: T201 (to the one who measures)
        os._exit(0)


def empty() -> None:
    application = QApplication([])
    watch = Watch(pages=False)
    application.installEventFilter(watch)
    window = QWidget()
    window.resize(1366, 768)
    window.show()
    application.exec()


def ours(folder: str) -> None:
    """As the console script does it, but for the watch, which needs an application to be in."""
    import ui.window as window
    from ui import main

    watch = Watch(pages=True)
    make = window.make_application

    def watched(arguments: list[str]) -> QApplication:
        application = make(arguments)
        application.installEventFilter(watch)
        return application

    window.make_application = watched
    sys.argv = ["bandecheng", "--data", folder]
    main.main()


if __name__ == "__main__":
    empty() if sys.argv[2] == "empty" else ours(sys.argv[2])
