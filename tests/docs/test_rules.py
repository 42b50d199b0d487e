"""The document of the rules tells all of them, as they are."""

import pytest

from app.deadlines.time_rules import LABELS
from app.moves import MOVES
from models import ScopeReason
from tests.docs.rules import DOCUMENT, SECTIONS, written_anew

TEXT = DOCUMENT.read_text("utf-8")


def test_what_the_program_tells_of_itself_stands_there_as_it_is_now():
    assert written_anew(TEXT) == TEXT, "run: python -m tests.docs.rules"
    assert all(f"<!-- {name} -->" in TEXT for name in SECTIONS)


@pytest.mark.parametrize("move", MOVES, ids=lambda one: f"{one.start}-{one.act}")
def test_every_move_is_named_with_where_it_leads(move):
    row = f"| {move.start.label} | {move.name} `{move.act}` | {move.to.label} |"
    assert row in TEXT


def test_every_time_rule_and_every_reason_is_named(store):
    reasons = [name for (name,) in ScopeReason.select(ScopeReason.name).tuples()]
    rules = [label for name, label in LABELS.items() if name not in ("id", "made_at", "made_by")]
    assert reasons
    for name in (*reasons, *rules):
        assert f"| {name} |" in TEXT, name
