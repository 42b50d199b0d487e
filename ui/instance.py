"""One program a data folder: a second start brings the first to the front and ends.

The network part of Qt is imported when it is needed, which is after the first picture.
"""

import sys
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

from app.errors import AppError

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

LOCK = "bandecheng.lock"
PATIENCE = 10_000  # ms the first may take to answer: it may only just be starting
HEARD = b"ok\n"


class AlreadyOpen(AppError):
    """Somebody holds the folder and does not answer."""

    def __init__(self, lock: Path) -> None:
        super().__init__(
            "程序已经打开，但没有回应，请稍等一会儿再试。"
            f"如果确定没有打开（例如刚断过电），请删除文件“{lock}”后再试。"
        )


class Instance(QObject):
    """The holder of a data folder. A lock of a program that was killed is taken over."""

    called = Signal()  # somebody started the program again

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder, self._file = folder, folder / LOCK
        self._lock = QLockFile(str(self._file))
        # Only a holder that no longer runs is stale, not one that has run for long.
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """Hold the folder, or have its holder come to the front; whether it is ours now."""
        until = monotonic() + PATIENCE / 1000
        wait = 0
        while not self._lock.tryLock(wait):
            if self._lock.error() == QLockFile.LockError.PermissionError:
                raise AppError(f"数据文件夹“{self._file.parent}”不能写，请检查权限后再打开程序。")
            if self._call():
                return False
            if monotonic() > until:
                raise AlreadyOpen(self._file)
            wait = 100
        return True

    def listen(self) -> None:
        """Be there for whoever starts the program again."""
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self._name())  # left by one that was killed; the lock is ours
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        self._server.listen(self._name())

    def release(self) -> None:
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _name(self) -> str:
        """Short, as sockets' names must be, and one for every spelling of the folder."""
        from hashlib import sha256

        return f"bandecheng-{sha256(str(self._folder.resolve()).encode()).hexdigest()[:20]}"

    def _call(self) -> bool:
        self._give_way()
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name())
        return socket.waitForConnected(PATIENCE) and socket.waitForReadyRead(PATIENCE)

    def _answer(self) -> None:
        assert self._server is not None
        socket = self._server.nextPendingConnection()
        socket.disconnected.connect(socket.deleteLater)
        socket.write(HEARD)
        # Who called hangs up: Windows would throw away what they have not read yet.
        socket.flush()
        self.called.emit()

    def _give_way(self) -> None:
        """Windows lets only the program in front hand the front on."""
        if sys.platform == "win32":
            import ctypes

            ctypes.windll.user32.AllowSetForegroundWindow(self._holder())

    def _holder(self) -> int:
        """The number of the process that has the folder."""
        process, *_ = self._lock.getLockInfo()
        return int(process)
