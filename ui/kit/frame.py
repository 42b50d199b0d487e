"""The top bar: the one box, the day, and who is at the desk."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from app.directory import Who
from ui.kit.brand import brand
from ui.kit.floating import FloatingList, Offer
from ui.kit.icons import draw_icon
from ui.kit.one_box import OneBox
from ui.kit.paint import CENTRE, box, focus_ring, hairline, width_of, words
from ui.kit.style import (
    BLOCK,
    BODY,
    GAP,
    HALF,
    PAD,
    RAIL,
    ROUND,
    SMALL,
    TOP,
    Tone,
    scheme_of,
)

WEEKDAYS = "一二三四五六日"
NAME = 96  # px of a clerk's name in the bar


class TopBar(QWidget):
    """The name of the program, the one box, the day, and who is at the desk."""

    def __init__(self, one_box: OneBox, today: date, who: Who) -> None:
        super().__init__()
        self.setFixedHeight(TOP)
        self.one_box = one_box
        self.day = Day(today)
        self.clerk = Clerk(who)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(PAD, 0, PAD, 0)
        layout.setSpacing(GAP)
        layout.addWidget(_Brand())
        layout.addWidget(one_box, 3)
        layout.addStretch(1)
        layout.addWidget(self.day)
        layout.addWidget(self.clerk)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        scheme = scheme_of(self)
        painter.fillRect(self.rect(), QColor(scheme.surface))
        bottom = self.height() - 1
        hairline(painter, QPointF(0, bottom), QPointF(self.width(), bottom), scheme.line)


class _Brand(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(RAIL - PAD + BLOCK - GAP, TOP)

    def paintEvent(self, event: QPaintEvent) -> None:
        brand(QPainter(self), self, 4, 13)


class Day(QWidget):
    """Today, as it is written; the program may stay open over midnight."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self.text = ""
        self.say(today)

    def say(self, today: date) -> bool:
        """Show it; whether it is another day than before."""
        week = WEEKDAYS[today.weekday()]
        text = f"{today.year}年{today.month}月{today.day}日 周{week}"
        if text == self.text:
            return False
        self.text = text
        self.setFixedSize(round(width_of(self.text) + PAD), TOP)
        self.setAccessibleName(self.text)
        self.update()
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        scheme = scheme_of(self)
        words(painter, QRectF(self.rect()), self.text, scheme.muted, BODY)
        right = self.width() - 1
        hairline(painter, QPointF(right, 18), QPointF(right, 38), scheme.line)


class Clerk(QAbstractButton):
    """Who is at the desk; pressed, it hands the desk over to someone on the list, or locks it."""

    handed = Signal(object)
    lock_wanted = Signal()
    asked = Signal()

    def __init__(self, who: Who) -> None:
        super().__init__()
        self.who = who
        self.list: FloatingList | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self.asked)
        self.say(who)

    def say(self, who: Who) -> None:
        self.who = who
        self.setText(who.name)
        self.setToolTip(f"{who.name}，工号 {who.work_number}。换人坐这个窗口时点这里。")
        self.setAccessibleName(f"在岗 {who.name}，点这里换人")
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(min(width_of(self.text()), NAME) + 28 + 18 + 4 * GAP), 40)

    def offer(self, staff: Sequence[Who]) -> None:
        """Open the list of colleagues; the keyboard goes into it."""
        if self.list is None:
            self.list = FloatingList(self.window(), "换谁在岗")
            self.list.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.list.chosen.connect(self._choose)
        rows = [
            Offer(one.name, side="现在在岗" if one.id == self.who.id else one.work_number, what=one)
            for one in staff
        ]
        if self.who.has_password:
            rows.append(Offer("锁定这个窗口", side="Ctrl+L"))
        self.list.show_rows(rows, "换人只影响之后的登记　↑ ↓ 选择　Enter 确定")
        self.list.open_under(self, 320, from_right=True)
        self.list.setFocus()

    def _choose(self, who: object) -> None:
        if who is None:
            self.lock_wanted.emit()
        else:
            self.handed.emit(who)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        scheme = scheme_of(self)
        hue = scheme.hue(Tone.PRIMARY)
        rect = QRectF(self.rect())
        if self.underMouse():
            box(painter, rect, scheme.sunken, radius=ROUND)
        face = QRectF(GAP, 6, 28, 28)
        box(painter, face, hue.weak, radius=14)
        words(painter, face, self.text()[:1], hue.ink, SMALL, bold=True, align=CENTRE)
        room = QRectF(GAP + 28 + GAP, 0, NAME, 40)
        right = words(painter, room, self.text(), scheme.ink, BODY)
        draw_icon(painter, right + HALF, 20, "chevron-down", scheme.muted, 16)
        if self.hasFocus():
            focus_ring(painter, rect, scheme, ROUND)
