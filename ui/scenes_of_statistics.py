"""Pictures of the statistics: all charts, one with the keyboard on it, a table, the paper."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from app.statistics.spans import Stretch
from ui.kit.errands import STATISTICS
from ui.kit.keys import go_to
from ui.kit.sheet import Sheet
from ui.stage import Stage
from ui.statistics.page import StatisticsPage

KEY = Qt.Key


def _page(stage: Stage) -> StatisticsPage:
    for sheet in list[Sheet](stage.holder.findChildren(Sheet)):
        sheet.leave()
    page = stage.shell.go(STATISTICS)
    assert isinstance(page, StatisticsPage)
    stage.until(lambda: page.seen, "统计")
    return page


def _charts(stage: Stage) -> None:
    _page(stage)


def _on_a_bar(stage: Stage) -> None:
    page = _page(stage)
    page.charts[2].setFocus()
    stage.press(KEY.Key_Down)


def _table(stage: Stage) -> None:
    _on_a_bar(stage)
    stage.press(KEY.Key_T)


def _below(stage: Stage) -> None:
    page = _page(stage)
    page.filters.stretch.set_value(Stretch.THIS_YEAR)
    stage.rest()
    go_to(page.charts[-1])


def _paper(stage: Stage) -> None:
    _page(stage)
    stage.press(KEY.Key_P, Qt.KeyboardModifier.ControlModifier)


SCENES: tuple[tuple[str, Callable[[Stage], None]], ...] = (
    ("19-statistics", _charts),
    ("19-statistics-bar", _on_a_bar),
    ("19-statistics-below", _below),
    ("19-statistics-table", _table),
    ("19-statistics-paper", _paper),
)
