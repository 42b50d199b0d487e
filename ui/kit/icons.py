"""Icons: one set, one weight, in any colour, sharp at any scale."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.resources import resource
from ui.kit.style import ICON


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, size: int, ratio: float, weight: str = "2") -> QPixmap:
    """The icon in device pixels of a screen of that ratio."""
    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    drawing = drawing.replace("currentColor", colour)
    drawing = drawing.replace('stroke-width="2"', f'stroke-width="{weight}"')
    side = round(size * ratio)
    made = QPixmap(QSize(side, side))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def draw_icon(
    painter: QPainter,
    left: float,
    middle: float,
    name: str,
    colour: str,
    size: int = ICON,
    weight: str = "2",
) -> float:
    """Draw it centred on the line `middle`; answer where it ends at the right."""
    ratio = painter.device().devicePixelRatio()
    top = round((middle - size / 2) * ratio) / ratio
    painter.drawPixmap(
        QPointF(round(left * ratio) / ratio, top), pixmap(name, colour, size, ratio, weight)
    )
    return left + size
