from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from app.drafts import list_drafts
from app.month.locks import lock_month
from app.receptions import (
    FORM,
    ReceptionDraft,
    get_reception,
    list_receptions,
    record_reception,
    turn_into_case,
)
from models.choices import Channel, ReceptionEnd
from tests import makers
from tests.conftest import NOW, TODAY
from tests.ui.typist import Typist
from ui.kit.errands import FromReception, ReceptionsOf, Resume
from ui.kit.sheet import Sheet
from ui.receptions.month import MonthSheet
from ui.receptions.sheet import NewReception, open_reception
from ui.receptions.view import ReceptionSheet

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def furnished(store):
    makers.furnish()


@pytest.fixture
def window(qtbot):
    """Something a sheet can lie over."""
    window = QWidget()
    QVBoxLayout(window).addWidget(QPushButton("under"))
    qtbot.addWidget(window)
    window.resize(1182, 684)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    return window


@pytest.fixture
def opened(window, desk):
    """The sheet that is opened for what was asked."""

    def open_sheet(wanted=None, kind=NewReception):
        open_reception(window, desk, wanted)
        return sheets(window, kind)[-1]

    return open_sheet


@pytest.fixture
def asked(desk):
    found = []
    desk.errands.intake_wanted.connect(lambda what: found.append(("intake", what)))
    desk.errands.case_wanted.connect(lambda what: found.append(("case", what)))
    return found


def sheets(window, kind=Sheet):
    return [one for one in window.findChildren(kind) if one.isVisible()]


def record(**changes):
    given = {"at": NOW, "name": "赵国强", "asked": "低保多久复核", "answered": "每年一次"}
    return record_reception(ReceptionDraft(**(given | changes)), makers.somebody(), NOW)


def write_one(keys):
    keys.write("赵国强").enter().write("10012345678").enter()
    keys.write("低保多久复核").press(KEY.Key_Return, 1, CTRL)
    keys.write("每年一次").press(KEY.Key_Return, 1, CTRL)


def test_a_reception_is_written_down_with_the_keyboard_alone(opened, window, clerk):
    opened()
    keys = Typist()
    write_one(keys)
    keys.press(KEY.Key_2).enter().press(KEY.Key_2).press(KEY.Key_F9)
    (row,) = list_receptions(TODAY, TODAY)
    assert (row.name, row.phone, row.asked, row.answered) == (
        "赵国强",
        "10012345678",
        "低保多久复核",
        "每年一次",
    )
    assert (row.ending, row.channel) == (ReceptionEnd.GUIDED, Channel.PHONE)
    assert (row.staff, row.case_id) == ("王芳", None)
    assert sheets(window) == []
    assert list_drafts(FORM) == []


def test_what_is_lacking_is_said_beside_its_field_and_nothing_is_saved(opened, window):
    sheet = opened()
    Typist().write("赵国强").enter().write("123").press(KEY.Key_F9)
    rows = sheet.form.rows
    assert {name for name, row in rows.items() if row.is_wrong()} == {"phone", "asked", "answered"}
    assert sheet.form.phone.hasFocus()
    assert list_receptions(TODAY, TODAY) == []
    assert sheets(window) == [sheet]


def test_it_becomes_a_case_in_one_press_though_nothing_was_answered(opened, window, asked):
    opened()
    keys = Typist().write("赵国强").enter(2).write("户口迁不过来").press(KEY.Key_F10)
    (row,) = list_receptions(TODAY, TODAY)
    assert asked == [("intake", FromReception(row.id))]
    assert row.ending is ReceptionEnd.REGISTERED
    assert sheets(window) == []
    assert keys.here() is not None


def test_what_was_answered_stays_so_until_the_case_is_there(opened, asked):
    opened()
    keys = Typist()
    write_one(keys)
    keys.press(KEY.Key_F10)
    (row,) = list_receptions(TODAY, TODAY)
    assert (row.ending, asked) == (ReceptionEnd.ANSWERED, [("intake", FromReception(row.id))])


def test_every_keystroke_is_kept_and_the_same_clerk_goes_on(opened, window):
    sheet = opened()
    Typist().write("赵").write("国强").enter(2).write("低保")
    (draft,) = list_drafts(FORM)
    assert draft.title == "接待 赵国强 · 低保"
    Typist().press(KEY.Key_Escape)
    assert sheets(window) == []
    sheet = opened()
    assert (sheet.form.name.value(), sheet.form.asked.value()) == ("赵国强", "低保")
    assert "上次" in sheet.kept.text
    write_one(Typist())
    Typist().press(KEY.Key_F9)
    assert list_drafts(FORM) == []


def test_another_clerk_begins_anew_and_can_take_up_a_draft_of_the_list(opened, desk):
    from app import drafts

    other = makers.clerk("李建国", "07")
    held = drafts.keep(FORM, None, "接待", {"asked": "低保", "at": NOW.isoformat()}, other.id, NOW)
    assert opened().form.is_blank()
    sheets(QApplication.activeWindow())[-1].leave()
    assert opened(Resume(held)).form.asked.value() == "低保"


def test_clearing_throws_the_draft_away(opened):
    sheet = opened()
    assert sheet.clear.isHidden()
    Typist().write("赵国强")
    sheet.clear.click()
    assert list_drafts(FORM) == []
    assert sheet.form.is_blank()
    assert sheet.clear.isHidden()
    assert sheet.form.name.hasFocus()


def test_an_hour_that_is_none_is_not_taken_for_now(opened):
    sheet = opened()
    write_one(Typist())
    assert sheet.closed.isHidden()
    lock_month(date(2026, 9, 1), makers.somebody(), NOW)
    sheet.form.at.set_value(datetime(2026, 9, 18, 9))
    assert sheet.closed.text.startswith("2026年9月已封账")
    sheet.form.at.setText("25:99")
    Typist().press(KEY.Key_F9)
    assert sheet.form.rows["at"].is_wrong()
    assert list_receptions(TODAY, TODAY) == []


def test_an_hour_later_than_now_is_refused(opened):
    sheet = opened()
    write_one(Typist())
    sheet.form.at.set_value(NOW + timedelta(hours=1))
    Typist().press(KEY.Key_F9)
    assert "不能晚于现在" in sheet.form.rows["at"].hint.text


def test_one_that_was_is_shown_in_full_and_becomes_a_case(opened, window, asked):
    held = record(phone="10012345678")
    sheet = opened(held, ReceptionSheet)
    told = " ".join(one.accessibleName() for one in sheet.findChildren(QWidget))
    assert "赵国强，10012345678" in told
    assert sheet.go.hasFocus()
    Typist().enter()
    assert asked == [("intake", FromReception(held))]
    assert sheets(window) == []


def test_one_that_became_a_case_leads_to_it(opened, asked):
    made = makers.case(received_at=NOW)
    held = record()
    turn_into_case(held, made.id)
    opened(held, ReceptionSheet)
    Typist().enter()
    assert asked == [("case", made.id)]


def test_the_receptions_of_a_month_newest_first_and_the_month_before(opened, window, asked):
    record(at=NOW - timedelta(days=30), asked="上个月")
    first, second = record(at=NOW - timedelta(days=2)), record(at=NOW - timedelta(hours=1))
    sheet = opened(ReceptionsOf(TODAY), MonthSheet)
    assert [sheet.view.table.row(n).id for n in range(2)] == [second, first]
    assert sheet.sum.text() == "共接待 2 人次，其中 0 次转为登记"
    Typist().press(KEY.Key_Down).enter()
    assert sheets(window, ReceptionSheet)[0].row.id == first
    Typist().press(KEY.Key_Escape)
    assert sheet.view.hasFocus()
    sheet.month.setFocus()
    Typist().press(KEY.Key_Left)
    assert sheet.view.record().asked == "上个月"
    Typist().press(KEY.Key_Left)
    assert sheet.stack.currentWidget() is sheet.empty
    assert get_reception(first).case_id is None


def test_going_on_from_the_month_closes_both_sheets(opened, window, asked):
    held = record()
    opened(ReceptionsOf(TODAY), MonthSheet)
    Typist().enter().press(KEY.Key_F10)
    assert asked == [("intake", FromReception(held))]
    assert sheets(window) == []
