"""Giving a table another shape: SQLite changes no constraint of a table that is there."""

from collections.abc import Mapping, Sequence

import peewee as pw


def rebuild(
    database: pw.Database, table: str, statements: Sequence[str], new: Mapping[str, str]
) -> None:
    """Make the table anew by the statements (itself first, then its indexes), with all its rows.

    `new` gives for each new column what the old rows have in it, as SQL. Columns that are not in
    the new shape are left behind. Foreign keys have to be off, as they are within a step.
    """
    guards = database.execute_sql(
        "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", (table,)
    ).fetchall()
    made, *indexes = statements
    fresh = f"fresh_{table}"
    database.execute_sql(made.replace(f'TABLE "{table}"', f'TABLE "{fresh}"', 1))
    columns = [row[1] for row in database.execute_sql(f'PRAGMA table_info("{fresh}")')]
    names = ", ".join(f'"{one}"' for one in columns)
    values = ", ".join(new.get(one, f'"{one}"') for one in columns)
    database.execute_sql(f'INSERT INTO "{fresh}" ({names}) SELECT {values} FROM "{table}"')
    for (sql,) in guards:  # they would not let the old rows go, and go with the table
        database.execute_sql(f'DROP TRIGGER "{sql.split()[2].strip(chr(34))}"')
    database.execute_sql(f'DROP TABLE "{table}"')
    database.execute_sql(f'ALTER TABLE "{fresh}" RENAME TO "{table}"')
    for statement in (*indexes, *(sql for (sql,) in guards)):
        database.execute_sql(statement)


def admit(database: pw.Database, table: str, before: str, now: str) -> None:
    """Make the table anew with another list of codes in one of its checks."""
    statements = database.execute_sql(
        "SELECT sql FROM sqlite_master WHERE tbl_name = ? AND type IN ('table', 'index') "
        "AND sql IS NOT NULL ORDER BY type = 'index'",
        (table,),
    ).fetchall()
    rebuild(database, table, [sql.replace(before, now) for (sql,) in statements], {})
