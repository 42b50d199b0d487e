"""Closing a month at the desk, opening it again, and what is then said of it."""

from datetime import date, datetime

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.access.new_passwords import NewPassword, set_password
from app.cases.filters import CaseFilter
from app.cases.registry import find_id
from app.deadlines.calendar import forget
from app.directory import StaffDraft, get_staff, save_staff
from app.lacks import Lack
from app.month import list_exports, report_month
from app.month.locks import list_versions, lock_month, lock_of
from models import Case, CaseEvent, database
from models.choices import Act, Cause, Role
from tests.app.month_stores import add_case, found_centre
from tests.ui.typist import Typist
from ui.kit import ask
from ui.reports.beside_sheet import BesideSheet
from ui.reports.page import ReportsPage
from ui.reports.unlock_sheet import UnlockSheet

OCTOBER, NOVEMBER = date(2026, 10, 1), date(2026, 11, 1)
IN_OCTOBER = datetime(2026, 10, 12, 9)
LOCKED_AT = datetime(2026, 11, 5, 10, 30)
SECRET = "shimen-2026"
KEY = Qt.Key


@pytest.fixture
def leader(store, desk):
    """A second person with a password."""
    forget()
    found_centre()
    made = save_staff(StaffDraft(name="李国强", work_number="05", role=Role.LEADER))
    set_password(made, NewPassword(password=SECRET, again=SECRET), get_staff(made), desk.now())
    return made


@pytest.fixture
def page(leader, desk, qtbot, tmp_path):
    desk.remember["reports folder"] = str(tmp_path)
    made = ReportsPage(desk)
    qtbot.addWidget(made)
    made.resize(1180, 700)
    return made


@pytest.fixture
def asked(monkeypatch):
    """Everything that was asked; the person always says yes."""
    heard = []
    monkeypatch.setattr(
        ask, "is_sure", lambda _, act, told="", **__: heard.append((act, told)) or 1
    )
    monkeypatch.setattr(ask, "where_to_save", lambda _, __, proposed, *___: proposed)
    return heard


def looked_at(page, qtbot):
    page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: page.seen is not None)


def picked(page, name):
    """By F7, down to it, Enter."""
    QTest.keyClick(page, KEY.Key_F7)
    chooser = page.more._chooser
    while chooser.current().label != name:
        QTest.keyClick(QApplication.focusWidget(), KEY.Key_Down)
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Return)


def change(case, **columns):
    Case.update(**columns).where(Case.id == case).execute()
    line = {"case": case, "at": datetime(2026, 11, 10, 9), "by": "李明", "note": ""}
    CaseEvent.create(**line, act=Act.EDIT, field="成因")


def typed(text):
    Typist().write(text).tab()


def test_a_month_is_closed_by_keys_after_a_question(page, qtbot, asked):
    add_case(IN_OCTOBER, cause=None)
    looked_at(page, qtbot)
    with qtbot.waitSignal(page.desk.errands.said) as said:
        picked(page, "封账")
    assert said.args == ["2026年10月已封账，是第 1 版"]
    assert asked[0][0] == "封账（2026年10月）"
    assert "导出前检查还有" in asked[0][1]
    qtbot.waitUntil(lambda: page.seen.report.seal is not None)
    assert page.state.text.startswith("11-22 已封账（第 1 版）")
    assert [one.title for one in page.beside.versions.entries()] == ["第 1 版封账"]
    whys = {one.label: one.why for one in page.more._acts}
    assert (whys["封账"], whys["解封"]) == ("已经封账", "")


def test_what_cannot_be_closed_is_offered_with_why(page, qtbot):
    looked_at(page, qtbot)
    page.month.set_value(NOVEMBER)
    qtbot.waitUntil(lambda: page.seen.report.first == NOVEMBER)
    whys = {one.label: one.why for one in page.more._acts}
    assert (whys["封账"], whys["解封"]) == ("本月还没有过完", "本月没有封账")


def test_who_thinks_better_of_it_closes_nothing(page, qtbot, monkeypatch):
    monkeypatch.setattr(ask, "is_sure", lambda *_, **__: False)
    looked_at(page, qtbot)
    picked(page, "封账")
    page.desk.tasks.wait()
    assert lock_of(OCTOBER) is None


def test_it_is_opened_again_by_two_with_keys_alone(page, qtbot, desk):
    lock_month(OCTOBER, desk.who(), LOCKED_AT)
    looked_at(page, qtbot)
    picked(page, "解封")
    sheet = page.window().findChild(UnlockSheet)
    QTest.keyClick(sheet, KEY.Key_F9)
    assert sheet.rows["reason"].hint.text == "请写明为什么要解封，要改什么。"
    assert sheet.rows["approver"].hint.text.startswith("请选批准人")
    assert sheet.reason.hasFocus()
    typed("漏登一件")
    typed("李国强")
    typed("wrong")
    QTest.keyClick(sheet, KEY.Key_F9)
    assert sheet.rows["password"].hint.text.startswith("密码不对")
    assert sheet.password.hasFocus()
    sheet.password.selectAll()
    typed(SECRET)
    QTest.keyClick(sheet, KEY.Key_F9)
    (one,) = list_versions(OCTOBER)
    assert (one.unlock_reason, one.unlocked_with) == ("漏登一件", "李国强")
    qtbot.waitUntil(lambda: "已解封" in page.state.text)
    told = [one.title for one in page.beside.versions.entries()]
    assert told == ["第 1 版解封", "第 1 版封账"]


def test_a_month_of_which_what_was_kept_is_damaged_can_be_opened_again(page, qtbot, desk):
    add_case(IN_OCTOBER)
    lock_month(OCTOBER, desk.who(), LOCKED_AT)
    database.execute_sql("DROP TRIGGER month_lock_is_final")
    database.execute_sql("UPDATE month_lock SET frozen = x'00'")
    looked_at(page, qtbot)
    assert page.state.text.startswith("封账留存的数据已损坏")
    whys = {one.label: one.why for one in page.more._acts}
    assert (whys["封账"], whys["解封"]) == ("已经封账", "")
    assert whys["打印封面签字页"] == "留存的数据已损坏"


def test_the_next_month_says_what_was_corrected_and_leads_to_the_case(page, qtbot, desk):
    case = add_case(IN_OCTOBER)
    lock_month(OCTOBER, desk.who(), LOCKED_AT)
    change(case, cause=Cause.DATA)
    looked_at(page, qtbot)
    assert page.beside.corrected.isHidden()
    page.month.set_value(NOVEMBER)
    qtbot.waitUntil(lambda: not page.beside.corrected.isHidden())
    (entry,) = page.beside.corrections.entries()
    assert (
        entry.note == f"10月成因报的是{Cause.CHANNELS.label}，现在是{Cause.DATA.label}，李明 11-10"
    )
    with qtbot.waitSignal(desk.errands.case_wanted) as wanted:
        page.beside.corrections.setFocus()
        QTest.keyClick(page.beside.corrections, KEY.Key_Return)
    assert wanted.args == [find_id(Case.get().number)]
    page.sheet.set_value("更正")
    assert page.stack.currentWidget() is page.paper


def test_where_there_is_no_room_beside_it_is_looked_at_over_the_page(page, qtbot, desk):
    add_case(IN_OCTOBER, cause=None)
    looked_at(page, qtbot)
    page.beside.hide()
    picked(page, "检查、更正和记录")
    sheet = page.window().findChild(BesideSheet)
    assert sheet.beside.checks.hasFocus()
    said = desk.errands
    with qtbot.waitSignal(said.case_wanted) as alone, qtbot.waitSignal(said.cases_wanted) as wanted:
        QTest.keyClick(sheet.beside.checks, KEY.Key_Return)
    assert wanted.args == [CaseFilter(lack=Lack.CAUSE, month=OCTOBER)]
    assert alone.args == [find_id(Case.get().number)]
    assert sheet.isHidden()


def test_many_corrections_lead_to_their_sheet(page, qtbot, desk):
    cases = [add_case(IN_OCTOBER) for _ in range(8)]
    lock_month(OCTOBER, desk.who(), LOCKED_AT)
    for case in cases:
        change(case, cause=Cause.DATA)
    looked_at(page, qtbot)
    page.month.set_value(NOVEMBER)
    qtbot.waitUntil(lambda: page.seen.report.first == NOVEMBER)
    last = page.beside.corrections.entries()[-1]
    assert last.title == "还有 2 处"
    page.beside.corrections.chosen.emit(last)
    assert page.sheet.value() == "更正"


def test_what_was_exported_of_a_closed_month_is_made_again(page, qtbot, desk, asked, tmp_path):
    case = add_case(IN_OCTOBER)
    lock_month(OCTOBER, desk.who(), LOCKED_AT)
    looked_at(page, qtbot)
    with qtbot.waitSignal(desk.errands.said):
        QTest.keyClick(page, KEY.Key_F9)
    qtbot.waitUntil(lambda: bool(page.seen.exports))
    (path,) = tmp_path.glob("*.xlsx")
    first = [list(sheet.values) for sheet in load_workbook(path)]
    path.unlink()
    change(case, cause=Cause.DATA)
    page.beside.history.setFocus()
    with qtbot.waitSignal(desk.errands.said):
        QTest.keyClick(page.beside.history, KEY.Key_Return)
    assert [list(sheet.values) for sheet in load_workbook(path)] == first
    again, made = list_exports()
    assert (again.version, again.checksum) == (1, made.checksum)
    assert report_month(2026, 10, desk.now()).checksum == made.checksum
