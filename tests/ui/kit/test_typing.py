"""Filling in as a person does: with the keyboard alone."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.choices import Nature
from tests.ui.kit.everything import UNITS, VILLAGES
from ui.kit.button import Button, Rank
from ui.kit.choice import Options, Segments
from ui.kit.day_field import DayField, MomentField
from ui.kit.editors import Line, Number, Text
from ui.kit.field import Field
from ui.kit.keys import EnterMovesOn, fields_of
from ui.kit.pick import Pick
from ui.kit.rows import FieldRow, show_problems
from ui.kit.style import Tone
from ui.kit.tag_box import TagBox
from ui.kit.tick import Tick

KEY = Qt.Key
TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 8, 31)


def focused():
    return QApplication.focusWidget()


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(focused(), key, modifier)


def write(text):
    """Unicode arrives as one key each; `keyClicks` of QTest knows ASCII only."""
    for sign in text:
        event = QInputMethodEvent()
        event.setCommitString(sign)
        QCoreApplication.sendEvent(focused(), event)


def compose(preedit, commit=""):
    """What an input method sends while a candidate is looked for, and when it is chosen."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QCoreApplication.sendEvent(focused(), event)


# --- one line


def test_what_is_typed_is_the_value_and_is_announced_at_every_stroke(shown, heard):
    line = Line()
    changes = heard(line.changed)
    shown(Field(line))
    QTest.keyClicks(line, "abc")
    assert line.value() == "abc"
    assert len(changes) == 3


def test_words_are_cleaned_when_the_writer_leaves_and_counted_clean_before(shown):
    line, other = Line(clean=lambda text: text.replace(" ", "").upper()), Line()
    shown(Field(line), Field(other))
    line.setFocus()
    QTest.keyClicks(line, "ab cd")
    assert (line.text(), line.value()) == ("ab cd", "ABCD")
    press(KEY.Key_Tab)
    assert line.text() == "ABCD"
    assert focused() is other


def test_cleaning_can_be_undone(shown):
    line, other = Line(), Line()
    shown(Field(line), Field(other))
    line.setFocus()
    QTest.keyClicks(line, " ab ")
    other.setFocus()
    assert line.text() == "ab"
    line.undo()
    assert line.text() == " ab "


def test_a_covered_line_shows_its_words_only_to_the_writer(shown):
    line, other = Line("100123456789", cover=lambda text: f"{text[:3]}****"), Line()
    window = shown(Field(line), Field(other))
    line.setFocus()
    open_, focus = line.grab().toImage(), line.hasFocus()
    other.setFocus()
    covered = line.grab().toImage()
    assert focus
    assert open_ != covered
    line.setText("100987654321")
    assert line.grab().toImage() == covered
    assert window.isVisible()


def test_full_width_digits_are_a_number(shown):
    number = Number(unit="次")
    shown(Field(number))
    number.setFocus()
    number.selectAll()
    write("３")
    press(KEY.Key_Tab)
    assert number.value() == 3


def test_scrolling_over_a_number_that_is_not_being_written_leaves_it_alone(shown, qtbot):
    number, other = Number(2), Line()
    window = shown(Field(number), Field(other))
    other.setFocus()
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent

    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(number.mapToGlobal(QPoint(5, 5))),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QCoreApplication.sendEvent(number, event)
    assert number.value() == 2
    assert window.isVisible()


# --- several lines


def test_in_a_text_enter_makes_a_line_and_tab_goes_on(shown):
    text, other = Text(), Line()
    shown(Field(text), Field(other))
    text.setFocus()
    QTest.keyClicks(text, "one")
    press(KEY.Key_Return)
    QTest.keyClicks(text, "two")
    press(KEY.Key_Tab)
    assert text.value() == "one\ntwo"
    assert focused() is other


def test_a_text_grows_with_its_lines_up_to_its_limit(shown):
    text = Text(lines=2, most=4)
    shown(Field(text))
    heights = []
    for lines in (1, 3, 4, 9):
        text.set_value("\n".join("x" * lines))
        heights.append(text.sizeHint().height())
    assert heights[0] < heights[1] < heights[2] == heights[3]


# --- Enter


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
    assert field.value() == "石门村"


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


# --- choices


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


# --- one of many


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


# --- several of many


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


# --- days


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("20261122", "2026-11-22"),
        ("2026-11-22", "2026-11-22"),
        ("2026/1/2", "2026-01-02"),
        ("2026.11.22", "2026-11-22"),
        ("2026年11月22日", "2026-11-22"),
        ("２０２６１１２２", "2026-11-22"),
        ("11.22", "2026-11-22"),
        ("11-2", "2026-11-02"),
        ("1225", "2026-12-25"),
        ("1月3日", "2027-01-03"),
        ("5", "2026-11-05"),
        ("今天", "2026-11-22"),
        ("昨天", "2026-11-21"),
        ("2.29", None),
        ("20260230", None),
        ("13.1", None),
        ("明年", None),
        ("0", None),
    ],
)
def test_a_day_may_be_written_in_any_usual_way(shown, typed, day):
    field = DayField(lambda: TODAY)
    shown(Field(field))
    field.setFocus()
    write(typed)
    assert field.value() == (date.fromisoformat(day) if day else None)


def test_a_day_is_shown_as_it_is_read_aloud_once_it_is_left(shown):
    field, after = DayField(lambda: TODAY), Line()
    row = FieldRow("收到", Field(field))
    shown(row, Field(after))
    field.setFocus()
    QTest.keyClicks(field, "11.22")
    press(KEY.Key_Tab)
    assert field.text() == "2026年11月22日"
    assert not row.is_wrong()
    assert field.value() == TODAY


def test_what_is_no_day_stays_and_the_row_says_what_to_do(shown):
    field, after = DayField(lambda: TODAY), Line()
    row = FieldRow("收到", Field(field))
    shown(row, Field(after))
    field.setFocus()
    QTest.keyClicks(field, "2.30")
    press(KEY.Key_Tab)
    assert (field.text(), field.value()) == ("2.30", None)
    assert row.hint.text == field.problem() == "写成 20261122 或 11.22"
    assert row.field.tone is Tone.DANGER
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "11.30")
    press(KEY.Key_Tab)
    assert not row.is_wrong()


def test_up_and_down_step_through_days(shown):
    field = DayField(lambda: TODAY, TODAY)
    shown(Field(field))
    field.setFocus()
    press(KEY.Key_Up)
    press(KEY.Key_PageDown)
    assert field.value() == date(2026, 11, 16)


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("11.22 9:30", "2026-11-22T09:30"),
        ("20261121 0930", "2026-11-21T09:30"),
        ("2026-11-21T09:30", "2026-11-21T09:30"),
        ("昨天 14点", "2026-11-21T14:00"),
        ("9：05", "2026-11-22T09:05"),
        ("2030", "2026-11-22T20:30"),
        ("1122", "2026-11-22T08:31"),
        ("2026年11月22日 09:30", "2026-11-22T09:30"),
        ("25:00", None),
        ("11.22 9:75", None),
    ],
)
def test_a_moment_may_be_written_in_any_usual_way(typed, moment, qapp):
    field = MomentField(lambda: NOW)
    field.setText(typed)
    assert field.value() == (datetime.fromisoformat(moment) if moment else None)


# --- what rows say


def test_a_mistake_is_said_before_the_note_until_it_is_mended(shown):
    row = FieldRow("电话", Field(Line()))
    row.say("来过 2 次", Tone.GOOD)
    row.wrong("还少 1 位")
    row.say("来过 3 次", Tone.GOOD)
    assert (row.hint.text, row.hint.tone, row.field.tone) == ("还少 1 位", Tone.DANGER, Tone.DANGER)
    assert row.field.editor.accessibleDescription() == "还少 1 位"
    row.wrong("")
    assert (row.hint.text, row.hint.tone) == ("来过 3 次", Tone.GOOD)


def test_problems_are_shown_beside_their_fields_and_those_without_one_are_answered(qapp):
    rows = {"name": FieldRow("姓名", Field(Line())), "phone": FieldRow("电话", Field(Line()))}
    left = show_problems(rows, {"name": "请填写姓名", "due": "没有时限"})
    assert [row.is_wrong() for row in rows.values()] == [True, False]
    assert left == ["没有时限"]
    show_problems(rows, {})
    assert not rows["name"].is_wrong()


def test_a_label_belongs_to_its_field(qapp):
    field = Field(Line())
    row = FieldRow("电话", field, needed=True)
    assert row.label.buddy() is field
    assert field.editor.accessibleName() == "电话"
