"""Where a window stands: where it was left, or all of a small screen."""

from base64 import b64decode, b64encode
from binascii import Error
from collections.abc import MutableMapping
from contextlib import suppress

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtWidgets import QWidget

KEPT = "window"
SMALL = QSize(1440, 900)
GOOD = QSize(1480, 920)


def place(window: QWidget, remember: MutableMapping[str, str], screen: QSize) -> None:
    with suppress(Error, ValueError):
        kept = b64decode(remember.get(KEPT, ""), validate=True)
        if kept and window.restoreGeometry(QByteArray(kept)):
            return
    window.resize(GOOD.boundedTo(screen))
    if screen.width() <= SMALL.width() or screen.height() <= SMALL.height():
        window.setWindowState(Qt.WindowState.WindowMaximized)


def remember_place(window: QWidget, remember: MutableMapping[str, str]) -> None:
    remember[KEPT] = b64encode(window.saveGeometry().data()).decode()
