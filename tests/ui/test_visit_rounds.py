"""Many people are chosen or pasted, laid over days, moved by hand and booked, from the keyboard."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from app.visits.planning import plan_visit
from app.visits.rearranging import slot_of
from app.visits.tray import tray
from models import Visit
from models.choices import VisitStatus
from tests import makers, visiting
from tests.makers import NOW, resident
from tests.ui.counter import keyboard, on_the_desk
from tests.ui.typist import Typist
from ui.kit.print_sheet import PrintSheet
from ui.visits.rounds_people import LIST
from ui.visits.rounds_sheet import RoundsSheet

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
VILLAGES = ("石门村", "竹溪村", "柳林村")


@pytest.fixture(autouse=True)
def furnished(store):
    makers.furnish()
    visiting.furnish()
    visiting.crew()
    visiting.crew("李强", "王丽", team="乙组")


@pytest.fixture
def sheet(qtbot, desk):
    window = on_the_desk(qtbot, QWidget(), 1366, 768)

    def open_():
        made = RoundsSheet(window, desk)
        made.open()
        QApplication.processEvents()
        return made

    return open_


def asked_for(count):
    for n in range(count):
        served = makers.wife(name=f"人{n}", id_number="", phone="10012345678")
        visiting.requested(served=served, village=VILLAGES[n % 3])


def a_list(count):
    numbers = [resident(f"330106195203{n // 28 + 10:02}{n % 28 + 100:03}") for n in range(count)]
    return "\n".join(f"人{n}\t{one}\t{VILLAGES[n % 3]}" for n, one in enumerate(numbers))


def laid(sheet, qtbot):
    Typist().press(KEY.Key_F9)
    qtbot.waitUntil(lambda: sheet.made is not None)
    return sheet.made


def planned():
    return Visit.select().where(Visit.status == VisitStatus.PLANNED).count()


def test_those_who_wait_are_ticked_laid_and_booked(sheet, qtbot):
    asked_for(7)
    opened = sheet()
    assert keyboard() is opened.people.waiting.list
    Typist().press(KEY.Key_Space).press(KEY.Key_Down, 2).press(KEY.Key_Space)
    assert opened.lay.words() == "排一排（2 户）"
    Typist().press(KEY.Key_A, modifier=CTRL)
    made = laid(opened, qtbot)
    assert (len(made.plans), made.left) == (7, ())
    assert keyboard() is opened.trips.trips
    Typist().press(KEY.Key_F9)
    assert planned() == 7
    assert not tray()
    Typist().press(KEY.Key_F9)
    assert any("安排表" in one.title.text() for one in opened._over().findChildren(PrintSheet))


def test_a_village_alone_can_be_chosen(sheet):
    asked_for(7)
    opened = sheet()
    opened.people.waiting.village.setFocus()
    Typist().write("竹溪村").enter()
    opened.people.waiting.list.setFocus()
    Typist().press(KEY.Key_A, modifier=CTRL)
    assert opened.people.people() == 2


def test_a_pasted_list_of_62_is_asked_for_laid_and_booked(sheet, qtbot):
    opened = sheet()
    assert keyboard() is opened.people.source
    Typist().press(KEY.Key_Right)
    assert opened.people.source.value() == LIST
    opened.people.common.matter.setFocus()
    Typist().write("高龄津贴认证").enter().write("05706001234").enter(3).press(KEY.Key_Space)
    opened.people.pasted.box.setFocus()
    QGuiApplication.clipboard().setText(a_list(62))
    Typist().press(KEY.Key_V, modifier=CTRL)
    assert opened.lay.words() == "排一排（62 户）"
    made = laid(opened, qtbot)
    assert (len(made.plans), len(tray())) == (62, 62)
    assert "62 户 3 个村" in opened.trips.count.text
    Typist().press(KEY.Key_F9)
    assert planned() == 62


def test_a_list_without_consent_is_not_asked_for(sheet):
    opened = sheet()
    Typist().press(KEY.Key_Right)
    opened.people.pasted.box.set_value(a_list(2))
    Typist().press(KEY.Key_F9)
    assert opened.people.rows["matter"].hint.text == "请写明上门办什么事。"
    assert opened.people.rows["consent"].hint.text == "要先征得同意，再登记上门。"
    assert keyboard() is opened.people.common.matter
    assert not tray()


def test_one_is_moved_by_hand_and_one_left_for_later(sheet, qtbot):
    asked_for(4)
    opened = sheet()
    Typist().press(KEY.Key_A, modifier=CTRL)
    made = laid(opened, qtbot)
    Typist().enter()
    assert keyboard() is opened.trips.stops
    visit = opened.trips.stops.entry().key
    before = next(slot_of(one) for one in made.plans if one.visit_id == visit)
    Typist().press(KEY.Key_M)
    qtbot.waitUntil(opened.trips.elsewhere.is_open)
    Typist().press(KEY.Key_Down, 6).enter()
    after = next(slot_of(one) for one in opened.made.plans if one.visit_id == visit)
    assert after != before
    assert keyboard() is opened.trips.stops
    Typist().press(KEY.Key_Delete)
    assert (len(opened.made.plans), len(opened.made.left)) == (3, 1)
    Typist().press(KEY.Key_F9)
    assert (planned(), len(tray())) == (3, 1)


def test_what_has_no_room_says_why(sheet, qtbot):
    visiting.requested(minutes=400)
    opened = sheet()
    Typist().press(KEY.Key_Space)
    made = laid(opened, qtbot)
    assert len(made.left) == 1
    assert "半天排不下" in opened.trips.stops.entries()[0].note
    assert "1 户没有排进去" in opened.state.text
    assert not opened.book.isEnabled()


def test_what_came_in_between_refuses_the_whole_and_loses_nothing(sheet, qtbot):
    asked_for(3)
    opened = sheet()
    Typist().press(KEY.Key_A, modifier=CTRL)
    made = laid(opened, qtbot)
    blocking = visiting.requested()
    plan = made.plans[0].plan
    plan_visit(blocking, plan, makers.somebody(), NOW)
    Typist().press(KEY.Key_F9)
    assert "已定去" in opened.state.text
    assert planned() == 1
    assert opened.made is made


def test_a_round_begins_tomorrow_and_not_before_today(sheet):
    opened = sheet()
    assert opened.people.first.value() == date(2026, 11, 23)
    opened.people.first.set_value(date(2026, 11, 1))
    Typist().press(KEY.Key_F9)
    assert opened.people.rows["first"].hint.text == "请写今天或以后。"


def test_one_goes_back_to_choose_others_and_a_list_is_not_asked_for_twice(sheet, qtbot):
    asked_for(3)
    opened = sheet()
    Typist().press(KEY.Key_A, modifier=CTRL)
    laid(opened, qtbot)
    opened.back.click()
    assert opened.people.people() == 3
    opened.people.waiting.list.setFocus()
    Typist().press(KEY.Key_Space)
    assert len(laid(opened, qtbot).plans) == 2
    assert len(tray()) == 3
