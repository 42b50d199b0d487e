"""Pictures of a month that was closed, of what is corrected in it, and of its opening."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt

from app.cases.detail import get_case
from app.cases.registry import edit_case, find_id
from app.month.locks import lock_month
from app.month.period import previous_month
from models.choices import Cause
from ui.kit.errands import REPORTS
from ui.kit.sheet import Sheet
from ui.reports.beside_sheet import BesideSheet
from ui.reports.page import ReportsPage
from ui.reports.unlock_sheet import UnlockSheet
from ui.stage import NOW, Stage

THIS_MONTH = date(NOW.year, NOW.month, 1)
LAST_MONTH = previous_month(THIS_MONTH)
LOCKED_AT = NOW.replace(day=5)


def closed(stage: Stage) -> None:
    page = _turned_to(stage, LAST_MONTH)
    lock_month(LAST_MONTH, stage.shell.at_desk(), LOCKED_AT)
    stage.until(lambda: page.seen and page.seen.report.seal, "封账")
    page.sheet.set_value("汇总")


def to_be_put_right(stage: Stage) -> None:
    """From a check to its cases."""
    page = _turned_to(stage, THIS_MONTH)
    checks = page.beside.checks
    checks.setFocus()
    stage.press(Qt.Key.Key_Down)
    stage.press(Qt.Key.Key_Return)


def more(stage: Stage) -> None:
    stage.press(Qt.Key.Key_F7)


def corrected(stage: Stage) -> None:
    """A case of the month that was closed is corrected; the next month says so."""
    stage.press(Qt.Key.Key_Escape)
    page = _turned_to(stage, LAST_MONTH)
    assert page.seen
    case_id = find_id(page.seen.report.ledger[0].number)
    draft = get_case(case_id).draft
    edit_case(case_id, replace(draft, cause=Cause.DATA), stage.shell.at_desk(), NOW)
    page = _turned_to(stage, THIS_MONTH)
    page.sheet.set_value("更正")


def over_the_page(stage: Stage) -> None:
    """What stands beside it, where the window is too narrow for that."""
    page = stage.page
    assert isinstance(page, ReportsPage)
    assert page.seen
    BesideSheet(page.window(), page.seen).open()


def of_a_closed_month(stage: Stage) -> None:
    """The case says itself that its month is closed."""
    page = _turned_to(stage, THIS_MONTH)
    page.beside.corrections.setFocus()
    stage.press(Qt.Key.Key_Return)


def opening(stage: Stage) -> None:
    _turned_to(stage, LAST_MONTH)
    stage.press(Qt.Key.Key_F7)
    page = stage.page
    UnlockSheet(page.window(), page.desk, LAST_MONTH).open()
    stage.write("10月18日受理的一件成因填错，要改了重报")


def _turned_to(stage: Stage, month: date) -> ReportsPage:
    for sheet in list[Sheet](stage.holder.findChildren(Sheet)):
        sheet.leave()
    page = stage.shell.go(REPORTS)
    assert isinstance(page, ReportsPage)
    page.month.set_value(month)
    stage.until(lambda: page.seen and page.seen.report.first == month, "月报")
    stage.rest()
    return page
