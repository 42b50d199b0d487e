"""The month by unit: what each led, how it kept its dates, what it gave back."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Any

from peewee import fn

from app.month import leads
from app.month.bad_word import BadWord
from app.month.breakdowns import Breakdown
from app.month.due_line import DueLine, Kept
from app.month.period import Period
from app.month.rounds import within
from models import Case, CaseUnit, Extension

TOTAL = "合计"


@dataclass(frozen=True, kw_only=True)
class UnitLine:
    """Counted as the figures of the month are, and adding up to them; `late` and `overdue` are of
    all that is late, also from before, and `longest` in working days."""

    name: str
    received: int
    completed: int
    due: int
    kept: int
    late: int
    overdue: int
    longest: int
    returned: int
    extended: int
    bad: int

    @property
    def empty(self) -> bool:
        return not any(getattr(self, one) for one in _NUMBERS)


_NUMBERS = tuple(one.name for one in fields(UnitLine) if one.name != "name")


def unit_lines(
    period: Period, units: Breakdown, due: Sequence[DueLine], bad: Sequence[BadWord]
) -> tuple[UnitLine, ...]:
    """Those of the breakdown by unit first, in its order; none of whom there is nothing to tell."""
    of_month = [one for one in due if one.counts]
    counted: dict[str, Counter[str]] = {
        "received": Counter({one.name: one.received.now.part or 0 for one in units.lines}),
        "completed": Counter({one.name: one.completed.now.part or 0 for one in units.lines}),
        "due": _by_lead(of_month),
        "kept": _by_lead(one for one in of_month if one.standing is Kept.IN_TIME),
        "late": _by_lead(one for one in due if one.standing is Kept.LATE),
        "overdue": _by_lead(one for one in due if one.standing is Kept.OVERDUE),
        "longest": _longest(due),
        "returned": _returned(period),
        "extended": _extended(period),
        "bad": _by_lead(one for one in bad if one.counts and one.said_on >= period.first),
    }
    names = [one.name for one in units.lines]
    names += sorted({name for each in counted.values() for name in each} - set(names))
    lines = (
        UnitLine(name=name, **{what: numbers[name] for what, numbers in counted.items()})
        for name in names
    )
    return tuple(one for one in lines if not one.empty)


def total(lines: Sequence[UnitLine]) -> UnitLine:
    sums = {name: sum(getattr(one, name) for one in lines) for name in _NUMBERS}
    longest = max((one.longest for one in lines), default=0)
    return UnitLine(name=TOTAL, **{**sums, "longest": longest})


def _by_lead(lines: Iterable[DueLine | BadWord]) -> Counter[str]:
    return Counter(one.lead for one in lines)


def _longest(due: Sequence[DueLine]) -> Counter[str]:
    found: Counter[str] = Counter()
    for one in due:
        found[one.lead] = max(found[one.lead], one.late_by)
    return found


def _returned(period: Period) -> Counter[str]:
    """By who gave it back, whether it led the case or helped."""
    query: Any = CaseUnit.select(CaseUnit.name, fn.COUNT(CaseUnit.id)).where(
        within(CaseUnit.returned_at, period)
    )
    return _summed(query.group_by(CaseUnit.name))


def _extended(period: Period) -> Counter[str]:
    query = leads.led(
        Extension.select(leads.LEAD.alias("lead"), fn.COUNT(Extension.id)).join(Case)
    ).where(Extension.granted, within(Extension.decided_at, period))
    return _summed(query.group_by(leads.LEAD))


def _summed(query: Any) -> Counter[str]:
    found: Counter[str] = Counter()
    for name, number in query.tuples():
        found[leads.lead(name)] += number
    return found
