"""Month by month, and against the year before."""

from datetime import date, datetime, time

from peewee import fn

from app.month.by_month import concluded_by_month, received_by_month
from app.month.period import Period, next_month, previous_month
from app.month.since import first_record
from app.statistics import sources
from app.statistics.counted import Counted, Figure
from app.statistics.places import Place
from app.statistics.records import Month, Since
from app.statistics.spans import a_year_before, year_before
from models import Case

_FEWEST, _MOST = 12, 24


def by_month(period: Period, place: Place) -> tuple[Month, ...]:
    """All months of the period, of a short one a year up to its end, of a long one two."""
    months = _shown(period)
    whole = Period(months[0], period.until)
    received, past = (received_by_month(one, place.of_cases) for one in (whole, year_before(whole)))
    concluded = concluded_by_month(whole, place.of_cases)
    begun = first_record()

    def told(first: date) -> Month:
        month, before = Period(first, min(_end(first), period.until)), a_year_before(first)
        return Month(
            first,
            place.tally(received[_key(first)], Counted(Figure.RECEIVED, month)),
            place.tally(concluded[_key(first)], Counted(Figure.CONCLUDED, month)),
            past[_key(before)] if begun and begun <= before else None,
        )

    return tuple(map(told, months))


def since(period: Period, place: Place) -> Since | None:
    """From the first month on of which it is known what came a year before."""
    begun = first_record()
    if begun is None:
        return None
    whole = begun if begun.day == 1 else next_month(begun.replace(day=1))
    known = whole.replace(year=whole.year + 1)
    first = max(period.first, known)
    if first >= period.today:
        return None
    now = Period(first, period.until)
    (came, ran), (came_before, ran_before) = (
        sources.received(one)
        .where(place.of_cases)
        .select(fn.COUNT(Case.id), fn.AVG(Case.trips))
        .tuples()
        .get()
        for one in (now, year_before(now))
    )
    return Since(first, came, came_before, ran or 0.0, ran_before or 0.0)


def _shown(period: Period) -> list[date]:
    months = [period.first.replace(day=1)]
    while _end(months[-1]) < period.until:
        months.append(next_month(months[-1]))
    while len(months) < _FEWEST:
        months.insert(0, previous_month(months[0]))
    return months[-_MOST:]


def _end(month: date) -> datetime:
    return datetime.combine(next_month(month), time())


def _key(month: date) -> str:
    return f"{month:%Y-%m}"
