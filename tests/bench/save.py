"""Saving a case against the bare transaction that writes the same rows to the disk as safely."""

import random
import sqlite3
import statistics
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from time import perf_counter
from typing import Any

from app.background import close_store
from app.cases.drafting import CaseDraft
from app.cases.registry import open_case
from app.deadlines.calendar import work_calendar
from app.demo import fill
from app.demo.hours import Hours
from app.demo.stories import Teller
from app.demo.town import town
from app.directory import list_staff
from app.startup import start
from models import TABLES, database
from tests.conftest import NOW

ROUNDS = 200
WARM_UP = 20
_IN_STORE = 1_000  # cases before the first one
_SERIES = f"case {NOW:%Y%m%d}"
Rows = dict[str, list[tuple[Any, ...]]]


def measure() -> dict[str, float]:
    """Medians in ms, turn by turn in two stores that are alike."""
    with tempfile.TemporaryDirectory() as folder:
        ours, bare = Path(folder) / "ours", Path(folder) / "bare"
        for one in (bare, ours):
            start(one)
            fill(NOW, cases=_IN_STORE)
            close_store()
        start(ours)
        drafts = _drafts()
        with closing(_plain(bare / "bandecheng.db")) as other:
            took = [_both(draft, other) for draft in drafts]
        close_store()
    saved = statistics.median(one for one, _ in took[WARM_UP:])
    plain = statistics.median(one for _, one in took[WARM_UP:])
    return {
        "bare transaction, ms": round(plain, 2),
        "save a case, ms": round(saved, 2),
        "save / bare": round(saved / plain, 2),
    }


def _drafts() -> list[CaseDraft]:
    """All of today; people who have not been there, as most are."""
    teller = Teller(town(), Hours(work_calendar(), NOW, random.Random(9)), 9)
    stories = teller.stories(ROUNDS + WARM_UP)
    return [replace(story.draft, received_at=NOW) for story in stories]


def _both(draft: CaseDraft, other: sqlite3.Connection) -> tuple[float, float]:
    """Save it; then write the rows that came of it into the other store with plain SQL."""
    before = _last_ids()
    who = list_staff()[0]
    saved = _ms(lambda: open_case(draft, who, NOW + timedelta(minutes=1)))
    rows = _rows_since(before)
    return saved, _ms(lambda: _write(other, rows))


def _last_ids() -> dict[str, int]:
    names = [table._meta.table_name for table in TABLES]
    told = {
        name: database.execute_sql(f'SELECT COALESCE(MAX(id), 0) FROM "{name}"').fetchone()[0]
        for name in names
    }
    return told | {"case_index": told["case"]}


def _rows_since(before: dict[str, int]) -> Rows:
    rows: Rows = {}
    for table in TABLES:
        name = table._meta.table_name
        found = database.execute_sql(f'SELECT * FROM "{name}" WHERE id > ?', (before[name],))
        rows[name] = found.fetchall()
    index = database.execute_sql(
        "SELECT rowid, keys, words, once FROM case_index WHERE rowid > ?", (before["case_index"],)
    )
    rows["case_index"] = index.fetchall()
    return {name: made for name, made in rows.items() if made}


def _write(store: sqlite3.Connection, rows: Rows) -> None:
    store.execute("BEGIN IMMEDIATE")
    for name, made in rows.items():
        columns = " (rowid, keys, words, once)" if name == "case_index" else ""
        for row in made:
            marks = ", ".join("?" * len(row))
            store.execute(f'INSERT INTO "{name}"{columns} VALUES ({marks})', row)
    # The day's serial is in a row that was there before.
    store.execute("UPDATE counter SET last = last + 1 WHERE series = ?", (_SERIES,))
    store.execute("COMMIT")


def _plain(path: Path) -> sqlite3.Connection:
    store = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode = wal", "synchronous = FULL", "foreign_keys = ON"):
        store.execute(f"PRAGMA {pragma}")
    return store


def _ms(work: Callable[[], object]) -> float:
    begun = perf_counter()
    work()
    return (perf_counter() - begun) * 1000
