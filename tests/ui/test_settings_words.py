"""设置—叫法, used from the keyboard."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.wording import list_words, read_again, save_word
from models import Wording
from models.choices import Cause
from tests import makers
from tests.ui.typist import Typist
from ui.cases.page import CasesPage
from ui.intake.how import ObstacleBlock
from ui.intake.page import IntakePage
from ui.kit.sheet import Sheet
from ui.settings.page import SettingsPage

KEY = Qt.Key


@pytest.fixture
def page(qtbot, desk, store):
    makers.furnish()
    page = SettingsPage(desk)
    page.resize(1182, 684)
    page.show()
    with qtbot.waitActive(page):
        page.activateWindow()
    page.take("叫法")
    yield page
    page.deleteLater()
    Wording.delete().execute()
    read_again()


def sheets(page):
    return [one for one in page.window().findChildren(Sheet) if one.isVisible()]


def chosen(page, code):
    view = page.option("叫法").view
    view.choose(next(one.id for one in list_words() if one.code == code))
    view.setFocus()
    Typist().enter()
    (sheet,) = sheets(page)
    return sheet


def test_a_cause_is_given_the_centres_own_name(page, qtbot):
    sheet = chosen(page, "legacy")
    sheet.editors["name"].set_value("老问题")
    Typist().press(KEY.Key_F9)
    qtbot.waitUntil(lambda: not sheets(page))
    assert Cause.LEGACY.label == "老问题"


def test_a_cause_goes_out_of_use_but_the_last_resort_stays(page):
    chosen(page, "legacy").shelve.click()
    assert not Cause.LEGACY.in_use
    sheet = chosen(page, "other")
    sheet.shelve.click()
    assert "不能停用" in sheet.state.text
    assert Cause.OTHER.in_use


def test_a_cause_out_of_use_is_not_offered_at_the_intake_but_kept_by_what_has_it(page, qtbot):
    chosen(page, "legacy").shelve.click()
    block = ObstacleBlock()
    qtbot.addWidget(block)
    offered = [item.value for item in block.cause.items]
    assert Cause.LEGACY not in offered
    block.slots["cause"].write("legacy")
    assert block.cause.value() == Cause.LEGACY
    assert block.cause.text() == "历史遗留问题不处理"
    block.slots["cause"].write(None)
    assert block.cause.value() is None


def test_pages_that_are_open_say_the_new_words(page, desk, qtbot):
    others = CasesPage(desk), IntakePage(desk)
    for other in others:
        qtbot.addWidget(other)
        other.show()
    cases, intake = others
    intake.form.slots["cause"].write("legacy")
    save_word(replace(next(one for one in list_words() if one.code == "legacy"), name="老问题"))
    assert "老问题" in [item.label for item in cases.filters.cause.items]
    assert intake.form.obstacle.cause.text() == "老问题"


def test_a_cause_of_the_centres_own_is_added_and_offered_at_the_intake(page, qtbot):
    page.option("叫法").add.click()
    assert sheets(page)
    typist = Typist()
    typist.write("部门互相等")
    typist.press(KEY.Key_F9)
    qtbot.waitUntil(lambda: not sheets(page))
    block = ObstacleBlock()
    qtbot.addWidget(block)
    assert {one.value: one.label for one in block.cause.items}["own_1"] == "部门互相等"
