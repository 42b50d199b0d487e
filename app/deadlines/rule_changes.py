"""What one version of the time rules has that another had not, in words."""

from collections.abc import Iterator

from app.deadlines.time_rules import BOUNDS, LABELS, RulesDraft

NONE = "不另定"


def what_changed(before: RulesDraft, after: RulesDraft) -> list[str]:
    """“一般 5→3”, rule by rule and unit by unit; whatever is as it was is left out."""
    return [
        f"{name} {_said(was)}→{_said(is_now)}"
        for name, was, is_now in _pairs(before, after)
        if was != is_now
    ]


def _pairs(before: RulesDraft, after: RulesDraft) -> Iterator[tuple[str, int | None, int | None]]:
    for name in BOUNDS:
        yield LABELS[name], getattr(before, name), getattr(after, name)
    units = {one.unit_id: one.unit for rules in (before, after) for one in rules.units}
    for unit_id, unit in units.items():
        yield unit, before.days_of_unit(unit_id), after.days_of_unit(unit_id)


def _said(days: int | None) -> str:
    return NONE if days is None else str(days)
