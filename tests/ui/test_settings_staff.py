"""设置—人员 and 登录与锁定, used from the keyboard."""

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt

from app.access.new_passwords import NewPassword, has_recovery_code, recover, set_password
from app.access.sign_in import FAILURES, must_change, sign_in
from app.centre import get_centre
from app.desk.handover import list_open_work
from app.directory import StaffDraft, list_staff, save_staff
from models.choices import Role
from tests import makers
from tests.conftest import NOW
from tests.ui.typist import Typist
from ui.kit import ask
from ui.kit.errands import STAFF
from ui.kit.print_sheet import PrintSheet
from ui.kit.sheet import Sheet
from ui.settings.page import ROWS, SettingsPage
from ui.settings.password_sheet import CodeSheet

KEY = Qt.Key
GOOD, OTHER = "yunxi-2026", "shimen-2026"


@pytest.fixture
def page(qtbot, desk, clerk):
    """王芳, the administrator, looks after 李建国; neither has a password yet."""
    makers.centre()
    save_staff(StaffDraft(name="王芳", work_number="001", role=Role.ADMIN))
    save_staff(StaffDraft(name="李建国", work_number="002"))
    desk.who.read_again(list_staff())
    desk.changes.saved.connect(lambda _: desk.who.read_again(list_staff()))  # as the shell does
    page = SettingsPage(desk)
    page.resize(1182, 684)
    page.show()
    with qtbot.waitActive(page):
        page.activateWindow()
    yield page
    page.deleteLater()


def enter(page, name):
    page.take(name)
    return page.option(name)


def sheets(page):
    return [one for one in page.window().findChildren(Sheet) if one.isVisible()]


def sheet(page):
    (over,) = sheets(page)
    return over


def colleague(name):
    return next(one for one in list_staff() if one.name == name)


def protect(name, password=GOOD):
    who = colleague(name)
    return set_password(who.id, NewPassword(password=password, again=password), who, NOW)


def test_a_role_is_given_without_a_mouse(page, qtbot):
    option = enter(page, STAFF)
    Typist().press(KEY.Key_Down).enter().enter(2).press(KEY.Key_Right).press(KEY.Key_F9)
    qtbot.waitUntil(lambda: not sheets(page))
    assert colleague("李建国").role is Role.LEADER
    assert option.view.table.text(1, 2) == "负责人"


def test_a_newcomer_is_a_clerk(page, qtbot):
    enter(page, STAFF).add.click()
    Typist().write("孙丽").enter().write("009").press(KEY.Key_F9)
    qtbot.waitUntil(lambda: not sheets(page))
    assert colleague("孙丽").role is Role.CLERK


def test_one_sets_ones_own_password_and_an_administrator_is_shown_the_code(page):
    option = enter(page, STAFF)
    assert "王芳、李建国没有密码" in option.urge.text
    assert page.index.lines.lines[ROWS[STAFF]].mark == "2 人无密码"
    option.password.click()
    Typist().write("short").enter().write("short").enter()
    assert "至少" in sheet(page).form.rows["password"].hint.text
    Typist().press(KEY.Key_A, modifier=Qt.KeyboardModifier.ControlModifier).write(GOOD).enter()
    Typist().press(KEY.Key_A, modifier=Qt.KeyboardModifier.ControlModifier).write(GOOD).enter()
    shown = sheet(page)
    assert isinstance(shown, CodeSheet)
    code = shown.shown.code
    Typist().press(KEY.Key_Escape)
    assert shown.isVisible()  # it is seen once and never again
    shown.shown.done.click()
    assert not sheets(page)
    assert sign_in(colleague("王芳").id, GOOD, NOW).name == "王芳"
    assert "李建国没有密码" in option.urge.text
    recover(colleague("王芳").id, code, NewPassword(password=OTHER, again=OTHER), NOW)


def words_of(pdf):
    with PdfDocument(pdf) as document:
        return "".join(page.get_textpage().get_text_range() for page in document)


def test_the_code_is_printed_as_it_is_seen(page, monkeypatch, tmp_path):
    path = tmp_path / "code.pdf"
    monkeypatch.setattr(ask, "where_to_save", lambda *_: path)
    option = enter(page, STAFF)
    option.password.click()
    Typist().write(GOOD).enter().write(GOOD).enter()
    shown = sheet(page).shown
    Typist().press(KEY.Key_F9)
    paper = sheets(page)[-1]
    assert isinstance(paper, PrintSheet)
    paper.save.click()
    told = words_of(path)
    assert "王芳（工号 001）" in told
    assert all(group in told for group in shown.code.split("-"))
    Typist().press(KEY.Key_Escape)
    assert sheet(page).shown is shown


def test_changing_ones_own_asks_for_the_old_one(page):
    protect("王芳")
    enter(page, STAFF).password.click()
    Typist().write("wrong").enter().write(OTHER).enter().write(OTHER).enter()
    assert "密码不对" in sheet(page).form.rows["old"].hint.text
    sheet(page).form.lines["old"].setText(GOOD)
    sheet(page).form.act.click()
    assert sign_in(colleague("王芳").id, OTHER, NOW).name == "王芳"


def test_an_administrator_sets_anothers_and_the_lock_is_gone(page):
    protect("王芳")
    protect("李建国")
    for _ in range(FAILURES):
        with pytest.raises(Exception, match="密码"):
            sign_in(colleague("李建国").id, "wrong", NOW)
    option = enter(page, STAFF)
    assert option.view.table.text(1, 3) == "锁定到 08:46"
    Typist().press(KEY.Key_Down)
    option.password.click()
    Typist().write(OTHER).enter().write(OTHER).enter()
    assert must_change(sign_in(colleague("李建国").id, OTHER, NOW))
    assert option.view.table.text(1, 3) == "已设"


@pytest.mark.parametrize("act", ["add", "paste", "password"])
def test_a_clerk_is_told_before_typing_once_the_administrator_has_a_password(
    page, desk, qtbot, act
):
    protect("王芳")
    desk.who.hand_over(colleague("李建国"))
    option = enter(page, STAFF)
    option.view.choose_row(0)
    with qtbot.captureExceptions() as raised:
        getattr(option, act).click()
    assert "管理员" in str(raised[0][1])
    assert not sheets(page)
    option.view.choose_row(1)
    option.password.click()  # their own is theirs
    assert sheets(page)


def test_the_book_tells_who_came_and_who_tried_in_vain(page):
    protect("王芳")
    option = enter(page, STAFF)
    with pytest.raises(Exception, match="密码不对"):
        sign_in(colleague("王芳").id, "wrong", NOW)
    option.book.click()
    table = sheet(page).view.table
    told = [table.text(row, 2) for row in range(table.rowCount())]
    assert told == ["密码不对", "生成恢复码", "设置密码"]


def test_the_minutes_of_the_lock_are_set(page):
    option = enter(page, "登录与锁定")
    minutes = option.editor("idle_minutes")
    minutes.selectAll()
    Typist().write("0").press(KEY.Key_F9)
    assert get_centre().idle_minutes == 0
    assert "不自动锁" in option.rows["idle_minutes"].hint.text


def test_a_new_code_is_made_after_a_question(page, monkeypatch):
    asked = []
    monkeypatch.setattr(ask, "is_sure", lambda *words: not asked.append(words))
    protect("王芳")
    option = enter(page, "登录与锁定")
    assert has_recovery_code()
    option.make.click()
    code = sheet(page).shown.code
    assert "作废" in asked[0][2]
    recover(colleague("王芳").id, code, NewPassword(password=OTHER, again=OTHER), NOW)


def test_work_in_hand_is_handed_over_without_a_mouse(page, desk, qtbot):
    opened = makers.case()
    enter(page, STAFF).handover.click()
    over = sheet(page)
    assert over.view.table.text(0, 0) == opened.number
    Typist().press(KEY.Key_F9)
    assert over.row.is_wrong()
    Typist().write("李").enter().press(KEY.Key_F9)
    assert not sheets(page)
    qtbot.waitUntil(lambda: bool(sheets(page)))
    told = words_of(sheet(page)._pdf)
    assert all(one in told for one in (opened.number, "YJ20261122-001", "李建国"))
    assert [one.id for one in list_open_work(colleague("李建国").id).cases] == [opened.id]


def test_who_has_nothing_in_hand_is_told_so(page, desk):
    said = []
    desk.errands.said.connect(said.append)
    enter(page, STAFF).handover.click()
    assert not sheets(page)
    assert said == ["王芳手上没有在办的工作。"]


def test_retiring_someone_offers_to_hand_over_first(page):
    makers.case()
    save_staff(StaffDraft(name="李建国", work_number="002", role=Role.ADMIN))
    enter(page, STAFF)
    Typist().enter()
    sheet(page).shelve.click()
    assert sheet(page).go.words() == "移交并停用"
    Typist().write("李").enter().press(KEY.Key_F9)
    assert [one.name for one in list_staff()] == ["李建国"]
    assert list_open_work(colleague("李建国").id)


def test_retiring_the_last_administrator_says_why_not_and_hands_nothing_over(page):
    makers.case()
    enter(page, STAFF)
    Typist().enter()
    sheet(page).shelve.click()
    Typist().write("李").enter().press(KEY.Key_F9)
    assert "管理员" in sheet(page).row.hint.text
    assert list_open_work(colleague("王芳").id)


def test_one_may_be_retired_with_work_in_hand(page):
    save_staff(StaffDraft(name="李建国", work_number="002", role=Role.ADMIN))
    makers.case()
    enter(page, STAFF)
    Typist().enter()
    sheet(page).shelve.click()
    sheet(page).leave_it.click()
    assert [one.name for one in list_staff()] == ["李建国"]
