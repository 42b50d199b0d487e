"""The centre says who goes on home visits, with what, by which rules, and how far it is."""

from dataclasses import replace
from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.directory import StaffDraft, save_staff
from app.visits.absences import list_absences
from app.visits.crews import HelperDraft, list_helpers, list_kits, save_helper
from app.visits.rules import VisitSettings, visit_rules
from app.visits.ways import WayEntry, list_ways
from models.choices import KitKind, Need
from tests import makers, visiting
from tests.conftest import TODAY
from tests.ui.typist import Typist
from ui.kit import ask
from ui.kit.sheet import Sheet
from ui.settings.page import SettingsPage

KEY = Qt.Key


@pytest.fixture(autouse=True)
def furnished(store):
    makers.furnish()
    visiting.furnish()


@pytest.fixture
def page(qtbot, desk):
    page = SettingsPage(desk)
    page.resize(1182, 684)
    page.show()
    with qtbot.waitActive(page):
        page.activateWindow()
    yield page
    page.deleteLater()


@pytest.fixture
def said(desk):
    found = []
    desk.errands.said.connect(found.append)
    return found


def enter(page, name):
    page.take(name)
    return page.option(name)


def sheet(page):
    return next(one for one in page.findChildren(Sheet) if one.isVisible())


def test_the_rules_are_changed_and_what_was_said_elsewhere_stays(page, said):
    option = enter(page, "上门服务")
    Typist().press(KEY.Key_Backspace).enter()  # nobody who is pregnant; on to the crew
    Typist().press(KEY.Key_Up)
    option.editors["morning_to"].setFocus()
    Typist().press(KEY.Key_A, modifier=Qt.KeyboardModifier.ControlModifier).write("11.45")
    assert option.rows["morning_to"].is_wrong()
    Typist().press(KEY.Key_A, modifier=Qt.KeyboardModifier.ControlModifier).write("11:45")
    Typist().press(KEY.Key_F9)
    needs = (Need.ELDERLY, Need.WEAK, Need.SICK, Need.DISABLED)
    assert visit_rules() == replace(
        VisitSettings(home="石门村"), needs=needs, least_crew=3, morning_to=time(11, 45)
    )
    assert (said, option.is_edited()) == (["已保存。"], False)


def test_hours_that_overlap_are_not_saved(page):
    option = enter(page, "上门服务")
    option.editors["afternoon_from"].set_value("9:00")
    Typist().press(KEY.Key_F9)
    assert option.rows["afternoon_from"].hint.text == "下午要在上午结束之后开始。"
    assert visit_rules().afternoon_from == time(13, 30)


def test_a_colleague_and_somebody_of_another_unit_go_on_visits(page, qtbot):
    colleague = save_staff(StaffDraft(name="周敏", work_number="007"))
    enter(page, "上门人员")
    Typist().press(KEY.Key_Insert).write("周敏").enter(3).write("甲组").press(KEY.Key_F10)
    qtbot.waitUntil(lambda: len(list_helpers()) == 1)
    qtbot.waitUntil(lambda: sheet(page).save.isEnabled())
    Typist().write("陈浩").enter().write("派出所").enter().write("10000000101").press(KEY.Key_F9)
    qtbot.waitUntil(lambda: len(list_helpers()) == 2)
    assert [(one.staff_id, one.name, one.unit) for one in list_helpers()] == [
        (None, "陈浩", "派出所"),
        (colleague, "周敏", ""),
    ]


def test_namesakes_of_two_units_go_on_visits_but_nobody_twice(page, qtbot):
    save_helper(HelperDraft(name="陈浩", unit="派出所"))
    enter(page, "上门人员")
    Typist().press(KEY.Key_Insert).write("陈浩").enter().write("派出所").press(KEY.Key_F9)
    form = sheet(page)
    assert form.rows["name"].is_wrong()
    form.editors["unit"].set_value(None, "残联")
    Typist().press(KEY.Key_F9)
    qtbot.waitUntil(lambda: len(list_helpers()) == 2)
    assert [str(one) for one in list_helpers()] == ["陈浩（派出所）", "陈浩（残联）"]


def test_a_kit_is_added(page, qtbot):
    enter(page, "上门设备")
    Typist().press(KEY.Key_Insert).write("中心面包车").enter().write("4").press(KEY.Key_F9)
    qtbot.waitUntil(lambda: bool(list_kits()))
    (kit,) = list_kits()
    assert (kit.name, kit.kind) == ("中心面包车", KitKind.CAR)


def test_leave_is_noted_told_of_and_taken_back(page, said, monkeypatch):
    crew = visiting.crew()
    visiting.planned(visiting.requested(), crew)
    option = enter(page, "上门人员")
    Typist().press(KEY.Key_F8).write("11.25").enter(2).press(KEY.Key_Right).enter().write("培训")
    Typist().press(KEY.Key_F9)
    assert said == ["已记下请假。那时已排了 1 次上门，请到周视图里改。"]
    assert option.view.record().id == crew[0]
    assert "11月25日上午" in option.view.table.text(0, 4)
    monkeypatch.setattr(ask, "is_sure", lambda *_, **__: True)
    sheet(page).standing.setFocus()
    Typist().enter()
    assert not list_absences(TODAY, visiting.WEDNESDAY)


def test_half_a_day_is_of_one_day(page):
    visiting.crew()
    enter(page, "上门人员")
    Typist().press(KEY.Key_F8).write("11.25").enter().write("11.27").enter().press(KEY.Key_Right)
    Typist().press(KEY.Key_F9)
    assert sheet(page).rows["half"].hint.text == "半天的只填同一天，跨天的选全天。"


def test_ways_are_pasted_changed_and_given_up(page, qtbot, said):
    option = enter(page, "路程")
    option.paste.click()
    QGuiApplication.clipboard().setText("\t石门村\t竹溪村\n柳林村\t15\t10")
    Typist().press(KEY.Key_V, modifier=Qt.KeyboardModifier.ControlModifier).press(KEY.Key_F9)
    assert len(list_ways()) == 3
    option.view.choose_row(0)
    option.view.setFocus()
    Typist().enter().enter(2)
    Typist().press(KEY.Key_A, modifier=Qt.KeyboardModifier.ControlModifier).write("35")
    Typist().press(KEY.Key_F9)
    qtbot.waitUntil(lambda: WayEntry("石门村", "竹溪村", 35) in list_ways())
    qtbot.waitUntil(lambda: not any(one.isVisible() for one in page.findChildren(Sheet)))
    option.view.choose_row(0)
    option.view.setFocus()
    Typist().enter()
    sheet(page).shelve.click()
    assert len(list_ways()) == 2
    assert said[-1] == "“石门村—竹溪村”以后按平常的分钟数算。"
