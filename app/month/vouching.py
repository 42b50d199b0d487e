"""What vouches for a monthly report: the checksum over its figures and its rows."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace

from app.month.compared import visit_figures
from app.month.ledger_row import LedgerRow
from app.month.measures import Measure
from app.month.report import MonthlyReport

Cells = Iterable[object]


def vouched(report: MonthlyReport) -> MonthlyReport:
    return replace(report, checksum=_sha256(_lines(report)))


def is_same(made: str, report: MonthlyReport) -> bool:
    """Whether what was made with that checksum told the same; the first were of rows alone."""
    return made in (report.checksum, _sha256(_rows(report)))


def _lines(report: MonthlyReport) -> Iterator[Cells]:
    """As 说明 describes them, so that they can be found again from the sheets."""
    yield (f"{report.first:%Y-%m}",)
    for one in (*report.counts, *report.ratios):
        yield (one.title, *_figures(one))
    yield from visit_figures(report.visits).items()
    yield from _rows(report)


def _rows(report: MonthlyReport) -> Iterator[Cells]:
    return map(LedgerRow.cells, (*report.ledger, *report.carried))


def _figures(one: Measure) -> Iterator[object]:
    """Of every period; of what is divided both numbers, of what is not known none."""
    for share in (one.now, one.before, one.last_year, one.year):
        part, whole = (share.part, share.whole) if share else (None, None)
        yield from (part,) if one.is_count else (part, whole)


def _sha256(lines: Iterable[Cells]) -> str:
    told = ("\t".join("" if cell is None else str(cell) for cell in cells) for cells in lines)
    return hashlib.sha256("\n".join(told).encode()).hexdigest()
