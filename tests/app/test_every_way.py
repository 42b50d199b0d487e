"""No sequence of moves, whatever is said with each, brings a case where the rules do not hold."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from app.moves import MOVES, making
from app.moves.move import Done
from models.choices import Act
from tests.app.walking import EVERY_WAY, REACHED, Walk

pytestmark = pytest.mark.slow
FAST = settings(
    max_examples=24,
    stateful_step_count=80,
    deadline=None,
    derandomize=True,  # the same walks every time: a failure stays one
    database=None,
    phases=[Phase.generate],  # shrinking takes minutes; add it when a failure is not clear
    suppress_health_check=list(HealthCheck),
    report_multiple_bugs=False,  # the first is enough, and what is looked for ends with it
)


@pytest.fixture
def walks(empty_store, tmp_path):
    """Every walk has a store of its own."""
    Walk.template, Walk.path = empty_store.read_bytes(), tmp_path / "bandecheng.db"
    return Walk


def test_every_walk_along_the_table_keeps_the_rules(walks):
    run_state_machine_as_test(walks, settings=FAST)
    missed = EVERY_WAY - REACHED
    assert len(missed) <= len(EVERY_WAY) // 10, sorted(missed)


@pytest.mark.parametrize(
    ("act", "broken"),
    [
        (Act.CONCLUDE, lambda done: replace(done, changes={**done.changes, "result": ""})),
        (Act.ARCHIVE, lambda done: Done(done.note)),
    ],
)
def test_an_act_that_leaves_out_something_is_found(walks, monkeypatch, act, broken):
    def breaking(move):
        return replace(move, do=lambda making: broken(move.do(making)))

    table = tuple(breaking(one) if one.act is act else one for one in MOVES)
    monkeypatch.setattr(making, "MOVES", table)
    with pytest.raises(AssertionError):
        run_state_machine_as_test(walks, settings=FAST)
