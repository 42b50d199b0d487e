"""The one database, and what every table has."""

from typing import Any, TypeVar

import peewee as pw

from models.choices import Choice

# FULL: a receipt that was printed must be in the store after a power cut; NORMAL loses rows.
database = pw.SqliteDatabase(
    None,
    pragmas={
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "recursive_triggers": 1,  # without it REPLACE deletes what no DELETE may
        "cache_size": -16_000,
    },
)

Row = TypeVar("Row")


def rows(query: Any, row: type[Row]) -> list[Row]:
    """The rows of a query, each as a plain record of the given kind."""
    return list(query.objects(row))


class Record(pw.Model):
    id = pw.AutoField()

    class Meta:
        database = database
        legacy_table_names = False


def labels(table: type[Record]) -> dict[str, str]:
    """What each field of the table is called, for forms, table heads and papers."""
    return {name: field.verbose_name for name, field in table._meta.fields.items()}


class ChoiceField(pw.CharField):
    """Stores a choice's code and gives the choice back; the store itself refuses other codes."""

    def __init__(self, choices: type[Choice], **options: Any) -> None:
        self.enum = choices
        codes = ", ".join(f"'{one.value}'" for one in choices)
        super().__init__(
            max_length=20,
            choices=[(one.value, one.label) for one in choices],
            **options,
        )
        self._codes = codes

    def bind(self, model: Any, name: str, set_attribute: bool = True) -> None:  # noqa: FBT001, FBT002 (peewee's own signature)
        super().bind(model, name, set_attribute)
        self.constraints: list[Any] = [
            *(self.constraints or []),
            pw.Check(f'"{self.column_name}" IN ({self._codes})'),
        ]

    def db_value(self, value: Choice | str | None) -> str | None:
        return None if value is None else self.enum.of(value).value

    def python_value(self, value: str | None) -> Choice | None:
        return None if value is None else self.enum.of(value)
