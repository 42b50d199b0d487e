"""All figures of a month as JSON: each with what it is of, what it means, and what it was."""

from collections.abc import Mapping
from typing import Any, Protocol

from app.month import TERMS, Breakdown, BreakdownLine, Measure, MonthlyReport, Share, Sort


class _Compared(Protocol):
    """A figure of a month and those beside it, whether of all cases or of some."""

    @property
    def now(self) -> Share: ...
    @property
    def before(self) -> Share | None: ...
    @property
    def last_year(self) -> Share | None: ...
    @property
    def year(self) -> Share: ...


def tell_figures(report: MonthlyReport) -> dict[str, Any]:
    return {
        "month": f"{report.first:%Y-%m}",
        "over": report.over,
        "closed": report.seal is not None,
        "centre": report.centre.name,
        "made_at": report.made_at.isoformat(timespec="seconds"),
        "terms": dict(TERMS),
        "figures": [_figure(one) for one in report.measures],
        "groups": [_group(one) for one in report.breakdowns],
    }


def _figure(one: Measure) -> dict[str, Any]:
    told = {"name": one.name, "of": one.within, "sort": one.sort.name.lower()}
    return told | _compared(one, one.sort) | {"definition": one.meaning}


def _group(one: Breakdown) -> dict[str, Any]:
    return {
        "name": one.name,
        "definition": one.meaning,
        "lines": [_line(each) for each in one.lines],
    }


def _line(one: BreakdownLine) -> dict[str, Any]:
    counted: Mapping[str, _Compared] = {
        "received": one.received,
        "completed": one.completed,
        "in_time": one.in_time,
    }
    return {"name": one.name} | {name: _compared(each, Sort.RATE) for name, each in counted.items()}


def _compared(one: _Compared, sort: Sort) -> dict[str, Any]:
    return {
        "month": _share(one.now, sort),
        "previous_month": _share(one.before, sort),
        "same_month_last_year": _share(one.last_year, sort),
        "year_to_date": _share(one.year, sort),
    }


def _share(one: Share | None, sort: Sort) -> dict[str, Any] | None:
    """None before anything was kept; a value of None where there is nothing to divide by."""
    if one is None:
        return None
    value: float | None = one.part
    if sort is Sort.RATE:
        value = None if one.points is None else float(one.points)
    elif sort is Sort.MEAN:
        value = None if one.ratio is None else round(one.ratio, 1)
    return {"numerator": one.part, "denominator": one.whole, "value": value}
