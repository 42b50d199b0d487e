"""Serial numbers, each given once and none left out."""

from models import database

_TAKE = """INSERT INTO "counter" ("series", "last") VALUES (?, 1)
ON CONFLICT ("series") DO UPDATE SET "last" = "last" + 1 RETURNING last"""


def take(series: str) -> int:
    """The next number of the series, from 1. Only inside `saving`: what fails gives it back."""
    if not database.in_transaction():
        raise RuntimeError("a serial taken outside a transaction could be lost")
    return int(database.execute_sql(_TAKE, (series,)).fetchone()[0])
