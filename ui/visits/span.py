"""Which days are looked at: the ones before, these, the ones after."""

from collections.abc import Callable
from datetime import date, timedelta
from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.kit.days import say_weekday
from ui.kit.icon_button import IconButton
from ui.kit.paint import CENTRE, box, focus_ring, width_of, words
from ui.kit.style import BODY, FIELD, PAD, ROUND, scheme_of

A_WEEK = timedelta(days=7)


class Span(Enum):
    WEEK = "周"
    DAY = "日"
    MONTH = "月"

    @property
    def label(self) -> str:
        return self.value


class SpanStepper(QWidget):
    """`day` is one of the days; a step goes on by as many as are looked at."""

    changed = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.day, self.span = today(), Span.WEEK
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.before, self.after = (
            IconButton("chevron-left", "往前"),
            IconButton("chevron-right", "往后"),
        )
        self.words = _Words()
        for one in (self.before, self.words, self.after):
            one.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # one stop of Tab, the arrows step
            row.addWidget(one)
        self.before.clicked.connect(lambda: self.go(self._next(-1)))
        self.after.clicked.connect(lambda: self.go(self._next(1)))
        self._tell()

    def show_span(self, span: Span) -> None:
        self.span = span
        self._tell()
        self.changed.emit()

    def go(self, day: date) -> None:
        self.day = day
        self._tell()
        self.changed.emit()

    def _next(self, by: int) -> date:
        if self.span is Span.WEEK:
            return self.day + by * A_WEEK
        if self.span is Span.DAY:
            return self.day + timedelta(days=by)
        years, month = divmod(self.day.month - 1 + by, 12)
        return date(self.day.year + years, month + 1, 1)

    def _tell(self) -> None:
        self.words.say(_in_words(self.day, self.span))
        self.setAccessibleName(self.words.text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps:
            self.go(self._next(steps[Qt.Key(event.key())]))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, scheme, rect = QPainter(self), scheme_of(self), QRectF(self.rect())
        box(painter, rect, scheme.surface, scheme.line, radius=ROUND)
        if self.hasFocus():
            focus_ring(painter, rect, scheme, ROUND)


class _Words(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def say(self, text: str) -> None:
        self.text = text
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(width_of("12月28日—12月31日", bold=True) + PAD), FIELD)

    def paintEvent(self, event: QPaintEvent) -> None:
        ink = scheme_of(self).ink
        words(QPainter(self), QRectF(self.rect()), self.text, ink, BODY, bold=True, align=CENTRE)


def _in_words(day: date, span: Span) -> str:
    if span is Span.MONTH:
        return f"{day.year}年{day.month}月"
    if span is Span.DAY:
        return f"{day.month}月{day.day}日 {say_weekday(day)}"
    monday = day - timedelta(days=day.weekday())
    sunday = monday + timedelta(days=6)
    last = f"{sunday.day}日" if sunday.month == monday.month else f"{sunday.month}月{sunday.day}日"
    return f"{monday.month}月{monday.day}日—{last}"
