"""Watches every test: what it writes to SQLite, and what it logs."""

import logging
import sqlite3
import sys
from functools import cache
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from app import changes

ROOT = Path(__file__).resolve().parents[2]
OURS = ("ui/", "exports/", "app/")
OPENING = ("models/store.py", "models/migrations/")
WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE")


class Writes:
    """Statements that our code wrote with outside `saving`, wherever the connection came from."""

    def __init__(self) -> None:
        self.unsaved: list[str] = []

    def connect(self, *arguments: Any, **options: Any) -> sqlite3.Connection:
        connection = CONNECT(*arguments, **options)
        connection.set_trace_callback(self._look)
        return connection

    def _look(self, statement: str) -> None:
        unsaved = changes._pending.get() is None and statement.lstrip().upper().startswith(WRITES)
        if unsaved and (place := _writer(sys._getframe(1))):
            self.unsaved.append(f"{place}: {statement.strip()[:80]}")


def _writer(frame: FrameType | None) -> str | None:
    """The place in our code that wrote; None when a test did, or the store was being opened."""
    first = None
    while frame:
        inside = _inside(frame.f_code.co_filename)
        if inside.startswith(OPENING) or (first is None and inside.startswith("tests/")):
            return None
        if first is None and inside.startswith(OURS):
            first = f"{inside}:{frame.f_lineno}"
        frame = frame.f_back
    return first


@cache
def _inside(file: str) -> str:
    """Where it lies among ours; empty for what is not."""
    path = Path(file)
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else ""


class Heard(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.name}: {record.getMessage()}")


WATCHED = Writes()
CONNECT, sqlite3.connect = sqlite3.connect, WATCHED.connect


@pytest.fixture
def unsaved_writes() -> list[str]:
    """For a test that writes outside `saving` on purpose: it reads the list and clears it."""
    return WATCHED.unsaved


@pytest.fixture(autouse=True)
def every_write_is_saved(unsaved_writes: list[str]):
    """Law 6: what our code writes, it writes inside `saving`."""
    unsaved_writes.clear()
    yield
    found, unsaved_writes[:] = list(unsaved_writes), []
    assert not found, "written outside saving(...)"


@pytest.fixture(autouse=True)
def the_log_is_silent(request: pytest.FixtureRequest):
    """Law 10: a warning in the log fails the test, but for one that reads the log (caplog)."""
    heard = Heard()
    logging.getLogger().addHandler(heard)
    yield
    logging.getLogger().removeHandler(heard)
    if "caplog" not in request.fixturenames:
        assert not heard.lines, "logged and not expected"
