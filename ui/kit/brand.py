"""The program's sign and name."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.kit.icons import draw_icon
from ui.kit.paint import box, words
from ui.kit.style import scheme_of


def brand(painter: QPainter, widget: QWidget, left: float, top: float) -> None:
    """The sign and the name of the program."""
    scheme = scheme_of(widget)
    box(painter, QRectF(left, top, 30, 30), scheme.fill, radius=8)
    draw_icon(painter, left + 5, top + 15, "check-check", scheme.on_fill, 20, "2.4")
    words(painter, QRectF(left + 40, top - 3, 120, 36), "办得成", scheme.ink, 18, bold=True)
