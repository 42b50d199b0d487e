"""Rows that are read as they are looked at, a page at a time."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

Row = TypeVar("Row")
PAGE, KEPT = 200, 16
Fetch = Callable[[int, int], Sequence[Row]]


class Paged(Generic[Row]):
    """`count` rows in all, of which `fetch(offset, limit)` reads some; the last pages are kept."""

    def __init__(
        self, count: int, fetch: Fetch[Row], *, page: int = PAGE, kept: int = KEPT
    ) -> None:
        self._count, self._fetch = count, fetch
        self._page, self._kept = page, kept
        self._pages: OrderedDict[int, Sequence[Row]] = OrderedDict()

    def __len__(self) -> int:
        return self._count

    def seen(self, place: int) -> Row | None:
        """What was read of it; never reads, so that it may be asked while painting."""
        number, within = divmod(place, self._page)
        rows = self._pages.get(number, ())
        return rows[within] if within < len(rows) else None

    def want(self, first: int, last: int) -> bool:
        """Read the pages from the first row to the last that were not; answer whether any was."""
        first, last = max(first, 0), min(last, self._count - 1)
        read = False
        for number in range(first // self._page, last // self._page + 1):
            if number not in self._pages:
                self._pages[number] = self._fetch(number * self._page, self._page)
                read = True
            self._pages.move_to_end(number)
            if len(self._pages) > self._kept:
                self._pages.popitem(last=False)
        return read
