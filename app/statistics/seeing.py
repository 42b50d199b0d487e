"""All that the page of statistics shows, in one look."""

from datetime import datetime

from app.directory import list_villages
from app.month.measures import Share
from app.statistics.by_kind import in_time_by_unit, received_by_kind
from app.statistics.by_round import trips_and_opinions, visits
from app.statistics.months import by_month, since
from app.statistics.places import Place
from app.statistics.records import InTime, Statistics
from app.statistics.spans import Span, period_of
from models import database


def see_statistics(span: Span, village_id: int | None, now: datetime) -> Statistics:
    """In one transaction: what is saved meanwhile belongs to all figures or to none."""
    with database.atomic():
        return _seen(span, village_id, now)


def _seen(span: Span, village_id: int | None, now: datetime) -> Statistics:
    period, place = period_of(span, now), Place(village_id)
    villages = {one.id: one.name for one in list_villages(retired=True)}
    causes, natures, grades = received_by_kind(period, place)
    units = in_time_by_unit(period, place)
    trips, opinions = trips_and_opinions(period, place)
    return Statistics(
        span=span,
        village=villages.get(village_id, "") if village_id else "",
        received=sum(one.received.number for one in causes),
        concluded=trips.told.number + trips.untold.number,
        due=_together(units),
        since=since(period, place),
        months=by_month(period, place),
        causes=causes,
        natures=natures,
        grades=grades,
        units=units,
        trips=trips,
        opinions=opinions,
        visits=visits(period, place),
    )


def _together(units: tuple[InTime, ...]) -> Share:
    kept = sum(one.kept.number for one in units)
    return Share(kept, kept + sum(one.late.number for one in units))
