"""Who is at the desk: the first question of the day."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QLabel, QVBoxLayout, QWidget

from app.directory import Who
from ui.kit.brand import brand
from ui.kit.frame import WEEKDAYS
from ui.kit.icons import draw_icon
from ui.kit.paint import CENTRE, box, focus_ring, hairline, keycap, keycap_width, tag, words
from ui.kit.scroll import scrolling
from ui.kit.style import BLOCK, GAP, HEAD, PAD, SMALL, TITLE, TOP, WIDE, Tone, font, scheme_of
from ui.kit.text import quiet

COLUMNS, NAMED = 3, 9  # digits reach the first nine
LOCK = 14  # px


class WhoIsHere(QWidget):
    """Large names; a digit or Enter is enough."""

    chosen = Signal(object)

    def __init__(self, staff: Sequence[Who], last: str, centre: str, today: date) -> None:
        super().__init__()
        self.setWindowTitle(f"办得成 — {centre}")
        self.setMinimumSize(640, 420)
        self.names = [_Name(who, place, last) for place, who in enumerate(staff, start=1)]
        title = QLabel("今天谁在岗？")
        title.setFont(font(TITLE, bold=True))
        week = WEEKDAYS[today.weekday()]
        day = f"{today.year}年{today.month}月{today.day}日 周{week}"
        grid = QGridLayout()
        grid.setSpacing(WIDE)
        for place, name in enumerate(self.names):
            grid.addWidget(name, place // COLUMNS, place % COLUMNS)
            name.installEventFilter(self)
            name.clicked.connect(lambda _=False, who=name.who: self.chosen.emit(who))
        main = QWidget()
        inside = QVBoxLayout(main)
        inside.setContentsMargins(BLOCK, BLOCK, BLOCK, BLOCK)
        inside.setSpacing(GAP)
        inside.addStretch(2)
        for label in (title, quiet(f"{centre}　{day}")):
            inside.addWidget(label, alignment=Qt.AlignmentFlag.AlignHCenter)
        inside.addSpacing(BLOCK)
        row = QGridLayout()
        row.setColumnStretch(0, 1)
        row.addLayout(grid, 0, 1)
        row.setColumnStretch(2, 1)
        inside.addLayout(row)
        inside.addSpacing(PAD)
        keys = quiet("按数字键或方向键选择，Enter 确定。登记、回执和记录会写上这个名字。")
        inside.addWidget(keys, alignment=Qt.AlignmentFlag.AlignHCenter)
        inside.addStretch(3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, TOP, 0, 0)
        layout.addWidget(scrolling(main))
        self.first = next((name for name in self.names if name.was), self.names[0])
        self.first.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Before the scroll area, which would take the arrows for itself."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        here = next((at for at, name in enumerate(self.names) if name.hasFocus()), 0)
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -COLUMNS,
            Qt.Key.Key_Down: COLUMNS,
        }
        place = int(event.text()) if event.text() in set("123456789") else 0
        if 0 < place <= len(self.names):
            self.names[place - 1].click()
        elif event.key() in steps:
            there = here + steps[Qt.Key(event.key())]
            if 0 <= there < len(self.names):
                self.names[there].setFocus()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.names[here].click()
        else:
            return False
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        scheme = scheme_of(self)
        painter.fillRect(QRectF(0, 0, self.width(), TOP), QColor(scheme.surface))
        hairline(painter, QPointF(0, TOP - 1), QPointF(self.width(), TOP - 1), scheme.line)
        brand(painter, self, PAD + 4, 13)


class _Name(QAbstractButton):
    def __init__(self, who: Who, place: int, last: str) -> None:
        super().__init__()
        self.who, self.was = who, str(who.id) == last
        self._key = str(place) if place <= NAMED else ""
        self.setText(who.name)
        password = "，要输密码" if who.has_password else ""
        self.setAccessibleName(f"{who.name}，工号 {who.work_number}{password}")
        self.setFixedSize(self.sizeHint())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(248, 84)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        scheme = scheme_of(self)
        hue = scheme.hue(Tone.PRIMARY)
        rect = QRectF(self.rect())
        fill = scheme.sunken if self.underMouse() else scheme.surface
        box(painter, rect, fill, scheme.edge if self.underMouse() else scheme.line)
        face = QRectF(PAD, 22, 40, 40)
        box(painter, face, hue.weak, radius=20)
        words(painter, face, self.text()[:1], hue.ink, 18, bold=True, align=CENTRE)
        left = face.right() + WIDE
        room = QRectF(left, 18, rect.right() - left - 40, 26)
        words(painter, room, self.text(), scheme.ink, HEAD, bold=True)
        number = QRectF(left, 44, rect.right() - left - PAD, 22)
        end = words(painter, number, f"工号 {self.who.work_number}", scheme.muted, SMALL)
        if self.was:
            tag(painter, end + GAP, 55, "上次", hue)
        if self._key:
            key = rect.right() - keycap_width(self._key) - WIDE
            keycap(painter, key, 24, self._key, scheme.muted, scheme.line)
        if self.who.has_password:
            draw_icon(painter, rect.right() - WIDE - LOCK, 55, "lock", scheme.muted, LOCK)
        if self.hasFocus():
            focus_ring(painter, rect, scheme)
