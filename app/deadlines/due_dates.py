"""A case's own clock: the day promised, what pauses and extensions have added, and how it all
came about, line by line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.deadlines.calendar import due
from app.deadlines.reckoning import Step, doubt, read_step, when
from app.deadlines.workdays import Due
from models import Case, Extension, Pause

_DOUBT = re.compile(r"(\d{4})年 ")  # how a line begins that doubts a year


@dataclass(frozen=True)
class Addition:
    """Working days that came to the time a case has: why, and from when to when."""

    first: date
    last: date
    why: str
    days: int


def due_with(start: date, days: int, additions: Sequence[Addition] = ()) -> Due:
    """So many working days after `start`, and those that were added, in the order in which they
    came."""
    found = due(start, days)
    lines, unknown, day = [*found.run], {*found.unknown}, found.day
    for one in additions:
        later = due(day, one.days)
        lines.append(_line(one, later.day, day.year))
        unknown |= {*later.unknown}
        day = later.day
    return Due(day, tuple(lines), tuple(sorted(unknown)))


def reckoned(start: date, days: int, additions: Sequence[Addition] = ()) -> dict[str, Any]:
    """The columns of a case that say when it is due, and how that came about."""
    found = due_with(start, days, additions)
    return {
        "clock_from": start,
        "due_on": found.day,
        "due_days": days,
        "added_days": sum(one.days for one in additions),
        "due_steps": "\n".join(found.steps),
        "due_provisional": found.provisional,
    }


def again(case: Case, days: int) -> dict[str, Any]:
    """The columns with another number of days, or reckoned once more: from when its clock began,
    with all that pauses and extensions gave."""
    return reckoned(case.clock_from, days, additions(case))


def as_told(case: Case) -> Due:
    """The date as it stands in the case, whatever the calendar says by now."""
    lines = case.due_steps.split("\n")
    doubts = [int(found[1]) for line in lines if (found := _DOUBT.match(line))]
    run = [read_step(line) for line in lines if not _DOUBT.match(line)]
    return Due(case.due_on, tuple(run), tuple(doubts))


def moved(case: Case, addition: Addition) -> dict[str, Any]:
    """The columns after that came to it. What was reckoned before stays as it was told, though
    the calendar may be another now."""
    later: Due = due(case.due_on, addition.days)
    line = str(_line(addition, later.day, case.due_on.year))
    lines = [*case.due_steps.split("\n"), line, *map(str, doubt(later.unknown))]
    return {
        "due_on": later.day,
        "added_days": case.added_days + addition.days,
        "due_steps": "\n".join(dict.fromkeys(lines)),
        "due_provisional": case.due_provisional or later.provisional,
    }


def additions(case: Case) -> list[Addition]:
    """What came to the time of the case since its clock began to run, in the order of it."""
    found = [*_from_pauses(case), *_from_extensions(case)]
    return [one for _, one in sorted(found, key=lambda each: each[0]) if one.days]


def for_pause(pause: Pause, last: date, days: int) -> Addition:
    return Addition(pause.at.date(), last, f"暂停（{pause.reason.label}）", days)


def for_extension(extension: Extension, granted_on: date) -> Addition:
    return Addition(granted_on, granted_on, "批准延期", extension.days)


def _from_pauses(case: Case) -> Iterator[tuple[Any, Addition]]:
    ended = (Pause.case == case.id) & (Pause.round == case.round)
    for one in Pause.select().where(ended, Pause.resumed_at.is_null(is_null=False)):
        yield one.resumed_at, for_pause(one, one.resumed_at.date(), one.days)


def _from_extensions(case: Case) -> Iterator[tuple[Any, Addition]]:
    granted = (Extension.case == case.id) & (Extension.round == case.round)
    for one in Extension.select().where(granted, Extension.granted):
        yield one.decided_at, for_extension(one, one.decided_at.date())


def _line(one: Addition, day: date, shown_year: int) -> Step:
    what = f"{one.why}，加 {one.days} 个工作日，到期日改为{when(day, day, shown_year)}"
    return Step(when(one.first, one.last, shown_year), what, counts=True)
