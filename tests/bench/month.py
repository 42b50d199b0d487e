"""The figures of a month in a small and in a large store that have the same cases in that month,
and what the whole report takes of memory in each.

Each report in a process of its own, for what it takes of memory. The cases elsewhere lie in other
years: what is counted of this year and of last year's month is the same as well.
"""

import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from app.month import report_month
from app.month.breakdowns import count_groups
from app.month.figures import count
from app.month.period import Period, month_of, previous_month
from exports.monthly_workbook import write_month
from models import database
from tests.bench.fill import TODAY, fresh_copy
from tests.conftest import NOW

SMALL, LARGE = 1_000, 100_000
ROUNDS = 15
# All but those of the last two months, in both stores alike, lie two to twenty years back.
_SETTLE = """UPDATE "case" SET status = 'archived', ending = 'done', concluded_at = received_at
WHERE concluded_at IS NULL AND received_at < '2026-10-01'"""
_LONG_AGO = """UPDATE "case" SET
received_at = datetime(received_at, '-' || (3 + id % 18) || ' years'),
concluded_at = datetime(concluded_at, '-' || (3 + id % 18) || ' years'),
due_on = date(due_on, '-' || (3 + id % 18) || ' years')
WHERE received_at < '2026-10-01'"""


def measure() -> dict[str, float]:
    """Medians in ms by turns; peaks in MB of the report that is counted and written."""
    with tempfile.TemporaryDirectory() as folder:
        stores = {size: _store(size, Path(folder)) for size in (SMALL, LARGE)}
        took = _by_turns(stores)
        peaks = {size: _peak(store) for size, store in stores.items()}
    return {
        **{f"figures, {size} cases, ms": round(ms, 1) for size, ms in took.items()},
        "figures, large / small": round(took[LARGE] / took[SMALL], 2),
        **{f"report, {size} cases, peak MB": round(peak, 1) for size, peak in peaks.items()},
        "peak of memory, large / small": round(peaks[LARGE] / peaks[SMALL], 2),
    }


def _store(size: int, folder: Path) -> Path:
    own = folder / str(size)
    own.mkdir()
    store = fresh_copy(size, own)
    database.init(str(store))
    with database.connection_context():
        database.execute_sql(_SETTLE)
        database.execute_sql(_LONG_AGO)
    return store


def _by_turns(stores: dict[int, Path]) -> dict[int, float]:
    """Medians of rounds in which every store has its turn, so that all meet the same troubles."""
    took: dict[int, list[float]] = {size: [] for size in stores}
    for _ in range(ROUNDS + 1):
        for size, store in stores.items():
            took[size].append(_counted(store))
    return {size: statistics.median(rounds[1:]) * 1000 for size, rounds in took.items()}


def _counted(store: Path) -> float:
    """All figures and groups of the month and of those it is compared with."""
    month = month_of(TODAY.replace(day=1), NOW)
    periods = (
        month,
        month_of(previous_month(month.first), NOW),
        month_of(month.first.replace(year=month.first.year - 1), NOW),
        Period(month.first.replace(month=1), month.until),
    )
    database.init(str(store))
    start = perf_counter()
    with database.connection_context():
        for period in periods:
            count(period)
            count_groups(period)
    return perf_counter() - start


def _peak(store: Path) -> float:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.bench.month", str(store)], check=True, capture_output=True
    )
    return float(json.loads(ran.stdout))


def _once(store: str) -> float:
    database.init(store)
    with tempfile.TemporaryDirectory() as folder, database.connection_context():
        write_month(report_month(TODAY.year, TODAY.month, NOW), Path(folder) / "month.xlsx")
    return _peak_here()


def _peak_here() -> float:
    """In MB; `getrusage` would count what the process that began this one had taken."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_once(sys.argv[1])))
