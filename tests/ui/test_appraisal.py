"""The appraisal of units at the desk, with the keyboard alone."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.access.new_passwords import NewPassword, set_password
from app.appraisal import Quarter, appraise
from app.directory import StaffDraft, get_staff, save_staff
from app.month.locks import lock_month
from models import PointReview
from models.choices import Merit, ReviewStep, Role
from tests.app import appraising as a
from tests.app.month_stores import UNITS, found_centre
from tests.conftest import NOW
from tests.ui.typist import Typist
from ui.kit.print_sheet import PrintSheet
from ui.reports.appraisal import AppraisalView
from ui.reports.appraisal_rules import RulesSheet
from ui.reports.review_sheet import ReviewSheet

KEY = Qt.Key
QUARTER = Quarter(2026, 4)
SECRET = "yunxi-2026"


@pytest.fixture
def late(store):
    """Two units, one of them late; a leader may sign."""
    found_centre()
    leader = save_staff(StaffDraft(name="李建国", work_number="02", role=Role.LEADER))
    set_password(leader, NewPassword(password=SECRET, again=SECRET), get_staff(leader), NOW)
    for _ in range(3):
        a.accepted(a.a_case(), 2)
    a.share(a.a_case(), 1)
    return leader


@pytest.fixture
def view(qtbot, late, desk):
    window = QWidget()
    window.resize(1366, 768)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    view = AppraisalView(window, desk, QUARTER)
    view.open()
    qtbot.waitUntil(lambda: view.seen is not None)
    yield view
    window.close()
    window.deleteLater()


def sheet(view, kind):
    return next(one for one in view.window().findChildren(kind) if one.isVisible())


def test_enter_goes_from_a_unit_to_its_points_and_to_the_case(view, qtbot, desk):
    window = view.window()
    assert view.units.record().unit == UNITS[0]
    Typist().press(KEY.Key_Down)
    with qtbot.waitSignal(desk.errands.case_wanted) as wanted:
        Typist().enter()
        assert view.points.hasFocus()
        Typist().press(KEY.Key_Down)
        point = view.points.record()
        Typist().enter()
    assert wanted.args == [point.case_id]
    again = AppraisalView(window, desk, QUARTER)
    again.open()  # and goes on where one was
    qtbot.waitUntil(lambda: again.points.record() is not None)
    assert again.points.record().key == point.key != again.points.table.row(0).key
    assert again.points.hasFocus()


def test_escape_leads_back_to_the_units_and_then_out(view, qtbot):
    assert not any(one.isVisible() for one in view.acts)  # nothing is chosen yet
    Typist().enter()
    assert not view.units.isVisible()
    assert view.acts[0].isVisible()
    Typist().press(KEY.Key_Escape)
    assert view.units.hasFocus()
    assert not any(one.isVisible() for one in view.acts)
    with qtbot.waitSignal(view.left):
        Typist().press(KEY.Key_Escape)


def test_the_rules_of_the_quarter_are_read_beside_it(view):
    Typist().press(KEY.Key_F6)
    rules = sheet(view, RulesSheet)
    assert rules.view.table.text(2, 0) == "超期 每次都计"
    assert [rules.view.table.text(2, n) for n in (1, 2)] == ["-5", "20"]


def test_what_is_shown_are_the_points_and_their_sum(view):
    seen = appraise(QUARTER, NOW)
    assert [view.units.table.text(0, n) for n in range(5)] == [
        UNITS[0],
        "1",
        "0",
        "-5",
        "件数太少，不评分",
    ]
    assert view.units.table.text(1, 4) == seen.unit(UNITS[1]).shown_total
    Typist().enter()
    assert view.points.table.text(0, 2) == "-5"
    assert view.of_unit.of_unit.note.endswith("减分 -5，件数太少，不评分")


def test_an_appeal_and_its_end_are_typed_and_shown(view, qtbot):
    Typist().enter().press(KEY.Key_F7)
    form = sheet(view, ReviewSheet)
    Typist().write("系统停机").tab().write("陈浩")
    Typist().press(KEY.Key_F9)
    qtbot.waitUntil(lambda: "申诉中" in view.points.table.text(0, 1))
    assert view.of_unit.in_full.text().endswith("申诉（陈浩）：系统停机")
    assert view.units.table.text(0, 5) == "1"  # waits for somebody to decide
    assert view.acts[0].text() == "申诉结论"
    qtbot.waitUntil(lambda: view.points.hasFocus())
    Typist().press(KEY.Key_F7)
    form = sheet(view, ReviewSheet)
    Typist().press(KEY.Key_F9)
    assert form.rows["upheld"].is_wrong()
    assert form.rows["approver"].is_wrong()
    Typist().press(KEY.Key_Right)  # upheld
    Typist().tab().write("停机属实")
    form.on_paper.setFocus()
    Typist().write("李镇长").press(KEY.Key_F9)
    qtbot.waitUntil(lambda: "已排除" in view.points.table.text(0, 1))
    steps = [one.step for one in PointReview.select()]
    assert steps == [ReviewStep.APPEALED, ReviewStep.UPHELD]
    assert view.points.table.text(0, 2) == "-5"  # struck through, and still to be read
    assert view.points.record().struck
    assert [one.isVisible() for one in view.acts] == [True, False]
    assert view.acts[0].text() == "恢复计分"


def test_a_point_is_left_out_by_two(view, qtbot, late):
    Typist().enter().press(KEY.Key_F8)
    form = sheet(view, ReviewSheet)
    Typist().write("不该记")
    form.approver.set_value(late)
    Typist().press(KEY.Key_F9)
    assert form.rows["password"].is_wrong()
    assert PointReview.select().count() == 0  # without a password nobody signs
    form.password.setFocus()
    Typist().write(SECRET).press(KEY.Key_F9)
    qtbot.waitUntil(lambda: "已排除" in view.points.table.text(0, 1))
    assert PointReview.get().person == "李建国"


def test_the_quarters_are_gone_through_with_the_arrows(view, qtbot):
    view.quarter.setFocus()
    assert not view.quarter.after.isEnabled()
    Typist().press(KEY.Key_Left)
    qtbot.waitUntil(lambda: view.seen.quarter == QUARTER.before)
    assert view.quarter.value() == date(2026, 7, 1)
    assert view.units.table.rowCount() == 0
    assert not view.print.isEnabled()


def test_the_paper_is_looked_at_before_it_is_printed(view, qtbot):
    Typist().press(KEY.Key_F9)
    paper = sheet(view, PrintSheet)
    assert paper.paper.leaves
    Typist().press(KEY.Key_Escape)
    assert view.isVisible()


def test_what_changes_meanwhile_is_shown(view, qtbot, desk):
    Typist().enter()
    a.reviewed(
        view.points.record().case_id,
        Merit.OVERDUE,
        view.points.record().source,
        ReviewStep.EXCLUDED,
    )
    view.refresh()
    qtbot.waitUntil(lambda: "已排除" in view.points.table.text(0, 1))


def test_a_closed_quarter_is_said_to_be_and_not_touched(view, qtbot, desk, late):
    a.share(a.a_case(), due_on=date(2026, 9, 24), sent_at=a.at(9, 20))
    lock_month(date(2026, 9, 1), desk.who(), NOW)
    view.quarter.setFocus()
    Typist().press(KEY.Key_Left)
    qtbot.waitUntil(lambda: view.closed)
    assert "已封账" in view.state.text
    Typist().tab().enter()
    assert view.points.table.text(0, 2) == "-5"
    assert not any(one.isVisible() for one in view.acts)
