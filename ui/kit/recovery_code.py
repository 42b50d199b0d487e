"""The recovery code, shown once."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.button import Button, Rank
from ui.kit.paint import CENTRE, box, words
from ui.kit.style import ROUND, TITLE, WIDE, Tone, scheme_of
from ui.kit.text import wrapped

TOLD = (
    "管理员忘记密码时，只有这个恢复码能重设。它只显示这一次，用一次就换新的。"
    "请现在抄在纸上，和公章锁在一起，不要存在电脑里。"
)


class RecoveryCode(QWidget):
    kept = Signal()

    def __init__(self, code: str) -> None:
        super().__init__()
        self.code = code
        self.done = Button("已经抄好，收起来了", Rank.PRIMARY, icon="check")
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.done)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(WIDE)
        column.addWidget(wrapped(TOLD))
        column.addWidget(_Code(code))
        column.addLayout(foot)
        self.first = self.done
        self.done.clicked.connect(self.kept)


class _Code(QWidget):
    def __init__(self, code: str) -> None:
        super().__init__()
        self._code = code
        self.setFixedHeight(56)
        self.setAccessibleName("恢复码 " + " ".join(code))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        hue = scheme_of(self).hue(Tone.PRIMARY)
        rect = QRectF(self.rect())
        box(painter, rect, hue.weak, radius=ROUND)
        words(painter, rect, self._code, hue.ink, TITLE, bold=True, align=CENTRE)
