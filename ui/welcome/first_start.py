"""The first start: four quiet steps, or the demonstration store."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from app.first_start import begin
from ui.kit.brand import brand
from ui.kit.button import Button, Rank
from ui.kit.icons import draw_icon
from ui.kit.paint import CENTRE, box, hairline, paragraph, words
from ui.kit.pasting import UNITS, VILLAGES, PasteBox
from ui.kit.style import BLOCK, BODY, GAP, PAD, SMALL, TITLE, WIDE, Tone, font, scheme_of
from ui.kit.text import quiet
from ui.welcome.centre_step import CentreStep
from ui.welcome.staff_step import StaffStep

SIDE, WIDEST = 248, 960
HELLO = "先花几分钟把本中心的情况填好，之后就可以登记第一件。"
DEMO = "用演示数据试试（人都是虚构的）"
Step = CentreStep | PasteBox


class FirstStart(QWidget):
    """Nothing is stored before the last step is done."""

    done = Signal()
    demonstration_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("办得成 — 第一次使用")
        self.setMinimumSize(890, 480)
        self.centre = CentreStep()
        self.staff = StaffStep()
        self.units, self.villages = PasteBox(UNITS), PasteBox(VILLAGES)
        self.steps: list[Step] = [self.centre, self.staff, self.units, self.villages]
        self.side = _Side([step.title for step in self.steps])
        self.title = QLabel()
        self.title.setFont(font(TITLE, bold=True))
        self.note = quiet("")
        self.note.setWordWrap(True)
        self.stack = QStackedWidget()
        for step in self.steps:
            self.stack.addWidget(step)
        self.demo = Button(DEMO, Rank.QUIET, icon="lightbulb")
        self.previous = Button("上一步", key="Esc")
        self.next = Button("下一步", Rank.PRIMARY, key="F10")
        self._arrange()
        self.next.clicked.connect(self._go_on)
        self.previous.clicked.connect(lambda: self._show(self.stack.currentIndex() - 1))
        self.demo.clicked.connect(self._demonstrate)
        self._show(0)

    def _arrange(self) -> None:
        main = QVBoxLayout()
        main.setContentsMargins(BLOCK + PAD, BLOCK + GAP, BLOCK + PAD, BLOCK)
        main.setSpacing(GAP)
        main.addWidget(self.title)
        main.addWidget(self.note)
        main.addSpacing(WIDE)
        main.addWidget(self.stack, 1)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.demo)
        foot.addStretch(1)
        foot.addWidget(self.previous)
        foot.addWidget(self.next)
        main.addSpacing(GAP)
        main.addLayout(foot)
        ground = QWidget()
        ground.setLayout(main)
        ground.setMaximumWidth(WIDEST)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.side)
        layout.addStretch(1)
        layout.addWidget(ground, 20)
        layout.addStretch(1)

    def _show(self, row: int) -> None:
        step = self.steps[max(row, 0)]
        self.stack.setCurrentWidget(step)
        self.side.go(max(row, 0))
        self.title.setText(step.title)
        self.note.setText(step.note)
        self.previous.setVisible(row > 0)
        self.demo.setVisible(row <= 0)
        last = step is self.steps[-1]
        self.next.setText("保存，开始使用" if last else "下一步")
        step.first.setFocus()

    def _go_on(self) -> None:
        row = self.stack.currentIndex()
        if not self.steps[row].ready():
            return
        if row + 1 < len(self.steps):
            self._show(row + 1)
            return
        lists = (*self.staff.drafts(), *self.units.drafts(), *self.villages.drafts())
        begin(self.centre.settings(), lists)
        self.done.emit()

    def _demonstrate(self) -> None:
        self._hold(waiting=True)
        self.demonstration_wanted.emit()

    def say_progress(self, done: int, total: int) -> None:
        self.demo.setText(f"正在准备演示数据 {100 * done // max(total, 1)} %")

    def go_free(self) -> None:
        """It is there, or it failed and was told of."""
        self._hold(waiting=False)

    def _hold(self, *, waiting: bool) -> None:
        self.demo.setText("正在准备演示数据…" if waiting else DEMO)
        for part in (self.stack, self.demo, self.next, self.previous):
            part.setEnabled(not waiting)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter that no field wanted goes on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.next.click()
        else:
            super().keyPressEvent(event)


class _Side(QWidget):
    """Where one is: what is done has a tick, what comes is quiet."""

    def __init__(self, titles: list[str]) -> None:
        super().__init__()
        self._titles, self._row = titles, 0
        self.setFixedWidth(SIDE)

    def go(self, row: int) -> None:
        self._row = row
        self.setAccessibleName(f"第 {row + 1} 步，共 {len(self._titles)} 步")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        scheme = scheme_of(self)
        painter.fillRect(self.rect(), QColor(scheme.surface))
        right = self.width() - 1
        hairline(painter, QPointF(right, 0), QPointF(right, self.height()), scheme.line)
        brand(painter, self, BLOCK, BLOCK + GAP)
        room = QRectF(BLOCK, 84, SIDE - 2 * BLOCK, 80)
        paragraph(painter, room, HELLO, scheme.muted, SMALL)
        for place, title in enumerate(self._titles):
            self._step(painter, place, title, QRectF(WIDE, 176 + 44 * place, SIDE - 2 * WIDE, 40))

    def _step(self, painter: QPainter, place: int, title: str, rect: QRectF) -> None:
        scheme = scheme_of(self)
        primary, good = scheme.hue(Tone.PRIMARY), scheme.hue(Tone.GOOD)
        here, done = place == self._row, place < self._row
        if here:
            box(painter, rect, primary.weak, radius=6)
        dot = QRectF(rect.left() + WIDE, rect.center().y() - 11, 22, 22)
        if done:
            box(painter, dot, good.weak, radius=11)
            draw_icon(painter, dot.left() + 4, dot.center().y(), "check", good.ink, 14, "3")
        else:
            box(painter, dot, scheme.fill if here else scheme.sunken, radius=11)
            ink = scheme.on_fill if here else scheme.muted
            words(painter, dot, str(place + 1), ink, SMALL, bold=True, align=CENTRE)
        ink = primary.ink if here else scheme.ink if done else scheme.muted
        room = QRectF(dot.right() + WIDE, rect.top(), rect.width() - 50, rect.height())
        words(painter, room, title, ink, BODY, bold=here)
