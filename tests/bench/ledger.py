"""The ledger of a hundred thousand cases: written as its rows come, and as openpyxl does it; and
the whole workbook of a month that had so many.

Each in a process of its own, for what it takes of memory.
"""

import json
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter

from app.month import LedgerRow, Standing, report_month
from exports.book.ledger import RECEIVED, columns_of, ledger_cells
from exports.book.lists import listed, streamed
from exports.book.sheet import Book
from exports.monthly_workbook import write_month
from models import database
from tests.bench.fill import fresh_copy
from tests.conftest import NOW

ROWS, ROUNDS = 100_000, 2
_FIRST = date(2026, 1, 1)
_STATUS = Path("/proc/self/status")  # Linux
# As if a store had been filled from elsewhere with all its cases in one month.
_CROWD = """UPDATE "case" SET
received_at = datetime('2026-10-01 08:00:00', '+' || (id % 31) || ' days'),
due_on = date('2026-10-08', '+' || (id % 31) || ' days'),
concluded_at = CASE WHEN concluded_at IS NULL THEN NULL
ELSE datetime('2026-10-02 10:00:00', '+' || (id % 40) || ' days') END"""


def measure() -> dict[str, float]:
    """Seconds, the best of each by turns, and the peak of memory in MB with all it rests on."""
    took: dict[str, list[tuple[float, float]]] = {"ours": [], "normal": []}
    for _ in range(ROUNDS):
        for way, found in took.items():
            found.append(_in_a_process(way))
    (ours, memory), (normal, usual) = (min(found) for found in took.values())
    with tempfile.TemporaryDirectory() as folder:
        whole, most = _in_a_process("month", str(_crowded(Path(folder))))
    return {
        "ledger, 100000 rows, s": round(ours, 2),
        "openpyxl's normal mode, s": round(normal, 2),
        "ledger / normal mode": round(ours / normal, 2),
        "peak of memory, MB": round(memory),
        "peak in normal mode, MB": round(usual),
        "month of 100000 cases, s": round(whole, 1),
        "month of 100000 cases, peak of memory, MB": round(most),
    }


def _in_a_process(*way: str) -> tuple[float, float]:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.bench.ledger", *way], check=True, capture_output=True
    )
    seconds, megabytes = json.loads(ran.stdout)
    return seconds, megabytes


def _crowded(folder: Path) -> Path:
    store = fresh_copy(ROWS, folder)
    database.init(str(store))
    with database.connection_context():
        database.execute_sql(_CROWD)
    return store


def _month(store: str) -> tuple[float, float]:
    """Read, counted and written."""
    with tempfile.TemporaryDirectory() as folder:
        begun = perf_counter()
        database.init(store)
        with database.connection_context():
            report = report_month(2026, 10, NOW)
        write_month(report, Path(folder) / "month.xlsx")
        return perf_counter() - begun, _peak()


def _peak() -> float:
    """Of this process alone: getrusage tells what the one that started it had, if that was more."""
    (line,) = (one for one in _STATUS.read_text().splitlines() if one.startswith("VmHWM:"))
    return int(line.split()[1]) / 1024


def _once(way: str) -> tuple[float, float]:
    rows = [_row(number) for number in range(ROWS)]
    columns = columns_of(RECEIVED)
    cells = (ledger_cells(*each) for each in enumerate(rows, 1))
    with tempfile.TemporaryDirectory() as folder:
        begun = perf_counter()
        book = Book("台账", "中心")
        sheet = book.add("明细台账")
        if way == "ours":
            streamed(sheet, 3, columns, lambda: cells, lambda: None)
        else:
            listed(sheet, 3, columns, list(cells))
        book.save(Path(folder) / "ledger.xlsx")
        took = perf_counter() - begun
    return took, _peak()


def _row(number: int) -> LedgerRow:
    on = _FIRST + timedelta(days=number % 300)
    return LedgerRow(
        number=f"BBC-云溪-{on:%Y%m%d}-{number:05}",
        received_on=on,
        person="王**",
        village=f"第{number % 17}村",
        channel="窗口",
        matter=f"事项{number % 40}",
        nature="很难办",
        cause="部门间数据传输不及时",
        lead=f"单位{number % 12}",
        helpers="县医保局、镇残联" if number % 3 else "",
        due_on=on + timedelta(days=7),
        completed_on=on + timedelta(days=5) if number % 5 else None,
        days=number % 9 if number % 5 else None,
        standing=Standing.DONE if number % 5 else Standing.OPEN,
        ending="办成" if number % 5 else "",
    )


if __name__ == "__main__":
    way, *store = sys.argv[1:]
    sys.stdout.write(json.dumps(_month(*store) if store else _once(way)))
