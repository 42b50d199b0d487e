"""The sheet of the superior's template: names copied, a template looked into, filled and kept."""

from datetime import datetime

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from app.deadlines.calendar import forget
from app.month import list_exports
from tests.app.month_stores import add_case, found_centre
from ui.kit import ask
from ui.reports.page import ReportsPage
from ui.reports.template_sheet import TEMPLATE, TemplateSheet


@pytest.fixture
def page(store, desk, qtbot, tmp_path):
    forget()
    found_centre()
    add_case(datetime(2026, 10, 12, 9))
    desk.remember["reports folder"] = str(tmp_path)
    made = ReportsPage(desk)
    qtbot.addWidget(made)
    made.resize(1180, 760)
    made.show()
    qtbot.waitUntil(lambda: made.seen is not None)
    return made


@pytest.fixture
def template(tmp_path):
    def made(text):
        book = openpyxl.Workbook()
        book.active["A1"] = text
        book.save(tmp_path / "县里的表.xlsx")
        return tmp_path / "县里的表.xlsx"

    return made


@pytest.fixture
def sheet(page):
    """As it is opened from 更多."""

    def opened():
        act = next(one for one in page.more._acts if one.label == "填上级模板")
        page.more.picked.emit(act.value)
        (found,) = page.window().findChildren(TemplateSheet)
        return found

    return opened


def chosen(sheet, path, monkeypatch, qtbot):
    monkeypatch.setattr(ask, "which_files", lambda *_, **__: [path])
    QTest.keyClick(sheet, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: sheet.checked is not None)


def test_names_stand_with_todays_values_and_enter_copies_one(sheet):
    opened = sheet()
    names = [one.name for one in opened.names.table._rows]
    assert {"中心", "受理", "按时办结率", "满意率", "#台账", "编号"} <= set(names)
    opened.names.choose("受理")
    assert opened.names.record().values == ("1", "—", "—", "1")
    QTest.keyClick(opened.names, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == "{{受理}}"


def test_a_template_is_filled_put_on_record_and_remembered(
    page, sheet, template, monkeypatch, qtbot, tmp_path
):
    opened, path = sheet(), template("{{月份}}受理{{受理}}件")
    assert not opened.fill.isEnabled()
    chosen(opened, path, monkeypatch, qtbot)
    monkeypatch.setattr(ask, "where_to_save", lambda *given: given[2])
    with qtbot.waitSignal(page.desk.errands.said):
        QTest.keyClick(opened, Qt.Key.Key_F9)
    filled = tmp_path / "2026年10月县里的表.xlsx"
    assert openpyxl.load_workbook(filled).active["A1"].value == "2026年10月受理1件"
    (made,) = list_exports()
    assert (made.file_name, made.full) == (filled.name, False)
    assert page.desk.remember[TEMPLATE] == str(path)
    again = sheet()
    qtbot.waitUntil(lambda: again.checked is not None)
    assert again.fill.isEnabled()


def test_what_nobody_knows_is_named_and_the_template_not_filled(
    sheet, template, monkeypatch, qtbot
):
    opened = sheet()
    chosen(opened, template("{{收件}}"), monkeypatch, qtbot)
    assert "A1 {{收件}}" in opened.wrong.text()
    assert opened.wrong.isVisible()
    assert not opened.fill.isEnabled()


def test_the_sample_asks_for_nothing_that_is_not_known(page, sheet, monkeypatch, qtbot, tmp_path):
    opened = sheet()
    monkeypatch.setattr(ask, "where_to_save", lambda *given: given[2])
    with qtbot.waitSignal(page.desk.errands.said):
        QTest.keyClick(opened, Qt.Key.Key_F7)
    chosen(opened, tmp_path / "上级模板样表.xlsx", monkeypatch, qtbot)
    assert opened.fill.isEnabled()
