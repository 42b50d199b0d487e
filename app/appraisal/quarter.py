"""A quarter of a year, by which units are appraised."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time

from app.errors import AppError

_MONTHS, _QUARTERS = 3, 4
_CODE = re.compile(r"([0-9]{4})-?[Qq]([1-4])")


@dataclass(frozen=True, order=True)
class Quarter:
    year: int
    number: int

    @property
    def first(self) -> date:
        return date(self.year, _MONTHS * (self.number - 1) + 1, 1)

    @property
    def start(self) -> datetime:
        return datetime.combine(self.first, time())

    @property
    def until(self) -> datetime:
        """The moment the next one begins."""
        return self.next.start

    @property
    def next(self) -> "Quarter":
        return self._moved(1)

    @property
    def before(self) -> "Quarter":
        return self._moved(-1)

    @property
    def code(self) -> str:
        return f"{self.year}-Q{self.number}"

    def __str__(self) -> str:
        return f"{self.year}年第{self.number}季度"

    def _moved(self, by: int) -> "Quarter":
        years, place = divmod(self.number - 1 + by, _QUARTERS)
        return Quarter(self.year + years, place + 1)


def quarter_of(day: date) -> Quarter:
    return Quarter(day.year, (day.month - 1) // _MONTHS + 1)


def read_quarter(code: str) -> Quarter:
    """As it is written on the command line."""
    found = _CODE.fullmatch(code.strip())
    if not found or not date.min.year < int(found[1]) < date.max.year:
        raise AppError("季度要写成 2026-Q4 这样，Q1 到 Q4。")
    return Quarter(int(found[1]), int(found[2]))
