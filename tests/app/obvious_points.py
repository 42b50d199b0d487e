"""What a quarter's points come to, the slow and obvious way: every row there is, day by day."""

from datetime import datetime, timedelta

from app.deadlines.calendar import work_calendar
from models import CaseEvent, CaseUnit, Decision, PointReview, Rating, Reminder, SharedDuty, Visit
from models.choices import Act, Merit, ReviewStep, ShareState, Stars, UnitRole, Urge
from tests.app.appraising import BUCK
from tests.app.month_stores import UNITS

USUAL = {  # event: points, least, most
    "passed": (-5, 1, None),
    "groundless": (-5, 1, None),
    "overdue": (-5, 1, 20),
    "supervised": (-3, 1, None),
    "reminded": (-1, 2, 5),
    "sent_back": (-2, 1, 10),
    "bad_rating": (-3, 1, 10),
    "took_lead": (2, 1, 6),
    "visited": (1, 1, 5),
    "coordinated": (2, 1, 6),
    "early": (1, 1, 5),
}


def sums_of(first, until):
    """Each unit's points, and what they come to: every row looked at, day by day."""
    found = [one for one in _all() if first <= one[2] < until]
    judged = {r.source for r in PointReview.select() if r.event is Merit.GROUNDLESS}
    buck = {one[4] for one in found if one[1] == "passed"}
    kept = []
    for unit, event, when, case, source, proven in found:
        if event == "passed" and source in judged:
            continue
        if event == "groundless" and source in buck and source not in judged:
            continue
        kept.append((unit, event, when, case, source, proven))
    sums = {}
    for unit in {one[0] for one in kept}:
        total = 0
        for event, (worth, least, most) in USUAL.items():
            total += _worth([k for k in kept if k[:2] == (unit, event)], worth, least, most)
        sums[unit] = total
    return sums


def _worth(found, worth, least, most):
    times = total = 0
    for unit, event, _, case, source, proven in sorted(found, key=lambda one: (one[2], one[4])):
        said = [r for r in PointReview.select() if (r.event.value, r.source) == (event, source)]
        last = said[-1].step if said else None
        spared = worth < 0 and any(
            duty.unit == unit and duty.exemption.case_id == case for duty in SharedDuty.select()
        )
        if last in (ReviewStep.EXCLUDED, ReviewStep.UPHELD) or spared or not (proven or last):
            continue
        times += 1
        if times < least:
            continue
        total += worth
        if most is not None:
            total = max(total, -most) if worth < 0 else min(total, most)
    return total


def _all():
    """Every event there ever was: unit, what, when, case, source, whether it is proven."""
    yield from _shares()
    yield from _acts()
    yield from _ratings()


def _shares():
    shares = [
        one
        for one in CaseUnit.select()
        if one.sent_at and one.role is not UnitRole.TRIED and one.state is not ShareState.CALLED_OFF
    ]
    for one in shares:
        yield from _of_share(
            one, [o for o in shares if o.case_id == one.case_id and o.id != one.id]
        )


def _acts():
    for one in Reminder.select():
        event = "reminded" if one.kind is Urge.REMIND else "supervised"
        if BUCK in one.grounds:
            event = "passed"
        yield one.share.name, event, one.at, one.share.case_id, f"urge:{one.id}", True
    for one in CaseEvent.select().where(CaseEvent.act == Act.SEND_BACK):
        unit = one.note.split("：")[0]
        yield unit, "sent_back", one.at, one.case_id, f"event:{one.id}", True
    for one in Decision.select():
        if one.done_at and one.done_at.date() <= one.due_on:
            source = f"decision:{one.id}"
            yield one.owner, "coordinated", one.done_at, one.meeting.case_id, source, True
    for one in Visit.select():
        for unit in {h.helper.unit for h in one.crew} & set(UNITS):
            least = min(h.id for h in one.crew if h.helper.unit == unit)
            yield unit, "visited", one.starts_at, one.case_id, f"crew:{least}", True


def _of_share(one, others):
    source = f"share:{one.id}"
    ends = [c.at for c in one.case.closings if c.at >= one.sent_at]
    end = one.returned_at or one.replied_at or min(ends, default=None)
    day = one.due_on + timedelta(days=1)
    while not work_calendar().is_working(day):
        day += timedelta(days=1)
    waits = not end and one.case.paused_at and one.case.paused_at.date() < day
    if not one.returned_at and not waits and (end is None or end.date() >= day):
        yield one.name, "overdue", datetime(day.year, day.month, day.day), one.case_id, source, True
    if one.returned_at:
        cited = "（依据：规定" in one.return_reason
        yield one.name, "groundless", one.returned_at, one.case_id, source, not cited
        again = [o.sent_at for o in others if o.name == one.name and o.sent_at > one.returned_at]
        if again and cited:
            yield one.name, "passed", min(again), one.case_id, source, True
    if one.state is not ShareState.ACCEPTED:
        return
    early = sum(
        work_calendar().is_working(one.replied_at.date() + timedelta(days=n))
        for n in range(1, (one.due_on - one.replied_at.date()).days + 1)
    )
    if early >= 2:
        yield one.name, "early", one.replied_at, one.case_id, source, True
    owner = one.case.matter and one.case.matter.unit
    for_others = any(
        o.returned_at and o.returned_at <= one.sent_at and o.name != one.name for o in others
    )
    if one.role is UnitRole.LEAD and (for_others or (owner and owner.name != one.name)):
        yield one.name, "took_lead", one.replied_at, one.case_id, source, True


def _ratings():
    for one in Rating.select():
        if one.superseded_at or one.upheld or one.stars not in (Stars.ONE, Stars.TWO):
            continue
        reworked = [e.at for e in one.case.events if e.act is Act.REWORK and e.at >= one.at]
        when = one.judged_at or min(reworked, default=None)
        leads = [
            u
            for u in one.case.units
            if u.role is UnitRole.LEAD
            and u.state not in (ShareState.RETURNED, ShareState.CALLED_OFF)
            and u.sent_at
            and u.sent_at <= one.at
        ]
        if when and leads:
            unit = max(leads, key=lambda u: u.sent_at).name
            yield unit, "bad_rating", when, one.case_id, f"rating:{one.id}", True
