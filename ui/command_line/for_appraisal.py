"""The appraisal of units, as JSON."""

from datetime import datetime
from typing import Any

from ui.command_line.arguments import Asked
from ui.command_line.said import wall
from ui.command_line.told import plain


def appraisal(asked: Asked, clock: datetime) -> dict[str, Any]:
    from app.appraisal import appraise
    from app.appraisal.meanings import MEANING, NOTE
    from app.appraisal.quarter import read_quarter

    found = appraise(read_quarter(asked.said[0]), wall(clock))
    return {
        "quarter": found.quarter.code,
        "over": found.over,
        "until": plain(found.until),
        "note": NOTE,
        "least_cases": found.rules.least_cases,
        "rules_version": found.rules.id,
        "rules": [{**plain(one), "meaning": MEANING[one.event]} for one in found.rules.rules],
        "units": [
            {**plain(one), "total": one.total if one.scored else None} for one in found.units
        ],
    }
