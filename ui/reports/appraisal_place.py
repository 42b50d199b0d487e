"""Where in the appraisal somebody was who looked at a point's case, to go on from there."""

from collections.abc import MutableMapping

from app.appraisal import Point, Quarter
from app.appraisal.points import Key
from models.choices import Merit

_PLACE = "考核表"


def keep(remember: MutableMapping[str, str], quarter: Quarter, point: Point) -> None:
    remember[_PLACE] = "\t".join((quarter.code, point.unit, point.event.value, point.source))


def take(remember: MutableMapping[str, str], quarter: Quarter) -> tuple[str, Key] | None:
    """Once, and of that quarter only: the unit and which of its points."""
    match remember.pop(_PLACE, "").split("\t"):
        case [quarter.code, unit, event, source] if event in {one.value for one in Merit}:
            return unit, (Merit.of(event), source)
    return None
