"""A day, or a day and an hour, typed as one likes and shown as one reads it."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from ui.kit.days import read_day, read_moment, say_day, say_moment
from ui.kit.editors import Line

STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 7, Qt.Key.Key_PageDown: -7}


class _When(Line):
    """What cannot be read stays as it was typed; `complaint` says what to do, or nothing."""

    complaint = Signal(str)
    advice = ""

    def __init__(self, value: Any = None, *, hint: str = "") -> None:
        super().__init__("", hint=hint)
        self.clean = self._cleaned
        self.set_value(value)

    def read(self, typed: str) -> Any:
        raise NotImplementedError

    def say(self, value: Any) -> str:
        raise NotImplementedError

    def value(self) -> Any:
        """None if the field is empty, or holds what is no day: `problem()` tells which."""
        return self.read(self.text()) if self.text().strip() else None

    def set_value(self, value: Any) -> None:
        super().set_value("" if value is None else self.say(value))

    def problem(self) -> str:
        return self.advice if self.text().strip() and self.value() is None else ""

    def _cleaned(self, typed: str) -> str:
        found = self.read(typed) if typed.strip() else None
        return self.say(found) if found is not None else typed.strip()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.complaint.emit(self.problem())
        super().focusOutEvent(event)  # then whoever hears of it may say what else is wrong

    def keyPressEvent(self, event: QKeyEvent) -> None:
        value = self.value()
        if event.key() in STEPS and value is not None:
            self.set_value(value + timedelta(days=STEPS[Qt.Key(event.key())]))
        else:
            super().keyPressEvent(event)


class DayField(_When):
    """20261122, 2026-11-22, 11.22, 今天; up and down go a day on or back."""

    advice = "写成 20261122 或 11.22"

    def __init__(
        self, today: Callable[[], date], value: date | None = None, *, hint: str = "如 11.22"
    ) -> None:
        self._today = today
        super().__init__(value, hint=hint)

    def read(self, typed: str) -> date | None:
        return read_day(typed, self._today())

    def say(self, value: date) -> str:
        return say_day(value)


class MomentField(_When):
    """11.22 9:30, 今天 9:30, or 9:30 alone for today."""

    advice = "写成 11.22 9:30"

    def __init__(
        self, now: Callable[[], datetime], value: datetime | None = None, *, hint: str = "如 9:30"
    ) -> None:
        self._now = now
        super().__init__(value, hint=hint)

    def read(self, typed: str) -> datetime | None:
        return read_moment(typed, self._now())

    def say(self, value: datetime) -> str:
        return say_moment(value)
