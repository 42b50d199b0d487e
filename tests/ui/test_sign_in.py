"""A password is asked at the start, at hand-over and after a while alone; nothing typed is lost."""

import sys
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.access.new_passwords import NewPassword, set_password
from app.access.sign_in import FAILURES, sign_in
from app.background import close_store
from app.directory import StaffDraft, list_staff, save_staff
from app.first_start import begin as set_up
from app.startup import start
from models import Staff, database
from models.choices import Role
from tests import makers
from tests.app.test_first_start import CENTRE
from tests.conftest import NOW, TODAY
from tests.ui.test_shell import STOPS, notes
from tests.ui.typist import Typist
from ui import pages
from ui.holder import Holder
from ui.kit import ask
from ui.kit.errands import HOME
from ui.kit.floating import AROUND
from ui.kit.memory import Memory
from ui.kit.notice import Notice
from ui.kit.rail import Stop
from ui.kit.sheet import Sheet
from ui.kit.style import Tone
from ui.lock import Lock
from ui.locking import Locking
from ui.program import Program
from ui.shell import Shell
from ui.welcome.password import PasswordQuestion
from ui.welcome.who_is_here import WhoIsHere

KEY = Qt.Key
HERS, HIS, NEW = "yunxi-2026", "liyun-2026", "shimen-2027"


def protect(staff_id, password, by=None):
    staff = {one.id: one for one in list_staff()}
    draft = NewPassword(password=password, again=password)
    return set_password(staff_id, draft, staff[by or staff_id], NOW)


@pytest.fixture
def folder(tmp_path):
    """A centre with an administrator, who has a password, and two clerks, of whom one has."""
    folder = tmp_path / "data"
    start(folder)
    names = ("王芳", "李建国", "周敏")
    set_up(CENTRE, [StaffDraft(name=name, work_number=f"0{n}") for n, name in enumerate(names, 1)])
    ids = [one.id for one in list_staff()]
    protect(ids[0], HERS)
    protect(ids[1], HIS)
    close_store()
    return folder


@pytest.fixture
def holder(qapp, qtbot, folder, monkeypatch):
    """The program as it opens on that centre, with light pages."""
    monkeypatch.setattr(pages, "STOPS", STOPS)
    hook = sys.excepthook
    holder = Holder()
    qtbot.addWidget(holder)
    holder.resize(1366, 697)
    with qtbot.waitActive(holder):
        holder.show()
        holder.activateWindow()
    memory = Memory(folder / "window.json")
    program = Program(holder, folder, memory, folder / "log", lambda: TODAY, lambda: NOW)
    program.begin()
    yield holder
    program.end()
    sys.excepthook = hook


def test_after_the_name_comes_the_password_and_enter_signs_in(holder):
    Typist().write("1")
    assert isinstance(holder.content, PasswordQuestion)
    Typist().write(HERS).enter()
    assert isinstance(holder.content, Shell)
    assert holder.content.at_desk().name == "王芳"


def test_who_has_none_is_at_the_desk_at_once(holder):
    Typist().write("3")
    assert holder.content.at_desk().name == "周敏"


def test_esc_leads_back_to_the_names(holder):
    Typist().write("1").press(KEY.Key_Escape)
    assert isinstance(holder.content, WhoIsHere)


def test_a_wrong_one_is_said_beside_the_field_and_written_over_by_the_next(holder):
    Typist().write("1").write("wrong").enter()
    box = holder.content.sign_in
    assert "再试 4 次" in box.row.hint.text
    Typist().write(HERS).enter()
    assert isinstance(holder.content, Shell)


def test_too_many_wrong_ones_lock_and_say_until_when(holder):
    typist = Typist().write("2")
    for _ in range(FAILURES):
        typist.write("wrong").enter()
    typist.write(HIS).enter()
    assert "已锁定到 08:47" in holder.content.sign_in.row.hint.text


@pytest.mark.parametrize(
    ("typed", "held", "on"), [("A", False, True), ("a", True, True), ("a", False, False)]
)
def test_caps_lock_is_told_from_what_is_typed(holder, typed, held, on):
    Typist().write("1")
    line = holder.content.sign_in.line
    shift = Qt.KeyboardModifier.ShiftModifier if held else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(line, typed, shift)
    assert ("大写锁定" in holder.content.sign_in.row.hint.text) == on
    QTest.keyClick(line, KEY.Key_CapsLock)
    assert ("大写锁定" in holder.content.sign_in.row.hint.text) != on


def test_what_an_administrator_set_is_changed_before_anything_else(holder):
    wang, li, _ = list_staff()
    protect(li.id, NEW, by=wang.id)
    typist = Typist().write("2").write(NEW).enter()
    assert isinstance(holder.content, PasswordQuestion)
    typist.write(HIS).enter().write(HIS + "x").enter()
    form = holder.content.sign_in._page
    assert form.rows["again"].is_wrong()
    typist.press(KEY.Key_Backspace).enter()
    assert holder.content.at_desk().name == "李建国"
    assert sign_in(li.id, HIS, NOW).name == "李建国"


def test_a_clerk_who_forgot_is_sent_to_the_administrator(holder):
    Typist().write("2")
    holder.content.sign_in.forgot.click()
    assert "管理员" in holder.content.sign_in.row.hint.text


def test_an_administrator_who_forgot_takes_the_code_and_gets_another(holder):
    wang = list_staff()[0]
    with database.atomic():
        Staff.update(password="").where(Staff.id == wang.id).execute()
        database.execute_sql("UPDATE centre SET recovery = ''")
    code = protect(wang.id, HIS)
    typist = Typist().write("1").press(KEY.Key_Escape).write("1")
    holder.content.sign_in.forgot.click()
    typist.write("2222").enter().write(NEW).enter().write(NEW).enter()
    form = holder.content.sign_in._page
    assert form.rows["code"].is_wrong()
    form.lines["code"].setText(code)
    form.act.click()
    shown = holder.content.sign_in._page
    assert shown.code != code
    assert not isinstance(holder.content, Shell)  # the code is looked at first
    shown.done.click()
    assert holder.content.at_desk().name == "王芳"
    assert sign_in(wang.id, NEW, NOW).name == "王芳"


@pytest.fixture
def clock():
    return [NOW]


@pytest.fixture
def shell(qtbot, desk, clerk, clock):
    """The desk of 王芳, who has a password, with a colleague who has and one who has not."""
    makers.centre()
    save_staff(StaffDraft(name="王芳", work_number="001", role=Role.ADMIN))
    other = save_staff(StaffDraft(name="李建国", work_number="002"))
    save_staff(StaffDraft(name="周敏", work_number="003"))
    protect(clerk.id, HERS)
    protect(other, HIS)
    desk.who.read_again(list_staff())
    object.__setattr__(desk, "now", lambda: clock[0])
    stops = ((Stop(HOME, "house", "Alt+1"), notes(HOME)),)
    shell = Shell(desk, desk.who, list, stops, {}, str)
    window = Holder()
    qtbot.addWidget(window)
    window.hold(shell, shell)
    shell.locking = Locking(window, desk, desk.who, shell)
    shell.lock_wanted.connect(shell.locking.cover)
    window.resize(1366, 697)
    shell.go(HOME)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return shell


def wait_alone(shell, clock, minutes=10):
    clock[0] += timedelta(minutes=minutes)
    shell.locking.idle.look()


def lock_now(shell):
    Typist().press(KEY.Key_L, modifier=Qt.KeyboardModifier.ControlModifier)
    return shell.locking.lock


def test_the_window_is_covered_after_a_while_and_what_was_typed_is_there_again(shell, clock):
    line = shell.stack.currentWidget().line
    Typist().write("half a sentence")
    wait_alone(shell, clock, 9)
    assert shell.locking.lock is None
    wait_alone(shell, clock, 1)
    lock = shell.locking.lock
    assert lock.geometry() == shell.window().rect()
    assert not shell.stack.isEnabled()
    Typist().press(KEY.Key_Escape).write(HERS).enter()
    assert shell.locking.lock is None
    assert (line.text(), line.hasFocus()) == ("half a sentence", True)


def test_whoever_touches_a_key_is_there(shell, clock):
    clock[0] += timedelta(minutes=9)
    QTest.keyClick(shell.window().windowHandle(), KEY.Key_Shift)
    wait_alone(shell, clock, 9)
    assert shell.locking.lock is None
    wait_alone(shell, clock, 1)
    assert isinstance(shell.locking.lock, Lock)


def test_the_minutes_are_a_setting_and_none_is_never(shell, clock):
    makers.centre(idle_minutes=0)
    wait_alone(shell, clock, 600)
    assert shell.locking.lock is None
    makers.centre(idle_minutes=3)
    shell.locking.idle.look()
    assert shell.locking.lock is not None


def test_a_colleague_who_signs_in_takes_the_desk_over(shell, desk):
    lock = lock_now(shell)
    lock.other.click()
    assert [offer.title for offer in lock.list.offers.offers] == ["王芳", "李建国"]
    Typist().press(KEY.Key_Down).enter().write(HERS).enter()
    assert shell.locking.lock is lock  # her password is not his
    Typist().write(HIS).enter()
    assert shell.locking.lock is None
    assert desk.who().name == "李建国"
    assert shell.top.clerk.text() == "李建国"


def test_all_colleagues_are_in_sight_in_a_low_window_too(shell):
    for number in range(4, 12):
        protect(save_staff(StaffDraft(name=f"王{number}", work_number=f"{number:03}")), HIS)
    shell.window().resize(890, 480)
    lock = lock_now(shell)
    lock.other.click()
    under = lock.list.geometry().bottom() - AROUND
    assert lock.list.y() >= 0
    assert under <= lock.height()


@pytest.mark.parametrize("over", ["shell", "window"])
def test_it_locks_over_an_open_sheet_which_stays(shell, over):
    """Some sheets lie over the pages, some over the whole window."""
    sheet = Sheet(shell if over == "shell" else shell.window(), "记一次接待")
    sheet.open()
    lock = lock_now(shell)
    assert not sheet.isEnabled()
    assert lock.isAncestorOf(shell.window().childAt(lock.card.geometry().center()))
    Typist().write(HERS).enter()
    assert sheet.isEnabled()
    assert sheet.hasFocus()
    assert not shell.stack.isEnabled()  # still under the sheet


def test_a_message_over_the_lock_gives_the_keyboard_back_to_it(shell):
    lock = lock_now(shell)
    Notice(shell.window(), "请看一下", "备份没有做成。", Tone.WARN).open()
    Typist().enter()
    assert lock.first.hasFocus()
    Typist().write(HERS).enter()
    assert shell.locking.lock is None


def test_a_question_that_stands_over_the_window_is_covered_too(shell, clock, qtbot):
    seen = []

    def leave_it_alone():
        question = QApplication.activeModalWidget()
        try:
            qtbot.waitUntil(question.text.hasFocus)
            Typist().write("because")
            wait_alone(shell, clock)
            seen.append((shell.locking.lock.parentWidget() is question, question.go.isEnabled()))
            Typist().write(HERS).enter()
            seen.append((question.text.toPlainText(), question.go.isEnabled()))
            question.go.click()
        finally:
            if question.isVisible():
                question.reject()

    QTimer.singleShot(0, shell, leave_it_alone)
    assert ask.why(shell, "作废回执", "为什么") == "because"
    assert seen == [(True, False), ("because", True)]
    assert shell.locking.lock is None


def test_who_has_no_password_is_left_in_peace_and_told_why(shell, desk, clock):
    desk.who.hand_over(list_staff()[2])
    wait_alone(shell, clock)
    assert lock_now(shell) is None
    assert "还没有设置密码" in shell.toast.text


def pick(shell, name):
    shell.top.clerk.setFocus()
    Typist().enter()
    titles = [offer.title for offer in shell.top.clerk.list.offers.offers]
    Typist().press(KEY.Key_Down, titles.index(name)).enter()


def test_handing_over_asks_for_the_colleagues_password(shell, desk):
    pick(shell, "李建国")
    assert desk.who().name == "王芳"
    Typist().write("wrong").enter()
    assert desk.who().name == "王芳"
    Typist().press(KEY.Key_Escape)
    assert not shell.findChildren(Sheet)
    pick(shell, "李建国")
    Typist().write(HIS).enter()
    assert desk.who().name == "李建国"
    pick(shell, "周敏")  # who has none
    assert desk.who().name == "周敏"


def test_the_list_of_colleagues_locks_as_well(shell):
    pick(shell, "锁定这个窗口")
    assert isinstance(shell.locking.lock, Lock)
