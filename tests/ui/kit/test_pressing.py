"""Buttons, ticks, figures and steps."""

from datetime import date

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tests.ui.kit.keyboard import KEY, focused, press
from ui.kit.button import Button, Rank
from ui.kit.editors import Line
from ui.kit.field import Field
from ui.kit.figure_card import FigureCard
from ui.kit.stepper import Stepper
from ui.kit.tick import Tick


def test_a_key_presses_its_button_from_anywhere_and_at_once(shown, heard):
    line, button = Line(), Button("保存", Rank.PRIMARY, key="F9")
    shown(Field(line), button)
    presses = heard(button.clicked)
    line.setFocus()
    press(KEY.Key_F9)
    assert len(presses) == 1


def test_new_words_keep_the_key(shown, heard):
    button = Button("催办", key="F8")
    shown(button)
    presses = heard(button.clicked)
    button.setText("催办石门村 & 竹溪村")
    button.setFocus()
    press(KEY.Key_F8)
    assert (len(presses), button.words()) == (1, "催办石门村 & 竹溪村")
    assert button.accessibleName() == "催办石门村 & 竹溪村"


def test_of_two_buttons_with_one_key_the_nearer_is_pressed(shown, heard):
    parts = []
    for name in ("列表", "办件"):
        holder = QWidget()
        column = QVBoxLayout(holder)
        holder.line, holder.button = Line(), Button(name, key="F8")
        column.addWidget(Field(holder.line))
        column.addWidget(holder.button)
        holder.presses = heard(holder.button.clicked)
        parts.append(holder)
    shown(*parts)
    parts[1].line.setFocus()
    press(KEY.Key_F8)
    press(KEY.Key_F8)
    parts[0].line.setFocus()
    press(KEY.Key_F8)
    assert [len(part.presses) for part in parts] == [1, 2]


def test_a_hidden_button_leaves_the_key_to_the_other(shown, heard):
    one, other = Button("甲", key="F8"), Button("乙", key="F8")
    shown(one, other)
    presses = heard(other.clicked)
    one.hide()
    other.setFocus()
    press(KEY.Key_F8)
    assert len(presses) == 1


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Enter, KEY.Key_Space])
def test_a_focused_button_is_pressed_with_enter_and_space(shown, heard, key):
    button = Button("先不")
    shown(button)
    presses = heard(button.clicked)
    button.setFocus()
    press(key)
    assert len(presses) == 1


def test_space_ticks(shown, heard):
    tick = Tick("还有需求")
    shown(tick)
    changes = heard(tick.changed)
    tick.setFocus()
    press(KEY.Key_Space)
    assert (tick.value(), len(changes)) == (True, 1)


def test_figures_are_chosen_with_the_arrows_and_are_one_stop_of_tab(shown):
    cards = [FigureCard(n, word, "clock") for n, word in enumerate(("逾期", "待签收", "草稿"))]
    line = Line()
    cards[0].setChecked(True)
    shown(*cards, Field(line))
    cards[0].setFocus()
    press(KEY.Key_Down)
    assert [card.isChecked() for card in cards] == [False, True, False]
    press(KEY.Key_Tab)
    assert focused() is line
    cards[1].set_figure("14/15")
    assert cards[1].accessibleName() == "待签收 14/15"


def test_months_are_stepped_with_the_arrows_and_not_past_the_last(shown, heard):
    stepper = Stepper(date(2026, 1, 15), lambda: date(2026, 2, 28))
    shown(stepper)
    changes = heard(stepper.changed)
    stepper.setFocus()
    press(KEY.Key_Left)
    assert stepper.value() == date(2025, 12, 1)
    for _ in range(4):
        press(KEY.Key_Right)
    assert stepper.value() == date(2026, 2, 1)
    assert (len(changes), stepper.after.isEnabled()) == (3, False)
    stepper.before.click()
    assert stepper.accessibleName() == "月份 2026年1月"
