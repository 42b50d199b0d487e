"""What citizens said in a period of how they were served, and what bad words led to."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import Any

from peewee import fn

from app.deadlines.clocks import rework_by
from app.deadlines.time_rules import get_rules
from app.month.counting import counts
from app.month.period import Period
from app.month.rounds import within
from app.records.ratings import BAD
from models import Case, Closing, Rating, TimeRules


@dataclass(frozen=True)
class Opinions:
    rated: int
    bad: int
    to_rework: int
    reworked: int


def count_opinions(period: Period) -> Opinions:
    """A word counts when it was said, if by the end it was neither taken back nor found wrong."""
    said = Rating.select().where(within(Rating.at, period), counts_at(period))
    rated, bad = counts(said, Rating.stars.in_(BAD))
    due = list(_due(period))
    return Opinions(rated, bad, len(due), sum(due))


def counts_at(period: Period) -> Any:
    stands = Rating.superseded_at.is_null() | (Rating.superseded_at >= period.until)
    undecided = Rating.upheld.is_null() | (Rating.judged_at >= period.until)
    return stands & (undecided | ~Rating.upheld)


def _due(period: Period) -> Iterator[bool]:
    """Of each bad word that had to be put right in the period, whether it was by its end."""
    since = period.start - _longest()
    again = Closing.alias()
    reworked = again.select(again.id).where(
        again.case == Rating.case, again.round == Rating.round + 1, again.at < period.until
    )
    found = (
        Rating.select(Rating.at, Case.rules, fn.EXISTS(reworked))
        .join(Case)
        .where(Rating.at >= since, Rating.at < period.until, Rating.stars.in_(BAD))
        .where(counts_at(period))
    )
    rules_of = cache(get_rules)
    for at, rules, done in found.tuples():
        if period.first <= rework_by(rules_of(rules), at) < period.today:
            yield bool(done)


def _longest() -> timedelta:
    """No bad word is due later: two days of three are working days but around the great feasts."""
    days: int = TimeRules.select(fn.MAX(TimeRules.rework)).scalar() or 0
    return timedelta(days=2 * days + 30)
