"""Lines, texts and numbers."""

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest

from tests.ui.kit.keyboard import KEY, focused, press, write
from ui.kit.editors import Line, Number, Text
from ui.kit.field import Field


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
    inverted = False
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(number.mapToGlobal(QPoint(5, 5))),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        inverted,
    )
    QCoreApplication.sendEvent(number, event)
    assert number.value() == 2
    assert window.isVisible()


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
