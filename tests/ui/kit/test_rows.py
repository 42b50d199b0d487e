"""What a row says of its field."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.kit.choice import Segments
from ui.kit.editors import Line
from ui.kit.field import Field
from ui.kit.rows import FieldRow, show_problems
from ui.kit.style import Tone


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


def test_a_choice_without_a_hint_line_is_outlined_and_says_it_in_its_tip(qapp):
    choice = Segments(("甲", "乙"))
    row = FieldRow("性质", choice, hinted=False, needed=True)
    row.wrong("还没选")
    assert (choice.tone, choice.toolTip()) == (Tone.DANGER, "还没选")
    row.wrong("")
    assert (choice.tone, choice.toolTip()) == (Tone.PLAIN, "")


def test_several_fields_of_one_row_share_its_name(qapp):
    both, parts = QWidget(), (Field(Line()), Segments(("甲", "乙"), "甲"))
    line = QHBoxLayout(both)
    for part in parts:
        line.addWidget(part)
    row = FieldRow("三问", both)
    assert [parts[0].editor.accessibleName(), parts[1].accessibleName()] == ["三问", "三问 甲"]
    assert row.label.buddy() is both
