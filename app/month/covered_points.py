"""The quarter's points as they go up: in what was written of them nobody of the case is named."""

from dataclasses import replace

from app.appraisal import Appraisal, Point
from app.cases.people import Names, names_in
from app.persons import masks


def covered(found: Appraisal) -> Appraisal:
    """What else people wrote (`words`) stays in the house, and is left as it is."""
    people = names_in(point.case_id for unit in found.units for point in unit.points)
    units = (
        replace(unit, points=tuple(_point(one, people[one.case_id]) for one in unit.points))
        for unit in found.units
    )
    return replace(found, units=tuple(units))


def _point(one: Point, people: Names) -> Point:
    matter, told = (masks.words(text, people) for text in (one.matter, one.told))
    return replace(one, matter=matter, told=told)
