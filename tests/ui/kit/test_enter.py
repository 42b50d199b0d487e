"""Enter goes on, and belongs to the input method while words are composed."""

import gc

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from tests.ui.kit.everything import VILLAGES
from tests.ui.kit.keyboard import KEY, compose, focused, press, write
from ui.kit.button import Button, Rank
from ui.kit.choice import Segments
from ui.kit.editors import Line, Text
from ui.kit.field import Field
from ui.kit.keys import EnterMovesOn, fields_of, go_to
from ui.kit.pick import Pick
from ui.kit.scroll import scrolling
from ui.kit.style import HINT
from ui.kit.tick import Tick


@pytest.fixture
def form(shown, heard):
    """Line, choice, tick, text, line; between them a button that must not be pressed."""
    fields = [Line(), Segments(("甲", "乙")), Tick("勾"), Text(), Line()]
    button = Button("怎么算的", Rank.QUIET)
    rows = [Field(one) if isinstance(one, Line | Text) else one for one in fields]
    window = shown(*rows[:2], button, *rows[2:], Button("保存", Rank.PRIMARY, key="F9"))
    moves = EnterMovesOn(window)
    window.fields, window.button = fields, button
    window.presses, window.ends = heard(button.clicked), heard(moves.ended)
    fields[0].setFocus()
    return window


def test_enter_goes_through_the_form_in_reading_order_and_never_presses_a_button(form):
    seen = [focused()]
    for key in (KEY.Key_Return, KEY.Key_Enter, KEY.Key_Return):
        press(key)
        seen.append(focused())
    press(KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    seen.append(focused())
    assert seen == form.fields
    press(KEY.Key_Return)
    assert focused() is form.fields[-1]
    assert (form.presses, form.ends) == ([], [()])


def test_shift_enter_goes_back(form):
    form.fields[2].setFocus()
    press(KEY.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert focused() is form.fields[1]
    press(KEY.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    press(KEY.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert focused() is form.fields[0]


def test_enter_does_not_tick_and_does_not_choose(form):
    for _ in range(3):
        press(KEY.Key_Return)
    assert (form.fields[1].value(), form.fields[2].value()) == (None, False)


def test_what_is_hidden_or_disabled_is_passed_by(form):
    form.fields[1].hide()
    form.fields[2].setEnabled(False)
    press(KEY.Key_Return)
    assert focused() is form.fields[3]
    assert fields_of(form) == [form.fields[0], *form.fields[3:]]


def test_a_part_of_the_form_that_scrolls_outlives_going_through_it(shown):
    lines = [Line(), Line()]
    part = QWidget()
    column = QVBoxLayout(part)
    for one in lines:
        column.addWidget(one)
    form = shown(scrolling(part))
    moves = EnterMovesOn(form)
    lines[0].setFocus()
    press(KEY.Key_Return)
    gc.collect()
    assert [isValid(one) for one in (moves, *lines)] == [True] * 3
    assert focused() is lines[1]


@pytest.mark.parametrize("place", [0, 3], ids=["line", "text"])
def test_an_enter_that_chooses_a_candidate_stays_in_the_field(form, place):
    field = form.fields[place]
    field.setFocus()
    compose("shimen")
    press(KEY.Key_Return)
    assert focused() is field
    compose("", "石门村")
    press(KEY.Key_Return)
    assert focused() is field
    assert (field.toPlainText() if place else field.text()) == "石门村"


def test_the_next_enter_goes_on(form):
    compose("shimen")
    compose("", "石门村")
    press(KEY.Key_Return)
    QApplication.processEvents()
    press(KEY.Key_Return)
    assert focused() is form.fields[1]


def test_words_that_come_without_a_composition_hold_nothing_back(form):
    write("。")
    press(KEY.Key_Return)
    assert focused() is form.fields[1]


def test_a_candidate_does_not_take_the_marked_line_of_a_list(shown):
    pick = Pick(VILLAGES)
    shown(Field(pick))
    pick.setFocus()
    pick.open_list()
    press(KEY.Key_Down)
    compose("zhu")
    press(KEY.Key_Return)
    assert pick.value() is None
    compose("", "竹")
    press(KEY.Key_Return)
    assert pick.value() is None
    QApplication.processEvents()
    press(KEY.Key_Return)
    assert pick.value() == 2


def test_a_composition_that_was_left_unfinished_does_not_hold_enter_for_ever(form):
    compose("shimen")
    form.fields[-1].setFocus()
    form.fields[0].setFocus()
    press(KEY.Key_Return)
    assert focused() is form.fields[1]


def test_enter_scrolls_the_next_field_into_sight(shown, qtbot):
    content = QWidget()
    column = QVBoxLayout(content)
    lines = [Line() for _ in range(30)]
    for line in lines:
        column.addWidget(Field(line))
    area = scrolling(content)
    window = shown(area)
    EnterMovesOn(window)
    lines[0].setFocus()
    for _ in lines[1:]:
        press(KEY.Key_Return)
    assert focused() is lines[-1]
    assert not lines[-1].visibleRegion().isEmpty()
    go_to(lines[0])
    assert area.verticalScrollBar().value() == 0


def test_a_field_at_the_very_edge_is_moved_into_sight_with_its_frame(shown):
    content = QWidget()
    column = QVBoxLayout(content)
    lines = [Line() for _ in range(20)]
    for line in lines:
        column.addWidget(Field(line))
    area = scrolling(content)
    shown(area)
    area.setFixedHeight(200)
    QApplication.processEvents()
    area.verticalScrollBar().setValue(
        lines[8].mapTo(content, lines[8].rect().bottomLeft()).y() - 199
    )
    go_to(lines[8])
    assert lines[8].mapTo(area.viewport(), lines[8].rect().bottomLeft()).y() < 200 - HINT
