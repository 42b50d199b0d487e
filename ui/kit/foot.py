"""The foot of the window: it tells what goes on."""

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.kit.button import Button, Rank
from ui.kit.icons import draw_icon
from ui.kit.paint import RIGHT, box, hairline, width_of, words
from ui.kit.style import BLOCK, FOOT, GAP, HALF, PAD, SMALL, WIDE, Tone, scheme_of
from ui.kit.tasks import Tasks

BEFORE_SHOWN = 300  # ms of work before it is told of: what is quick need not be


class Foot(QWidget):
    """What has been backed up, what is being worked on, and where this is."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self.saved, self.tone, self.place = "", Tone.GOOD, ""
        self.work, self.share = "", -1
        self.setFixedHeight(FOOT)
        self.cancel = Button("取消（Esc）", Rank.QUIET, parent=self)
        self.cancel.setFixedSize(self.cancel.sizeHint().width(), 24)
        self.cancel.hide()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(BEFORE_SHOWN)
        self._soon.timeout.connect(self._tell)
        tasks.begun.connect(self._begin)
        tasks.progress.connect(self._count)
        tasks.rested.connect(self._rest)
        self.cancel.clicked.connect(tasks.cancel)

    def say_place(self, place: str) -> None:
        self.place = place
        self.update()

    def say_saved(self, text: str, tone: Tone = Tone.GOOD) -> None:
        """When the last backup was, or why there is none."""
        self.saved, self.tone = text, tone
        self.setToolTip(text)
        self.update()

    def _begin(self, work: str) -> None:
        self.work, self.share = work, -1
        self._soon.start()

    def _count(self, done: int, total: int) -> None:
        self.share = 100 * done // max(total, 1)
        if not self._soon.isActive():
            self._tell()

    def _tell(self) -> None:
        """Only work that says how far it is can be cancelled."""
        self.cancel.setVisible(bool(self.work) and self.share >= 0)
        self.update()

    def _rest(self) -> None:
        self._soon.stop()
        self.work = ""
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        scheme = scheme_of(self)
        rect = QRectF(self.rect())
        painter.fillRect(rect, QColor(scheme.surface))
        hairline(painter, rect.topLeft(), rect.topRight(), scheme.line)
        left = float(PAD)
        if self.saved:
            good = self.tone is Tone.GOOD
            ink = scheme.hue(self.tone).ink
            icon = "shield-check" if good else "triangle-alert"
            left = draw_icon(painter, PAD, 14, icon, ink, 16) + HALF
        room = rect.adjusted(left, 1, -PAD, 0)
        words(painter, room, self.place, scheme.muted, SMALL, align=RIGHT)
        room.setRight(room.right() - width_of(self.place, SMALL) - BLOCK)
        ink = scheme.muted if self.tone is Tone.GOOD else scheme.hue(self.tone).ink
        room.setLeft(words(painter, room, self.saved, ink, SMALL) + BLOCK)
        if self.work and not self._soon.isActive():
            self._progress(painter, room)

    def _progress(self, painter: QPainter, room: QRectF) -> None:
        scheme = scheme_of(self)
        known = self.share >= 0
        text = f"{self.work} {self.share} %" if known else f"{self.work}…"
        left = words(painter, room, text, scheme.muted, SMALL)
        if not known:
            return
        track = QRectF(left + WIDE, 12, 120, 5)
        box(painter, track, scheme.sunken, radius=2.5)
        self.cancel.move(round(track.right() + GAP), 2)
        track.setWidth(track.width() * self.share / 100)
        box(painter, track, scheme.fill, radius=2.5)
