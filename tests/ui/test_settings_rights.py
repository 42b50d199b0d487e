"""设置—权限, used from the keyboard."""

import pytest
from PySide6.QtCore import Qt

from app.moves.rights import reserved
from models.choices import Act
from tests import makers
from tests.ui.typist import Typist
from ui.settings.page import SettingsPage

KEY = Qt.Key


@pytest.fixture
def page(qtbot, desk, store):
    makers.furnish()
    page = SettingsPage(desk)
    page.resize(1182, 684)
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitActive(page):
        page.activateWindow()
    page.take("权限")
    return page


def test_an_act_is_given_to_those_in_charge_and_back(page):
    tick = page.option("权限").ticks[Act.SUPERVISE]
    tick.setFocus()
    Typist().press(KEY.Key_Space).press(KEY.Key_F9)
    assert reserved() == {Act.SUPERVISE}
    Typist().press(KEY.Key_Space).press(KEY.Key_F9)
    assert reserved() == set()
