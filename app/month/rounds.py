"""The rounds of cases: one that is taken up again (重新办理) has another, and the one before stays.

The round a case is in stands on the case itself; those that were over before stand in `Closing`.
Both are asked for by ranges of indexes: what lies outside a period costs nothing.
"""

from datetime import date, datetime, time
from typing import Any

import peewee as pw
from peewee import fn

from app.month.period import Period
from models import REOPENED, Case, Closing, Conflict, Meeting, Pause, Rating, Survey
from models.choices import DROPPED

_NEVER = datetime.combine(date.max, time())


def within(moment: Any, period: Period) -> Any:
    return (moment >= period.start) & (moment < period.until)


def not_before(moment: Any, start: datetime) -> Any:
    """At that moment or later. With both ends said SQLite takes it for the narrow condition it is,
    and goes by its index: by the other one, `received_at < …`, it reads all there ever was."""
    return moment.between(start, _NEVER)


def begun() -> Any:
    """When the round began that the case is in: it came, or was taken up again."""
    return _begun(Case.round)


def begun_of_earlier() -> Any:
    return _begun(Closing.round)


def _begun(round_: Any) -> Any:
    before = Closing.alias()
    taken_up = before.select(before.reopened_at).where(
        before.case == Case.id, before.round == round_ - 1
    )
    return pw.Case(None, ((round_ > 1, taken_up),), Case.received_at)


def taken_up_after(period: Period) -> Any:
    """Whether the round the case is in began after the period."""
    again = Closing.alias()
    later = again.select(again.id).where(again.case == Case.id, again.reopened_at >= period.until)
    return fn.EXISTS(later)


def earlier(*columns: Any) -> Any:
    """The rounds that were over before, with their cases."""
    return Closing.select(*columns).join(Case, on=Closing.case == Case.id).where(REOPENED)


def over(period: Period) -> Any:
    """Every conclusion of the period, a row each: both kinds of rounds in one table."""
    current = Case.select(
        Case.id.alias("case_id"),
        Case.round,
        begun().alias("begun"),
        Case.concluded_at.alias("at"),
        Case.due_on,
        Case.method,
        Case.ending,
        Case.trips,
        Case.trips_after,
    ).where(within(Case.concluded_at, period))
    before = earlier(
        Closing.case.alias("case_id"),
        Closing.round,
        begun_of_earlier().alias("begun"),
        Closing.at,
        Closing.due_on,
        Case.method,
        Closing.ending,
        Case.trips,
        Closing.trips_after,
    ).where(within(Closing.at, period), Closing.reopened_at >= period.start)
    return (current + before).alias("over")


def due(period: Period) -> tuple[Any, Any]:
    """The conditions of the rounds whose date lies in the period: of cases, of earlier rounds.

    What was dropped by its end is not due any more; what began after it was not due then.
    """

    def falls(day: Any) -> Any:
        return (day >= period.first) & (day < period.today)

    dropped = Case.status.in_(DROPPED) & (Case.dropped_at < period.until)
    of_cases = falls(Case.due_on) & ~dropped
    if Closing.select().where(Closing.reopened_at >= period.until).exists():  # seldom
        of_cases &= ~taken_up_after(period)
    return of_cases, falls(Closing.due_on) & (begun_of_earlier() < str(period.until))


def stood(period: Period, case: Any) -> Any:
    """Whether the clock of the case stood still at the end of the period."""
    lasted = Pause.resumed_at.is_null() | (Pause.resumed_at >= period.until)
    return fn.EXISTS(
        Pause.select(Pause.id).where(Pause.case == case, Pause.at < period.until, lasted)
    )


def coordinated(one: Any) -> Any:
    """Whether units had sat down together about a round of `over` before it was concluded."""
    kinds = ((Meeting, Meeting.held_at), (Survey, Survey.surveyed_at))
    met, looked = (
        fn.EXISTS(table.select(table.id).where(table.case == one.c.case_id, at <= one.c.at))
        for table, at in kinds
    )
    solved = Conflict.select(Conflict.id).where(
        Conflict.case == one.c.case_id, Conflict.resolved_at <= one.c.at
    )
    return met | looked | fn.EXISTS(solved)


def rated(one: Any, period: Period) -> Any:
    """Whether the citizen had said by the end of the period what they think of a round."""
    said = Rating.select(Rating.id).where(
        Rating.case == one.c.case_id, Rating.round == one.c.round, Rating.at < period.until
    )
    return fn.EXISTS(said)
