"""Measures all that was promised and writes docs/performance.md: `python -m tests.bench`.

With names of measurements (`save search`) only these are measured and told, nothing is written.
"""

import os
import platform
import sqlite3
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

PLACE = Path(__file__).resolve().parents[2] / "docs" / "performance.md"
Figures = Mapping[str, float]


@dataclass(frozen=True)
class Promise:
    """What is measured by a module of this package, and what it may cost at most."""

    module: str
    what: str
    most: float
    unit: str
    of: Callable[[Figures], float]
    how: str


def _the(name: str) -> Callable[[Figures], float]:
    return lambda figures: figures[name]


def _slowest_find(figures: Figures) -> float:
    return max(ms for name, ms in figures.items() if name.startswith("find") and "100000" in name)


PROMISES = (
    Promise(
        "start",
        "Start to first paint / an empty PySide6 window",
        1.5,
        "×",
        _the("first paint / empty window"),
        "Processes of their own, offscreen, by turns; the median of 11 after one to warm the disk. "
        "Time counts from before the process is begun. The program opens a demonstration store; "
        "the window is painted first, the page (工作台) when the store has been opened.",
    ),
    Promise(
        "save",
        "Save a case / the bare transaction of the same rows",
        3.0,
        "×",
        _the("save / bare"),
        "In a store of 1,000 cases, `open_case` as the form calls it: rules, number, due date, "
        "persons, units, history, search index, FULL sync. Then the very rows it wrote are put "
        "into a second store by plain SQL, in one transaction with the same sync. Medians of 200.",
    ),
    Promise(
        "case_list",
        "A page of the list, 100,000 cases / 1,000",
        1.3,
        "×",
        _the("page, large / small"),
        "200 rows as the list shows them, from 40 places of the list; medians.",
    ),
    Promise(
        "search",
        "Find at 100,000 cases, 1 to 6 characters, p95 of the slowest kind",
        20.0,
        "ms",
        _slowest_find,
        "Parts of words, names, initials, phones, ID numbers and numbers that are in the store, 40 "
        "of each kind and length, besides digits at random, two words, and names with a `?`.",
    ),
    Promise(
        "receipt",
        "A warm receipt / a bare reportlab page with the same words, fonts and QR code",
        2.0,
        "×",
        _the("receipt_ratio"),
        "Every receipt has words of its own. The bare page is given them already broken into "
        "lines, and is put on the disk as safely. Medians of 60, by turns.",
    ),
    Promise(
        "workbook",
        "The month's workbook, 100,000 cases in the store / 1,000, the month being the same",
        1.3,
        "×",
        _the("workbook, large / small"),
        "Figures, ledger and file; medians of 15, by turns. The large store has its cases in 20 "
        "years; with all of them in two, the year so far alone is 40,000 cases: told below.",
    ),
    Promise(
        "ledger",
        "A ledger of 100,000 rows / the same in openpyxl's normal mode",
        0.6,
        "×",
        _the("ledger / normal mode"),
        "The sheet 明细台账 alone, each way in a process of its own; the best of two, by turns.",
    ),
    Promise(
        "ledger",
        "The most memory a ledger of 100,000 rows takes",
        250.0,
        "MB",
        _the("peak of memory, MB"),
        "What the system counts for the whole process, Python and the rows themselves with it.",
    ),
    Promise(
        "ledger",
        "The most memory a month of 100,000 cases takes, counted and written",
        250.0,
        "MB",
        _the("month of 100000 cases, peak of memory, MB"),
        "Every case of the store received in one month: figures, ledger, dates and all sheets.",
    ),
    Promise(
        "month",
        "The month's figures, 100,000 cases in the store / 1,000, the month being the same",
        1.3,
        "×",
        _the("figures, large / small"),
        "Every figure and group of the month, of the one before, of the same of last year and of "
        "the year so far; medians of 15, by turns. The cases elsewhere lie three to twenty years "
        "back in both stores.",
    ),
    Promise(
        "month",
        "Peak of memory of the ordinary report, 100,000 cases in the store / 1,000",
        1.1,
        "×",
        _the("peak of memory, large / small"),
        "The report counted and its workbook written, each in a process of its own, with all the "
        "program rests on.",
    ),
    Promise(
        "visits",
        "Whether a visit clashes, 50,000 visits in the store / 500",
        1.3,
        "×",
        _the("clash check, large / small"),
        "A plan looked at against people, kit, leave, calendar and ways on a day with 40 visits; "
        "medians of 160, by turns. In both stores a day has as many visits.",
    ),
    Promise(
        "visits",
        "The three best places for a visit, 50,000 visits in the store",
        50.0,
        "ms",
        _the("suggestion, 50000 visits, ms"),
        "Two weeks of four crews whose half days are half full; the median of 30 requests.",
    ),
    Promise(
        "visits",
        "A day of nine stops put in the shortest order",
        100.0,
        "ms",
        _the("day of 9 stops ordered, ms"),
        "Exactly, some of the stops with a time to keep; the median of 9.",
    ),
    Promise(
        "visits",
        "The week board with 200 visits drawn, every line of it",
        150.0,
        "ms",
        _the("week of 200 cards drawn with every line, ms"),
        "Laid out anew and painted, on a board so large that no half day is shortened, and on that "
        "of a window of 1366×768; medians of 15. Beside it as many boxes and words drawn bare.",
    ),
)


def main() -> int:
    asked = sys.argv[1:]
    found: dict[str, Figures] = {}
    for one in PROMISES:
        if one.module not in found and (not asked or one.module in asked):
            sys.stdout.write(f"{one.what} …\n")
            sys.stdout.flush()
            found[one.module] = import_module(f"tests.bench.{one.module}").measure()
            sys.stdout.write(f"{_figures(found[one.module])}\n\n")
    kept = all(one.of(found[one.module]) <= one.most for one in PROMISES if one.module in found)
    if not asked:
        PLACE.parent.mkdir(exist_ok=True)
        PLACE.write_text(_document(found), "utf-8")
        sys.stdout.write(f"{PLACE}\n")
    return 0 if kept else 1


def _document(found: Mapping[str, Figures]) -> str:
    lines = [
        "# Speed",
        "",
        "Written by `python3 run.py bench`. Ratios are of one run, both sides of each by turns on",
        "the same machine, so that they say more than the milliseconds do.",
        "",
        "| What | Measured | At most | |",
        "| --- | ---: | ---: | --- |",
        *(_row(one, found[one.module]) for one in PROMISES),
        "",
        f"On {_machine()}.",
    ]
    for one in PROMISES:
        lines += ["", f"## {one.what}", "", one.how, "", _figures(found[one.module])]
    return "\n".join(lines) + "\n"


def _row(one: Promise, figures: Figures) -> str:
    value = one.of(figures)
    kept = "kept" if value <= one.most else "**missed**"
    return f"| {one.what} | {value:.2f} {one.unit} | {one.most:g} {one.unit} | {kept} |"


def _figures(figures: Figures) -> str:
    return "\n".join(f"* {name.replace('_', ' ')}: {value:g}" for name, value in figures.items())


def _machine() -> str:
    from PySide6 import __version__ as qt

    told = Path("/proc/cpuinfo")
    models = told.read_text().split("model name") if told.exists() else []
    processor = models[1].split("\n")[0].strip("\t :") if models[1:] else platform.machine()
    return (
        f"{os.cpu_count()} × {processor}, {platform.system()}, "
        f"Python {platform.python_version()}, PySide6 {qt}, SQLite {sqlite3.sqlite_version}"
    )


if __name__ == "__main__":
    sys.exit(main())
