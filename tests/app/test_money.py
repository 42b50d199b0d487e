import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.money import fen, in_figures, in_words


@pytest.mark.parametrize(
    ("text", "sum_in_fen"),
    [
        ("1200", 120000),
        ("1,200.5元", 120050),
        ("￥０.05", 5),
        ("12.345", None),
        ("一百", None),
        ("-5", None),
        ("1234567890", None),
    ],
)
def test_a_sum_is_read_as_it_is_written(text, sum_in_fen):
    assert fen(text) == sum_in_fen


@pytest.mark.parametrize(
    ("sum_in_fen", "words"),
    [
        (120000, "壹仟贰佰元整"),
        (140950, "壹仟肆佰零玖元伍角整"),
        (600714, "陆仟零柒元壹角肆分"),
        (10700053, "壹拾万柒仟元伍角叁分"),
        (1640902, "壹万陆仟肆佰零玖元零贰分"),
        (32504, "叁佰贰拾伍元零肆分"),
        (10_0000_0000_00, "壹拾亿元整"),
        (1_0001_0000_00, "壹亿零壹万元整"),
        (1_0000_0001_00, "壹亿零壹元整"),
        (5, "伍分"),
        (50, "伍角整"),
        (0, "零元整"),
    ],
)
def test_a_sum_in_the_numerals_of_cheques(sum_in_fen, words):
    assert in_words(sum_in_fen) == words


@given(some.integers(0, 99_999_999_999))
def test_figures_are_read_back_and_no_zero_is_said_twice(sum_in_fen):
    assert fen(in_figures(sum_in_fen)) == sum_in_fen
    assert "零零" not in in_words(sum_in_fen)
