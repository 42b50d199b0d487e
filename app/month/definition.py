"""How a figure is defined: its name, its meaning in words, and what it is of the counts."""

from collections.abc import Callable
from dataclasses import dataclass

from app.month.figures import Figures
from app.month.measures import Measure, Share, Sort


@dataclass(frozen=True)
class Definition:
    name: str
    meaning: str
    of: Callable[[Figures], Share]
    sort: Sort = Sort.COUNT
    within: str = ""

    def measure(
        self, now: Figures, before: Figures | None, last_year: Figures | None, year: Figures
    ) -> Measure:
        return Measure(
            name=self.name,
            sort=self.sort,
            meaning=self.meaning,
            within=self.within,
            now=self.of(now),
            before=self.of(before) if before else None,
            last_year=self.of(last_year) if last_year else None,
            year=self.of(year),
        )


def counted(
    name: str, meaning: str, of: Callable[[Figures], int | None], within: str = ""
) -> Definition:
    return Definition(name, meaning, lambda one: Share(of(one)), within=within)


def rate(name: str, meaning: str, of: Callable[[Figures], tuple[int, int]]) -> Definition:
    return Definition(name, meaning, lambda one: Share(*of(one)), Sort.RATE)


def mean(name: str, meaning: str, of: Callable[[Figures], tuple[int, int]]) -> Definition:
    return Definition(name, meaning, lambda one: Share(*of(one)), Sort.MEAN)
