"""What an act of the reports page is given: the month as it is seen, and where it is done."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ui.kit.desk import Desk
from ui.kit.page import Page
from ui.reports.beside import Beside
from ui.reports.reading import MonthSeen


@dataclass(frozen=True)
class Acting:
    """`page` owns what the act starts, and its window what the act opens."""

    page: Page
    seen: MonthSeen
    written: Callable[[Path], None]  # say that a file was written, and offer its folder
    answer: Callable[[Beside], None] = lambda _: None  # do what will be chosen in it

    @property
    def desk(self) -> Desk:
        return self.page.desk

    @property
    def first(self) -> date:
        return self.seen.report.first
