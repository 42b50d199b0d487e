"""Lists of entries, sections, cards, and what floats over them."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.kit.keyboard import KEY, focused, press
from ui.kit.banner import Banner
from ui.kit.button import Button, Rank
from ui.kit.card import Card
from ui.kit.editors import Line
from ui.kit.entries import Entry, EntryList
from ui.kit.field import Field
from ui.kit.panel import Panel
from ui.kit.popover import Popover
from ui.kit.sheet import Sheet
from ui.kit.style import Tone
from ui.kit.text import Saying, quiet, wrapped


def test_an_entry_is_chosen_with_enter_and_with_the_mouse(shown, heard):
    entries = [Entry("甲", key=1), Entry("乙", "两行", key=2)]
    listed = EntryList(entries)
    shown(listed)
    chosen = heard(listed.chosen)
    listed.setFocus()
    press(KEY.Key_Down)
    press(KEY.Key_Return)
    spot = listed.visualRect(listed.model().index(0, 0)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert [entry.key for (entry,) in chosen] == [2, 1]


def test_new_entries_keep_the_keyboard_on_the_same_one_and_the_list_as_tall_as_it_holds(shown):
    listed = EntryList([Entry("甲", key=1), Entry("乙", key=2)])
    shown(listed)
    listed.setCurrentIndex(listed.model().index(1, 0))
    listed.set_entries([Entry("乙", "改了", key=2), Entry("丙", key=3), Entry("甲", key=1)])
    assert listed.currentIndex().row() == 0
    assert listed.height() == 56 + 38 + 38


def test_a_section_is_filled_again_and_again(shown):
    panel = Panel()
    shown(panel)
    section = panel.section("以前来过", quiet("没有"), note="0 件")
    section.fill(EntryList([Entry("甲")]), note="1 件")
    QApplication.processEvents()
    assert section.note.text == "1 件"
    assert [listed.accessibleName() for listed in section.findChildren(EntryList)] == ["以前来过"]
    section.clear()
    assert [one for one in section.findChildren(EntryList) if one.isVisible()] == []


def test_the_mark_of_a_card_changes(qapp):
    card = Card("谁来", number="1")
    card.mark("还差 1 项", Tone.DANGER)
    card.mark("已齐", Tone.GOOD, "check")
    tags = [card.head.itemAt(n).widget() for n in range(card.head.count())]
    assert tags[-1].text == "已齐"
    assert len([one for one in tags if hasattr(one, "bare")]) == 1
    card.mark("")
    assert tags[-1].isHidden()


def test_a_banner_says_another_thing_with_other_acts(shown):
    banner = Banner("layers", "旧的", "", Button("套用"))
    shown(banner)
    banner.say("check", "新的", "", Button("看看"))
    QApplication.processEvents()
    seen = [one.words() for one in banner.findChildren(Button) if one.isVisible()]
    assert seen == ["看看"]
    tall = banner.height()
    banner.clear()
    assert (banner.is_filled(), banner.height()) == (False, tall)


def test_words_of_people_are_never_markup(qapp):
    for label in (quiet("<b>粗</b>"), wrapped("<b>粗</b>")):
        assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_saying_may_change(qapp):
    saying = Saying("草稿已存 09:42", Tone.GOOD)
    saying.say("还差 2 项", Tone.DANGER)
    assert (saying.accessibleName(), saying.icon) == ("还差 2 项", "circle-alert")


@pytest.fixture
def popover(shown):
    why, line = Button("怎么算的", Rank.QUIET), Line()
    window = shown(Field(line), why)
    why.setFocus()
    lines = [("check", "11月23日 周一", "第 1 个工作日")]
    made = Popover(window, "为什么是 11月23日", lines, ("到期", "11月23日 周一"))
    made.why, made.line = why, line
    made.open_at(why)
    return made


@pytest.mark.parametrize("key", [KEY.Key_Escape, KEY.Key_Return])
def test_a_popover_closes_with_the_keyboard_and_gives_it_back(popover, heard, key):
    left, why = heard(popover.left), popover.why
    press(key)
    assert (left, focused()) == ([()], why)


def test_a_press_elsewhere_closes_a_popover(popover, heard):
    left = heard(popover.left)
    QTest.mouseClick(popover.window(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert left == [()]


def test_a_popover_lies_inside_its_window(popover):
    assert popover.window().rect().contains(popover.geometry().adjusted(16, 16, -16, -16))


def test_under_a_sheet_no_key_works_and_tab_stays_in_it(shown, heard):
    under = Button("保存", key="F9")
    window = shown(under)
    presses = heard(under.clicked)
    under.setFocus()
    sheet = Sheet(window, "打印受理回执")
    over = Button("打印", key="F9")
    sheet.body.addWidget(over)
    prints = heard(over.clicked)
    sheet.open()
    press(KEY.Key_F9)
    for _ in range(4):
        press(KEY.Key_Tab)
        assert sheet.isAncestorOf(focused())
    left = heard(sheet.left)
    press(KEY.Key_Escape)
    assert (len(presses), len(prints), left) == (0, 1, [()])
    assert focused() is under
    press(KEY.Key_F9)
    assert len(presses) == 1
