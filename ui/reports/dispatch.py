"""A mail on its way, by the worker; what comes of it is told to the sheet that sends it."""

from functools import partial

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from app.errors import AppError
from ui.kit.desk import Desk
from ui.reports.mailing import Order, put_in_outbox, send_now

KEPT, SENT = "正在放进发件箱", "正在发送邮件"


class Dispatch(QObject):
    moved = Signal(int)  # so many per cent of it have gone
    sent = Signal()
    failed = Signal(object)  # an AppError says why
    stopped = Signal()  # by the person at the desk, before it had gone

    def __init__(self, desk: Desk, sheet: QWidget) -> None:
        super().__init__(sheet)
        self.desk = desk
        self.mail_id: int | None = None  # which stands in the outbox for it
        self.is_going = self._unwanted = False
        desk.tasks.progress.connect(self._count)

    def post(self, order: Order, password: str) -> None:
        """Into the outbox, and on from there."""
        self.is_going, self._unwanted = True, False
        desk = self.desk
        work = partial(put_in_outbox, order, desk.who(), desk.now())
        send = partial(self._send, password=password)
        desk.tasks.start(KEPT, work, send, failed=self._fail, owner=self)

    def send(self, mail_id: int, password: str, *, again: bool) -> None:
        """One that stands in the outbox; `again`: somebody asked whether it had arrived."""
        self.is_going, self._unwanted = True, False
        self._send(mail_id, password, again=again)

    def stop(self) -> None:
        self._unwanted = True
        self.desk.tasks.cancel()

    def _send(self, mail_id: int, password: str, *, again: bool = False) -> None:
        self.mail_id = mail_id
        if self._unwanted:
            self._end(self.stopped)
            return
        desk = self.desk
        work = partial(send_now, mail_id, password, desk.now(), desk.tasks.tick, again=again)
        done = partial(self._end, self.sent)
        desk.tasks.start(SENT, work, lambda _: done(), failed=self._fail, owner=self)
        desk.tasks.start(SENT, lambda: None, lambda _: self._rest(), owner=self)

    def _rest(self) -> None:
        """What is still going now was stopped: neither sent nor failed."""
        if self.is_going:
            self._end(self.stopped)

    def _fail(self, error: AppError) -> None:
        self._end(self.failed, error)

    def _end(self, told: SignalInstance, *why: object) -> None:
        self.is_going = False
        told.emit(*why)

    def _count(self, done: int, total: int) -> None:
        if self.is_going:
            self.moved.emit(100 * done // max(total, 1))
