"""From where each crew of a day sets out for its stops, and how long it is on its way."""

from datetime import date

from app.visits.booking import surroundings, way_to
from models import Visit
from models.choices import VisitStatus


def reckon_ways(day: date) -> None:
    """How each crew of the day gets to its stops, after one came or went. Inside `saving`."""
    around = surroundings(day)
    for one in around.days.get(day, ()):
        if one.status is VisitStatus.PLANNED:
            minutes, place = way_to(one, around.others(one), around)
            changed = (Visit.way_minutes != minutes) | (Visit.way_from != place)
            Visit.update(way_minutes=minutes, way_from=place).where(
                Visit.id == one.visit_id, changed
            ).execute()
