"""A figure of the month beside those it is compared with, and how it is written."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum, auto


class Sort(Enum):
    COUNT = auto()
    MEAN = auto()
    RATE = auto()


_PLACES = Decimal("0.1")  # of a percentage


@dataclass(frozen=True)
class Share:
    """So many of so many; without the second number a plain count, without the first nothing."""

    part: int | None
    whole: int | None = None

    @property
    def ratio(self) -> float | None:
        return self.part / self.whole if self.part is not None and self.whole else None

    @property
    def value(self) -> float | None:
        """The figure itself: the ratio, or the count."""
        return self.part if self.whole is None else self.ratio

    @property
    def shown(self) -> float | None:
        """The figure as the cell of a workbook holds it: no format makes all of it, or nothing, of
        what is not."""
        if self.part is None or not self.whole or not 0 < self.part < self.whole:
            return self.value
        return min(max(self.part / self.whole, 0.001), 0.999)

    @property
    def points(self) -> Decimal | None:
        """The percentage as it is written, with one decimal: halves are rounded up, but what is
        not all is never 100, and what is not nothing never 0."""
        if self.part is None or not self.whole:
            return None
        exact = Decimal(100 * self.part) / self.whole
        rounded = exact.quantize(_PLACES, ROUND_HALF_UP)
        if 0 < self.part < self.whole:
            rounded = min(max(rounded, _PLACES), 100 - _PLACES)
        return rounded

    @property
    def percent(self) -> str:
        """98.0%; nothing where there is nothing to divide by."""
        return "" if self.points is None else f"{self.points}%"


@dataclass(frozen=True, kw_only=True)
class Measure:
    """A figure of the month beside those it is compared with; None where nothing was kept yet."""

    name: str
    sort: Sort
    meaning: str
    within: str  # as which part of a measure above it; empty where it stands for itself
    now: Share
    before: Share | None
    last_year: Share | None
    year: Share

    @property
    def is_count(self) -> bool:
        return self.sort is Sort.COUNT

    @property
    def title(self) -> str:
        """Its name where it stands beside others, with what it is a part of."""
        return f"{self.within}：{self.name}" if self.within else self.name

    def since(self, past: Share | None) -> float | None:
        """By how much it went up or down: in pieces, working days, or percentage points."""
        was, now = past.value if past else None, self.now.value
        if was is None or now is None:
            return None
        return round((now - was) * (100 if self.sort is Sort.RATE else 1), 1)
