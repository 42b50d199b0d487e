"""The order of a trip: the shortest proposed, any other taken by hand; who was promised an hour
keeps it. What clashes by it is refused as in a plan, unless a reason is given."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app import typed
from app.changes import Kind, saving
from app.directory import Who
from app.errors import AppError, Invalid
from app.visits import diary
from app.visits.booked import About, Booking, in_order
from app.visits.booking import Clash, Surroundings, clashes, surroundings
from app.visits.calling_off import TEXT_LIMIT
from app.visits.planning import Clashing
from app.visits.requests import get_row
from app.visits.route import Order, Stop, best_order, walked, way_through
from app.visits.setting_out import reckon_ways
from models import Visit
from models.choices import VisitAct, VisitStatus


@dataclass(frozen=True)
class Proposal:
    """The shortest order of a trip, and how many minutes it saves.

    Against the order of entry, and against the order as it is planned now.
    """

    order: Order
    saved: int
    saved_now: int

    @property
    def saved_already(self) -> int:
        """By the order as it is planned now against the order of entry."""
        return self.saved - self.saved_now


def propose_order(visit_ids: Sequence[int]) -> Proposal | None:
    """Of the visits of one crew in one half day; None where no order keeps every time."""
    found = _trip(visit_ids)
    around, stops, leaves = found.around, found.stops, found.leaves
    order = best_order(stops, leaves, around.ways)
    if order is None:
        return None
    by_entry = sorted(stops, key=lambda one: one.key)
    now = way_through(stops, around.ways)
    best = order.way_minutes
    return Proposal(order, way_through(by_entry, around.ways) - best, now - best)


def take_order(visit_ids: Sequence[int], who: Who, now: datetime, override: str = "") -> None:
    """Go to them in the order in which they are given, each as early as may be.

    `override` is why it is taken although the kit is another crew's by then, or somebody away.
    """
    why = typed.line(override)
    if over := typed.too_long(why, TEXT_LIMIT):
        raise Invalid({"override": over})
    with saving(Kind.VISITS, Kind.CASES):
        found = _trip(visit_ids)
        by_id = {one.key: one for one in found.stops}
        order = walked([by_id[one] for one in visit_ids], found.leaves, found.around.ways)
        if order is None:
            raise AppError("这样排，有的人家赶不到约定的钟点，请换个次序。")
        day = found.leaves.date()
        before = _clashes(found.around, day, visit_ids)
        for visit_id, start in zip(order.keys, order.starts, strict=True):
            _put(visit_id, start, who, now)
        reckon_ways(day)
        after = _clashes(surroundings(day), day, visit_ids)
        new = {key: clash for key, clash in after.items() if key not in before}
        if new and not why:
            raise Clashing(tuple(new.values()))
        for (visit_id, *_), clash in new.items():
            diary.enter(get_row(visit_id), who, now, VisitAct.OVERRIDE, clash.sentence, why)


@dataclass(frozen=True)
class _Trip:
    stops: tuple[Stop, ...]  # as they are planned now
    leaves: datetime
    around: Surroundings


def _trip(visit_ids: Sequence[int]) -> _Trip:
    rows = [get_row(one) for one in visit_ids]
    if not rows or any(one.status is not VisitStatus.PLANNED for one in rows):
        raise AppError("只有已安排、还没去的上门才能排次序，请刷新后再试。")
    day = rows[0].starts_at.date()
    around = surroundings(day)
    there = [one for one in around.days[day] if one.visit_id in set(visit_ids)]
    half = around.rules.half_of(there[0].starts_at)
    alike = {(one.helpers[:1], around.rules.half_of(one.starts_at)) for one in there}
    if len(there) < len(set(visit_ids)) or len(alike) > 1:
        raise AppError("只能给同一组人同一个半天的上门排次序。")
    begin, end = around.rules.span(day, half)
    stops = tuple(_stop(one, begin, end) for one in in_order(there))
    return _Trip(stops, begin, around)


def _stop(one: Booking, begin: datetime, end: datetime) -> Stop:
    last = max(end - timedelta(minutes=one.minutes), one.starts_at)
    times = (one.starts_at, one.starts_at) if one.exact else (begin, last)
    return Stop(one.visit_id, one.village, one.minutes, *times)


def _put(visit_id: int, start: datetime, who: Who, now: datetime) -> None:
    visit = get_row(visit_id)
    if visit.starts_at == start:
        return
    Visit.update(
        starts_at=start,
        ends_at=start + (visit.ends_at - visit.starts_at),
        revision=Visit.revision + 1,
    ).where(Visit.id == visit_id).execute()
    note = f"{visit.starts_at:%m-%d %H:%M}改为 {start:%H:%M}，按路线排"
    diary.enter(visit, who, now, VisitAct.MOVE, note)


def _clashes(
    around: Surroundings, day: date, visit_ids: Sequence[int]
) -> dict[tuple[int, About, int | None], Clash]:
    """Of these visits, by what they are about: one that was there before, with a reason, stays."""
    theirs = [one for one in around.days[day] if one.visit_id in set(visit_ids)]
    return {
        (one.visit_id, clash.about, clash.other): clash
        for one in theirs
        for clash in clashes(one, around)
    }
