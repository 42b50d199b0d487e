"""The quarter as it stands: each unit with its cases, its points and what they come to."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from peewee import fn

from app.appraisal import reviews
from app.appraisal.given import cases_of, given_in
from app.appraisal.happenings import Happening, Span, Units
from app.appraisal.of_acts import of_acts
from app.appraisal.of_ratings import of_ratings
from app.appraisal.of_shares import of_shares
from app.appraisal.points import Grounds, Point, score, sums
from app.appraisal.quarter import Quarter
from app.appraisal.rules import RulesRecord, rules_for
from app.errors import AppError
from models import Case, Exemption, Matter, SharedDuty, database

TOO_FEW = "件数太少，不评分"


@dataclass(frozen=True, kw_only=True)
class UnitScore:
    """A unit in a quarter: how many cases it had to do with, and all its points, told one by one.

    With too few cases it is not scored; its points are still to be read.
    """

    unit: str
    cases: int
    plus: int
    minus: int
    scored: bool
    points: tuple[Point, ...]

    @property
    def total(self) -> int:
        return self.plus + self.minus

    @property
    def open_points(self) -> int:
        return sum(one.open for one in self.points)

    @property
    def shown_total(self) -> str:
        return f"{self.total:+d}" if self.scored and self.total else "0" if self.scored else TOO_FEW


@dataclass(frozen=True, kw_only=True)
class Appraisal:
    """`until` is the moment it was computed for: the end of the quarter, or now."""

    quarter: Quarter
    until: datetime
    made_at: datetime
    rules: RulesRecord
    units: tuple[UnitScore, ...]

    @property
    def over(self) -> bool:
        """Whether the quarter has passed; until then points are still added."""
        return self.until >= self.quarter.until

    def unit(self, name: str) -> UnitScore | None:
        return next((one for one in self.units if one.unit == name), None)


def appraise(quarter: Quarter, now: datetime, until: datetime | None = None) -> Appraisal:
    """The quarter as far as it has gone, or up to an earlier moment of it."""
    if now < quarter.start:
        raise AppError(f"{quarter}还没有到，请选本季度或者以前的季度。")
    end = min(quarter.until, until or now + datetime.resolution)
    with database.atomic():  # one look at the store
        rules = rules_for(quarter)
        units = tuple(_units(Span(quarter.start, end), rules))
    return Appraisal(quarter=quarter, until=end, made_at=now, rules=rules, units=units)


def _units(span: Span, rules: RulesRecord) -> Iterator[UnitScore]:
    units = Units()
    shares = given_in(span, units)
    happenings = [
        one
        for found in (of_shares(shares), of_acts(span, units), of_ratings(span, units))
        for one in found
        if span.holds(one.at)
    ]
    cases: dict[str, set[int]] = defaultdict(set)
    for unit, case_id in cases_of(shares, span):
        cases[unit].add(case_id)
    for one in happenings:
        cases[one.unit].add(one.case_id)
    points = score(happenings, rules, _grounds(happenings, units))
    for unit in units.in_order(cases):
        of_unit = points.get(unit, ())
        plus, minus = sums(of_unit)
        yield UnitScore(
            unit=unit,
            cases=len(cases[unit]),
            plus=plus,
            minus=minus,
            scored=len(cases[unit]) >= rules.least_cases,
            points=of_unit,
        )


def _grounds(happenings: Collection[Happening], units: Units) -> Grounds:
    ids = sorted({one.case_id for one in happenings})
    return Grounds(_told(ids), reviews.all_reviews(), _exempt(ids, units))


def _told(ids: list[int]) -> Mapping[int, tuple[str, str]]:
    """Of each case its number and what it is about."""
    matter = fn.COALESCE(Matter.name, Case.matter_text)
    found: dict[int, tuple[str, str]] = {}
    for start in range(0, len(ids), 5000):
        some = Case.id.in_(ids[start : start + 5000])
        query = Case.select(Case.id, Case.number, matter).left_outer_join(Matter).where(some)
        found |= {case_id: (number, what) for case_id, number, what in query.tuples()}
    return found


def _exempt(ids: list[int], units: Units) -> Mapping[tuple[int, str], str]:
    """Who shares the responsibility of a decision in good faith answers for nothing in its case."""
    query = SharedDuty.select(SharedDuty.unit, Exemption.case, Exemption.at).join(Exemption)
    wanted = set(ids)
    return {
        (case_id, units.of_case(unit, case_id) or unit): f"{at:%m-%d} 容错免责备案，共担单位不扣分"
        for unit, case_id, at in query.tuples()
        if case_id in wanted
    }
