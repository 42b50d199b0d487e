"""From the start of the program to its first paint, against an empty window of the same Qt."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from app.background import close_store
from app.demo import fill
from app.directory import list_staff, retire
from app.startup import start
from tests.conftest import NOW

ROUNDS = 11
ROOT = Path(__file__).resolve().parents[2]


def measure() -> dict[str, float]:
    """Medians in ms of processes of their own, by turns, after one round that warms the disk."""
    took: dict[str, list[tuple[float, float]]] = {"empty": [], "ours": []}
    with tempfile.TemporaryDirectory() as folder:
        _furnish(Path(folder))
        for _ in range(ROUNDS + 1):
            took["empty"].append(_opened("empty"))
            took["ours"].append(_opened(folder))
    empty = statistics.median(first for first, _ in took["empty"][1:])
    first = statistics.median(first for first, _ in took["ours"][1:])
    page = statistics.median(page for _, page in took["ours"][1:])
    return {
        "empty window, first paint, ms": round(empty * 1000, 1),
        "program, first paint, ms": round(first * 1000, 1),
        "program, first page painted, ms": round(page * 1000, 1),
        "first paint / empty window": round(first / empty, 2),
        "first page / empty window": round(page / empty, 2),
    }


def _furnish(folder: Path) -> None:
    """A demonstration with one clerk, so that the program goes straight to the desk."""
    start(folder)
    fill(NOW)
    for who in list_staff()[1:]:
        retire(who)
    close_store()


def _opened(what: str) -> tuple[float, float]:
    """Seconds until the first paint, and until the first page."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    # An installed program is compiled once; a machine that forbids it would compile every time.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    program = [sys.executable, "-m", "tests.bench.first_paint"]
    told = subprocess.run(
        [*program, str(time.monotonic()), what],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    first, page = told.stdout.split()
    return float(first), float(page)
