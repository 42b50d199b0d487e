"""Several of many."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.kit.everything import UNITS
from tests.ui.kit.keyboard import KEY, focused, press, write
from ui.kit.editors import Line
from ui.kit.field import Field
from ui.kit.keys import EnterMovesOn
from ui.kit.tag_box import TagBox


@pytest.fixture
def tags(shown):
    made, after = TagBox(UNITS, free=True), Line()
    shown(Field(made), Field(after))
    made.after = after
    made.setFocus()
    return made


def test_tags_are_typed_and_taken_away_with_the_keyboard(tags):
    QTest.keyClicks(tags.line, "pc")
    press(KEY.Key_Return)
    QTest.keyClicks(tags.line, "mz")
    press(KEY.Key_Tab)
    assert (tags.values(), focused()) == ([1, 2], tags.after)
    tags.setFocus()
    press(KEY.Key_Backspace)
    assert tags.values() == [1]


def test_words_that_are_not_on_the_list_are_free_tags(tags):
    write("大数据局")
    press(KEY.Key_Return)
    write("派出所")
    tags.after.setFocus()
    assert (tags.values(), tags.free()) == ([1], ["大数据局"])
    assert tags.texts() == ["大数据局", "派出所"]


def test_a_comma_ends_a_tag(tags):
    write("民政办、")
    assert tags.values() == [2]
    tags.line.insert("")
    write("派出所")
    press(KEY.Key_Return)
    press(KEY.Key_Left)
    press(KEY.Key_Left)
    press(KEY.Key_Delete)
    assert tags.texts() == ["派出所"]


def test_a_tag_stands_once(tags, heard):
    changes = heard(tags.changed)
    for _ in range(2):
        write("派出所")
        press(KEY.Key_Return)
    assert (tags.values(), len(changes)) == ([1], 1)


def test_enter_in_an_empty_tag_box_goes_on(tags):
    EnterMovesOn(tags.window())
    press(KEY.Key_Return)
    assert focused() is tags.after


def test_the_cross_takes_a_tag_away(tags):
    tags.set_values([1, 2], ["别处"])
    _, rect = tags.places()[1]
    spot = rect.center().toPoint()
    spot.setX(int(rect.right()) - 6)
    QTest.mouseClick(tags, Qt.MouseButton.LeftButton, pos=spot)
    assert (tags.values(), tags.free()) == ([1], ["别处"])


def test_when_there_is_no_room_the_last_tags_are_seen(tags):
    tags.setFixedWidth(160)
    tags.set_values([1, 2, 3, 4])
    places = [place for place, _ in tags.places()]
    assert places[-1] == 3
    assert places[0] > 0
