"""What a move asks, filled in with the keyboard alone: every kind of answer, and tables."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.moves import Move
from app.moves.asks import Ask, Asked
from app.moves.move import Done
from models.choices import Act, Ending, Nature, Status
from tests.makers import furnish
from tests.ui.counter import keyboard, on_the_desk
from tests.ui.kit.keyboard import compose, press, write
from ui.cases.move_form import MoveForm
from ui.kit.keys import EnterMovesOn

KEY, HELD = Qt.Key, Qt.KeyboardModifier
ROWS = Asked(
    "rows",
    "议定事项",
    Ask.ROWS,
    columns=(
        Asked("item", "事项", Ask.LINE, "请写明事项。"),
        Asked("owner", "谁办", Ask.UNIT),
        Asked("by", "期限", Ask.DAY),
        Asked("kind", "性质", Ask.CHOICE, choices=Nature),
    ),
)


@pytest.fixture
def opened(qtbot, desk):
    """A form of these asks in a window, with the keyboard in its first field."""
    furnish()
    held = []

    def open_form(*asks):
        move = Move(Act.MEET, "协调会", Status.HANDLING, Status.HANDLING, lambda _: Done(""), asks)
        form = MoveForm(move, 1, desk)
        form.ends = EnterMovesOn(form)
        held.append(on_the_desk(qtbot, form, 900, 700))
        form.first().setFocus()
        return form

    yield open_form
    for window in held:
        window.hide()
    held.clear()


def paste(text):
    QGuiApplication.clipboard().setText(text)
    press(KEY.Key_V, HELD.ControlModifier)


def test_every_kind_of_answer_is_given_with_the_keyboard_alone(opened, qtbot):
    form = opened(
        Asked("ending", "结局", Ask.CHOICE, choices=Ending),
        Asked("note", "结果"),
        Asked("ways", "办法", Ask.LINES),
        Asked("where", "地点", Ask.LINE),
        Asked("trips", "跑了几次", Ask.NUMBER),
        Asked("on", "哪天", Ask.DAY),
        Asked("at", "时间", Ask.MOMENT),
        Asked("whole", "完整", Ask.FLAG),
        Asked("unit", "牵头", Ask.UNIT),
        Asked("units", "配合", Ask.UNITS),
        Asked("who", "批准人", Ask.PERSON),
        Asked("password", "密码", Ask.SECRET),
    )
    press(KEY.Key_2)
    press(KEY.Key_Return)
    write("办了一半。")
    press(KEY.Key_Return, HELD.ControlModifier)
    write("先垫付\n后补票")
    press(KEY.Key_Return, HELD.ControlModifier)
    for words in ("会议室", "３", "11.20", "11.20 9:30"):
        write(words)
        press(KEY.Key_Return)
    press(KEY.Key_Space)
    press(KEY.Key_Return)
    for words in ("派出", "社保"):
        write(words)
        press(KEY.Key_Down)
        press(KEY.Key_Return)  # takes it from the list
        press(KEY.Key_Return)
    write("王芳")
    press(KEY.Key_Return)
    press(KEY.Key_Return)
    write(" s p ")
    with qtbot.waitSignal(form.ends.ended, timeout=1000):
        press(KEY.Key_Return)
    given = form.given()
    staff = given.pop("who")
    assert isinstance(staff, int)
    assert given == {
        "ending": Ending.PARTLY,
        "note": "办了一半。",
        "ways": ("先垫付", "后补票"),
        "where": "会议室",
        "trips": 3,
        "on": date(2026, 11, 20),
        "at": datetime(2026, 11, 20, 9, 30),
        "whole": True,
        "unit": "派出所",
        "units": ("社保窗口",),
        "password": " s p ",
    }


def test_what_is_filled_in_from_elsewhere_is_given_back(opened):
    kinds = {
        "choice": (Ask.CHOICE, Ending.DONE),
        "day": (Ask.DAY, date(2026, 11, 20)),
        "lines": (Ask.LINES, ("甲", "乙")),
        "number": (Ask.NUMBER, 0),
        "unit": (Ask.UNIT, "镇外的单位"),
        "units": (Ask.UNITS, ("派出所", "镇外的单位")),
        "flag": (Ask.FLAG, True),
    }
    form = opened(*(Asked(name, name, kind, choices=Ending) for name, (kind, _) in kinds.items()))
    form.fill({name: value for name, (_, value) in kinds.items()})
    assert form.given() == {name: value for name, (_, value) in kinds.items()}
    form.fill({})
    assert form.given()["number"] is None
    assert form.unreadable() == {}


def test_a_field_that_depends_on_another_comes_and_goes_with_it(opened):
    form = opened(
        Asked("ending", "结局", Ask.CHOICE, choices=Ending, but=(Ending.CANNOT,)),
        Asked("to", "转到哪里", Ask.LINE, when=("ending", Ending.REDIRECTED)),
    )
    assert not form.rows["to"].isVisible()
    press(KEY.Key_3)
    assert form.given()["ending"] is Ending.REDIRECTED
    assert form.rows["to"].isVisible()
    press(KEY.Key_1)
    assert not form.rows["to"].isVisible()


def test_a_day_that_is_none_is_said_beside_its_field(opened):
    form = opened(Asked("on", "哪天", Ask.DAY), Asked("n", "几次", Ask.NUMBER))
    write("下周三吧")
    press(KEY.Key_Return)
    write("三次")
    assert form.show_problems(form.unreadable()) == []
    assert form.rows["on"].hint.text == "写成 20261122 或 11.22"
    assert form.rows["n"].hint.text == "写成数字"
    assert form.first_wrong() is form.rows["on"].field


def test_a_table_is_typed_cell_by_cell_and_left_from_its_blank_row(opened):
    form = opened(ROWS, Asked("note", "备注", Ask.LINE))
    table = form.editor("rows")
    assert keyboard() is table
    for words in ("查底册", "派出所", "11.30"):
        write(words)
        press(KEY.Key_Return)
    write("很难")
    press(KEY.Key_Tab)
    write("出证明")
    press(KEY.Key_Return)
    assert table.currentIndex().row() == 1
    press(KEY.Key_Down)
    press(KEY.Key_Return)
    assert keyboard() is form.editor("note")
    assert form.given()["rows"] == (
        {"item": "查底册", "owner": "派出所", "by": date(2026, 11, 30), "kind": Nature.HARD},
        {"item": "出证明", "owner": None, "by": None, "kind": None},
    )


def test_the_enter_that_ends_a_composition_does_not_leave_the_cell(opened):
    form = opened(ROWS)
    compose("chadice")
    compose("", "查底册")
    press(KEY.Key_Return)  # the input method's
    assert form.given()["rows"] == ()
    QApplication.processEvents()
    press(KEY.Key_Return)
    assert form.given()["rows"][0]["item"] == "查底册"
    assert keyboard() is form.editor("rows")


def test_a_table_takes_what_was_copied_from_excel_with_or_without_its_head(opened):
    form = opened(ROWS)
    table = form.editor("rows")
    paste("事项\t谁办\t期限\n查底册\t派出所\t2026-11-30\n\n出证明\t石门村\t\n")
    assert [row["item"] for row in table.value()] == ["查底册", "出证明"]
    assert table.value()[0]["by"] == date(2026, 11, 30)
    press(KEY.Key_Delete, HELD.ControlModifier)
    assert [row["item"] for row in table.value()] == ["出证明"]
    press(KEY.Key_Delete)
    paste("补身份证")
    assert [row["item"] for row in table.value()] == ["补身份证"]


def test_a_table_says_which_row_lacks_what_and_what_it_cannot_read(opened):
    form = opened(ROWS)
    paste("查底册\t派出所\t过几天\n")
    assert form.unreadable() == {"rows": "第 1 行的“期限”看不懂：过几天"}
    form.show_problems({"rows.0.by": "请写明期限。"})
    assert form.rows["rows"].hint.text == "第 1 行：请写明期限。"
