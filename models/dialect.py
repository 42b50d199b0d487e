"""What only SQLite knows: whose file it is, why it refuses, its copy, its own checks."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from models.base import database

# "BDCG" in the file's head, so that another program's file is not taken for ours.
MARK = 0x42444347
_DAMAGE = ("SQLITE_CORRUPT", "SQLITE_NOTADB")


def mark() -> int:
    return int(database.pragma("application_id"))


def set_mark() -> None:
    database.pragma("application_id", MARK)


def version() -> int:
    return int(database.pragma("user_version"))


def set_version(number: int) -> None:
    database.pragma("user_version", number)


def refusal(error: BaseException | None) -> str:
    """SQLite's name for why it refused, its first two words; empty where it was not SQLite.

    The whole chain is looked through: peewee wraps SQLite's error, and after a full disk SQLite has
    rolled back by itself, so that peewee's own rollback fails and stands before the true cause.
    """
    found = ""
    while error is not None:
        # SQLITE_BUSY_SNAPSHOT and the like: the first two words say what matters here.
        name = "_".join(getattr(error, "sqlite_errorname", "").split("_")[:2])
        if name and (not found or found == "SQLITE_ERROR"):
            found = name
        error = error.__context__
    return found


def is_damage(error: BaseException) -> bool:
    return refusal(error) in _DAMAGE


def broken_links() -> list[str]:
    """The tables in which a row points at one that is not there."""
    return sorted({str(row[0]) for row in database.execute_sql("PRAGMA foreign_key_check")})


def copy_store(source: Path, target: Path) -> None:
    """A whole copy, by SQLite: a plain file copy misses what is still in the write-ahead log.

    It has a connection of its own, so that any thread may call it. The target is written over.
    """
    target.unlink(missing_ok=True)
    with closing(sqlite3.connect(source)) as store, closing(sqlite3.connect(target)) as copy:
        # In one step: a copy in small steps begins anew whenever someone writes meanwhile.
        store.backup(copy, pages=-1)
        # A copy inherits the WAL mode; without it, it is one file that can be read anywhere.
        copy.execute("PRAGMA journal_mode = DELETE")
    with target.open("rb+") as file:
        os.fsync(file.fileno())


@contextmanager
def reading(path: Path, *beside: Path) -> Iterator[sqlite3.Connection]:
    """A connection of its own to read by; the stores beside it are called old, old2, …"""
    with closing(sqlite3.connect(path)) as connection:
        for number, other in enumerate(beside, start=1):
            name = "old" if number == 1 else f"old{number}"
            connection.execute(f"ATTACH ? AS {name}", [str(other)])
        connection.execute("PRAGMA query_only = 1")
        yield connection
