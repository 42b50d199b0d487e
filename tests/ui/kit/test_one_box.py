from PySide6.QtCore import Qt

from tests.ui.kit.keyboard import press, write
from ui.kit.one_box import OneBox


def test_ctrl_enter_lists_all_that_is_found(shown, heard):
    box = OneBox(lambda text: [])
    shown(box)
    listed, chosen = heard(box.listed), heard(box.chosen)
    box.begin()
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert listed == []  # nothing was typed
    write("失智")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (listed, chosen) == ([("失智",)], [])
    assert box.line.text() == ""
