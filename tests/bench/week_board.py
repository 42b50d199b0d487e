"""How long it takes to draw the week of home visits, beside as many boxes and words drawn bare."""

import os
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from app.visits.board import week_board

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtGui import QImage

    from ui.visits.week import WeekView

# The board in a window of 1366×768, and one on which every line of every visit is written.
SMALL, WHOLE, ROUNDS = (938, 540), (1670, 2000), 15


def week_drawn(monday: "date", today: "date") -> dict[str, float]:
    """Medians in ms; what is drawn is laid out anew each time, as after a save."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ui.dressing import make_application
    from ui.visits.week import WeekView

    application = make_application(["bench"])
    board, told = week_board(monday), {}
    for name, size in (("drawn", SMALL), ("drawn with every line", WHOLE)):
        view = WeekView()
        view.resize(*size)
        picture = _blank(size)

        def draw(view: WeekView = view, picture: "QImage" = picture) -> None:
            view.show_board(board, today)
            view.render(picture)

        told[f"week of {len(board.cards)} cards {name}, ms"] = _median(draw)
    told["as much drawn bare, ms"] = _median(lambda: _bare(view))
    del application
    return told


def _bare(view: "WeekView") -> None:
    """A box and a title a village, two lines a visit, at the places the board has for them."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QColor, QPainter

    from ui.kit.style import CAPTION, font

    assert view.places
    picture = _blank(WHOLE)
    painter = QPainter(picture)
    painter.setFont(font(CAPTION))
    for cell in view.places.all:
        for group in cell.groups:
            painter.fillRect(group.rect, QColor("#F0EBF9"))
            painter.drawText(group.rect, Qt.AlignmentFlag.AlignTop, group.group.village)
            for card, rect in group.lines:
                painter.drawText(rect, Qt.AlignmentFlag.AlignTop, f"09:00 {card.person}")
                painter.drawText(rect, Qt.AlignmentFlag.AlignBottom, card.matter)
    painter.end()


def _blank(size: tuple[int, int]) -> "QImage":
    from PySide6.QtGui import QImage

    return QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)


def _median(draw: "Callable[[], None]") -> float:
    draw()
    took = []
    for _ in range(ROUNDS):
        begun = perf_counter()
        draw()
        took.append((perf_counter() - begun) * 1000)
    return median(took)
