"""Acts behind a button, and files that are brought."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.kit.keyboard import KEY, focused, press
from ui.kit.button import Button
from ui.kit.drops import TakesFiles
from ui.kit.editors import Line
from ui.kit.field import Field
from ui.kit.items import Item
from ui.kit.menu_button import MenuButton
from ui.kit.pick import Pick

CTRL = Qt.KeyboardModifier.ControlModifier


def test_an_act_is_picked_with_the_keyboard(shown, heard):
    more = MenuButton("更多", [("edit", "修改"), ("void", "作废")])
    shown(more)
    picked = heard(more.picked)
    more.setFocus()
    for key in (KEY.Key_Return, KEY.Key_Down, KEY.Key_Return):
        press(key)
    assert picked == [("void",)]
    assert (more.is_open(), focused()) == (False, more)


def test_without_acts_there_is_nothing_to_press(qapp):
    assert not MenuButton("更多").isEnabled()


@pytest.fixture
def part(shown, heard):
    """A part of the window with an editor in it."""
    made, made_line = QWidget(), Line()
    takes = TakesFiles(made)
    field = Field(made_line, parent=made)
    field.setGeometry(0, 0, 200, 34)
    made.setMinimumSize(300, 100)
    made.line, made.takes = made_line, takes
    made.files, made.pictures = heard(takes.files), heard(takes.picture)
    shown(made)
    return made


@pytest.fixture
def carried(tmp_path):
    file = tmp_path / "土地证1996.jpg"
    file.write_bytes(b"x")
    mime = QMimeData()
    addresses = (
        QUrl.fromLocalFile(str(file)),
        QUrl.fromLocalFile(str(tmp_path)),
        QUrl("http://a/"),
    )
    mime.setUrls(addresses)
    mime.file = file
    return mime


def drop(part, mime):
    arguments = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton)
    entered = QDragEnterEvent(QPoint(5, 50), *arguments, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.sendEvent(part, entered)
    if entered.isAccepted():
        dropped = QDropEvent(QPointF(5, 50), *arguments, Qt.KeyboardModifier.NoModifier)
        QCoreApplication.sendEvent(part, dropped)


def test_files_that_are_dropped_are_handed_over_and_nothing_else(part, carried):
    drop(part, carried)
    words = QMimeData()
    words.setText("石门村")
    drop(part, words)
    assert part.files == [([Path(carried.file)],)]


def test_a_picture_is_pasted_where_no_editor_wants_it(part):
    picture = QImage(4, 3, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    QApplication.clipboard().setImage(picture)
    part.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    part.setFocus()
    press(KEY.Key_V, CTRL)
    assert [one.size() for (one,) in part.pictures] == [picture.size()]


def test_words_are_pasted_into_their_editor(part):
    QApplication.clipboard().setText("石门村")
    part.line.setFocus()
    press(KEY.Key_V, CTRL)
    assert (part.line.value(), part.files, part.pictures) == ("石门村", [], [])


def test_a_long_menu_stands_in_columns_under_its_headings(shown, heard):
    groups = (("办理", 6), ("单位", 9), ("文书", 4))
    acts = [Item((name, n), f"{name}{n}", group=name) for name, many in groups for n in range(many)]
    menu = MenuButton("更多", acts)
    shown(menu)
    picked = heard(menu.picked)
    menu.setFocus()
    press(KEY.Key_Return)
    assert menu._chooser.columns == 3
    press(KEY.Key_Right)
    press(KEY.Key_Return)
    assert picked == [(("单位", 0),)]


def test_what_cannot_be_done_is_read_and_stepped_over(shown, heard):
    menu = MenuButton("更多", [Item(1, "甲"), Item(None, "归档", why="还没有回访"), Item(2, "乙")])
    shown(menu)
    picked = heard(menu.picked)
    menu.setFocus()
    press(KEY.Key_Return)
    assert menu._chooser.current().value == 1
    press(KEY.Key_Down)
    press(KEY.Key_Return)
    assert picked == [(2,)]


def test_esc_closes_the_list_and_not_what_lies_under_it(shown, heard):
    leave = Button("先不办", key="Esc")
    menu = MenuButton("更多", ("甲", "乙"))
    pick = Pick(("甲", "乙"))
    shown(leave, menu, pick)
    left = heard(leave.clicked)
    menu.setFocus()
    press(KEY.Key_Return)
    press(KEY.Key_Escape)
    assert not menu.is_open()
    pick.setFocus()
    press(KEY.Key_Down)
    press(KEY.Key_Escape)
    assert not pick.is_open()
    assert left == []
    press(KEY.Key_Escape)
    assert len(left) == 1
