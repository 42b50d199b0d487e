"""The stored steps of a due date, as the lines that explain it."""

import re
from collections.abc import Iterable

from ui.kit.popover import Reckoned

# A day or a span of days, a single day with its weekday; then what of it.
_STEP = re.compile(r"(?P<when>\S+(?: 周.)?) (?P<what>.+)")


def reckoned(steps: Iterable[str]) -> list[Reckoned]:
    """When, and what of it; a step that counts has a tick."""
    found = (_STEP.fullmatch(step) for step in steps)
    return [
        ("check" if one["what"].startswith("第") else "minus", one["when"], one["what"])
        for one in found
        if one
    ]
