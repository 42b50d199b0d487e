"""The store cannot be opened: what happened, and the way back to the last good backup."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.store.backups import Backup
from ui.kit.brand import brand
from ui.kit.button import Button, Rank
from ui.kit.icons import draw_icon
from ui.kit.paint import box, hairline
from ui.kit.style import BLOCK, GAP, PAD, TITLE, TOP, WIDE, Tone, font, scheme_of

WIDTH = 560


class Trouble(QWidget):
    """Nothing is changed before somebody says so."""

    restoring_wanted = Signal()

    def __init__(self, sentence: str, backup: Backup | None = None) -> None:
        super().__init__()
        self.setWindowTitle("办得成")
        self.setMinimumSize(640, 420)
        title = QLabel("数据打不开")
        title.setFont(font(TITLE, bold=True))
        self.text = QLabel(sentence)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        acts = QHBoxLayout()
        acts.setSpacing(GAP)
        acts.addStretch(1)
        self.leave = Button("退出", Rank.PLAIN if backup else Rank.PRIMARY)
        self.leave.clicked.connect(lambda: self.window().close())
        acts.addWidget(self.leave)
        self.restore: Button | None = None
        if backup is not None:
            made = backup.made_at
            self.restore = Button(
                f"恢复到 {made.month}月{made.day}日 {made:%H:%M} 的备份（{backup.cases} 件）",
                Rank.PRIMARY,
                icon="history",
            )
            self.restore.clicked.connect(self.restoring_wanted)
            acts.addWidget(self.restore)
        inside = QVBoxLayout()
        inside.setSpacing(WIDE)
        inside.addStretch(2)
        inside.addWidget(_Sign())
        inside.addWidget(title)
        inside.addWidget(self.text)
        inside.addSpacing(GAP)
        inside.addLayout(acts)
        inside.addStretch(3)
        across = QHBoxLayout(self)
        across.setContentsMargins(BLOCK, TOP, BLOCK, BLOCK)
        across.addStretch(1)
        ground = QWidget()
        ground.setLayout(inside)
        ground.setFixedWidth(WIDTH)
        across.addWidget(ground)
        across.addStretch(1)
        self.first = self.restore or self.leave

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.window().close()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        scheme = scheme_of(self)
        painter.fillRect(QRectF(0, 0, self.width(), TOP), QColor(scheme.surface))
        hairline(painter, QPointF(0, TOP - 1), QPointF(self.width(), TOP - 1), scheme.line)
        brand(painter, self, PAD + 4, 13)


class _Sign(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(48, 48)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        hue = scheme_of(self).hue(Tone.DANGER)
        box(painter, QRectF(self.rect()), hue.weak, radius=24)
        draw_icon(painter, 12, 24, "circle-alert", hue.ink, 24)
