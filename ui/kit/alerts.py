"""The one place where errors reach the user."""

import sys
from pathlib import Path
from time import monotonic
from types import TracebackType

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from app.errors import AppError
from app.store.trouble import in_plain_words
from ui.kit.button import Button
from ui.kit.notice import Notice
from ui.kit.style import Tone
from ui.log import log, places_of

QUIET = 2.0  # seconds


class Alerts(QObject):
    """Shows what was raised and not caught: a person's mistake as a hint, a bug as a bug."""

    raised = Signal(object)

    def __init__(self, window: QWidget, log_file: Path) -> None:
        super().__init__(window)
        self._window = window
        self._log_file = log_file
        self.notice: Notice | None = None
        self._last, self._last_at = "", 0.0
        self.raised.connect(self._show)

    def install(self) -> None:
        sys.excepthook = self.catch

    def catch(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """What no one caught, on any thread."""
        error = in_plain_words(error) or error
        if isinstance(error, AppError):
            self.raised.emit(error)
            return
        places = places_of(error.with_traceback(trace))
        # A failing paint comes again with every repaint, also of the notice that tells of it.
        if places == self._last and monotonic() - self._last_at < QUIET:
            return
        self._last, self._last_at = places, monotonic()
        log.critical("unexpected error\n%s", places)
        self.raised.emit(error)

    def tell(self, error: AppError) -> None:
        self._open("请看一下", str(error), Tone.WARN)

    def _show(self, error: BaseException) -> None:
        if isinstance(error, AppError):
            self.tell(error)
            return
        text = (
            "刚才的操作没有完成，之前保存的内容都在。可以再试一次；如果还是这样，"
            f"请把下面的日志文件交给维护人员（日志里没有群众的姓名、电话和证件号）。\n\n{self._log_file}"
        )
        button = Button("打开日志所在文件夹")
        folder = QUrl.fromLocalFile(str(self._log_file.parent))
        button.clicked.connect(lambda: QDesktopServices.openUrl(folder))
        self._open("程序出错", text, Tone.DANGER, button)

    def _open(self, title: str, text: str, tone: Tone, *acts: Button) -> None:
        """One at a time: the newest is what the person has just done."""
        if self.notice is not None:
            self.notice.leave()
        self.notice = Notice(self._window, title, text, tone)
        for button in acts:
            self.notice.offer(button)
        self.notice.closed.connect(self._forget)
        self.notice.open()

    def _forget(self) -> None:
        self.notice = None
        self._last_at = monotonic() if self._last else 0.0
