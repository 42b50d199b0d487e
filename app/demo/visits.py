"""Home visits of the demonstration: two crews, the last weeks and the days to come."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import islice, zip_longest
from typing import Any

from app.deadlines.calendar import work_calendar
from app.demo.crews import furnish
from app.demo.hours import Hours
from app.directory import Who
from app.persons.parties import PartyDraft, party_draft
from app.visits.booking import surroundings
from app.visits.crews import list_teams
from app.visits.draft import VisitDraft, eligibility, problems
from app.visits.outcomes import DONE, OutcomeDraft, next_draft, record_outcome
from app.visits.planning import Clashing, PlanDraft, plan_visit
from app.visits.requests import draft_for_case, get_row, request_visit
from app.visits.rules import VisitSettings, visit_rules
from app.visits.suggesting import crew_for
from models import Case, Party, Village
from models.choices import (
    HalfDay,
    Method,
    PartyKind,
    Status,
    VisitCheck,
    VisitKind,
    VisitOutcome,
)

_HOME = "出不了门，没法到窗口"
MOST, WAITING = 120, 7  # people, and those of them whom nobody was sent to yet
_BEFORE = timedelta(days=90)  # nobody was asked for earlier
_AHEAD, _BACK = 5, 62  # working days with trips, from today
_AGAIN, _LATELY = 3, 4  # working days: gone to again after so many, but for those of late
_CHECKS = (
    VisitCheck.IDENTITY,
    VisitCheck.PORTRAIT,
    VisitCheck.FINGERPRINT,
    VisitCheck.SIGNATURE,
)
_ERRANDS = (
    (VisitKind.BUSINESS, "居民身份证换领", _CHECKS, "卧床，能坐起"),
    (VisitKind.CERTIFY, "养老金资格认证", (VisitCheck.IDENTITY,), "拄拐能走几步"),
    (VisitKind.BUSINESS, "残疾人证办理", _CHECKS[:2], "坐轮椅"),
    (VisitKind.DELIVER, "送身份证", (VisitCheck.SIGNATURE,), "腿脚不便"),
    (VisitKind.CERTIFY, "高龄津贴认证", (VisitCheck.IDENTITY,), "眼睛看不清"),
)
_DIRECTIONS = ("村委会门口往西 200 米，过桥第二家", "晒谷场旁边，门口有棵樟树", "村卫生室后面")
# Most of them are done.
_OUTCOMES = (
    (VisitOutcome.DONE, ""),
    (VisitOutcome.DONE, "都办好了，证件寄到家"),
    (VisitOutcome.ABSENT, "家里没人，邻居说去女儿家了"),
    (VisitOutcome.DONE, ""),
    (VisitOutcome.PARTLY, "还差一张照片，下次补拍"),
    (VisitOutcome.DONE, "老人精神很好"),
    (VisitOutcome.PAPERS, "户口簿在儿子那里，没有带回来"),
    (VisitOutcome.DONE, ""),
    (VisitOutcome.UNWELL, "老人发烧，改天再来"),
)


@dataclass(frozen=True)
class _Trip:
    day: date
    half: HalfDay
    team: int
    village: str


def add_visits(hours: Hours, staff: Sequence[Who], seed: int) -> None:
    """Inside the `saving` of the whole; the same seed and day give the same visits, by the same
    acts whichever way the cases were made."""
    chance = random.Random(f"visits {seed}")
    furnish(staff, chance)
    _Visits(hours, staff, chance).make()


class _Visits:
    def __init__(self, hours: Hours, staff: Sequence[Who], chance: random.Random) -> None:
        self._now, self._days, self._staff, self._chance = hours.now, hours.days, staff, chance
        self._rules = visit_rules()
        self._made = 0

    def make(self) -> None:
        people = _people(self._now.date() - _BEFORE)
        waiting, people = people[:WAITING], people[WAITING:]
        for trip in self._trips():
            for _ in range(self._chance.choice((1, 2, 2, 3))):
                if people:
                    self._go(people.pop(0), trip)
        for person in waiting:
            ago = timedelta(hours=self._chance.randrange(2, 70))
            self._ask(person, person.village, self._now - ago)
        self._of_a_case()

    def _trips(self) -> Iterator[_Trip]:
        """Of each crew by turns, on every other working day, the nearest first."""
        today = len(self._days) - 1
        last, ahead = self._days[-1], []
        for _ in range(_AHEAD):
            last = work_calendar().next_working(last + timedelta(days=1))
            ahead.append(last)
        gone = self._days[today : today - _BACK : -1]
        near = [one for pair in zip_longest(ahead, gone) for one in pair if one]
        villages = [one.name for one in Village.select().order_by(Village.id)]
        for day in near:
            half = self._chance.choice(tuple(HalfDay))
            yield _Trip(day, half, self._chance.randrange(2), self._chance.choice(villages))

    def _go(self, person: PartyDraft, trip: _Trip) -> None:
        """Asked for three days before."""
        before = datetime.combine(trip.day - timedelta(days=3), time(9, self._chance.randrange(60)))
        asked = min(before, self._now - timedelta(minutes=40))
        self._send(self._ask(person, trip.village, asked), trip, asked)

    def _send(self, visit: int, trip: _Trip, asked: datetime, *, again: bool = False) -> None:
        """Planned at once; what is over has its outcome, done at last where they went again."""
        team = list_teams()[trip.team]
        around = surroundings(trip.day)
        plan = PlanDraft(
            day=trip.day,
            half=trip.half,
            helpers=crew_for(team, trip.day, trip.half, around),
            kits=(1 + trip.team,),
        )
        try:
            plan_visit(visit, plan, self._who(), asked + timedelta(minutes=20))
        except Clashing:
            return  # the half day is full: it waits
        ended = get_row(visit).ends_at
        if ended + timedelta(minutes=30) < self._now:
            self._over(visit, trip, ended, _OUTCOMES[0 if again else self._made % len(_OUTCOMES)])

    def _ask(self, person: PartyDraft, village: str, at: datetime) -> int:
        kind, matter, checks, mobility = _ERRANDS[self._made % len(_ERRANDS)]
        draft = VisitDraft(
            kind=kind,
            served=person,
            mobility=mobility,
            consent=True,
            village=village,
            directions=self._chance.choice(_DIRECTIONS),
            phone=f"100{self._chance.randrange(10**8):08}",
            urgent=self._made % 9 == 4,
            matter=matter,
            checklist=checks,
            bring=("印泥",) if VisitCheck.SIGNATURE in checks else (),
        )
        self._made += 1
        return request_visit(draft, self._who(), at)

    def _over(
        self, visit: int, trip: _Trip, ended: datetime, found: tuple[VisitOutcome, str]
    ) -> None:
        outcome, note = found
        began = get_row(visit).starts_at
        there: dict[str, Any] = {"arrived_at": began}
        if outcome in DONE:
            there["left_at"] = ended
        said = OutcomeDraft(outcome=outcome, note=note, **there)
        record_outcome(visit, said, self._who(), ended + timedelta(minutes=20))
        again = next_draft(visit, ended.date())
        if again is None:
            return
        asked = ended + timedelta(minutes=25)
        visit = request_visit(again, self._who(), asked)
        place = self._days.index(trip.day) + _AGAIN
        if place < len(self._days) - _LATELY:
            self._send(visit, replace(trip, day=self._days[place]), asked, again=True)

    def _of_a_case(self) -> None:
        """A visit asked for by a case that is open, where there is one, best one that needs it."""
        open_ = Case.status.in_((Status.REGISTERED, Status.HANDLING)) & Case.paused_at.is_null()
        found = Case.select(Case.id).where(open_).order_by(Case.method != Method.VISIT, Case.id)
        for (case_id,) in found.limit(2).tuples():
            draft = draft_for_case(case_id)
            phone = draft.served.phone or f"100{self._chance.randrange(10**8):08}"
            told = replace(draft, consent=True, phone=phone, checklist=_CHECKS, exception=_HOME)
            if not problems(told, self._now.date(), self._rules):
                request_visit(told, self._who(), self._now - timedelta(minutes=6))

    def _who(self) -> Who:
        return self._staff[self._made % len(self._staff)]


def _people(on: date) -> list[PartyDraft]:
    """Those who might be gone to that day already, those in need before those who are old."""
    living = (Party.kind == PartyKind.PERSON) & Party.village.is_null(is_null=False)
    query = Party.select().where(living).order_by(Party.needs == "", Party.id).limit(4 * MOST)
    found = map(party_draft, query)
    rules = VisitSettings()
    eligible = (one for one in found if eligibility(VisitDraft(served=one), on, rules).holds)
    return list(islice(eligible, MOST))
