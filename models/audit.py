"""Looks at all of the open store: every page, link, text and date; and at what became of a backup.

SQLite's own integrity check finds three of ten flipped bits: most of a store is plain text.
"""

import sqlite3
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import peewee as pw
from playhouse.migrate import SqliteMigrator

from models import TABLES, dialect
from models.base import database
from models.migrations import STEPS

_MOST = 20  # findings of a kind; more tell nothing new


def structure() -> list[str]:
    """What SQLite itself finds: pages, indexes, NOT NULL and CHECK."""
    found = database.execute_sql(f"PRAGMA integrity_check({_MOST})")
    return [str(row[0]) for row in found if row[0] != "ok"]


def schema() -> list[str]:
    """Tables, indexes and triggers that are not as the steps make them."""
    fresh = pw.SqliteDatabase(":memory:")
    with fresh.connection_context():
        for step in STEPS:
            step(SqliteMigrator(fresh))
        return sorted(name for name, _ in _schema_of(fresh) ^ _schema_of(database))


def unreadable(path: Path) -> list[str]:
    """Tables with a text that is not UTF-8 or a date that is none."""
    with dialect.reading(path) as store:
        return [name for name, columns in _columns() if not _is_readable(store, name, columns)]


def index_is_sound() -> bool:
    """Whether the index of words agrees with the words; takes the write lock, writes nothing."""
    try:
        database.execute_sql("""INSERT INTO case_index (case_index) VALUES ('integrity-check')""")
    except dialect.ERRORS as error:
        if dialect.is_damage(error):
            return False
        raise
    return True


def changed_since(old: Path, path: Path) -> dict[str, list[int]]:
    """By table: ids of the backup's rows that are no longer there or not the same.

    A case counts only if no line of history has been added to it since; of papers and attachments
    that they were voided meanwhile does not count.
    """
    with dialect.reading(path) as store:
        store.execute("ATTACH ? AS old", [str(old)])
        version = "PRAGMA {}.user_version"
        if len({store.execute(version.format(one)).fetchone() for one in ("main", "old")}) > 1:
            return {}  # the backup is of an earlier version; its tables were others
        found = ((name, _differing(store, name, columns)) for name, columns in _columns())
        return {name: ids for name, ids in found if ids}


def _columns() -> Iterator[tuple[str, list[Any]]]:
    for table in TABLES:
        yield table._meta.table_name, table._meta.sorted_fields


def _schema_of(one: pw.SqliteDatabase) -> set[tuple[str, str]]:
    query = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"
    return {(str(name), str(sql)) for name, sql in one.execute_sql(query)}


def _is_readable(store: sqlite3.Connection, table: str, columns: list[Any]) -> bool:
    names = ", ".join(f'"{one.column_name}"' for one in columns)
    dates = [
        (place, datetime if isinstance(one, pw.DateTimeField) else date)
        for place, one in enumerate(columns)
        if isinstance(one, pw.DateField | pw.DateTimeField)
    ]
    try:
        for row in store.execute(f'SELECT {names} FROM "{table}"'):
            for place, kind in dates:
                if row[place] is not None:
                    kind.fromisoformat(row[place])
    except (sqlite3.OperationalError, ValueError, TypeError):
        return False
    return True


def _differing(store: sqlite3.Connection, table: str, columns: list[Any]) -> list[int]:
    names = [one.column_name for one in columns]
    if table in ("paper", "attachment"):
        names = [one for one in names if not one.startswith("void")]
    ours, theirs = (", ".join(f'{one}."{name}"' for name in names) for one in ("m", "o"))
    touched = ""
    if table == "case":
        touched = """AND o.id NOT IN (SELECT case_id FROM main.case_event
                     WHERE id > (SELECT COALESCE(MAX(id), 0) FROM old.case_event))"""
    found = store.execute(
        f"""SELECT o.id FROM old."{table}" o LEFT JOIN main."{table}" m ON m.id = o.id
            WHERE ({ours}) IS NOT ({theirs}) {touched} LIMIT {_MOST}"""
    )
    return [int(row[0]) for row in found]
