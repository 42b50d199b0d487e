"""The month's workbook in a small and in a large store that have the same cases in that month."""

import statistics
import tempfile
from pathlib import Path
from time import perf_counter

from app.month import report_month
from exports.monthly_workbook import write_month
from models import database
from tests.bench.fill import fresh_copy
from tests.conftest import NOW

SMALL, LARGE = 1_000, 100_000
YEAR, MONTH = 2026, 11  # this month and the one before are the same in every filled store
ROUNDS = 15
YEARS = 20  # a township takes longer than that to have so many cases
# A large store has more old cases left open, which the month would have to list.
_SETTLE = """UPDATE "case" SET status = 'archived', ending = 'done', concluded_at = received_at
WHERE concluded_at IS NULL AND received_at < '2026-10-01'"""
# A filled store has all its cases in two years: as dense as no township ever was.
_SPREAD = f"""UPDATE "case" SET
received_at = datetime(received_at, '-' || (id % {YEARS}) || ' years'),
concluded_at = datetime(concluded_at, '-' || (id % {YEARS}) || ' years'),
due_on = date(due_on, '-' || (id % {YEARS}) || ' years')
WHERE received_at < '2026-10-01'"""


def measure() -> dict[str, float]:
    """Medians in ms; and what the workbook costs in the large store, at most 1.3 times.

    In a store that has them all in two years the year so far alone is 40,000 cases: that ratio
    is told too.
    """
    with tempfile.TemporaryDirectory() as folder:
        stores = {
            f"{SMALL} cases": _store(SMALL, Path(folder), spread=True),
            f"{LARGE} cases": _store(LARGE, Path(folder), spread=True),
            f"{LARGE} cases in two years": _store(LARGE, Path(folder), spread=False),
        }
        took = _by_turns(stores, Path(folder) / "month.xlsx")
    small, large, dense = took.values()
    return {
        **{f"workbook, {name}, ms": round(took[name], 1) for name in stores},
        "workbook, large / small": round(large / small, 2),
        "workbook, large in two years / small": round(dense / small, 2),
    }


def _by_turns(stores: dict[str, Path], path: Path) -> dict[str, float]:
    """Medians of rounds in which every store has its turn, so that all meet the same troubles."""
    took: dict[str, list[float]] = {name: [] for name in stores}
    for _ in range(ROUNDS + 1):
        for name, store in stores.items():
            took[name].append(_once(store, path))
    return {name: statistics.median(rounds[1:]) * 1000 for name, rounds in took.items()}


def _store(size: int, folder: Path, *, spread: bool) -> Path:
    own = folder / f"{size}-{spread}"
    own.mkdir()
    store = fresh_copy(size, own)
    database.init(str(store))
    with database.connection_context():
        database.execute_sql(_SETTLE)
        if spread:
            database.execute_sql(_SPREAD)
    return store


def _once(store: Path, path: Path) -> float:
    """With a connection of its own, as the worker has it."""
    database.init(str(store))
    start = perf_counter()
    with database.connection_context():
        report = report_month(YEAR, MONTH, NOW)
    write_month(report, path)
    return perf_counter() - start
