"""The words of a “no”: kept by the centre, confirmed by its leader."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.exceptions import capture_exceptions

from app.errors import AppError
from app.records.remedies import list_remedies, unconfirmed
from app.records.scope_reasons import list_scope_reasons
from tests import makers
from tests.ui.typist import Typist
from ui.kit.sheet import Sheet
from ui.settings.page import SettingsPage

KEY = Qt.Key


@pytest.fixture
def opened(qtbot, desk):
    makers.furnish()
    held = []

    def open_page(name, who=None):
        page = SettingsPage(replace(desk, who=lambda: who) if who else desk)
        held.append(page)
        page.resize(1182, 684)
        page.show()
        with qtbot.waitActive(page):
            page.activateWindow()
        return page.option(name)

    yield open_page
    held.clear()


def sheet(option):
    return next(one for one in option.window().findChildren(Sheet) if one.isVisible())


def test_the_leader_confirms_a_text_and_nobody_else(opened):
    option = opened("救济途径")
    before = len(unconfirmed())
    with capture_exceptions() as raised:
        option.confirm.click()
    assert isinstance(raised[0][1], AppError)
    option = opened("救济途径", makers.leader())
    assert f"有 {before} 条" in option.urge.text
    option.confirm.click()
    assert len(unconfirmed()) == before - 1
    assert list_remedies()[0].confirmed_by == "李建国"


def test_a_text_that_is_changed_waits_to_be_confirmed_again(opened, qtbot):
    option = opened("救济途径", makers.leader())
    option.confirm.click()
    before = len(unconfirmed())
    option.view.setFocus()
    Typist().enter()
    sheet(option).editors["source"].setFocus()
    Typist().write("，另见第45条").press(KEY.Key_F9)
    qtbot.waitUntil(lambda: len(unconfirmed()) == before + 1)


def test_a_reason_names_where_to_go_or_is_not_taken(opened, qtbot):
    option = opened("不予受理事由")
    before = len(list_scope_reasons())
    option.add.click()
    keys = Typist().write("宗教场所审批").press(KEY.Key_F9)
    assert sheet(option).rows["channels"].hint.text.startswith("请写明该找哪里")
    keys.write("劳动仲裁").press(KEY.Key_F9)
    qtbot.waitUntil(lambda: len(list_scope_reasons()) == before + 1)
    assert list_scope_reasons()[-1].channel == "劳动仲裁"
