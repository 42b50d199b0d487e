"""Two reports of one month held against one another: figure by figure, row by row."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.month.ledger_row import NAMES, LedgerRow
from app.month.measures import Measure, Share
from app.month.recounted import Recount
from app.month.report import MonthlyReport
from app.visits.counts import VisitCounts

SUMMARY, LEDGER, CARRIED, VISITS = "汇总", "明细台账", "上月结转", "上门服务"
ROW, THERE, GONE, NOT_THERE = "整行", "列在本月", "不列在本月", "原来没有"
NOTHING = "—"
_VISITS = {
    "需求（件）": "requests",
    "上门（次）": "visits",
    "办成（次）": "done",
    "服务人数": "people",
    "趟数": "trips",
}
Place = tuple[str, str, str]  # the sheet, the figure or case, the column
Difference = tuple[Place, str, str]  # what was there, and what is


@dataclass(frozen=True)
class State:
    """What a report says, as texts: figures by their place, each with what it means; rows by their
    sheet and number."""

    figures: Mapping[Place, tuple[str, str]]
    rows: Mapping[tuple[str, str], Mapping[str, str]]


def state_of(report: MonthlyReport | Recount) -> State:
    rows = {
        (sheet, row.number): _cells(row)
        for sheet, listed in ((LEDGER, report.ledger), (CARRIED, report.carried))
        for row in listed
    }
    return State({**_measures(report.measures), **_visits(report.visits)}, rows)


def differences(was: State, now: State, told: Mapping[Place, str]) -> Iterator[Difference]:
    """What differs, where what was told since counts as what was."""
    for place, before, after in _each(was, now, told):
        if (before := told.get(place, before)) != after:
            yield place, before, after


def _each(was: State, now: State, told: Mapping[Place, str]) -> Iterator[Difference]:
    yield from _of_figures(was, now)
    for key in [*was.rows, *(one for one in now.rows if one not in was.rows)]:
        yield from _of_row(key, was.rows.get(key), now.rows.get(key))
    for sheet, subject, column in told:  # came later, was told, and has gone again
        if column == ROW and (sheet, subject) not in {*was.rows, *now.rows}:
            yield (sheet, subject, column), NOT_THERE, GONE


def _of_figures(was: State, now: State) -> Iterator[Difference]:
    """Those that mean the same: a later program may count otherwise, which corrects nothing."""
    for place, (before, meaning) in was.figures.items():
        after, means = now.figures.get(place, ("", None))
        if means == meaning:
            yield place, before, after


def _of_row(
    key: tuple[str, str], before: Mapping[str, str] | None, after: Mapping[str, str] | None
) -> Iterator[Difference]:
    """Its cells, or all of it in one where it was not there or is no longer."""
    place = (*key, ROW)
    if before is None:
        assert after is not None
        yield place, NOT_THERE, "；".join(text for text in after.values() if text != NOTHING)
        return
    yield place, THERE, GONE if after is None else THERE
    for column, text in before.items():
        if after is not None and column in after:
            yield (*key, column), text, after[column]


def _cells(row: LedgerRow) -> dict[str, str]:
    return {column: _said(getattr(row, name)) for name, column in NAMES.items() if name != "number"}


def _measures(measures: Iterable[Measure]) -> dict[Place, tuple[str, str]]:
    return {(SUMMARY, one.name, ""): (_share(one.now), one.meaning) for one in measures}


def visit_figures(visits: VisitCounts) -> dict[str, int]:
    return {name: getattr(visits, field) for name, field in _VISITS.items()}


def _visits(visits: VisitCounts) -> dict[Place, tuple[str, str]]:
    return {(VISITS, name, ""): (str(one), "") for name, one in visit_figures(visits).items()}


def _share(share: Share) -> str:
    return _said(share.part) if share.whole is None else f"{_said(share.part)}/{share.whole}"


def _said(value: object) -> str:
    return NOTHING if value in (None, "") else str(value)
