"""The rules units are appraised by, in versions: a past quarter keeps those it had."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from app import typed
from app.appraisal.quarter import Quarter, quarter_of
from app.changes import Kind, saving
from app.directory import Who
from app.errors import Invalid
from models import AppraisalRule, AppraisalRules, quick
from models.choices import Merit

MOST_POINTS, MOST_IN_ALL, MOST_LEAST, MOST_CASES, _NAME = 20, 200, 60, 100, 20


@dataclass(frozen=True)
class Rule:
    """What one event is worth, up or down as its kind is; `most` is all it may cost a quarter.

    `least` is from the how manieth on it counts; of what was early, how many working days.
    """

    event: Merit
    name: str
    active: bool
    points: int
    least: int
    most: int | None

    @property
    def sign(self) -> int:
        return 1 if self.event.plus else -1


@dataclass(frozen=True, kw_only=True)
class RulesDraft:
    """All rules as they are to be, in the order of their events."""

    least_cases: int
    rules: tuple[Rule, ...]


@dataclass(frozen=True, kw_only=True)
class RulesRecord(RulesDraft):
    """A version as it is kept; `id` is its number, `since` the first day it holds."""

    id: int
    since: date
    made_at: datetime
    made_by: str

    def draft(self) -> RulesDraft:
        return RulesDraft(least_cases=self.least_cases, rules=self.rules)

    def rule(self, event: Merit) -> Rule:
        return next(one for one in self.rules if one.event is event)


def problems(draft: RulesDraft) -> dict[str, str]:
    """What is wrong, by field: `least_cases`, or `overdue.points` of one rule."""
    found = {}
    if not 0 <= draft.least_cases <= MOST_CASES:
        found["least_cases"] = _between(0, MOST_CASES)
    for rule in draft.rules:
        for field, sentence in _of_rule(rule).items():
            found[f"{rule.event.value}.{field}"] = sentence
    return found


def list_versions() -> list[RulesRecord]:
    """The newest first."""
    query: Any = AppraisalRules.select().order_by(AppraisalRules.id.desc())
    rules = _by_version()
    return [_record(row, rules) for row in query]


def rules_for(quarter: Quarter) -> RulesRecord:
    """Those in force in that quarter: of all that had begun by then, what began last."""
    found = list_versions()
    return _begun(found, quarter.first) or found[-1]


def replaced_by(one: RulesRecord, versions: Sequence[RulesRecord]) -> RulesRecord | None:
    """What was to hold from its quarter on before it was saved."""
    return _begun((other for other in versions if other.id < one.id), one.since)


def may_begin(today: date) -> tuple[Quarter, Quarter]:
    """From which quarters new rules may hold: never from one that is over."""
    return quarter_of(today), quarter_of(today).next


def save_rules(draft: RulesDraft, since: Quarter, who: Who, now: datetime) -> int:
    """A new version; gives its number. What would hold anyway makes none."""
    draft = replace(draft, rules=tuple(replace(r, name=typed.line(r.name)) for r in draft.rules))
    found = problems(draft)
    if since not in may_begin(now.date()):
        found["since"] = "过去的季度保留原来的规则，请选本季度或者下季度起。"
    if found:
        raise Invalid(found)
    with saving(Kind.RULES):
        before = rules_for(since)
        if before.draft() == draft:
            return before.id
        values = {"made_at": now, "made_by": who.name, "since": since.first}
        number = quick.add(AppraisalRules, {**values, "least_cases": draft.least_cases})
        quick.add_all(AppraisalRule, ({"rules": number, **vars(one)} for one in draft.rules))
    return number


def _begun(versions: Iterable[RulesRecord], by: date) -> RulesRecord | None:
    """Rules for the next quarter outlast what is changed for this one meanwhile."""
    begun = (one for one in versions if one.since <= by)
    return max(begun, key=lambda one: (one.since, one.id), default=None)


def _of_rule(rule: Rule) -> dict[str, str]:
    found = {}
    if not typed.line(rule.name):
        found["name"] = "请写叫法。"
    elif sentence := typed.too_long(rule.name, _NAME):
        found["name"] = sentence
    for field, most in (("points", MOST_POINTS), ("least", MOST_LEAST), ("most", MOST_IN_ALL)):
        value = getattr(rule, field)
        if value is not None and not 1 <= value <= most:
            found[field] = _between(1, most)
    if rule.most is not None and not found and rule.most < rule.points:
        found["most"] = "一季度最多的分不能少于一次的分。"
    return found


def _between(least: int, most: int) -> str:
    return f"请填写 {least} 到 {most} 之间的数。"


def _by_version() -> Mapping[int, tuple[Rule, ...]]:
    order = {event: place for place, event in enumerate(Merit)}
    found: dict[int, list[Rule]] = {}
    for one in AppraisalRule.select():
        rule = Rule(one.event, one.name, one.active, one.points, one.least, one.most)
        found.setdefault(one.rules_id, []).append(rule)
    return {n: tuple(sorted(all_, key=lambda r: order[r.event])) for n, all_ in found.items()}


def _record(row: Any, rules: Mapping[int, tuple[Rule, ...]]) -> RulesRecord:
    return RulesRecord(
        id=row.id,
        since=row.since,
        made_at=row.made_at,
        made_by=row.made_by,
        least_cases=row.least_cases,
        rules=rules[row.id],
    )
