"""One of many."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.kit.everything import VILLAGES
from tests.ui.kit.keyboard import KEY, focused, press, write
from ui.kit.editors import Line
from ui.kit.field import Field
from ui.kit.pick import Pick


@pytest.fixture
def pick(shown):
    made, after = Pick(VILLAGES, hint="村社"), Line()
    shown(Field(made), Field(after))
    made.after = after
    made.setFocus()
    return made


def test_initials_find_and_enter_takes(pick):
    QTest.keyClicks(pick, "zx")
    assert pick.is_open()
    press(KEY.Key_Return)
    assert (pick.value(), pick.text(), pick.is_open()) == (2, "竹溪村", False)


def test_a_part_of_the_words_finds(pick):
    write("坪")
    press(KEY.Key_Return)
    assert pick.value() == 4


def test_arrows_choose_and_escape_closes_without_choosing(pick):
    press(KEY.Key_Down)
    press(KEY.Key_Down)
    press(KEY.Key_Down)
    press(KEY.Key_Escape)
    assert (pick.is_open(), pick.value()) == (False, None)
    for key in (KEY.Key_Down, KEY.Key_Down, KEY.Key_Down, KEY.Key_Return):
        press(key)
    assert pick.value() == 2


def test_tab_takes_the_marked_line_and_goes_on(pick):
    QTest.keyClicks(pick, "qt")
    press(KEY.Key_Tab)
    assert (pick.value(), focused()) == (3, pick.after)
    assert not pick.is_open()


def test_words_that_fit_one_thing_only_become_it(pick):
    write("石门")
    pick.after.setFocus()
    assert (pick.value(), pick.text()) == (1, "石门村")


def test_a_closed_list_falls_back_to_what_was_chosen(pick):
    pick.set_value(2)
    pick.selectAll()
    write("村")
    assert pick.value() is None
    pick.after.setFocus()
    assert (pick.value(), pick.text()) == (2, "竹溪村")


def test_emptied_it_is_open_again(pick):
    pick.set_value(2)
    pick.selectAll()
    press(KEY.Key_Delete)
    pick.after.setFocus()
    assert (pick.value(), pick.text()) == (None, "")


def test_free_words_are_kept(shown):
    pick, after = Pick(VILLAGES, free=True), Line()
    shown(Field(pick), Field(after))
    pick.setFocus()
    write("县里的单位")
    press(KEY.Key_Tab)
    assert (pick.value(), pick.text()) == (None, "县里的单位")
    pick.set_value(None, "别处")
    assert (pick.value(), pick.text()) == (None, "别处")


def test_free_words_that_are_on_the_list_are_its_value(shown):
    pick = Pick(VILLAGES, free=True)
    shown(Field(pick))
    pick.setFocus()
    write("上坪村")
    assert pick.value() == 4


def test_enter_with_free_words_does_not_take_what_merely_begins_alike(shown):
    pick = Pick(VILLAGES, free=True)
    shown(Field(pick))
    pick.setFocus()
    write("村")
    press(KEY.Key_Return)
    assert (pick.value(), pick.text()) == (None, "村")


def test_of_two_alike_it_is_the_one_that_was_chosen(shown):
    pick = Pick([(1, "新村"), (2, "新村")])
    shown(Field(pick))
    pick.set_value(2)
    assert pick.value() == 2


def test_other_things_to_choose_keep_what_is_chosen_if_it_is_still_there(pick, heard):
    pick.set_value(2)
    pick.set_items([(2, "竹溪新村"), (5, "别村")])
    assert (pick.value(), pick.text()) == (2, "竹溪新村")
    pick.set_items([(5, "别村")])
    assert (pick.value(), pick.text()) == (None, "")


def test_a_list_of_500_is_searched_at_every_stroke(shown):
    pick = Pick([(n, f"事项{n:03}", f"sx{n:03}") for n in range(500)])
    shown(Field(pick))
    pick.setFocus()
    QTest.keyClicks(pick, "sx499")
    press(KEY.Key_Return)
    assert pick.value() == 499


def test_a_press_beside_the_open_list_closes_it(shown, pick):
    press(KEY.Key_Down)
    assert pick.is_open()
    window = pick.window()
    corner = window.rect().bottomRight()
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=corner)
    assert not pick.is_open()
