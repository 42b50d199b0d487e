from dataclasses import replace
from datetime import date, datetime

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from app.cases.filters import CaseFilter
from app.centre import get_centre, save_centre
from app.deadlines.calendar import forget
from app.directory import UnitDraft, save_unit
from app.errors import CannotWrite
from app.lacks import Lack
from app.month import list_exports
from models.choices import Cause
from tests.app.month_stores import add_case, add_person, add_reception, found_centre
from ui.kit import ask
from ui.kit.print_sheet import PrintSheet
from ui.reports.appraisal import AppraisalView
from ui.reports.exporting import FULL
from ui.reports.naming import proposed
from ui.reports.page import ReportsPage

OCTOBER, NOVEMBER = date(2026, 10, 1), date(2026, 11, 1)
NAME = "云溪镇便民服务中心2026年10月月报.xlsx"


@pytest.fixture
def centre(store):
    forget()
    found_centre()


@pytest.fixture
def page(centre, desk, qtbot, tmp_path):
    """The page as it is first looked at, over what the test wants in the store."""
    desk.remember["reports folder"] = str(tmp_path)
    made = ReportsPage(desk)
    qtbot.addWidget(made)
    made.resize(1180, 700)
    return made


def looked_at(page, qtbot):
    page.show()
    qtbot.waitUntil(lambda: page.seen is not None)
    return page


def turned_to(page, qtbot, month):
    page.month.set_value(month)
    qtbot.waitUntil(lambda: page.seen is not None and page.seen.report.first == month)


@pytest.fixture
def asked(monkeypatch, tmp_path):
    """Where to save, as if the person took what was proposed; and everything that was asked."""
    heard = []

    def where(parent, title, proposed, *kinds):
        heard.append((title, proposed))
        return proposed

    def sure(parent, act, consequence="", *, harm=False):
        heard.append((act, consequence))
        return True

    monkeypatch.setattr(ask, "where_to_save", where)
    monkeypatch.setattr(ask, "is_sure", sure)
    return heard


def cases_of_october():
    add_case(datetime(2026, 10, 12, 9), concluded_at=datetime(2026, 10, 13, 9))
    add_case(datetime(2026, 10, 14, 9), cause=None, complete=False)


def behind_more(page, name):
    return next(one for one in page.more._acts if one.label == name)


def picked(page, name):
    """Chosen from 更多."""
    page.more.picked.emit(behind_more(page, name).value)


def exporting(page):
    return page.acts[-1]


def saved_by_f9(page, qtbot):
    with qtbot.waitSignal(page.desk.errands.said):
        QTest.keyClick(page, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: page.seen.exports != ())


def beside(paper, text):
    """Where the figure stands beside that text, of the last that is."""
    place, said = next(
        (place, said)
        for place, leaf in reversed(list(zip(paper.places(), paper.leaves, strict=True)))
        for said in leaf._page.texts
        if said.text.split("\n")[0] == text
    )
    left, top, width, height = said.area
    paper.verticalScrollBar().setValue(round(place.top()))
    scrolled = QPointF(0, paper.verticalScrollBar().value())
    scale = place.width() / paper.leaves[0].size.width()
    return place.topLeft() + QPointF(left + width + 5, top + height / 2) * scale - scrolled


def dark_in(image):
    return sum(
        image.pixelColor(x, y).lightness() < 128
        for x in range(0, 900, 3)
        for y in range(0, image.height(), 3)
    )


def test_last_month_comes_first_and_shows_the_workbooks_sheets(page, qtbot):
    """Whoever points at a figure is told what it means."""
    cases_of_october()
    looked_at(page, qtbot)
    assert page.month.value() == OCTOBER
    assert {one.name for one in page.seen.sheets} == {one.value for one in page.sheet.items}
    assert page.stack.currentWidget() is page.paper
    told = page.seen.report.figure("按时办结率")
    spot = beside(page.paper, told.title).toPoint()
    viewport = page.paper.viewport()
    pointed = QHelpEvent(QEvent.Type.ToolTip, spot, viewport.mapToGlobal(spot))
    QApplication.sendEvent(viewport, pointed)
    assert f"{told.name}：{told.meaning}。" in QToolTip.text()
    assert page.paper.hint_at(beside(page.paper, "本月")) == ""
    summary = page.paper.grab().toImage()
    page.sheet.set_value("明细台账")
    assert page.paper.grab().toImage() != summary


def test_every_sheet_is_painted(page, qtbot):
    cases_of_october()
    looked_at(page, qtbot)
    pictures = set()
    for name in (one.value for one in page.sheet.items):
        page.sheet.set_value(name)
        image = page.paper.leaves[0].picture(900)
        assert dark_in(image) > 100, name
        pictures.add(bytes(image.constBits()))
    assert len(pictures) == len(page.seen.sheets)


def test_the_month_being_lived_is_said_to_be_unfinished(page, qtbot):
    looked_at(page, qtbot)
    turned_to(page, qtbot, NOVEMBER)
    assert page.note.text == "未完，截至 08:31"
    assert not page.month.after.isEnabled()


def test_of_months_run_through_only_the_last_is_read(page, qtbot, desk):
    looked_at(page, qtbot)
    shown = []
    page.empty.say = lambda *said: shown.append(said[1])
    for month in (9, 8, 7):
        page.month.set_value(date(2026, month, 1))
    qtbot.waitUntil(lambda: page.seen.report.first == date(2026, 7, 1))
    assert shown == ["7 月没有反映件"]


def test_what_is_to_be_put_right_leads_to_its_cases(page, qtbot):
    cases_of_october()
    looked_at(page, qtbot)
    entries = {one.title: one for one in page.beside.checks.entries()}
    assert "导出前有 4 项要看" in page.state.text
    assert entries["其余 9 项没有问题"].note.startswith("没有无性质、")
    with qtbot.waitSignal(page.desk.errands.cases_wanted) as wanted:
        page.beside.checks.chosen.emit(entries["1 件无成因"])
    assert wanted.args == [CaseFilter(lack=Lack.CAUSE, month=OCTOBER)]


def test_f9_writes_the_masked_workbook_and_records_it(page, qtbot, asked, tmp_path):
    add_case(datetime(2026, 10, 12, 9), applicant=add_person(name="欧阳小敏"))
    looked_at(page, qtbot)
    saved_by_f9(page, qtbot)
    assert asked == [("2026年10月月报", tmp_path / NAME)]
    told = str([list(sheet.values) for sheet in load_workbook(tmp_path / NAME)])
    assert "欧阳" in told
    assert "欧阳小敏" not in told
    assert "10012345678" not in told
    row = list_exports()[0]
    assert (row.full, row.cases, row.made_by, row.file_name) == (False, 1, "王芳", NAME)
    assert page.beside.history.entries()[0].note == f"王芳，1 件，校验值 {row.checksum[:6]}…"
    assert page.state.text == "11-22 已导出，之后没有改动"
    assert page.folder.isVisible()


def test_a_change_after_the_export_is_said(page, qtbot, asked):
    cases_of_october()
    looked_at(page, qtbot)
    saved_by_f9(page, qtbot)
    add_case(datetime(2026, 10, 15, 9), cause=Cause.DATA)
    save_unit(UnitDraft(name="民政办"))  # announced, as every act at the desk is
    qtbot.waitUntil(lambda: "之后数字或台账有改动" in page.state.text)


def test_the_full_ledger_is_asked_for_by_name_and_recorded(page, qtbot, asked, tmp_path):
    add_case(datetime(2026, 10, 12, 9), applicant=add_person(name="欧阳小敏"))
    looked_at(page, qtbot)
    with qtbot.waitSignal(page.desk.errands.said):
        picked(page, FULL)
    assert asked[0][0] == "导出未遮盖台账（2026年10月）"
    assert "1 件的姓名、电话、证件号码" in asked[0][1]
    path = asked[1][1]
    assert path.name == "云溪镇便民服务中心2026年10月月报（未遮盖）.xlsx"
    assert "欧阳小敏" in str(list(load_workbook(path)["明细台账"].values))
    assert list_exports()[0].full
    qtbot.waitUntil(lambda: bool(page.beside.history.entries()))
    assert "未遮盖" in page.beside.history.entries()[0].note
    assert page.state.text == "导出前有 2 项要看"  # what is sent up has not been exported


@pytest.mark.parametrize("question", ["is_sure", "where_to_save"])
def test_who_thinks_better_of_it_leaves_nothing(
    page, qtbot, asked, monkeypatch, tmp_path, question
):
    monkeypatch.setattr(ask, question, lambda *_, **__: None)
    cases_of_october()
    looked_at(page, qtbot)
    picked(page, FULL)
    page.desk.tasks.wait()
    assert list(tmp_path.glob("*.xlsx")) == []
    assert list_exports() == []


def test_a_file_that_cannot_be_replaced_is_said_and_not_recorded(page, qtbot, asked, tmp_path):
    cases_of_october()
    looked_at(page, qtbot)
    (tmp_path / NAME).mkdir()  # as little to be replaced as one open elsewhere
    with qtbot.captureExceptions() as raised:
        exporting(page).click()
        qtbot.waitUntil(lambda: bool(raised))
    assert isinstance(raised[0][1], CannotWrite)
    assert NAME in str(raised[0][1])
    assert list_exports() == []


def test_a_month_without_cases_is_kindly_said_and_exported_as_a_zero_report(
    page, qtbot, asked, tmp_path
):
    add_reception(datetime(2026, 10, 12, 9))
    looked_at(page, qtbot)
    assert page.stack.currentWidget() is page.empty
    assert page.empty.title.text() == "10 月没有反映件"
    assert page.empty.note.text().startswith("接待 1 人次。")
    assert exporting(page).text() == "导出零报告"
    assert behind_more(page, FULL).why == "本月没有台账"
    saved_by_f9(page, qtbot)
    assert "零报告" in str(list(load_workbook(tmp_path / NAME)["封面"].values))
    assert page.beside.history.entries()[0].note.startswith("王芳，零报告，校验值")


def test_the_sheets_of_a_zero_report_can_be_looked_at(page, qtbot):
    looked_at(page, qtbot)
    page.look.click()
    assert page.stack.currentWidget() is page.paper
    cases_of_october()
    save_unit(UnitDraft(name="民政办"))
    qtbot.waitUntil(lambda: exporting(page).text() == "导出 Excel")


def test_the_file_is_offered_where_the_last_one_went_while_that_is_there(centre, desk, tmp_path):
    desk.remember["reports folder"] = str(tmp_path)
    assert proposed(desk, OCTOBER, full=False) == tmp_path / NAME
    desk.remember["reports folder"] = str(tmp_path / "a stick that is gone")
    elsewhere = proposed(desk, OCTOBER, full=False)
    assert elsewhere.name == NAME
    assert elsewhere.parent.is_dir()


def test_a_name_has_nothing_that_a_file_must_not_have(centre, desk):
    save_centre(replace(get_centre(), name="云溪镇/便民:中心"))
    assert proposed(desk, OCTOBER, full=False).name == "云溪镇便民中心2026年10月月报.xlsx"


def test_the_whole_page_is_used_without_a_mouse(page, qtbot):
    looked_at(page, qtbot)
    page.activateWindow()
    page.first.setFocus()
    QTest.keyClick(page.first, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: page.seen.report.first == date(2026, 9, 1))
    page.sheet.setFocus()
    QTest.keyClick(page.sheet, Qt.Key.Key_Right)
    assert page.sheet.value() == "明细台账"


def test_more_is_opened_and_chosen_from_by_keys(page, qtbot):
    cases_of_october()
    looked_at(page, qtbot)
    QTest.keyClick(page, Qt.Key.Key_F7)
    assert page.more.is_open()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)  # 打印封面签字页 stands first
    sheet = page.window().findChild(PrintSheet)
    assert sheet.accessibleName() == "2026年10月月报封面"
    assert len(sheet.paper.leaves) == 1
    assert dark_in(sheet.paper.leaves[0].picture(900)) > 100


def test_the_appraisal_opens_on_the_quarter_of_the_month(page, qtbot):
    looked_at(page, qtbot)
    picked(page, "考核表")
    view = page.window().findChild(AppraisalView)
    qtbot.waitUntil(lambda: view.seen is not None)
    assert view.seen.quarter.first <= page.month.value() < view.seen.quarter.until.date()
    view.leave()
