"""A month as counts: how many are planned, done and failed on each day."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.visits.board import DayCount
from ui.kit.days import WEEKDAYS
from ui.kit.keys import ENTER
from ui.kit.paint import CENTRE, box, fill, focus_ring, hairline, words
from ui.kit.style import CAPTION, HALF, RADIUS, ROUND, SMALL, Tone, scheme_of

HEAD, WEEK = 30, 7
LOW = 80  # of a day: it has no room for three lines
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -WEEK, Qt.Key.Key_Down: WEEK}


class MonthView(QWidget):
    """The arrows walk over the days; Enter or a double click opens one."""

    opened = Signal(date)

    def __init__(self) -> None:
        super().__init__()
        self.days: Sequence[DayCount] = ()
        self.today, self.at = date.min, 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("一个月的上门")

    def show_days(self, days: Sequence[DayCount], today: date) -> None:
        self.days, self.today = days, today
        self.at = next((n for n, one in enumerate(days) if one.day.day == today), 0)
        self.update()

    def cell(self, at: int) -> QRectF:
        place = self.days[0].day.day.weekday() + at
        weeks = (self.days[0].day.day.weekday() + len(self.days) + WEEK - 1) // WEEK
        wide, tall = self.width() / WEEK, (self.height() - HEAD) / weeks
        row, column = divmod(place, WEEK)
        return QRectF(column * wide, HEAD + row * tall, wide, tall).adjusted(2, 2, -2, -2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS:
            self.at = min(max(self.at + STEPS[key], 0), len(self.days) - 1)
            self.update()
        elif key in ENTER:
            self.opened.emit(self.days[self.at].day.day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for at in range(len(self.days)):
            if self.cell(at).contains(event.position()):
                self.at = at
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit(self.days[self.at].day.day)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, scheme = QPainter(self), scheme_of(self)
        box(painter, QRectF(self.rect()), scheme.surface, scheme.line, radius=RADIUS)
        for n, name in enumerate(WEEKDAYS):
            room = QRectF(n * self.width() / WEEK, 0, self.width() / WEEK, HEAD)
            words(painter, room, f"周{name}", scheme.muted, SMALL, align=CENTRE)
        for at in range(len(self.days)):
            rect = self.cell(at)
            start, end = QPointF(rect.left(), rect.top() - 2), QPointF(rect.right(), rect.top() - 2)
            hairline(painter, start, end, scheme.line)
            self._day(painter, at)

    def _day(self, painter: QPainter, at: int) -> None:
        scheme, one, rect = scheme_of(self), self.days[at], self.cell(at)
        if not one.day.working:
            fill(painter, rect, scheme.canvas)
        here = one.day.day == self.today
        ink = scheme.hue(Tone.PRIMARY).ink if here else scheme.ink
        note = one.day.note or ("今天" if here else "")
        head = QRectF(rect.left() + HALF, rect.top() + 2, rect.width() - 2 * HALF, 20)
        words(painter, head, f"{one.day.day.day} {note}", ink, SMALL, bold=here)
        self._counts(painter, head.translated(0, 22), one, low=rect.height() < LOW)
        if self.hasFocus() and at == self.at:
            focus_ring(painter, rect, scheme, ROUND)

    def _counts(self, painter: QPainter, line: QRectF, one: DayCount, *, low: bool) -> None:
        """One under the other; where a week is low, beside one another and in short."""
        scheme = scheme_of(self)
        counts = (
            (Tone.VISIT, "待去", one.planned),
            (Tone.GOOD, "已办", one.done),
            (Tone.WARN, "未办成", one.failed),
        )
        for tone, word, count in counts:
            if count:
                told = f"{word[0]}{count}" if low else f"{word} {count}"
                end = words(painter, line, told, scheme.hue(tone).ink, CAPTION)
                line = (
                    line.translated(end - line.left() + HALF, 0) if low else line.translated(0, 18)
                )
