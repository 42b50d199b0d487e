"""A filter and its list."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.kit.everything import CAUSES, VILLAGES
from tests.ui.kit.keyboard import KEY, compose, focused, press
from ui.kit.chip import Chip
from ui.kit.editors import Line
from ui.kit.field import Field


@pytest.fixture
def chip(shown):
    made = Chip("成因", CAUSES)
    shown(made)
    made.setFocus()
    return made


def test_a_filter_is_set_and_taken_away_with_the_keyboard(chip, heard):
    changes = heard(chip.changed)
    press(KEY.Key_Return)
    assert chip.is_open()
    for key in (KEY.Key_Down, KEY.Key_Down, KEY.Key_Return):
        press(key)
    assert (chip.value(), chip.words(), chip.is_open()) == (2, "成因：历史遗留问题不处理", False)
    assert focused() is chip
    press(KEY.Key_Delete)
    assert (chip.value(), chip.words(), len(changes)) == (None, "成因", 2)


def test_escape_closes_the_list_and_changes_nothing(chip):
    press(KEY.Key_Down)
    press(KEY.Key_Down)
    press(KEY.Key_Escape)
    assert (chip.value(), chip.is_open(), focused()) == (None, False, chip)


def test_the_cross_of_a_filter_opens_it_to_all(chip):
    chip.set_value(1)
    cross = QPoint(chip.width() - 16, chip.height() // 2)
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=cross)
    assert (chip.value(), chip.is_open()) == (None, False)


def test_a_press_on_the_words_of_a_set_filter_opens_its_list(chip):
    chip.set_value(1)
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(20, chip.height() // 2))
    assert chip.is_open()


def test_a_long_list_of_a_filter_is_searched(shown):
    villages = [*VILLAGES, *((n, f"第 {n} 村", f"d{n}c") for n in range(5, 40))]
    chip = Chip("村社", villages)
    shown(chip)
    chip.setFocus()
    press(KEY.Key_Down)
    QTest.keyClicks(focused(), "d3")
    press(KEY.Key_Down)
    press(KEY.Key_Return)
    assert (chip.value(), focused()) == (31, chip)


def test_leaving_the_list_of_a_filter_closes_it_and_leaves_the_keyboard_where_it_went(shown):
    chip, line = Chip("成因", CAUSES), Line()
    shown(chip, Field(line))
    chip.setFocus()
    press(KEY.Key_Down)
    line.setFocus()
    assert (chip.is_open(), focused()) == (False, line)


def test_a_candidate_for_the_search_of_a_filter_chooses_nothing(shown):
    villages = [*VILLAGES, *((n, f"第 {n} 村", f"d{n}c") for n in range(5, 40))]
    chip = Chip("村社", villages)
    shown(chip)
    chip.setFocus()
    press(KEY.Key_Down)
    compose("zhu")
    press(KEY.Key_Return)
    compose("", "竹")
    press(KEY.Key_Return)
    assert (chip.value(), chip.is_open()) == (None, True)
    QApplication.processEvents()
    press(KEY.Key_Return)
    assert chip.value() == 2
