"""What was said of single points, as it is kept: only ever added to."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from models import PointReview, Staff
from models.choices import Merit, ReviewStep


@dataclass(frozen=True)
class Review:
    """`person` spoke for the unit in an appeal, else signed; `by` is who was at the desk."""

    id: int
    step: ReviewStep
    at: datetime
    by: str
    by_id: int
    person: str
    reason: str

    @property
    def told(self) -> str:
        return f"{self.at:%m-%d} {self.step.label}（{self.person}）：{self.reason}"


def reviews_of(event: Merit, source: str) -> tuple[Review, ...]:
    """Of one point, the first one first."""
    found = _found((PointReview.event == event) & (PointReview.source == source))
    return found.get((event, source), ())


def all_reviews() -> Mapping[tuple[Merit, str], tuple[Review, ...]]:
    """Of every point anything was said of; they are few."""
    return _found(PointReview.id > 0)


def _found(which: Any) -> Mapping[tuple[Merit, str], tuple[Review, ...]]:
    found: dict[tuple[Merit, str], tuple[Review, ...]] = defaultdict(tuple)
    query: Any = PointReview.select(PointReview, Staff).join(Staff).where(which)
    for one in query.order_by(PointReview.id):
        by = one.staff
        review = Review(one.id, one.step, one.at, by.name, by.id, one.person, one.reason)
        found[one.event, one.source] += (review,)
    return dict(found)
