"""One year's holidays and swapped working days, as the yearly notice has them, from a file.

{"year": 2026, "source": "…通知",
 "off": [[first day, last day, holiday], …], "work": [[day, holiday], …]}
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from app.errors import AppError
from app.resources import resource


@dataclass(frozen=True)
class YearTable:
    """Days are rows of day, whether it is worked, and the holiday's name, in order."""

    year: int
    source: str
    days: tuple[tuple[date, bool, str], ...]


def builtin_years() -> tuple[YearTable, ...]:
    """The years that travel with the program, in order."""
    return tuple(read_year(path) for path in sorted(resource("calendars").glob("*.json")))


def read_year(path: Path) -> YearTable:
    """One year from a file; a file of another shape gives a sentence, and nothing is taken."""
    try:
        table = _table(json.loads(path.read_text("utf-8-sig")))
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise AppError(f"“{path.name}”不是工作日历文件，或者内容不完整，请核对。") from error
    if any(day.year != table.year for day, _, _ in table.days):
        raise AppError(f"“{path.name}”里有的日期不在 {table.year} 年，请核对。")
    if len({day for day, _, _ in table.days}) != len(table.days):
        raise AppError(f"“{path.name}”里同一天写了两次，请核对。")
    return table


def _table(raw: Any) -> YearTable:
    off = ((day, False, str(name)) for first, last, name in raw["off"] for day in _run(first, last))
    work = ((date.fromisoformat(day), True, str(name)) for day, name in raw["work"])
    return YearTable(int(raw["year"]), str(raw["source"]), tuple(sorted((*off, *work))))


def _run(first: str, last: str) -> Iterator[date]:
    day, end = date.fromisoformat(first), date.fromisoformat(last)
    if not timedelta(0) <= end - day < timedelta(days=31):
        raise ValueError(first)
    while day <= end:
        yield day
        day += timedelta(days=1)
