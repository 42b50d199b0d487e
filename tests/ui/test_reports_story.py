"""写情况说明, with the keyboard."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt

from app.deadlines.calendar import forget
from app.month import report_month
from app.month.checks import STORY
from app.month.locks import lock_month
from app.month.stories import Story, save_story, story_of
from app.month.story import draft
from tests import makers
from tests.app.month_stores import add_case, found_centre
from tests.conftest import NOW
from tests.ui.typist import Typist
from ui.reports.page import ReportsPage
from ui.reports.story_sheet import UNSAVED, StorySheet

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
OCTOBER = date(2026, 10, 1)


@pytest.fixture
def page(store, desk, qtbot):
    forget()
    found_centre()
    add_case(datetime(2026, 10, 14, 9), concluded_at=datetime(2026, 10, 15, 9))
    made = ReportsPage(desk)
    qtbot.addWidget(made)
    made.resize(1180, 700)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    qtbot.waitUntil(lambda: made.seen is not None)
    return made


def act(page):
    return next(one for one in page.more._acts if one.label == "写情况说明")


def opened(page):
    """Chosen from 更多 by its place."""
    typist = Typist()
    page.setFocus()
    typist.press(KEY.Key_F7).press(KEY.Key_Down, page.more._acts.index(act(page))).enter()
    (sheet,) = page.window().findChildren(StorySheet)
    return sheet


def october():
    return report_month(2026, 10, NOW)


def test_the_draft_is_there_and_what_is_made_of_it_goes_up(page, qtbot):
    sheet = opened(page)
    assert sheet.text.value() == october().story
    assert "草稿" in sheet.state.text
    assert sheet.text.accessibleName() == "情况说明"
    Typist().press(KEY.Key_A, modifier=CTRL).write("本月平稳。").press(KEY.Key_F9)
    assert october().story == "本月平稳。"
    qtbot.waitUntil(lambda: page.seen.report.story == "本月平稳。")
    cover = next(one for one in page.seen.sheets if one.name == "封面")
    assert "　　本月平稳。" in [text.text for each in cover.pages for text in each.texts]


def test_it_is_not_kept_empty_and_the_draft_comes_back(page):
    save_story(october(), "本月有一件。", makers.somebody(), NOW)
    sheet = opened(page)
    Typist().press(KEY.Key_A, modifier=CTRL).press(KEY.Key_Delete).press(KEY.Key_F9)
    assert sheet.isVisible()
    assert sheet.row.is_wrong()
    sheet.text.replace("本月有两件。")
    Typist().press(KEY.Key_F8).press(KEY.Key_Z, modifier=CTRL).press(KEY.Key_Escape)
    assert (sheet.text.value(), sheet.state.text) == ("本月有两件。", UNSAVED)
    Typist().press(KEY.Key_F8).press(KEY.Key_F9)
    assert story_of(october()) == Story(draft(october()))


def test_it_says_that_the_figures_have_changed_since(page, qtbot):
    save_story(october(), "本月有一件。", makers.somebody(), NOW)
    add_case(datetime(2026, 10, 15, 9))
    page.refresh()
    checks = page.beside.checks
    qtbot.waitUntil(lambda: STORY in [one.title for one in checks.entries()])
    checks.setFocus()
    place = [one.title for one in checks.entries()].index(STORY)
    Typist().press(KEY.Key_Down, place).enter()  # the check leads to them
    (sheet,) = page.window().findChildren(StorySheet)
    assert "之后数字变过" in sheet.state.text


def test_of_a_closed_month_it_is_not_offered(page, qtbot):
    lock_month(OCTOBER, makers.somebody(), NOW)
    qtbot.waitUntil(lambda: page.seen.report.seal is not None)
    assert act(page).why == "已经封账"
