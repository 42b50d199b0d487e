"""Which cases the ledger lists, in what order, and the pages of them."""

from collections.abc import Sequence
from datetime import date

from app.cases.case_list import CaseRow, case_ids, case_rows, count
from app.cases.filters import CaseFilter, Order
from app.deadlines.due_windows import OPEN, DueWithin
from ui.kit.paged import Paged


class Listing:
    """All ids are known, also of 100,000 cases; of the rows only the pages that are looked at."""

    def __init__(self) -> None:
        self.order, self.descending = Order.RECEIVED, True
        self.ids: Sequence[int] = ()

    def __len__(self) -> int:
        return len(self.ids)

    def read(self, wanted: CaseFilter, today: date) -> Paged[CaseRow]:
        self.ids = ids = case_ids(wanted, today, self.order, descending=self.descending)
        return Paged(len(ids), lambda offset, limit: case_rows(ids[offset : offset + limit]))

    def sort(self, key: str, *, ascending: bool) -> None:
        self.order, self.descending = Order.of(key), not ascending

    def place(self, case_id: int) -> int:
        """From 0; -1 where the filter leaves it out."""
        return self.ids.index(case_id) if case_id in self.ids else -1

    def in_words(self) -> str:
        return f"共 {len(self)} 件，按{self.order.label}" if self.ids else ""


def counts(today: date) -> str:
    """What waits, whatever the filters are."""
    pressing = {
        due: count(CaseFilter(due=due), today) for due in (DueWithin.OVERDUE, DueWithin.SOON)
    }
    said = [f"{due.label} {number} 件" for due, number in pressing.items() if number]
    return " · ".join([f"在办 {count(CaseFilter(statuses=OPEN), today)} 件", *said])
