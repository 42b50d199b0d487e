"""A figure that opens a list."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.icons import draw_icon
from ui.kit.paint import box, focus_ring, width_of, words
from ui.kit.pressing import Pressable
from ui.kit.style import CAPTION, FIGURE, HALF, HEAD, SMALL, TITLE, WIDE, Tone, scheme_of

SIZES = (FIGURE, TITLE, HEAD)  # the first in which it fits
LEAST, TALL, LOW = 78, 84, 44
LOW_LEAST = 124  # a figure of two digits and a word of five characters, side by side


class FigureCard(Pressable):
    """A number with its word; pressed, it shows the list behind it.

    Of those side by side one is chosen: one stop of Tab, the arrows go from one to the next.
    """

    def __init__(
        self,
        figure: int | str,
        word: str,
        icon: str,
        tone: Tone = Tone.PLAIN,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(word, parent)
        self.figure, self.icon_name, self.tone, self.low = figure, icon, tone, False
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_figure(figure)

    def set_figure(self, figure: int | str) -> None:
        """A number, or what it is of: 14/15. Nothing at all is shown without colour."""
        self.figure = figure
        self.setAccessibleName(f"{self.words()} {figure}")
        self.update()

    def set_low(self, *, low: bool) -> None:
        """In one line, where there are many."""
        if low != self.low:
            self.low = low
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(96, LOW if self.low else TALL)

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST, LOW if self.low else TALL)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        scheme = scheme_of(self)
        primary = scheme.hue(Tone.PRIMARY)
        rect = QRectF(self.rect())
        over = self.underMouse() and not self.isChecked()
        fill = primary.weak if self.isChecked() else scheme.sunken if over else scheme.surface
        box(painter, rect, fill, primary.ink if self.isChecked() else scheme.line)
        ink = scheme.hue(self.tone).ink if self.figure else scheme.muted
        wording = primary.ink if self.isChecked() else scheme.ink
        write = self._write_low if self.low else self._write
        write(painter, rect, ink, wording)
        if self.hasFocus():
            focus_ring(painter, rect, scheme)

    def _write(self, painter: QPainter, rect: QRectF, ink: str, wording: str) -> None:
        left: float = WIDE
        figure = QRectF(left, 8, rect.width() - left - 34, 40)
        shown = str(self.figure)
        fitting = (n for n in SIZES if width_of(shown, n, bold=True) <= figure.width())
        words(painter, figure, shown, ink, next(fitting, SIZES[-1]), bold=True)
        draw_icon(painter, rect.right() - 30, 28, self.icon_name, ink)
        word = QRectF(left, 50, rect.width() - left - 2, 22)
        size = SMALL if rect.width() >= 84 else CAPTION
        words(painter, word, self.words(), wording, size, bold=self.isChecked())

    def _write_low(self, painter: QPainter, rect: QRectF, ink: str, wording: str) -> None:
        """Number and word alone; the word is set smaller before it is cut."""
        room = rect.adjusted(WIDE - 2, 0, -HALF, 0)
        right = words(painter, room, str(self.figure), ink, TITLE, bold=True)
        room.setLeft(right + HALF + 2)
        bold = self.isChecked()
        size = SMALL if width_of(self.words(), SMALL, bold=bold) <= room.width() else CAPTION
        words(painter, room, self.words(), wording, size, bold=bold)
