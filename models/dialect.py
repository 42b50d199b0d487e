"""What only SQLite knows: whose file it is, why it refuses, its copy, its own checks."""

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path, PurePath

import peewee as pw

from models.base import database

# "BDCG" in the file's head, so that another program's file is not taken for ours.
MARK = 0x42444347
# Peewee wraps what a statement raises, but not what reading its rows does.
ERRORS = (pw.DatabaseError, sqlite3.Error)
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
        if isinstance(error, sqlite3.Error) and "decode to UTF-8" in str(error):
            name = "SQLITE_CORRUPT"  # Python's own find, without a name
        if getattr(error, "sqlite_errorname", "") == "SQLITE_IOERR_SHMSIZE":
            name = "SQLITE_FULL"  # no room for the file beside an open store
        if name and found in ("", "SQLITE_ERROR"):
            found = name
        error = error.__context__
    return found


def is_damage(error: BaseException) -> bool:
    return refusal(error) in _DAMAGE


def broken_links() -> list[str]:
    """The tables in which a row points at one that is not there."""
    return sorted({str(row[0]) for row in database.execute_sql("PRAGMA foreign_key_check")})


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection of its own, to read by from any thread; its errors are peewee's."""
    try:
        with closing(sqlite3.connect(address_of(path.absolute()), uri=True)) as connection:
            yield connection
    except sqlite3.Error as error:
        raise pw.DatabaseError(str(error)) from error


def address_of(path: PurePath) -> str:
    """The file as SQLite is asked for it where it must not make a new one."""
    # mode=rw: a store that has gone (a stick pulled out) must not be made anew, and empty.
    # A share of Windows would be taken for a host, and SQLite knows none but this computer.
    return re.sub("^file://(?!/)", "file:////", path.as_uri()) + "?mode=rw"


def copy_store(source: Path, target: Path) -> None:
    """A whole copy, by SQLite: a plain file copy misses what is still in the write-ahead log.

    The same content gives the same bytes. The target is written over.
    """
    target.unlink(missing_ok=True)
    with reading(source) as store, closing(sqlite3.connect(target)) as copy:
        # In one step: a copy in small steps begins anew whenever someone writes meanwhile.
        store.backup(copy, pages=-1)
        # A copy inherits the WAL mode; without it, it is one file that can be read anywhere.
        copy.execute("PRAGMA journal_mode = DELETE")
    with target.open("rb+") as file:
        os.fsync(file.fileno())


def trouble_in(path: Path) -> str:
    """What a quick look finds wrong with a closed copy of a store; empty where it is sound."""
    try:
        with reading(path) as copy:
            if copy.execute("PRAGMA application_id").fetchone() != (MARK,):
                return "not a store of ours"
            found = [str(row[0]) for row in copy.execute("PRAGMA quick_check(1)")]
            return "" if found == ["ok"] else "; ".join(found)
    except ERRORS as error:
        if is_damage(error):
            return str(error)
        raise


def count_cases(path: Path) -> int:
    with reading(path) as copy:
        return int(copy.execute('SELECT COUNT(*) FROM "case"').fetchone()[0])
