"""Points: what each event is worth by the rules, and why it counts or does not."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.appraisal.happenings import Happening
from app.appraisal.reviews import Review
from app.appraisal.rules import Rule, RulesRecord
from models.choices import Choice, Merit, ReviewStep

Key = tuple[Merit, str]  # an event and the row it was read from


class PointState(Choice):
    COUNTS = "counts", "计分"
    APPEALED = "appealed", "申诉中"
    KEPT = "kept", "申诉不成立"
    EXCLUDED = "excluded", "已排除"
    EXEMPT = "exempt", "容错免责"
    BELOW = "below", "未到起计次数"
    CAPPED = "capped", "已到上限"
    UNJUDGED = "unjudged", "待认定"


STRUCK = (PointState.EXCLUDED, PointState.EXEMPT)
_TAKEN_OFF = (ReviewStep.EXCLUDED, ReviewStep.UPHELD)
_SAID = {ReviewStep.APPEALED: PointState.APPEALED, ReviewStep.DISMISSED: PointState.KEPT}


@dataclass(frozen=True, kw_only=True)
class Point:
    """What a unit got for one event; `points` counts, `full` is what the rule says alone.

    `why` goes wherever the table goes; `words`, which people wrote, stay within the house.
    """

    event: Merit
    name: str
    unit: str
    case_id: int
    number: str
    matter: str
    at: datetime
    why: str
    words: str
    source: str
    points: int
    full: int
    state: PointState
    told: str  # the last word on it: who said what, or why it was left out
    reviews: tuple[Review, ...]

    @property
    def in_full(self) -> str:
        return f"{self.why}：{self.words}" if self.words else self.why

    @property
    def key(self) -> Key:
        return self.event, self.source

    @property
    def counts(self) -> bool:
        """As the rule says, and nobody said anything of it."""
        return self.state is PointState.COUNTS

    @property
    def struck(self) -> bool:
        return self.state in STRUCK

    @property
    def open(self) -> bool:
        """Whether somebody has to decide on it, also where it costs nothing as it stands."""
        appealed = bool(self.reviews) and self.reviews[-1].step is ReviewStep.APPEALED
        return self.state is PointState.UNJUDGED or (appealed and not self.struck)


@dataclass(frozen=True)
class Grounds:
    """What is known of the cases besides the events themselves."""

    cases: Mapping[int, tuple[str, str]]  # number and matter
    reviews: Mapping[Key, tuple[Review, ...]]
    exempt: Mapping[tuple[int, str], str]  # of case and unit why it answers for nothing there

    def last(self, key: Key) -> Review | None:
        found = self.reviews.get(key)
        return found[-1] if found else None


def score(
    happenings: Iterable[Happening], rules: RulesRecord, grounds: Grounds
) -> dict[str, tuple[Point, ...]]:
    """Of each unit its points, the earlier before the later."""
    by_rule: dict[tuple[str, Merit], list[Happening]] = defaultdict(list)
    for one in _one_fact(list(happenings), grounds):
        rule = rules.rule(one.event)
        if rule.active and (one.event is not Merit.EARLY or one.days >= rule.least):
            by_rule[one.unit, one.event].append(one)
    points: dict[str, list[Point]] = defaultdict(list)
    for (unit, event), found in by_rule.items():
        in_turn = sorted(found, key=lambda one: (one.at, one.source))
        points[unit] += _scored(in_turn, rules.rule(event), grounds)
    order = tuple(Merit)
    return {
        unit: tuple(sorted(all_, key=lambda one: (one.at, order.index(one.event), one.source)))
        for unit, all_ in points.items()
    }


def _one_fact(happenings: Sequence[Happening], grounds: Grounds) -> Iterator[Happening]:
    """A return costs once: as groundless where that is proven, else as passing the buck."""
    passed = {one.source for one in happenings if one.event is Merit.PASSED}
    for one in happenings:
        judged = (Merit.GROUNDLESS, one.source) in grounds.reviews
        if one.event is Merit.PASSED and judged:
            continue
        if one.event is Merit.GROUNDLESS and one.source in passed and not judged:
            continue
        yield one


def _scored(happenings: Sequence[Happening], rule: Rule, grounds: Grounds) -> Iterator[Point]:
    """One after another: what is left out neither counts as a time nor fills up the most."""
    least = 1 if rule.event is Merit.EARLY else rule.least
    times, used = 0, 0
    for one in happenings:
        last = grounds.last((one.event, one.source))
        state, told = _left_out(one, last, grounds)
        worth = 0
        if state is None:
            times += 1
            room = rule.points if rule.most is None else rule.most - used
            worth = min(rule.points, max(room, 0)) if times >= least else 0
            used += worth
            state, told = _counted(last, told, times, least, worth, rule)
        yield _point(one, rule, grounds, worth, state, told)


def _left_out(
    one: Happening, last: Review | None, grounds: Grounds
) -> tuple[PointState | None, str]:
    """Why it does not count, or None with the last word on it."""
    told = last.told if last else ""
    if last and last.step in _TAKEN_OFF:
        return PointState.EXCLUDED, told
    exempt = grounds.exempt.get((one.case_id, one.unit), "")
    if exempt and not one.event.plus:
        return PointState.EXEMPT, exempt
    if not one.proven and last is None:
        return PointState.UNJUDGED, "写了依据，没有认定为无依据，不扣分"
    return None, told


def _counted(
    last: Review | None, told: str, times: int, least: int, worth: int, rule: Rule
) -> tuple[PointState, str]:
    if times < least:
        return PointState.BELOW, told or f"第 {times} 次，从第 {least} 次起计"
    if worth < rule.points:
        return PointState.CAPPED, told or f"一季度最多 {rule.most} 分"
    return (_SAID.get(last.step, PointState.COUNTS) if last else PointState.COUNTS), told


def _point(
    one: Happening, rule: Rule, grounds: Grounds, worth: int, state: PointState, told: str
) -> Point:
    number, matter = grounds.cases[one.case_id]
    return Point(
        event=one.event,
        name=rule.name,
        unit=one.unit,
        case_id=one.case_id,
        number=number,
        matter=matter,
        at=one.at,
        why=one.why,
        words=one.words,
        source=one.source,
        points=rule.sign * worth,
        full=rule.sign * rule.points,
        state=state,
        told=told,
        reviews=grounds.reviews.get((one.event, one.source), ()),
    )


def sums(points: Collection[Point]) -> tuple[int, int]:
    """What was given and what was taken; the latter is not above nothing."""
    worth = [one.points for one in points]
    return sum(n for n in worth if n > 0), sum(n for n in worth if n < 0)
