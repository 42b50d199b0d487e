import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication

from app.centre import find_centre
from app.directory import Who, list_staff, list_units, list_villages
from models.choices import Role
from tests.conftest import TODAY
from ui.welcome.first_start import FirstStart
from ui.welcome.who_is_here import WhoIsHere


@pytest.fixture
def first_start(qtbot, store):
    window = FirstStart()
    qtbot.addWidget(window)
    window.resize(1366, 697)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    return window


def paste(qtbot, box, text):
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def write(editor, text):
    """As an input method does; QTest knows no Chinese keys."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(editor, event)


def go_on(qtbot, window):
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_F10)


def test_a_centre_is_set_up_without_a_mouse(first_start, qtbot):
    lines = first_start.centre.lines
    assert lines["name"].hasFocus()
    write(lines["name"], "云溪镇便民服务中心")
    qtbot.keyClick(lines["name"], Qt.Key.Key_Return)
    assert lines["place"].hasFocus()
    assert lines["place"].text() == "云溪"
    go_on(qtbot, first_start)
    paste(qtbot, first_start.staff.box, "姓名\t工号\n王芳\t001\n李建国\t002\n")
    go_on(qtbot, first_start)
    paste(qtbot, first_start.units.box, "民政办\t3\t陈静\t0570-6001234\n民政办\t4")
    assert first_start.units.sum.text() == "看懂了 1 个单位"
    go_on(qtbot, first_start)
    paste(qtbot, first_start.villages.box, "柳林村、石门村")
    with qtbot.waitSignal(first_start.done):
        go_on(qtbot, first_start)
    assert find_centre().name == "云溪镇便民服务中心"
    assert find_centre().place == "云溪"
    assert [(one.name, one.work_number) for one in list_staff()] == [
        ("王芳", "001"),
        ("李建国", "002"),
    ]
    assert [one.role for one in list_staff()] == [Role.ADMIN, Role.CLERK]
    assert [one.name for one in list_units()] == ["民政办"]
    assert [one.name for one in list_villages()] == ["柳林村", "石门村"]


def test_what_is_missing_is_said_beside_its_field_and_nothing_goes_on(first_start, qtbot):
    go_on(qtbot, first_start)
    rows = first_start.centre.rows
    assert rows["name"].is_wrong()
    assert rows["place"].is_wrong()
    assert not rows["address"].is_wrong()
    assert first_start.stack.currentWidget() is first_start.centre
    assert first_start.centre.lines["name"].hasFocus()


def test_a_centre_without_staff_does_not_begin(first_start, qtbot):
    first_start.centre.lines["name"].setText("云溪镇便民服务中心")
    go_on(qtbot, first_start)
    go_on(qtbot, first_start)
    assert first_start.stack.currentWidget() is first_start.staff
    assert "至少" in first_start.staff.wrong.text()


def test_a_place_somebody_wrote_is_not_written_over(first_start):
    lines = first_start.centre.lines
    lines["name"].setText("云溪镇便民服务中心")
    lines["place"].setText("云溪东")
    lines["name"].setText("青石镇便民服务中心")
    assert lines["place"].text() == "云溪东"


def test_another_than_the_first_may_be_named_administrator(first_start, qtbot):
    first_start.centre.lines["name"].setText("云溪镇便民服务中心")
    go_on(qtbot, first_start)
    paste(qtbot, first_start.staff.box, "王芳\t001\n李建国\t002\n周敏\t003")
    qtbot.keyClick(first_start.staff.box, Qt.Key.Key_Tab)
    pick = first_start.staff.administrator
    assert (pick.hasFocus(), pick.text()) == (True, "王芳")
    pick.selectAll()
    write(pick, "李")
    qtbot.keyClick(pick, Qt.Key.Key_Return)
    for _ in range(2):
        go_on(qtbot, first_start)
    with qtbot.waitSignal(first_start.done):
        go_on(qtbot, first_start)
    roles = {one.name: one.role for one in list_staff()}
    assert roles == {"王芳": Role.CLERK, "李建国": Role.ADMIN, "周敏": Role.CLERK}


def test_esc_leads_back_and_keeps_what_was_written(first_start, qtbot):
    first_start.centre.lines["name"].setText("云溪镇便民服务中心")
    go_on(qtbot, first_start)
    first_start.staff.box.setPlainText("王芳 001")
    qtbot.keyClick(first_start.staff.box, Qt.Key.Key_Escape)
    assert first_start.stack.currentWidget() is first_start.centre
    go_on(qtbot, first_start)
    assert first_start.staff.box.toPlainText() == "王芳 001"


def test_wrong_lines_are_shown_first(first_start):
    first_start.villages.box.setPlainText("柳林村\n石门村\n柳林村")
    lines = first_start.villages.understood.lines.lines
    assert [(line.line, line.problem) for line in lines] == [
        (3, "村社与第 1 行相同。"),
        (1, ""),
        (2, ""),
    ]


def test_the_demonstration_is_one_press_away(first_start, qtbot):
    with qtbot.waitSignal(first_start.demonstration_wanted):
        qtbot.mouseClick(first_start.demo, Qt.MouseButton.LeftButton)


STAFF = [Who(n, name, f"{n:03}") for n, name in enumerate(["王芳", "李建国", "赵敏", "孙丽"], 1)]


@pytest.fixture
def who_is_here(qtbot):
    window = WhoIsHere(STAFF, "2", "云溪镇便民服务中心", TODAY)
    qtbot.addWidget(window)
    window.resize(1366, 697)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    return window


@pytest.mark.parametrize(
    ("keys", "name"),
    [
        ([Qt.Key.Key_3], "赵敏"),
        ([Qt.Key.Key_Return], "李建国"),  # the one of the last time
        ([Qt.Key.Key_Right, Qt.Key.Key_Return], "赵敏"),
        ([Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Space], "孙丽"),
        ([Qt.Key.Key_Up, Qt.Key.Key_Enter], "李建国"),
    ],
)
def test_who_is_here_says_so_with_a_key(who_is_here, qtbot, keys, name):
    chosen = []
    who_is_here.chosen.connect(chosen.append)
    for key in keys:
        qtbot.keyClick(who_is_here.focusWidget(), key)
    assert [who.name for who in chosen] == [name]


def test_a_digit_of_nobody_chooses_nobody(who_is_here, qtbot):
    with qtbot.assertNotEmitted(who_is_here.chosen):
        qtbot.keyClick(who_is_here.focusWidget(), Qt.Key.Key_9)
