"""The appraisal of units, as JSON."""

from datetime import datetime
from typing import Any

from ui.command_line.arguments import Asked
from ui.command_line.said import wall
from ui.command_line.told import plain


def appraisal(asked: Asked, clock: datetime) -> dict[str, Any]:
    from app.appraisal.closed import closed_at
    from app.appraisal.meanings import MEANING, NOTE
    from app.appraisal.quarter import read_quarter as read
    from app.month.quarters import read_quarter

    quarter = read(asked.said[0])
    found, closed = read_quarter(quarter, wall(clock)), closed_at(quarter)
    return {
        "quarter": found.quarter.code,
        "over": found.over,
        "until": plain(found.until),
        "closed_at": plain(closed),
        "note": NOTE,
        "least_cases": found.rules.least_cases,
        "rules_version": found.rules.id,
        "rules": [{**plain(one), "meaning": MEANING[one.event]} for one in found.rules.rules],
        "units": [
            {**plain(one), "total": one.total if one.scored else None} for one in found.units
        ],
    }
