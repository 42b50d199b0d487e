"""One of a few."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from models.choices import Nature
from tests.ui.kit.keyboard import KEY, focused, press
from ui.kit.choice import Options, Segments
from ui.kit.editors import Line
from ui.kit.field import Field
from ui.kit.rows import FieldRow


def test_a_choice_of_a_fixed_list_answers_its_members(shown):
    choice = Segments(Nature)
    assert choice.value() is None
    choice.set_value(Nature.HARD)
    assert choice.value() is Nature.HARD
    assert choice.text() == Nature.HARD.label
    choice.set_value("unwilling")
    assert choice.value() is Nature.UNWILLING


@pytest.mark.parametrize("kind", [Segments, Options])
def test_a_choice_is_one_stop_of_tab_with_or_without_an_answer(shown, kind):
    before, choice, after = Line(), kind(("甲", "乙", "丙")), Line()
    shown(Field(before), choice, Field(after))
    for value in (None, "乙"):
        choice.set_value(value)
        before.setFocus()
        press(KEY.Key_Tab)
        assert focused() is choice
        press(KEY.Key_Tab)
        assert focused() is after


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        ([KEY.Key_2], "乙"),
        ([KEY.Key_Right], "甲"),
        ([KEY.Key_Right, KEY.Key_Right], "乙"),
        ([KEY.Key_1, KEY.Key_Left], "甲"),
        ([KEY.Key_1, KEY.Key_Down], "丙"),
        ([KEY.Key_4, KEY.Key_Up], "乙"),
        ([KEY.Key_9], None),
        ([KEY.Key_Space], "甲"),
        ([KEY.Key_2, KEY.Key_Delete], "乙"),
    ],
)
def test_arrows_and_digits_choose(shown, keys, value):
    choice = Options(("甲", "乙", "丙", "丁"))
    shown(choice)
    choice.setFocus()
    for key in keys:
        press(key)
    assert choice.value() == value


def test_a_choice_that_may_stay_open_can_be_taken_back(shown, heard):
    choice = Segments(("甲", "乙"), "甲", optional=True)
    changes = heard(choice.changed)
    shown(choice)
    choice.setFocus()
    press(KEY.Key_Delete)
    assert (choice.value(), changes) == (None, [()])


def test_a_choice_says_what_is_chosen_and_announces_only_real_changes(shown, heard):
    choice = Segments(("甲", "乙"))
    shown(FieldRow("性质", choice))
    changes = heard(choice.changed)
    assert choice.accessibleName() == "性质 未选"
    for value in ("乙", "乙", "没有的"):
        choice.set_value(value)
    assert choice.accessibleName() == "性质 未选"
    assert len(changes) == 2


def test_the_mouse_chooses_too(shown):
    choice = Segments(("甲", "乙"))
    shown(choice)
    spot = choice.cell(1).center().toPoint()
    QTest.mouseClick(choice, Qt.MouseButton.LeftButton, pos=spot)
    assert choice.value() == "乙"
