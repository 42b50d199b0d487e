"""A month counted anew, as far as it can be held against what was told of it."""

from dataclasses import dataclass

from app.month import figures, ledger
from app.month.definitions import measure
from app.month.ledger_row import LedgerRow
from app.month.measures import Measure
from app.month.period import Period
from app.month.report import last_day
from app.visits.counts import VisitCounts, count_visits


@dataclass(frozen=True)
class Recount:
    """Persons are masked."""

    measures: tuple[Measure, ...]
    ledger: tuple[LedgerRow, ...]
    carried: tuple[LedgerRow, ...]
    visits: VisitCounts


def recount(period: Period) -> Recount:
    counted = figures.count(period)
    return Recount(
        measures=measure(counted, None, None, counted),
        ledger=ledger.list_received(period, full=False),
        carried=ledger.list_carried(period, full=False),
        visits=count_visits(period.first, last_day(period)),
    )
