"""The two charts of the workbook's summary, as its readers will see them."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from app.month import MonthlyReport
from ui.kit.line_chart import Series, paint_chart
from ui.kit.paint import CENTRE, LEFT, RIGHT, width_of, words
from ui.kit.style import CAPTION, LIGHT, SMALL, Tone

SMALLER = 0.62  # the strokes are made for the screen; on paper they are this large
HEAD, NAMES = 26, 150
BAR, INK, LINE = "#5B87BD", "#000000", "#BFBFBF"


def draw_chart(painter: QPainter, area: QRectF, of: str, report: MonthlyReport) -> None:
    painter.setPen(QPen(QColor(LINE), 0.5))
    painter.drawRect(area.adjusted(2, 2, -2, -2))
    painter.translate(area.topLeft())
    painter.scale(SMALLER, SMALLER)
    room = QRectF(0, 0, area.width() / SMALLER, area.height() / SMALLER).adjusted(12, 8, -12, -8)
    if of == "months":
        _title(painter, room, "近12个月受理和办结（件）")
        _months(painter, room.adjusted(0, HEAD, 0, 0), report)
    else:
        _title(painter, room, "本月受理件的成因（件）")
        _causes(painter, room.adjusted(0, HEAD + 4, 0, -2), report)


def _title(painter: QPainter, room: QRectF, text: str) -> None:
    line = QRectF(room.left(), room.top(), room.width(), HEAD)
    words(painter, line, text, INK, SMALL, bold=True, align=CENTRE)


def _months(painter: QPainter, room: QRectF, report: MonthlyReport) -> None:
    months = report.months
    paint_chart(
        painter,
        room,
        [f"{one.first.month}月" for one in months],
        (
            Series("受理", [one.received for one in months], Tone.PRIMARY),
            Series("办结", [one.completed for one in months], Tone.WARN, dashed=True),
        ),
        LIGHT,
    )


def _causes(painter: QPainter, room: QRectF, report: MonthlyReport) -> None:
    """Bars lying down with their numbers at their ends, the most frequent on top."""
    counts = [(cause, report.cross.count(cause=cause)) for cause in report.cross.causes]
    most = max((count for _, count in counts), default=0) or 1
    tall = room.height() / max(len(counts), 1)
    start = room.left() + NAMES
    number_wide = width_of(str(most), CAPTION) + 8
    longest = room.width() - NAMES - number_wide
    for place, (cause, count) in enumerate(counts):
        line = QRectF(room.left(), room.top() + place * tall, NAMES - 8, tall)
        words(painter, line, cause, INK, CAPTION, align=RIGHT)
        bar = QRectF(start, line.top() + tall * 0.2, longest * count / most, tall * 0.6)
        if count:
            painter.setPen(QPen(QColor(INK), 0.7))
            painter.setBrush(QColor(BAR))
            painter.drawRect(bar)
        number = QRectF(bar.right() + 6, line.top(), number_wide, tall)
        words(painter, number, str(count), INK, CAPTION, align=LEFT)
    painter.setPen(QPen(QColor(LINE), 1))
    painter.drawLine(QPointF(start, room.top()), QPointF(start, room.bottom()))
