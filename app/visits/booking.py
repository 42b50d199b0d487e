"""Clashes: whom and what a visit would need twice at once, and when nobody works.

A span counts with the way there: from the stop before of the same helper or kit, else from the
centre.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from app.deadlines.calendar import work_calendar
from app.deadlines.workdays import Calendar
from app.visits.absences import AbsenceEntry, list_absences
from app.visits.booked import About, Booking, Resource, bookings, in_order
from app.visits.crews import helpers_of, kits_of
from app.visits.rules import VisitSettings, visit_rules
from app.visits.ways import CENTRE, Ways, the_ways


@dataclass(frozen=True)
class Clash:
    """A word for where there is little room, a sentence that names the other booking, and that
    one's id where there is one."""

    about: About
    word: str
    sentence: str
    other: int | None = None


@dataclass(frozen=True)
class Surroundings:
    """All that a plan has to fit into; read once for as many days as are looked at."""

    days: Mapping[date, Sequence[Booking]]
    absences: Sequence[AbsenceEntry]
    ways: Ways
    rules: VisitSettings
    calendar: Calendar
    names: Mapping[Resource, str]

    def others(self, one: Booking) -> list[Booking]:
        """What else there is on its day."""
        there = self.days.get(one.starts_at.date(), ())
        return [each for each in there if each.visit_id != one.visit_id]


def surroundings(
    first: date, last: date | None = None, wanted: Iterable[Booking] = ()
) -> Surroundings:
    """As the store has them now; read it inside `saving` where a save hangs on it."""
    found = bookings(first, last)
    days: dict[date, list[Booking]] = {}
    for one in found:
        days.setdefault(one.starts_at.date(), []).append(one)
    return Surroundings(
        days,
        list_absences(first, last or first),
        the_ways(),
        visit_rules(),
        work_calendar(),
        _names([*found, *wanted]),
    )


def clashes(wanted: Booking, around: Surroundings) -> tuple[Clash, ...]:
    """Everything the visit cannot have as it is planned; nothing where all is well."""
    others = around.others(wanted)
    return (
        *_of_resources(wanted, others, around),
        *_of_citizen(wanted, others),
        *_of_leave(wanted, others, around),
        *_of_time(wanted, others, around),
    )


def way_to(wanted: Booking, others: Sequence[Booking], around: Surroundings) -> tuple[int, str]:
    """Minutes to get there, and from where: from the stop before in the same half day of whoever
    leads it, else from the centre."""
    half = around.rules.half_of(wanted.starts_at)
    before = [
        one
        for one in others
        if one.starts_at <= wanted.starts_at
        and around.rules.half_of(one.starts_at) is half
        and set(wanted.helpers[:1]) & set(one.helpers)
    ]
    if not before:
        return around.ways.from_centre(wanted.village), CENTRE
    last = in_order(before)[-1]
    return around.ways.minutes(last.village, wanted.village), last.place


def _of_resources(
    wanted: Booking, others: Sequence[Booking], around: Surroundings
) -> Iterator[Clash]:
    """Of each helper and kit: where else it is meanwhile, and whether it gets there in time."""
    for resource in wanted.resources:
        theirs = [one for one in others if resource in one.resources]
        meanwhile = [one for one in theirs if one.overlaps(wanted)]
        for one in meanwhile:
            twice = _twice(around.names[resource], one, wanted)
            yield Clash(resource[0], f"{around.names[resource]}撞期", twice, one.visit_id)
        pairs = [(one, wanted, one) for one in _right_before(wanted, theirs)]
        pairs += [(wanted, one, one) for one in _right_after(wanted, theirs)]
        for first, second, other in pairs:
            way = around.ways.minutes(first.village, second.village)
            if first.ends_at + timedelta(minutes=way) > second.starts_at:
                late = _too_far(around.names[resource], first, second, way)
                word, sentence = f"{around.names[resource]}赶不到", f"{late}（{other.number}）"
                yield Clash(resource[0], word, sentence, other.visit_id)


def _right_before(wanted: Booking, theirs: Sequence[Booking]) -> list[Booking]:
    """Those with nothing between them and it: one, and more only where some were booked over one
    another with a reason; the longest of them is then not the last to begin."""
    before = in_order(one for one in theirs if one.ends_at <= wanted.starts_at)
    latest = max((one.starts_at for one in before), default=wanted.starts_at)
    return [one for one in before if one.ends_at > latest]


def _right_after(wanted: Booking, theirs: Sequence[Booking]) -> list[Booking]:
    after = in_order(one for one in theirs if wanted.ends_at <= one.starts_at)
    soonest = min((one.ends_at for one in after), default=wanted.ends_at)
    return [one for one in after if one.starts_at < soonest]


def _of_citizen(wanted: Booking, others: Sequence[Booking]) -> Iterator[Clash]:
    for one in others:
        if one.served == wanted.served and one.overlaps(wanted):
            sentence = f"{one.person}{_when(one)}已约了另一次上门（{one.number}）。"
            yield Clash(About.CITIZEN, "本人撞期", sentence, one.visit_id)


def _of_leave(wanted: Booking, others: Sequence[Booking], around: Surroundings) -> Iterator[Clash]:
    way, _ = way_to(wanted, others, around)
    leaves = wanted.starts_at - timedelta(minutes=way)
    for one in around.absences:
        resource = (About.HELPER, one.helper_id) if one.helper_id else (About.KIT, one.kit_id)
        if resource in wanted.resources and one.meets(leaves, wanted.ends_at):
            why = f"（{one.reason}）" if one.reason else ""
            name, span = around.names[resource], _span(one.from_at, one.to_at)
            yield Clash(About.LEAVE, f"{name}不在", f"{name}{span}不在{why}。")


def _of_time(wanted: Booking, others: Sequence[Booking], around: Surroundings) -> Iterator[Clash]:
    day = wanted.starts_at.date()
    if not around.calendar.is_working(day):
        yield Clash(About.CALENDAR, "不上班", f"{_day(day)}不上班，请另选一天。")
    half = around.rules.half_of(wanted.starts_at)
    begin, end = around.rules.span(day, half)
    way, place = way_to(wanted, others, around)
    leaves = wanted.starts_at - timedelta(minutes=way)
    if leaves < begin:
        from_there = f"从{place}去要 {way} 分钟，{leaves:%H:%M} 就要出发，"
        early = f"{from_there}{half.label} {begin:%H:%M} 才上班。"
        yield Clash(About.HOURS, "出发太早", early)
    if wanted.ends_at > end:
        late = f"要到 {wanted.ends_at:%H:%M} 才完，{half.label} {end:%H:%M} 就下班了。"
        yield Clash(About.HOURS, "下班才完", late)


def _names(found: Sequence[Booking]) -> dict[Resource, str]:
    helpers = helpers_of([*{helper for one in found for helper in one.helpers}])
    kits = kits_of([*{kit for one in found for kit in one.kits}])
    return {
        **{(About.HELPER, one.id): one.name for one in helpers.values()},
        **{(About.KIT, one.id): one.name for one in kits.values()},
    }


def _twice(name: str, one: Booking, wanted: Booking) -> str:
    there = f"{name}{_when(one)}已定去{one.place}（{one.number}）"
    return f"{there}，不能同时去{wanted.place}。" if wanted.place != one.place else f"{there}。"


def _too_far(name: str, first: Booking, second: Booking, way: int) -> str:
    leaves, begins = f"{first.ends_at:%H:%M}", f"{second.starts_at:%H:%M}"
    told = f"{name}{_day(first.starts_at.date())}{leaves}在{first.place}才完，"
    return f"{told}到{second.place}要 {way} 分钟，{begins}赶不到。"


def _when(one: Booking) -> str:
    return f"{_day(one.starts_at.date())}{one.starts_at:%H:%M}—{one.ends_at:%H:%M}"


def _day(day: date) -> str:
    return f"{day.month}月{day.day}日（周{'一二三四五六日'[day.weekday()]}）"


def _span(start: datetime, end: datetime) -> str:
    if start.date() == end.date():
        return f"{_moment(start)}—{end:%H:%M}"
    return f"{_moment(start)}到{_moment(end)}"


def _moment(at: datetime) -> str:
    on = f"{at.month}月{at.day}日"
    return on if at.time() == time() else f"{on}{at:%H:%M}"
