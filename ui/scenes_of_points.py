"""The scenes about the appraisal of units: the table of a quarter, and a word on one point."""

from PySide6.QtCore import Qt

from ui.kit.errands import REPORTS
from ui.reports.acts import MORE
from ui.reports.appraisal import AppraisalView, show_appraisal
from ui.reports.page import ReportsPage
from ui.stage import NOW, Stage

KEY = Qt.Key


def appraisal(stage: Stage) -> None:
    """This quarter, at a unit that lost something."""
    view = _open(stage)
    assert view.seen is not None
    view.units.choose(next(one.unit for one in view.seen.units if one.minus))


def points(stage: Stage) -> None:
    """What it lost it for, and why."""
    stage.press(KEY.Key_Return)
    stage.press(KEY.Key_Down)


def rules(stage: Stage) -> None:
    stage.press(KEY.Key_F6)


def review(stage: Stage) -> None:
    """The appeal is decided on."""
    stage.press(KEY.Key_F7)


def _open(stage: Stage) -> AppraisalView:
    page = stage.shell.go(REPORTS)
    assert isinstance(page, ReportsPage)
    page.month.set_value(NOW.date().replace(day=1))
    stage.until(lambda: page.seen and page.seen.report.first == page.month.value(), "月报")
    page.more.picked.emit(next(one for one in MORE if one.do is show_appraisal))
    view = stage.holder.findChild(AppraisalView)
    assert isinstance(view, AppraisalView)
    stage.until(lambda: view.seen, "考核")
    return view
