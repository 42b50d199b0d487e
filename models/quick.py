"""The plain statements that every save needs, composed once.

Peewee takes some ten times as long to compose one as SQLite takes to do it, and a save has twenty.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from enum import Enum
from functools import cache, lru_cache
from typing import Any, TypeVar

from models.base import Record, database

Found = TypeVar("Found", bound=Record)
_SOME = -1  # stands in a text for an id, which is never that


def add(table: Any, row: Mapping[str, Any]) -> int:
    """Insert a row, by the names of its fields; what is not named has its default. Gives its id."""
    statement, fields = _insert(table)
    cursor = database.execute_sql(statement, _values(row, fields))
    return int(cursor.lastrowid)


def add_all(table: Any, made: Iterable[Mapping[str, Any]]) -> None:
    """As `add`, many rows at once."""
    statement, fields = _insert(table)
    database.connection().executemany(statement, (_values(row, fields) for row in made))


def find_id(table: Any, **equal: Any) -> int | None:
    """The id of the first row with these values."""
    statement = _select(table, ("id",), tuple(equal))
    found = database.execute_sql(statement, tuple(equal.values())).fetchone()
    return int(found[0]) if found else None


def last_id(table: Any) -> int:
    """The id of the newest row; 0 where there is none."""
    statement = f'SELECT MAX("id") FROM "{table._meta.table_name}"'
    return int(database.execute_sql(statement).fetchone()[0] or 0)


def last_row(table: Any, wanted: tuple[str, ...]) -> tuple[Any, ...]:
    """Of the newest row these fields, as SQLite gives them; there must be one."""
    statement = _select(table, wanted, (), "ORDER BY id DESC ")
    row: tuple[Any, ...] = database.execute_sql(statement).fetchone()
    return row


def find_row(table: Any, row_id: int) -> dict[str, Any] | None:
    """What the row holds, by the names of its fields; ids of other rows as numbers."""
    fields = table._meta.sorted_fields
    statement = _select(table, tuple(one.name for one in fields), ("id",))
    found = database.execute_sql(statement, (row_id,)).fetchone()
    if found is None:
        return None
    return {one.name: one.python_value(value) for one, value in zip(fields, found, strict=True)}


def find(table: type[Found], row_id: int) -> Found | None:
    """The row as a record of its table, as `get_or_none` finds it."""
    found = find_row(table, row_id)
    return None if found is None else table(**found)


def rows_of(compose: Callable[[Sequence[int]], Any], ids: Sequence[int]) -> list[tuple[Any, ...]]:
    """The rows of a query that asks for ids and for nothing else, as SQLite gives them."""
    if not ids:
        return []
    found: list[tuple[Any, ...]] = database.execute_sql(
        _composed(compose, len(ids)), tuple(ids)
    ).fetchall()
    return found


def about(compose: Callable[[int], Any], row_id: int) -> Any:
    """The query about the row of that id, as `compose` gives it, with its text composed once."""
    table, text, values = _about(compose)
    return table.raw(text, *(row_id if one == _SOME else one for one in values))


@cache
def _about(compose: Callable[[int], Any]) -> tuple[Any, str, Sequence[Any]]:
    query = compose(_SOME)
    return query.model, *query.sql()


@cache
def _insert(table: Any) -> tuple[str, tuple[tuple[str, Any], ...]]:
    """The statement, and of each of its fields the name and the default."""
    fields = table._meta.sorted_fields
    columns = ", ".join(f'"{one.column_name}"' for one in fields)
    marks = ", ".join("?" * len(fields))
    statement = f'INSERT INTO "{table._meta.table_name}" ({columns}) VALUES ({marks})'
    return statement, tuple((one.name, one.default) for one in fields)


@cache
def _select(table: Any, wanted: tuple[str, ...], equal: tuple[str, ...], order: str = "") -> str:
    fields = table._meta.fields
    columns = ", ".join(f'"{fields[name].column_name}"' for name in wanted)
    conditions = " AND ".join(f'"{fields[name].column_name}" = ?' for name in equal) or "TRUE"
    found = f'SELECT {columns} FROM "{table._meta.table_name}" WHERE {conditions}'
    return f"{found} {order}LIMIT 1"


@lru_cache(64)
def _composed(compose: Callable[[Sequence[int]], Any], number: int) -> str:
    return str(compose(range(number)).sql()[0])


def _values(row: Mapping[str, Any], fields: Iterable[tuple[str, Any]]) -> list[Any]:
    values = [row.get(name, default) for name, default in fields]
    for place, value in enumerate(values):
        if isinstance(value, date):
            values[place] = str(value)  # as peewee writes it
        elif isinstance(value, Enum):
            values[place] = value.value
    return values
