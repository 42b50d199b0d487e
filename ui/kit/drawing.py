"""A chart with its words, the same on the screen, in a picture and on paper."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from ui.kit.bars import Bars, Key, paint_keys
from ui.kit.paint import CENTRE, RIGHT, width_of, words
from ui.kit.style import CAPTION, GAP, HEAD, LIGHT, PAD, SMALL, TITLE, WIDE, Scheme, Tone

NAME, FIGURE, KEYS, FOOT = 24, 30, 22, 24
FINE = 2  # pixels of a picture that is copied, for one of the screen


@dataclass(frozen=True)
class Drawing:
    """`figure` is what the chart says in one number, `meaning` what that number is."""

    name: str
    figure: str
    meaning: str
    bars: Bars
    keys: tuple[Key, ...] = ()
    note: str = ""
    tone: Tone = Tone.PLAIN

    @property
    def height(self) -> int:
        keys = KEYS if self.keys else GAP
        return PAD + NAME + FIGURE + keys + self.bars.height + FOOT + WIDE

    def room(self, whole: QRectF) -> QRectF:
        """Where the bars are."""
        above = PAD + NAME + FIGURE + (KEYS if self.keys else GAP)
        return whole.adjusted(PAD, above, -PAD, -(FOOT + WIDE))

    def foot(self, whole: QRectF) -> QRectF:
        return QRectF(whole.left() + PAD, whole.bottom() - WIDE - 18, whole.width() - 2 * PAD, 20)

    def paint(self, painter: QPainter, whole: QRectF, scheme: Scheme) -> None:
        line = QRectF(whole.left() + PAD, whole.top() + WIDE, whole.width() - 2 * PAD, NAME)
        words(painter, line, self.name, scheme.ink, HEAD, bold=True)
        line.translate(0, NAME)
        line.setHeight(FIGURE)
        ink = scheme.ink if self.tone is Tone.PLAIN else scheme.hue(self.tone).ink
        right = words(painter, line, self.figure, ink, TITLE, bold=True) + GAP
        said = QRectF(right, line.top() + 3, line.right() - right, FIGURE - 3)
        words(painter, said, self.meaning, scheme.muted, SMALL)
        keys = QRectF(line.left(), line.bottom(), line.width(), KEYS)
        paint_keys(painter, keys, self.keys, scheme)
        room = self.room(whole)
        if self.bars.rows:
            self.bars.paint(painter, room, scheme)
        else:
            words(painter, room, "这段时间没有记录", scheme.muted, SMALL, align=CENTRE)

    def picture(self, width: int, about: str) -> QImage:
        """On white, as letters and slides want it; `about` says what time and place it is of."""
        height = self.height
        image = QImage(width * FINE, height * FINE, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        image.setDevicePixelRatio(FINE)
        painter = QPainter(image)
        whole = QRectF(0, 0, width, height)
        self.paint(painter, whole, LIGHT)
        head = QRectF(PAD + width_of(self.name, HEAD, bold=True) + GAP, WIDE, 0, NAME)
        head.setRight(width - PAD)
        words(painter, head, about, LIGHT.muted, CAPTION, align=RIGHT)
        words(painter, self.foot(whole), self.note, LIGHT.muted, CAPTION)
        painter.end()
        return image
