"""A year as twelve small calendars; a day pressed is off, worked, or what its weekday says."""

from calendar import Calendar
from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.deadlines.calendar import SpecialDay
from ui.kit.days import WEEKDAYS, say_day, say_weekday
from ui.kit.paint import CENTRE, LEFT, box, focus_ring, words
from ui.kit.style import CAPTION, HALF, SMALL, Tone, scheme_of

CELL, TALL, BETWEEN, NAME, HEAD = 30, 22, 14, 24, 20
MONTH = QSize(7 * CELL, NAME + HEAD + 6 * TALL + 8)
OFF, WORKED = "放假", "调休"
STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}


class YearGrid(QWidget):
    """`value()` are the days that are not what their weekday says."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._year, self._today = 2000, date.min
        self._days: dict[date, SpecialDay] = {}
        self._here = date(2000, 1, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def show_year(self, year: int, days: Sequence[SpecialDay], today: date) -> None:
        if year != self._year:
            self._here = today if today.year == year else date(year, 1, 1)
        self._year, self._today = year, today
        self._days = {one.day: one for one in days}
        self._tell()

    def value(self) -> list[SpecialDay]:
        return [self._days[day] for day in sorted(self._days)]

    def toggle(self, day: date) -> None:
        """Off where it would be worked, worked where it would be off, and back again."""
        self._here = day
        if day in self._days:
            del self._days[day]
        else:
            working = day.weekday() >= 5
            self._days[day] = SpecialDay(day, working, self._name_beside(day, working=working))
        self._tell()
        self.changed.emit()

    def _name_beside(self, day: date, *, working: bool) -> str:
        """A day more or less belongs to the holiday it touches."""
        near = (self._days.get(day + timedelta(days=step)) for step in (-1, 1, -2, 2))
        return next((one.note for one in near if one), WORKED if working else OFF)

    def _tell(self) -> None:
        self.setAccessibleName(f"{self._year} 年工作日历，{self._in_words(self._here)}")
        self.update()

    def _in_words(self, day: date) -> str:
        special = self._days.get(day)
        what = "休息" if day.weekday() >= 5 else "上班"
        if special:
            what = f"{special.note}，{'上班' if special.working else '放假'}"
        return f"{say_day(day)} {say_weekday(day)} {what}"

    def columns(self) -> int:
        fitting = (self.width() + BETWEEN) // (MONTH.width() + BETWEEN)
        return next((n for n in (6, 4, 3, 2) if n <= fitting), 1)

    def sizeHint(self) -> QSize:
        rows = -(-12 // self.columns())
        return QSize(4 * MONTH.width(), rows * MONTH.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(MONTH.width(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def _corner(self, month: int) -> QPointF:
        row, column = divmod(month - 1, self.columns())
        return QPointF(column * (MONTH.width() + BETWEEN), row * MONTH.height())

    def cell(self, day: date) -> QRectF:
        """Where a day lies; weeks begin on Monday."""
        corner = self._corner(day.month)
        week = (day.day - 1 + day.replace(day=1).weekday()) // 7
        left = corner.x() + day.weekday() * CELL
        return QRectF(left, corner.y() + NAME + HEAD + week * TALL, CELL - 2, TALL - 2)

    def _at(self, point: QPointF) -> date | None:
        days = (date(self._year, 1, 1) + timedelta(days=n) for n in range(366))
        return next(
            (day for day in days if day.year == self._year and self.cell(day).contains(point)), None
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self._at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and day is not None:
            self.toggle(day)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            day = self._at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._in_words(day) if day else "", self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in STEPS:
            there = self._here + timedelta(days=STEPS[Qt.Key(key)])
            if there.year == self._year:
                self._here = there
                self._tell()
        elif key == Qt.Key.Key_Space:
            self.toggle(self._here)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for month in range(1, 13):
            self._paint_month(painter, month)

    def _paint_month(self, painter: QPainter, month: int) -> None:
        scheme, corner = scheme_of(self), self._corner(month)
        name = QRectF(corner.x() + HALF, corner.y(), MONTH.width(), NAME)
        words(painter, name, f"{month}月", scheme.ink, SMALL, bold=True, align=LEFT)
        for place, weekday in enumerate(WEEKDAYS):
            head = QRectF(corner.x() + place * CELL, corner.y() + NAME, CELL - 2, HEAD)
            words(painter, head, weekday, scheme.muted, CAPTION, align=CENTRE)
        for day in Calendar().itermonthdates(self._year, month):
            if day.month == month:
                self._paint_day(painter, day)

    def _paint_day(self, painter: QPainter, day: date) -> None:
        scheme, rect = scheme_of(self), self.cell(day)
        special = self._days.get(day)
        ink = scheme.muted if day.weekday() >= 5 else scheme.ink
        room = rect
        if special:
            hue = scheme.hue(Tone.WARN if special.working else Tone.GOOD)
            ink = hue.ink
            box(painter, rect, hue.weak, radius=HALF)
            room = rect.adjusted(0, 0, -11, 0)
            mark = rect.adjusted(rect.width() - 14, 0, -2, -6)
            words(painter, mark, "班" if special.working else "休", ink, 10, align=CENTRE)
        bold = day == self._today
        words(painter, room, str(day.day), ink, CAPTION, bold=bold, align=CENTRE)
        if bold:
            box(painter, rect, "", scheme.edge, radius=HALF)
        if self.hasFocus() and day == self._here:
            focus_ring(painter, rect, scheme, HALF)
