"""Any text, any width: nothing is lost, nothing too wide, no mark where it must not stand."""

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from exports.kit.fonts import GAP, unprintable, visible
from exports.kit.lines import Line, Style, set_lines
from exports.kit.prose import numbered, strong, ticks
from exports.kit.units import NOT_FIRST, NOT_LAST, SPACES

PIECES = (
    *("群众", "办不成事", "，", "。", "”", "“", "（", "）", "《", "》", "、", "；", "：", "窗口"),
    *("2026年11月25日", "60日", "BBC-云溪-20261118-003", "12345", "0570-0001234", "第3条", "A4"),
    *(" ", "　", "䶮", "𬎆", "㛃", "𠅤", "𬱟", "——", "……", "☐办成", "☑部分办成", "％", "！"),
)
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=60).map("".join)
WIDTHS = st.sampled_from((6, 9, 14, 20, 33.3, 47))
ROOMY = st.sampled_from((9, 14, 20, 33.3, 47))  # for a character with three marks on either side
STYLES = st.sampled_from((Style(), Style(hang=1.3), Style(indent=2), Style(indent=1, hang=1.3)))
# So many in a row may have to be broken in a narrow column.
MARKS = re.escape("".join(NOT_FIRST | NOT_LAST | SPACES))
ROW_OF_MARKS = re.compile(f"[{MARKS}]{{4}}")


def chars_in(line: Line) -> str:
    return "".join(one.char for one, _ in line.placed)


def without_spaces(text: str) -> str:
    return text.replace(" ", "").replace("\u3000", "")


@settings(deadline=None)  # the first one loads the fonts
@given(TEXTS, WIDTHS, STYLES)
def test_no_character_is_lost_or_moved(text, width, style):
    shown = "".join(map(chars_in, set_lines(text, style, width)))
    assert without_spaces(shown) == without_spaces(text.replace("☐", "□").replace("☑", "□✓"))


@settings(deadline=None)
@given(TEXTS, ROOMY, STYLES)
def test_marks_stand_where_they_may(text, width, style):
    assume(not ROW_OF_MARKS.search(text))
    lines = [chars_in(line) for line in set_lines(text, style, width)]
    assert not [line for line in lines[1:] if line and line[0] in NOT_FIRST]
    assert not [line for line in lines[:-1] if line and line[-1] in NOT_LAST]


@settings(deadline=None)
@given(st.one_of(TEXTS, st.text()), WIDTHS, STYLES)
def test_no_line_is_too_wide(text, width, style):
    for line in set_lines(text, style, width):
        assert line.width <= width + 0.01, chars_in(line)


@pytest.mark.parametrize("mark", ["。", "！", "（", "—", "！？"])
def test_a_row_of_marks_longer_than_the_line_is_broken_all_the_same(mark):
    lines = set_lines(mark * 30, Style(), 9)
    assert "".join(map(chars_in, lines)) == mark * 30
    assert max(line.width for line in lines) <= 9


@settings(deadline=None)
@given(st.text(), WIDTHS)
def test_any_text_can_be_set(text, width):
    shown = sum(len(chars_in(line).replace("□✓", "☑")) for line in set_lines(text, Style(), width))
    wanted = [char for char in text if visible(char)]
    assert shown <= len(wanted)
    assert shown >= sum(not char.isspace() for char in wanted)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("请在2026年11月25日前办结", 9, ["请在2026年11月", "25日前办结"]),
        ("依照第3条办理", 3, ["依照", "第3条", "办理"]),
        ("电话0570-0001234", 8, ["电话", "0570-0001234"]),
        ("他说：“可以。”就走", 5, ["他说：“可", "以。”就走"]),
        ("（一）条", 2.5, ["（一）", "条"]),
    ],
)
def test_what_belongs_together_stays_together(text, width, lines):
    assert [chars_in(line) for line in set_lines(text, Style(), width)] == lines


def test_an_option_stays_with_its_box():
    text = ticks(["办成", "部分办成", "依法不能办"], "部分办成")
    lines = [chars_in(line) for line in set_lines(text, Style(), 8)]
    assert lines == ["□办成", "□✓部分办成", "□依法不能办"]


def test_what_people_type_is_never_markup():
    typed = "<b>王&芳</b> {unit} **重** %s =1+1"
    assert [chars_in(line) for line in set_lines(typed, Style(), 99)] == [typed]


def test_strong_words_are_in_bold_and_only_they():
    line = set_lines(f"在{strong('今天')}前", Style(), 99)[0]
    assert [one.font.endswith("Bold") for one, _ in line.placed] == [False, True, True, False]


def test_a_list_hangs():
    lines = set_lines(numbered(["一二三四五六七八"]), Style(hang=1.3), 6)
    assert [chars_in(line) for line in lines] == ["1.一二三四", "五六七八"]
    assert [line.indent for line in lines] == [0, 1.3]


def test_the_empty_half_between_two_marks_is_not_printed():
    assert set_lines("”（", Style(), 99)[0].width == 1.5


def test_a_character_in_no_font_is_named_and_marked():
    """Extension I is newer than Python's own tables and in no open font."""
    assert unprintable(["李\U0002ebf0", "王芳"]) == ["\U0002ebf0"]
    assert chars_in(set_lines("李\U0002ebf0", Style(), 99)[0]) == f"李{GAP}"


@pytest.mark.parametrize(
    "unseen", ["\u202e", "\u200f", "\u200b", "\ufe0f", "\U000e0100", "\x00", "\x1b", "\u2028"]
)
def test_marks_without_a_shape_are_no_gaps(unseen):
    assert chars_in(set_lines(f"王{unseen}芳", Style(), 99)[0]) == "王芳"
    assert unprintable([unseen]) == []


def test_spaces_at_the_end_of_a_line_have_no_width():
    """A centred text would stand beside the middle."""
    assert [line.width for line in set_lines("王芳　\n李明 ", Style(), 99)] == [2, 2]


def test_every_width_of_space_is_a_space():
    assert chars_in(set_lines("王\u2009芳\u00a0李", Style(), 99)[0]).split() == ["王", "芳", "李"]


def test_a_first_line_is_indented_and_no_other():
    lines = set_lines("一二三四五六七八九十\n一二", Style(indent=2), 6)
    assert [line.indent for line in lines] == [2, 0, 2]
    assert [chars_in(line) for line in lines] == ["一二三四", "五六七八九十", "一二"]


def test_a_name_after_its_tab_stands_at_the_hanging_edge():
    first, second = set_lines("出席：\t一二三四五", Style(indent=2, hang=5), 9)
    assert chars_in(first) == "出席：一二三四"
    assert (first.indent, second.indent) == (2, 5)
    assert first.width == 2 + 3 + 4
