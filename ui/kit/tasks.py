"""Work done off the UI thread, one piece at a time."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from app.background import in_thread
from app.errors import AppError

T = TypeVar("T")


class Cancelled(Exception):
    """Raised in the work when the user wants no more of it."""


class Tasks(QObject):
    """A queue with one worker; every answer is given on the UI thread."""

    busy = Signal(bool)
    rested = Signal()  # nothing is being done or waits to be
    begun = Signal(str)  # what the work now being done is called
    progress = Signal(int, int)
    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(1, "worker")
        self._waiting: set[Future[Any]] = set()
        self._cancelled = False
        # Queued: work done in no time must not be answered inside start().
        self._answered.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        name: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        *,
        failed: Callable[[AppError], None] | None = None,
        owner: QObject | None = None,
    ) -> None:
        """Have the work done and its result handed to done.

        What goes wrong is raised here, on the UI thread; `failed` takes the sentence instead, for
        work nobody is waiting for. `owner` is who wants the answer: gone, it gets none.
        """

        def answer() -> None:
            try:
                result = future.result()
            except Cancelled:
                return
            except AppError as error:
                if failed is None:
                    raise
                failed(error)
                return
            if owner is None or isValid(owner):
                done(result)

        self.busy.emit(True)
        future = self._worker.submit(self._do, name, work)
        self._waiting.add(future)
        future.add_done_callback(lambda _: self._answered.emit((future, answer)))

    def tick(self, done: int, total: int) -> None:
        """For the work to say how far it is, and to learn that it is to stop."""
        if self._cancelled:
            raise Cancelled
        self.progress.emit(done, total)

    def is_busy(self) -> bool:
        return bool(self._waiting)

    def cancel(self) -> None:
        self._cancelled = True

    def wait(self) -> None:
        """For the end of the program: let what was started come to its end."""
        wait(self._waiting)
        self._worker.shutdown()

    def _do(self, name: str, work: Callable[[], T]) -> T:
        self._cancelled = False  # a cancelled piece does not take the next one with it
        self.begun.emit(name)
        return in_thread(work)

    def _settle(self, piece: tuple[Future[Any], Callable[[], None]]) -> None:
        future, answer = piece
        try:
            answer()
        finally:
            self._waiting.discard(future)
            self.busy.emit(bool(self._waiting))
            if not self._waiting:
                self.rested.emit()
