"""The time rules of the centre: how long each thing may take, in versions that are all kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from app.changes import Kind, saving
from app.directory import Who
from app.errors import Invalid, NotFound
from models import TimeRules, Unit, UnitTime, labels, quick
from models.choices import Grade, Nature

LABELS = labels(TimeRules)
_OF_A_CASE = tuple(one.value for one in (*Grade, *Nature))
MOST_DAYS = 250  # about a year of working days
_DAYS = (
    "instant general complex special cannot hard unwilling sign contact inform follow_up rework "
    "reopen extension"
).split()
BOUNDS = dict.fromkeys(_DAYS, (0, MOST_DAYS)) | {
    "extensions": (0, 9),
    "cut_off": (0, 24),
    "returns": (1, 9),
}
MAY_LACK = tuple(nature.value for nature in Nature)  # without it the grade's days hold


@dataclass(frozen=True)
class UnitDays:
    """A unit that has working days of its own for its share."""

    unit_id: int
    unit: str
    days: int


@dataclass(frozen=True, kw_only=True)
class CaseDays:
    """The working days a case may take, by grade; by nature where one has days of its own."""

    instant: int = 0
    general: int = 5
    complex: int = 10
    special: int = 15
    cannot: int | None = None
    hard: int | None = None
    unwilling: int | None = None

    def days_for(self, grade: Grade, nature: Nature | None) -> int:
        """Of a case; a nature's own days go before the grade's: what cannot be done is said
        sooner."""
        own: int | None = getattr(self, nature.value) if nature else None
        days: int = getattr(self, grade.value) if own is None else own
        return days


@dataclass(frozen=True, kw_only=True)
class RulesDraft(CaseDays):
    """All rules as they are to be; working days, but for the hour, and two that count (domain.md
    §3: places differ, so all of it is data)."""

    sign: int = 1
    contact: int = 0
    inform: int = 1
    follow_up: int = 5
    rework: int = 5
    reopen: int = 30
    extension: int = 10
    extensions: int = 1
    cut_off: int = 17
    returns: int = 2
    units: tuple[UnitDays, ...] = ()

    def days_of_unit(self, unit_id: int | None) -> int | None:
        """A unit's own days for its share; None where it has the days of the case."""
        return next((one.days for one in self.units if one.unit_id == unit_id), None)


@dataclass(frozen=True, kw_only=True)
class TimeRulesRecord(RulesDraft):
    """A version as it is kept; `id` is its number."""

    id: int
    made_at: datetime
    made_by: str

    def draft(self) -> RulesDraft:
        """The same rules, to be changed."""
        return RulesDraft(**{name: getattr(self, name) for name in BOUNDS}, units=self.units)


def problems(draft: RulesDraft) -> dict[str, str]:
    """What is wrong, by field; of a unit's days by `units`."""
    found = {}
    for name, (least, most) in BOUNDS.items():
        value = getattr(draft, name)
        if value is None and name in MAY_LACK:
            continue
        if value is None or not least <= value <= most:
            found[name] = f"请填写 {least} 到 {most} 之间的数。"
    if any(not 0 <= one.days <= MOST_DAYS for one in draft.units):
        found["units"] = f"单位的天数请填写 0 到 {MOST_DAYS}。"
    elif len({one.unit_id for one in draft.units}) < len(draft.units):
        found["units"] = "同一个单位写了两次，请删去一条。"
    return found


def in_force() -> int:
    """The version that a case of today is made under."""
    return quick.last_id(TimeRules)


def days_in_force() -> tuple[int, CaseDays]:
    """That version and its days of a case, read at one go: every case that is registered asks."""
    number, *days = quick.last_row(TimeRules, ("id", *_OF_A_CASE))
    return number, CaseDays(**dict(zip(_OF_A_CASE, days, strict=True)))


def get_rules(version: int | None = None) -> TimeRulesRecord:
    """That version, or the one in force; NotFound if there is none."""
    number = in_force() if version is None else version
    row = quick.find_row(TimeRules, number)
    if row is None:
        raise NotFound("没有这一版办理时限，请刷新后再试。")
    return _record(row, _units((number,)))


def list_versions() -> list[TimeRulesRecord]:
    """The newest first."""
    numbers = [one for (one,) in TimeRules.select(TimeRules.id).order_by(-TimeRules.id).tuples()]
    units = _units(tuple(numbers))
    found = (quick.find_row(TimeRules, number) for number in numbers)
    return [_record(row, units) for row in found if row]


def save_rules(draft: RulesDraft, who: Who, now: datetime) -> int:
    """A new version; gives its number. What is as it was makes none."""
    if found := problems(draft):
        raise Invalid(found)
    draft = replace(draft, units=tuple(sorted(draft.units, key=lambda one: one.unit_id)))
    with saving(Kind.RULES):
        last = get_rules()
        if last.draft() == draft:
            return last.id
        values = {name: getattr(draft, name) for name in BOUNDS}
        number = quick.add(TimeRules, {"made_at": now, "made_by": who.name, **values})
        units = [{"rules": number, "unit": one.unit_id, "days": one.days} for one in draft.units]
        quick.add_all(UnitTime, units)
    return number


def _units(numbers: tuple[int, ...]) -> Mapping[int, tuple[UnitDays, ...]]:
    """Of each version the units with days of their own."""
    found: dict[int, tuple[UnitDays, ...]] = dict.fromkeys(numbers, ())
    for number, *unit in quick.rows_of(_with_own_days, numbers):
        found[number] += (UnitDays(*unit),)
    return found


def _with_own_days(numbers: Sequence[int]) -> Any:
    return (
        UnitTime.select(UnitTime.rules, Unit.id, Unit.name, UnitTime.days)
        .join(Unit)
        .where(UnitTime.rules.in_(numbers))
        .order_by(UnitTime.rules, Unit.id)
    )


def _record(row: Mapping[str, Any], units: Mapping[int, tuple[UnitDays, ...]]) -> TimeRulesRecord:
    return TimeRulesRecord(**row, units=units[row["id"]])
