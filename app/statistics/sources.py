"""The cases, ratings and visits that figures are counted of, and the cases behind a figure.

What a round is, and when it is due, over or rated, is told by `app.month`.
"""

from typing import Any

import peewee as pw
from peewee import fn

from app.month.acts import GONE
from app.month.leads import LEAD, led
from app.month.opinions import counts_at
from app.month.period import Period
from app.month.rounds import due, earlier, over, rated, within
from app.statistics.counted import By, Counted, Figure
from models import Case, Closing, Rating, Visit

COLUMNS: dict[By, Any] = {
    By.CAUSE: Case.cause,
    By.NATURE: Case.nature,
    By.GRADE: Case.grade,
    By.LEAD: LEAD,
    By.STARS: Rating.stars,
}


def received(period: Period) -> Any:
    return Case.select().where(within(Case.received_at, period))


def due_rounds(period: Period) -> tuple[tuple[Any, Any], tuple[Any, Any]]:
    """The rounds whose date lies in the period, with their leads, and whether each was in time."""
    of_cases, of_earlier = due(period)
    in_time = fn.IFNULL(fn.DATE(Case.concluded_at) <= Case.due_on, 0)
    in_time_before = fn.DATE(Closing.at) <= Closing.due_on
    return (
        (led(Case.select().where(of_cases)), in_time),
        (led(earlier().where(of_earlier)), in_time_before),
    )


def tells_trips(one: Any) -> Any:
    """Whether a round of `over` says how often the citizen had to come since."""
    return one.c.trips_after.is_null(is_null=False)


def ratings(period: Period) -> Any:
    return Rating.select().where(within(Rating.at, period), counts_at(period))


def visits(period: Period) -> Any:
    return Visit.select().where(within(Visit.starts_at, period), Visit.status.in_(GONE))


def is_behind(counted: Counted) -> Any:
    """The condition of the cases that a figure was counted of."""
    period, common = counted.period, _in_common(counted)
    match counted.figure:
        case Figure.RECEIVED:
            return Case.id.in_(received(period).where(common).select(Case.id))
        case Figure.RATED:
            return Case.id.in_(ratings(period).where(common).select(Rating.case))
        case Figure.KEPT | Figure.LATE:
            wanted = counted.figure is Figure.KEPT
            now, before = (
                Case.id.in_(query.where(in_time == wanted, common).select(Case.id))
                for query, in_time in due_rounds(period)
            )
            return now | before
    return Case.id.in_(_over(counted))


def _in_common(counted: Counted) -> Any:
    if counted.by is None:
        return pw.SQL("1")
    column = COLUMNS[counted.by]
    return column.is_null() if counted.of is None else column == counted.of


def _over(counted: Counted) -> Any:
    one = over(counted.period)
    found = pw.Select([one], [one.c.case_id])
    match counted.figure:
        case Figure.TOLD_TRIPS:
            return found.where(tells_trips(one))
        case Figure.UNTOLD_TRIPS:
            return found.where(~tells_trips(one))
        case Figure.UNRATED:
            return found.where(~rated(one, counted.period))
    return found
