"""What only SQLite knows: whose file it is, its copy, its own checks."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from models.base import database

# "BDCG" in the file's head, so that another program's file is not taken for ours.
MARK = 0x42444347


def mark() -> int:
    return int(database.pragma("application_id"))


def set_mark() -> None:
    database.pragma("application_id", MARK)


def version() -> int:
    return int(database.pragma("user_version"))


def set_version(number: int) -> None:
    database.pragma("user_version", number)


def broken_links() -> list[str]:
    """The tables in which a row points at one that is not there."""
    return sorted({str(row[0]) for row in database.execute_sql("PRAGMA foreign_key_check")})


def copy_store(target: Path) -> None:
    """A whole copy, by SQLite: a plain file copy misses what is still in the write-ahead log.

    It bears its name only once it is whole and on the disk.
    """
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    with closing(sqlite3.connect(part)) as copy:
        # In one step: a copy in small steps begins anew whenever someone writes meanwhile.
        database.connection().backup(copy, pages=-1)
        # A copy carries its source's WAL mode; as a single file it is easier to carry and keep.
        copy.execute("PRAGMA journal_mode = DELETE")
    flush(part)
    os.replace(part, target)


def flush(path: Path) -> None:
    """Have the file's bytes on the disk before anything relies on them."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
