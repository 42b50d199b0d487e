"""The stored steps of a due date, as the lines that explain it."""

import re
from collections.abc import Iterable

from ui.kit.popover import Reckoned

# "11月23日—27日 第 1–5 个工作日", "2026年11月30日 周一 第 6 个工作日，到期"
_STEP = re.compile(r"(?P<when>\S+(?: 周.)?) (?P<what>.+)")


def reckoned(steps: Iterable[str]) -> list[Reckoned]:
    """When, and what of it; a step that counts has a tick."""
    found = (_STEP.fullmatch(step) for step in steps)
    return [
        ("check" if one["what"].startswith("第") else "minus", one["when"], one["what"])
        for one in found
        if one
    ]
