"""A page of the workbook drawn as it prints, as sharp as the screen it is looked at on."""

import re
from collections.abc import Callable, Mapping
from functools import cache

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QImage, QPainter, QPen, QTextOption

from exports.book.printed import A4_LANDSCAPE, Area, Drawing, PrintedPage, Said
from ui.kit.leaves import Leaf
from ui.kit.style import font

# A font's size is a whole number of pixels: letters are set this many times too large.
FINE = 10
# Spreadsheets break a number like BBC-云溪-20261010-001 after its hyphens, Qt only if it may.
HYPHEN, MAY_BREAK = re.compile(r"-(?=\d)"), "-\u200b"
Draw = Callable[[QPainter, QRectF, str], None]
ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}


class SheetLeaf(Leaf):
    """`draw` draws what a chart of that name shows; `meanings` are by what a cell says."""

    size = QSizeF(*A4_LANDSCAPE)

    def __init__(self, page: PrintedPage, draw: Draw, meanings: Mapping[str, str]) -> None:
        self._page, self._draw, self._meanings = page, draw, meanings

    def hint(self, at: QPointF) -> str:
        """What the cell there means, or what its row is about."""
        across = QRectF(QPointF(0, at.y()), QSizeF(self.size.width(), 0.1))
        row = [one for one in self._page.texts if _rect(one.area).intersects(across)]
        row.sort(key=lambda one: (not _rect(one.area).contains(at), one.area[0]))
        found = (self._meanings.get(one.text, "") for one in row[:2])
        return next(filter(None, found), "")

    def picture(self, width: int) -> QImage:
        scale = width / self.size.width()
        image = QImage(width, round(self.size.height() * scale), QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.scale(scale, scale)
        for ground in self._page.grounds:
            painter.fillRect(_rect(ground.area), QColor(f"#{ground.colour}"))
        self._rules(painter, 1 / scale)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for drawing in self._page.drawings:
            self._chart(painter, drawing)
        for said in self._page.texts:
            _say(painter, said)
        painter.end()
        return image

    def _rules(self, painter: QPainter, thin: float) -> None:
        """Lines of one pixel, sharp at every size."""
        for rule in self._page.rules:
            painter.setPen(QPen(QColor(f"#{rule.colour}"), thin))
            painter.drawLine(QPointF(*rule.start), QPointF(*rule.end))

    def _chart(self, painter: QPainter, drawing: Drawing) -> None:
        painter.save()
        self._draw(painter, _rect(drawing.area), drawing.of)
        painter.restore()


def _rect(area: Area) -> QRectF:
    return QRectF(*area)


def _say(painter: QPainter, said: Said) -> None:
    painter.save()
    painter.scale(1 / FINE, 1 / FINE)
    dress = _font(said.face, round(said.size * FINE), bold=said.bold, underlined=said.underlined)
    if said.struck:
        dress = QFont(dress)
        dress.setStrikeOut(True)
    painter.setFont(dress)
    painter.setPen(QColor(f"#{said.ink}"))
    upright = Qt.AlignmentFlag.AlignTop if said.top else Qt.AlignmentFlag.AlignVCenter
    option = QTextOption(ALIGN[said.align] | upright)
    wrap = QTextOption.WrapMode
    option.setWrapMode(wrap.WrapAtWordBoundaryOrAnywhere if said.wrap else wrap.NoWrap)
    left, top, width, height = (part * FINE for part in said.area)
    text = HYPHEN.sub(MAY_BREAK, said.text) if said.wrap else said.text
    painter.drawText(QRectF(left, top, width, height), text, option)
    painter.restore()


@cache
def _font(face: str, pixels: int, *, bold: bool, underlined: bool) -> QFont:
    """The workbook's own face where the machine has it, else the program's."""
    made = QFont(font(pixels))
    if face in _families():
        made.setFamilies([face, *made.families()])
    made.setPixelSize(pixels)
    made.setBold(bold)
    made.setUnderline(underlined)
    return made


@cache
def _families() -> frozenset[str]:
    return frozenset(QFontDatabase.families())
