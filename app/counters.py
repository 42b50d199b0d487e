"""Serial numbers, each given once and none left out."""

from models import database

_TAKE = """INSERT INTO "counter" ("series", "last") VALUES (?, 1)
ON CONFLICT ("series") DO UPDATE SET "last" = "last" + 1 RETURNING last"""
_LAST = """SELECT "last" FROM "counter" WHERE "series" = ?"""


def take(series: str) -> int:
    """The next number of the series, from 1. Only inside `saving`: what fails gives it back."""
    if not database.in_transaction():
        raise RuntimeError("a serial taken outside a transaction could be lost")
    return int(database.execute_sql(_TAKE, (series,)).fetchone()[0])


def peek(series: str) -> int:
    """The number that would be given next; another may take it first."""
    found = database.execute_sql(_LAST, (series,)).fetchone()
    return int(found[0]) + 1 if found else 1
