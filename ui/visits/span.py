"""Which days are looked at: the ones before, these, the ones after."""

from collections.abc import Callable
from datetime import date, timedelta
from enum import Enum

from PySide6.QtCore import Signal

from ui.kit.days import say_weekday
from ui.kit.stepping import Stepping

A_WEEK = timedelta(days=7)
_LONGEST = "12月28日—12月31日"


class Span(Enum):
    WEEK = "周"
    DAY = "日"
    MONTH = "月"

    @property
    def label(self) -> str:
        return self.value


class SpanStepper(Stepping):
    """`day` is one of the days; a step goes on by as many as are looked at."""

    changed = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__("往前", "往后", _LONGEST)
        self.day, self.span = today(), Span.WEEK
        self._tell()

    def show_span(self, span: Span) -> None:
        self.span = span
        self._tell()
        self.changed.emit()

    def go(self, day: date) -> None:
        self.day = day
        self._tell()
        self.changed.emit()

    def step(self, by: int) -> None:
        self.go(self._next(by))

    def _next(self, by: int) -> date:
        if self.span is Span.WEEK:
            return self.day + by * A_WEEK
        if self.span is Span.DAY:
            return self.day + timedelta(days=by)
        years, month = divmod(self.day.month - 1 + by, 12)
        return date(self.day.year + years, month + 1, 1)

    def _tell(self) -> None:
        self.period.say(_in_words(self.day, self.span))
        self.setAccessibleName(self.period.text)


def _in_words(day: date, span: Span) -> str:
    if span is Span.MONTH:
        return f"{day.year}年{day.month}月"
    if span is Span.DAY:
        return f"{day.month}月{day.day}日 {say_weekday(day)}"
    monday = day - timedelta(days=day.weekday())
    sunday = monday + timedelta(days=6)
    last = f"{sunday.day}日" if sunday.month == monday.month else f"{sunday.month}月{sunday.day}日"
    return f"{monday.month}月{monday.day}日—{last}"
