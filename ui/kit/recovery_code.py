"""The recovery code, shown once."""

from datetime import datetime

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.directory import Who
from ui.kit.button import Button, Rank
from ui.kit.paint import CENTRE, box, words
from ui.kit.style import GAP, ROUND, TITLE, WIDE, Tone, scheme_of
from ui.kit.text import wrapped

TOLD = (
    "管理员忘记密码时，只有这个恢复码能重设。它只显示这一次，用一次就换新的。"
    "请现在打印或抄下来，封好，和公章锁在一起，不要存在这台电脑里。"
)
NAME, ADVICE = "管理员恢复码", "打印一份，对折封好，封口盖章，由负责人锁起来。"


class RecoveryCode(QWidget):
    kept = Signal()

    def __init__(self, code: str, owner: Who, now: datetime) -> None:
        super().__init__()
        self.code, self._owner, self._now = code, owner, now
        self.print = Button("打印", Rank.PRIMARY, icon="printer", key="F9")
        self.done = Button("已经收好", icon="check")
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addStretch(1)
        foot.addWidget(self.done)
        foot.addWidget(self.print)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(WIDE)
        column.addWidget(wrapped(TOLD))
        column.addWidget(_Code(code))
        column.addLayout(foot)
        self.first = self.print
        self.print.clicked.connect(self._print)
        self.done.clicked.connect(self.kept)

    def _print(self) -> None:
        """Imported inside: once in the years a paper is drawn here, and every day begins here."""
        from app.papers.of_staff import recovery_sheet
        from exports.recovery_pdf import write_recovery
        from ui.kit.print_sheet import PrintSheet, drawn

        pdf = drawn(write_recovery, recovery_sheet(self._owner, self.code, self._now))
        PrintSheet(self.window(), NAME, pdf, ADVICE).open()


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
