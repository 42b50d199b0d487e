from datetime import date

import pytest

from app.moves.asks import MOST_ROWS, Ask, Asked, cleaned, problems
from models.choices import UnitRole
from tests.makers import NOW

DECISIONS = Asked(
    "decisions",
    "议定事项",
    Ask.ROWS,
    "请写明议定了什么。",
    columns=(
        Asked("text", "事项", Ask.LINE, "请写明议定的事项。"),
        Asked("role", "角色", Ask.CHOICE, choices=UnitRole),
        Asked("copies", "份数", Ask.NUMBER, most=9),
        Asked("due_on", "期限", Ask.DAY, "请选期限。"),
    ),
)


def row(text="上门拍照", role=None, copies=1, due_on=date(2026, 11, 30)):
    return {"text": text, "role": role, "copies": copies, "due_on": due_on}


def found(*rows):
    said = cleaned([DECISIONS], {"decisions": rows})
    return problems([DECISIONS], said, NOW)


def test_rows_are_cleaned_cell_by_cell_and_blank_ones_left_out():
    blank = row(" \u200b", UnitRole.LEAD, None, None)
    said = cleaned([DECISIONS], {"decisions": [row(" 上门　拍照 "), blank, {"text": "送证"}]})
    assert said["decisions"] == (row("上门 拍照"), row("送证", copies=None, due_on=None))


@pytest.mark.parametrize(
    ("rows", "fields"),
    [
        ((), {"decisions"}),
        ((row(""),), {"decisions.0.text"}),
        ((row(), row(), row(due_on=None)), {"decisions.2.due_on"}),
        ((row(copies=10), row("长" * 121)), {"decisions.0.copies", "decisions.1.text"}),
        ((row(due_on=date(1900, 1, 1)),), {"decisions.0.due_on"}),
        ([row()] * (MOST_ROWS + 1), {"decisions"}),
        ((row(),), set()),
    ],
)
def test_what_is_wrong_in_a_table_is_named_by_its_row_and_column(rows, fields):
    assert set(found(*rows)) == fields


ROLE = Asked("role", "角色", Ask.CHOICE, "请选角色。", choices=UnitRole, but=(UnitRole.TRIED,))
ITEM = Asked("item", "承办内容", Ask.LINE, "请写明办什么。", when=("role", UnitRole.CO_HANDLER))


@pytest.mark.parametrize(
    ("given", "fields", "item"),
    [
        ({}, {"role"}, ""),
        ({"role": UnitRole.TRIED}, {"role"}, ""),
        ({"role": UnitRole.LEAD, "item": "拍照"}, set(), ""),
        ({"role": UnitRole.CO_HANDLER}, {"item"}, ""),
        ({"role": UnitRole.CO_HANDLER, "item": "拍照"}, set(), "拍照"),
    ],
)
def test_what_another_field_says_decides_what_else_is_asked(given, fields, item):
    said = cleaned([ROLE, ITEM], given)
    assert said["item"] == item
    assert set(problems([ROLE, ITEM], said, NOW)) == fields


def test_only_what_may_be_chosen_is_offered():
    assert ROLE.offered == (UnitRole.LEAD, UnitRole.CO_HANDLER)
