"""How long the list of cases takes, in a small store and in a large one."""

import random
from collections.abc import Callable
from statistics import median
from time import perf_counter
from typing import Any

from app.cases.case_list import case_ids, case_rows
from app.cases.filters import CaseFilter, Order
from app.deadlines.due_windows import OPEN
from app.desk.todo import count_todo
from models import database
from models.choices import Cause
from tests.bench.fill import TODAY, filled

PAGE, ROUNDS = 200, 40
SMALL, LARGE = 1_000, 100_000


def measure() -> dict[str, float]:
    """Medians in ms; and how much longer a page takes in the large store, at most 1.3 times."""
    small, large = _at(SMALL), _at(LARGE)
    ratio = {"page, large / small": round(large["page"] / small["page"], 2)}
    return {
        **{f"{what}, {SMALL} cases, ms": took for what, took in small.items()},
        **{f"{what}, {LARGE} cases, ms": took for what, took in large.items()},
        **ratio,
    }


def _at(size: int) -> dict[str, float]:
    database.init(str(filled(size)))
    with database.connection_context():
        ids = case_ids(CaseFilter(), TODAY)
        starts = [random.Random(1).randrange(len(ids) - PAGE) for _ in range(ROUNDS)]
        took = {"page": median(_ms(lambda at=at: case_rows(ids[at : at + PAGE])) for at in starts)}
        asked: dict[str, Callable[[], Any]] = {
            "what waits": lambda: count_todo(TODAY),
            "open": lambda: case_ids(CaseFilter(statuses=OPEN), TODAY, Order.DUE),
            "of a cause": lambda: case_ids(CaseFilter(cause=Cause.DATA), TODAY),
            "of a unit": lambda: case_ids(CaseFilter(unit_id=1), TODAY),
            "of a village": lambda: case_ids(CaseFilter(village_id=1), TODAY),
            "with a word": lambda: case_ids(CaseFilter(text="证明"), TODAY),
        }
        asked |= {f"all by {order}": _all_by(order) for order in Order}
        took |= {what: median(_ms(look) for _ in range(5)) for what, look in asked.items()}
        return {what: round(each, 2) for what, each in took.items()}


def _all_by(order: Order) -> Callable[[], Any]:
    return lambda: case_ids(CaseFilter(), TODAY, order)


def _ms(look: Callable[[], Any]) -> float:
    start = perf_counter()
    look()
    return (perf_counter() - start) * 1000
