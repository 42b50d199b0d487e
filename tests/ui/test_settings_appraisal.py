"""设置—考核, used from the keyboard."""

import pytest
from PySide6.QtCore import Qt

from app.appraisal.quarter import quarter_of
from app.appraisal.rules import list_versions, rules_for
from models.choices import Merit
from tests import makers
from tests.conftest import TODAY
from tests.ui.typist import Typist
from ui.settings.page import SettingsPage

KEY = Qt.Key
NOW = quarter_of(TODAY)


@pytest.fixture
def page(qtbot, desk, store):
    makers.furnish()
    page = SettingsPage(desk)
    page.resize(1182, 684)
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitActive(page):
        page.activateWindow()
    page.take("考核")
    return page


@pytest.fixture
def option(page):
    return page.option("考核")


def test_a_rule_is_changed_for_this_quarter_or_the_next(option, desk):
    said = []
    desk.errands.said.connect(said.append)
    option.lines[Merit.OVERDUE].points.setFocus()
    Typist().press(KEY.Key_Down)
    assert option.is_edited()
    option.since.setFocus()
    Typist().press(KEY.Key_Right).press(KEY.Key_F9)
    assert said == [f"已保存，从{NOW.next}起按第 2 版记分。"]
    assert rules_for(NOW).rule(Merit.OVERDUE).points == 5
    assert rules_for(NOW.next).rule(Merit.OVERDUE).points == 4
    told = option.versions.entries()[0]
    assert "超期 5→4 分" in told.note


def test_without_a_change_the_other_quarters_rules_are_shown(option):
    option.lines[Merit.OVERDUE].active.setFocus()
    Typist().press(KEY.Key_Space).press(KEY.Key_F9)
    option.since.setFocus()
    assert not option.is_edited()
    Typist().press(KEY.Key_Right)
    assert not option.is_edited()
    assert len(list_versions()) == 2
    assert not rules_for(NOW).rule(Merit.OVERDUE).active


def test_what_is_wrong_is_said_under_the_rule_and_nothing_is_saved(option):
    line = option.lines[Merit.OVERDUE]
    line.name.setFocus()
    line.name.selectAll()
    Typist().press(KEY.Key_Delete)
    assert line.hint.text == "请写叫法。"
    option.save.setFocus()
    Typist().press(KEY.Key_F9)
    assert line.name.hasFocus()
    assert len(list_versions()) == 1
    line.name.setFocus()
    Typist().write("超时")
    assert "第一个工作日" in line.hint.text


def test_the_most_may_be_left_out(option):
    line = option.lines[Merit.OVERDUE]
    line.most.setFocus()
    line.most.selectAll()
    Typist().press(KEY.Key_Delete).press(KEY.Key_F9)
    assert rules_for(NOW).rule(Merit.OVERDUE).most is None
