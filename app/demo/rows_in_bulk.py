"""Rows that wait to be written, with the ids and serial numbers they have already."""

from collections import Counter
from typing import Any

import peewee as pw

from models import (
    Case,
    CaseEvent,
    CaseUnit,
    Closing,
    Contact,
    Decision,
    Material,
    Meeting,
    Paper,
    Party,
    Rating,
    Reception,
    Refusal,
    quick,
)
from models import Counter as Counters

_TABLES = (
    Party,
    Case,
    CaseUnit,
    Material,
    CaseEvent,
    Refusal,
    Closing,
    Contact,
    Meeting,
    Decision,
    Rating,
    Paper,
    Reception,
    Counters,
)


class Rows:
    """`last` is the last id given, by table."""

    def __init__(self) -> None:
        self._waiting: dict[Any, list[dict[str, Any]]] = {table: [] for table in _TABLES}
        self.last = Counter({table: _last_of(table) for table in _TABLES})
        self._serials: Counter[str] = Counter()

    def add(self, table: Any, row: dict[str, Any]) -> int:
        self.last[table] += 1
        self._waiting[table].append({"id": self.last[table], **row})
        return self.last[table]

    def newest(self, table: Any) -> dict[str, Any]:
        """To be added to, as long as it waits."""
        return self._waiting[table][-1]

    def take(self, series: str) -> int:
        self._serials[series] += 1
        return self._serials[series]

    def write(self) -> None:
        for table, made in self._waiting.items():
            quick.add_all(table, made)
            made.clear()

    def write_all(self) -> None:
        """With how far the serial numbers have come, so that another can go on."""
        for series, last in self._serials.items():
            self.add(Counters, {"series": series, "last": last})
        self._serials.clear()
        self.write()


def _last_of(table: Any) -> int:
    return int(table.select(pw.fn.MAX(table._meta.primary_key)).scalar() or 0)
