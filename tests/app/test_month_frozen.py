from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum, auto

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.month import report_month
from app.month.frozen import Unreadable, dumps, loads
from app.month.report import MonthlyReport
from tests.app.month_stores import add_case, found_centre


class Colour(Enum):
    RED = auto()
    BLUE = "blau"


@dataclass(frozen=True)
class Leaf:
    text: str
    number: int | None
    share: float
    day: date
    at: datetime | None
    colour: Colour
    fine: bool = True
    added: str = field(default="later")


@dataclass(frozen=True, kw_only=True)
class Tree:
    leaves: tuple[Leaf, ...]
    pair: tuple[str, int]
    counts: dict[tuple[str, str], int]
    top: Leaf | None = None


TEXTS = st.text(st.characters(exclude_categories=()), max_size=8)  # half characters too
LEAVES = st.builds(
    Leaf,
    TEXTS,
    st.none() | st.integers(),
    st.floats(allow_nan=False),
    st.dates(),
    st.none() | st.datetimes(),
    st.sampled_from(Colour),
    st.booleans(),
    TEXTS,
)
TREES = st.builds(
    Tree,
    leaves=st.lists(LEAVES, max_size=3).map(tuple),
    pair=st.tuples(TEXTS, st.integers()),
    counts=st.dictionaries(st.tuples(TEXTS, TEXTS), st.integers(), max_size=3),
    top=st.none() | LEAVES,
)
LEAF = Leaf("a", 1, 0.5, date(2026, 11, 1), None, Colour.RED)


@given(TREES)
def test_a_tree_comes_back_as_it_was_in_the_same_letters(tree):
    text = dumps(tree)
    assert text.isascii()
    assert loads(text, Tree) == tree
    assert dumps(loads(text, Tree)) == text


@pytest.mark.parametrize(
    ("was", "spoilt"),
    [
        ('"number":1', '"number":"1"'),
        ('"fine":true', '"fine":1'),
        ('"day":"2026-11-01"', '"day":"2026-13-01"'),
        ('"colour":"RED"', '"colour":"GREEN"'),
        (',"text":"a"', ""),
        ('"text":"a"', '"text":"a","unheard":1'),
        ("}", ""),
    ],
)
def test_what_the_types_do_not_say_is_refused(was, spoilt):
    assert was in dumps(LEAF)
    with pytest.raises(Unreadable):
        loads(dumps(LEAF).replace(was, spoilt, 1), Leaf)


def test_a_field_that_came_later_has_its_default():
    old = dumps(LEAF).replace('"added":"later",', "", 1)
    assert loads(old, Leaf) == LEAF


def test_what_cannot_be_kept_is_not_kept_silently():
    with pytest.raises(TypeError, match="set"):
        dumps({"a": {1}})


def test_a_whole_report_comes_back(store):
    found_centre()
    add_case(datetime(2026, 10, 12, 9))
    report = report_month(2026, 10, datetime(2026, 11, 22, 8, 31, 5, 123), full=True)
    assert loads(dumps(report), MonthlyReport) == report
