"""What came of the rounds that were concluded: trips saved, what citizens said, home visits."""

from collections import Counter

import peewee as pw
from peewee import fn

from app.month.period import Period
from app.month.rounds import over, rated
from app.records.ratings import BAD
from app.statistics import sources
from app.statistics.counted import By, Counted, Figure, GoneTo
from app.statistics.places import Place
from app.statistics.records import Opinions, Tally, Trips, Visits
from app.visits.booked import crews_of
from app.visits.counts import count_trips
from models import Rating, Visit, database
from models.choices import Stars, VisitOutcome


def trips_and_opinions(period: Period, place: Place) -> tuple[Trips, Opinions]:
    one = over(period)
    told = sources.tells_trips(one)
    number, unrated, tell, before, after = (
        pw.Select([one], [fn.COUNT(one.c.at)])
        .columns(
            fn.COUNT(one.c.at),
            fn.COUNT(pw.Case(None, ((~rated(one, period), 1),))),
            fn.COUNT(pw.Case(None, ((told, 1),))),
            fn.SUM(pw.Case(None, ((told, one.c.trips),))),
            fn.SUM(one.c.trips_after),
        )
        .where(place.of_case(one.c.case_id))
        .bind(database)
        .tuples()[0]
    )
    trips = Trips(
        before or 0,
        after or 0,
        place.tally(tell, Counted(Figure.TOLD_TRIPS, period)),
        place.tally(number - tell, Counted(Figure.UNTOLD_TRIPS, period)),
    )
    return trips, _opinions(period, place, unrated)


def _opinions(period: Period, place: Place, unrated: int) -> Opinions:
    query = sources.ratings(period).where(place.of_case(Rating.case))
    by_stars = query.select(Rating.stars, fn.COUNT(Rating.id)).group_by(Rating.stars)
    found = Counter(dict(by_stars.tuples()))
    return Opinions(
        tuple(
            (one, place.tally(found[one], Counted(Figure.RATED, period, By.STARS, one)))
            for one in Stars
        ),
        sum(found[one] for one in Stars if one not in BAD),
        place.tally(unrated, Counted(Figure.UNRATED, period)),
    )


def visits(period: Period, place: Place) -> Visits:
    query = sources.visits(period).where(place.of_person(Visit.served))
    columns = Visit.id, Visit.starts_at, Visit.outcome, Visit.people
    rows = list(query.select(*columns).tuples())
    found = Counter(outcome for _, _, outcome, _ in rows)
    starts = {visit: at for visit, at, _, _ in rows}
    return Visits(
        tuple(
            (one, Tally(found[one], GoneTo(period, place.village_id, one))) for one in VisitOutcome
        ),
        found[VisitOutcome.DONE],
        sum(people for *_, people in rows),
        count_trips(starts, crews_of(list(starts))),
    )
