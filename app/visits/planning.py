"""Plans: when, with whom and with what a visit is gone on; and moved."""

from dataclasses import dataclass
from datetime import date, datetime, time

from app import typed
from app.changes import Kind, saving
from app.directory import Who
from app.errors import AppError, Invalid
from app.visits import diary
from app.visits.booked import Booking
from app.visits.booking import Clash, Surroundings, clashes, surroundings
from app.visits.calling_off import PLANNABLE, TEXT_LIMIT, let_go
from app.visits.crews import helpers_of, kits_of
from app.visits.places import earliest_in, first_free, placed_at, wanted_for
from app.visits.requests import get_row
from app.visits.rules import MOST_MINUTES, VisitSettings, visit_rules
from app.visits.setting_out import reckon_ways
from models import Visit, VisitHelper, VisitKit, quick
from models.choices import HalfDay, VisitAct, VisitStatus


@dataclass(frozen=True, kw_only=True)
class PlanDraft:
    """A day with a half day, or with the hour. By the half day alone the first time that is free
    is taken, and the citizen is told the half day. The first helper leads the visit.

    `override` is why it is planned although it clashes; `reason` why it is moved.
    """

    day: date
    half: HalfDay | None = None
    starts: time | None = None
    minutes: int | None = None
    helpers: tuple[int, ...] = ()
    kits: tuple[int, ...] = ()
    reason: str = ""
    override: str = ""


@dataclass(frozen=True)
class Looked:
    """What a plan would come to: when it would be, and what is against it."""

    booking: Booking
    clashes: tuple[Clash, ...]


class Clashing(Invalid):
    """A plan that clashes; it may still be made, with a reason."""

    def __init__(self, found: tuple[Clash, ...]) -> None:
        told = "".join(one.sentence for one in found)
        super().__init__({"override": f"{told}请改时间或换人；仍要这样安排的，写明理由。"})
        self.clashes = found


def problems(draft: PlanDraft, today: date, rules: VisitSettings) -> dict[str, str]:
    """What no reason can mend, by field."""
    found = typed.overlong(draft, {"reason": TEXT_LIMIT, "override": TEXT_LIMIT})
    if draft.day < today:
        found["day"] = "这一天已经过去了，请选今天或以后。"
    if draft.half is None and draft.starts is None:
        found["half"] = "请选上午或下午，或写明几点。"
    if draft.minutes is not None and not 1 <= draft.minutes <= MOST_MINUTES:
        found["minutes"] = f"时长请填 1 到 {MOST_MINUTES} 分钟。"
    helpers, kits = helpers_of(draft.helpers), kits_of(draft.kits)
    crew = {one for one in draft.helpers if one in helpers and helpers[one].active}
    if len(crew) < len(draft.helpers):
        found["helpers"] = "有的上门人员已停用或写了两次，请重新选。"
    elif len(crew) < rules.least_crew:
        found["helpers"] = (
            f"上门至少要 {rules.least_crew} 人，请再选 {rules.least_crew - len(crew)} 人。"
        )
    if any(one not in kits or not kits[one].active for one in draft.kits):
        found["kits"] = "有的设备已停用，请重新选。"
    return found


def look(visit_id: int, draft: PlanDraft, today: date) -> Looked:
    """What the plan would come to if it were made now; nothing is saved."""
    rules = visit_rules()
    if found := problems(draft, today, rules):
        raise Invalid(found)
    start = datetime.combine(draft.day, draft.starts or time())
    wanted = wanted_for(get_row(visit_id), start, draft.minutes, draft.helpers, draft.kits)
    around = surroundings(draft.day, wanted=[wanted])
    placed = _placed(wanted, draft, around)
    return Looked(placed, clashes(placed, around))


def plan_visit(visit_id: int, draft: PlanDraft, who: Who, now: datetime) -> None:
    """Plan it, or move one that is planned. A clash is refused unless a reason is given.

    Whether it clashes is looked at while no one else can write: two desks never book twice.
    """
    with saving(Kind.VISITS, Kind.CASES):
        visit = get_row(visit_id)
        if visit.status not in PLANNABLE:
            raise AppError(f"这次上门{visit.status.label}，不能再安排。")
        looked = look(visit_id, draft, now.date())
        override = typed.line(draft.override)
        if looked.clashes and not override:
            raise Clashing(looked.clashes)
        old = visit.starts_at.date() if visit.starts_at else None
        _store(visit, looked.booking, exact=draft.starts is not None)
        act = VisitAct.PLAN if old is None else VisitAct.MOVE
        note = _in_words(looked.booking)
        if old is not None:
            note = f"{visit.starts_at:%m-%d %H:%M}改为{note}"
        diary.enter(visit, who, now, act, note, typed.line(draft.reason))
        if looked.clashes:
            told = "".join(one.sentence for one in looked.clashes)
            diary.enter(visit, who, now, VisitAct.OVERRIDE, told, override)
        for day in {old or draft.day, draft.day}:
            reckon_ways(day)


def _placed(wanted: Booking, draft: PlanDraft, around: Surroundings) -> Booking:
    """At the hour that was said, else at the first time of the half day that is free; where none
    is, at the first there would be, so that one sees what is in the way."""
    if draft.starts is not None or draft.half is None:
        return wanted
    free = first_free(wanted, draft.half, around)
    return free or placed_at(wanted, earliest_in(wanted, draft.half, around))


def _store(visit: Visit, booking: Booking, *, exact: bool) -> None:
    let_go(visit)
    Visit.update(
        status=VisitStatus.PLANNED,
        starts_at=booking.starts_at,
        ends_at=booking.ends_at,
        exact=exact,
        revision=Visit.revision + 1,
    ).where(Visit.id == visit.id).execute()
    quick.add_all(
        VisitHelper,
        (
            {"visit": visit.id, "helper": one, "place": place}
            for place, one in enumerate(booking.helpers)
        ),
    )
    quick.add_all(VisitKit, ({"visit": visit.id, "kit": one} for one in sorted(booking.kits)))


def _in_words(booking: Booking) -> str:
    """When, who and what, for the history."""
    helpers, kits = helpers_of(booking.helpers), kits_of(sorted(booking.kits))
    when = f"{booking.starts_at:%m-%d %H:%M}—{booking.ends_at:%H:%M}"
    crew = "、".join(helpers[one].name for one in booking.helpers)
    things = "、".join(one.name for one in kits.values())
    return "，".join(filter(None, [when, crew, things]))
