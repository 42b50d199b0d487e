"""The stored steps of a due date, as the lines that explain it."""

from collections.abc import Iterable

from app.deadlines.reckoning import read_step
from ui.kit.popover import Reckoned


def reckoned(steps: Iterable[str]) -> list[Reckoned]:
    """When, and what of it; a step that counts has a tick."""
    return [
        ("check" if step.counts else "minus", step.when, step.what)
        for step in map(read_step, steps)
    ]
