"""What became of each case: who came, what was written down, and every act until today."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from app.cases.drafting import CaseDraft, MaterialDraft
from app.cases.registry import new_check_code
from app.deadlines.time_rules import get_rules
from app.demo.end_steps import Ends
from app.demo.hours import Hours
from app.demo.on_the_way import OnTheWay
from app.demo.people import People
from app.demo.recent import IN_FULL, RECENT, SEEN, Recent, until
from app.demo.story import Step, Story
from app.demo.town import Town, Trouble
from app.demo.unit_steps import Units
from app.receptions import ReceptionDraft
from models.choices import Act, Channel, Method, ReceptionEnd

MOST_RECEPTIONS = 50_000
_EACH = 5  # receptions to a case
_CAME_FIRST, _WITHDRAWN, _LATE, _TOLD, _RATED = 0.6, 0.02, 0.12, 0.3, 0.6
_CHANNELS = (Channel.PHONE, Channel.HOTLINE, Channel.ONLINE, Channel.VILLAGE)


@dataclass(frozen=True)
class _Told:
    """A case whose acts are told; `late` is one of the newest."""

    draft: CaseDraft
    trouble: Trouble
    opened: datetime
    staff: int
    recent: Recent | None
    late: bool


class Teller:
    """Tells as many stories as wanted, in the order in which they began."""

    def __init__(self, town: Town, hours: Hours, seed: int) -> None:
        self._chance = random.Random(f"stories {seed}")
        self._town, self._hours, self._staff = town, hours, len(town.staff)
        self._people = People(self._chance, town)
        self._units = Units(self._chance, hours, town)
        self._way = OnTheWay(self._chance, hours, town)
        self._ends = Ends(self._chance, hours, town)
        self._rules = get_rules()

    def stories(self, cases: int) -> Iterator[Story]:
        recent = RECENT[: max(cases // 3, 1)]
        begun: list[tuple[datetime, Recent | None]] = [
            (self._hours.recent(one.ago), one) for one in recent
        ]
        rest, latest = cases - len(recent), max(one.ago for one in recent)
        begun += [(self._hours.spread(at, rest, ago=latest), None) for at in range(rest)]
        begun.sort(key=lambda one: one[0])
        troubles = list(self._town.troubles)
        for at, (moment, kind) in enumerate(begun):
            if at % len(troubles) == 0:
                self._chance.shuffle(troubles)
            trouble, again = troubles[at % len(troubles)], at >= len(troubles)
            late = at >= cases - min(IN_FULL, max(cases // 3, 1))
            yield self._story(moment, trouble, kind if late else None, again=again, late=late)

    def receptions(self, number: int) -> Iterator[tuple[int, ReceptionDraft]]:
        """Those who asked and went home answered, by who received them."""
        times = [self._hours.spread(at, number) for at in range(number)]
        times += [one for one in (self._hours.today() for _ in range(3)) if one]
        for moment in sorted(times):
            asked = self._chance.choice(self._town.receptions)
            yield (
                self._chance.randrange(self._staff),
                ReceptionDraft(
                    at=moment,
                    channel=Channel.PHONE if self._chance.random() < 0.2 else Channel.COUNTER,
                    name=self._people.name() if self._chance.random() < 0.4 else "",
                    asked=asked.asked,
                    answered=asked.answered,
                    ending=asked.ending,
                ),
            )

    def _story(
        self, moment: datetime, trouble: Trouble, recent: Recent | None, *, again: bool, late: bool
    ) -> Story:
        if recent:
            spot = trouble.method is Method.SPOT
            method = Method.TRANSFER if spot else trouble.method
            trouble = replace(trouble, grade=recent.grade, method=method)
        draft = self._draft(moment, trouble, again=again)
        if recent and recent.quick:
            draft = replace(draft, nature=None, cause=None, lead="", helpers=())
        opened = moment + timedelta(minutes=self._chance.randint(2, 5))
        staff = self._chance.randrange(self._staff)
        came = draft.channel is Channel.COUNTER and self._chance.random() < _CAME_FIRST
        return Story(
            draft=draft,
            opened_at=opened,
            staff=staff,
            code=new_check_code(self._chance.choice),
            printed_at=opened + timedelta(minutes=1) if draft.channel is Channel.COUNTER else None,
            steps=tuple(self._so_far(_Told(draft, trouble, opened, staff, recent, late))),
            late=late,
            reception=self._reception(draft) if came else None,
        )

    def _draft(self, moment: datetime, trouble: Trouble, *, again: bool) -> CaseDraft:
        chance, cast = self._chance, self._people.cast(trouble, moment.date())
        more = chance.sample(self._town.words["variations"], chance.randint(1, 3)) if again else []
        papers = self._town.papers.get(trouble.matter, ())
        handed_in = papers[: chance.randint(0, 2)] if trouble.method is not Method.VISIT else ()
        first = moment.date() - timedelta(days=chance.randint(5, 60))
        return CaseDraft(
            received_at=moment,
            channel=self._channel(trouble),
            applicant=cast.applicant,
            beneficiary=cast.beneficiary,
            proxy=cast.proxy,
            relation=cast.relation,
            matter=trouble.matter,
            problem="".join([trouble.problem, *more]),
            demand=trouble.demand,
            trips=chance.randint(1, 5),
            first_applied_on=first if chance.random() < _TOLD else None,
            tried_units=trouble.tried,
            answer_given=trouble.answer,
            nature=trouble.nature,
            cause=trouble.cause,
            grade=trouble.grade,
            method=trouble.method,
            lead=trouble.lead,
            helpers=trouble.helpers,
            materials=tuple(MaterialDraft(name) for name in handed_in),
            ask_business="" if chance.random() < _CAME_FIRST else None,
        )

    def _channel(self, trouble: Trouble) -> Channel:
        if trouble.served == "resident":
            return self._chance.choice((Channel.VILLAGE, Channel.VISIT))
        others = self._chance.random() < _TOLD
        return self._chance.choice(_CHANNELS) if others else Channel.COUNTER

    def _reception(self, draft: CaseDraft) -> ReceptionDraft:
        return ReceptionDraft(
            at=draft.received_at - timedelta(minutes=self._chance.randint(4, 12)),
            name=draft.applicant.name,
            phone=draft.applicant.phone,
            asked=draft.problem,
            ending=ReceptionEnd.REGISTERED,
        )

    def _so_far(self, one: _Told) -> Sequence[Step]:
        steps = [step for step in self._steps(one) if step.at < self._hours.now]
        return until(one.recent.last, steps) if one.recent else steps

    def _steps(self, one: _Told) -> Iterator[Step]:
        """Act by act, also what lies ahead; of the last days as soon as can be."""
        chance, hours, moment = self._chance, self._hours, one.opened
        days = self._rules.days_for(one.draft.grade, one.draft.nature)
        if not one.recent and chance.random() < _WITHDRAWN:
            at = hours.after(moment, chance.randint(1, 3))
            said = chance.choice(self._town.words["withdrawn"])
            yield Step(at, Act.WITHDRAW, {"note": said})
            return
        handled = one.draft.method is not Method.SPOT
        if handled:
            for step in self._handled(one, days):
                moment = step.at
                yield step
        moment = hours.after(moment, 1 if one.recent else self._took(days))
        if handled:
            yield from self._units.answered(one.draft, one.trouble, moment)
        yield from self._ended(one, moment)

    def _handled(self, one: _Told, days: int) -> Iterator[Step]:
        """Given to units, and what came between that and their answers."""
        chance, hours, moment = self._chance, self._hours, self._hours.after(one.opened, 0)
        if one.draft.nature:
            yield Step(moment, Act.SORT)
            moment = hours.after(moment, 0)
        yield Step(moment, Act.ASSIGN, {"note": "先与当事人联系。"})
        for step in self._units.begun(one.draft, moment):
            moment = step.at
            yield step
        if one.late:
            acts = one.recent.acts if one.recent else chance.choice(SEEN if days else SEEN[:2])
            yield from self._way.steps(one.draft.lead, moment, one.staff, acts)
        elif days >= 10 and one.draft.method is Method.COORDINATE:
            yield from self._way.met(one.draft.lead, moment)
        elif days >= 10 and chance.random() < 0.5:
            at = hours.after(moment, chance.randint(1, 3))
            yield Step(at, Act.PROGRESS, {"note": chance.choice(self._town.words["progress"])})

    def _ended(self, one: _Told, moment: datetime) -> Iterator[Step]:
        prompt = one.recent is not None
        for step in self._ends.steps(one.draft, one.trouble, moment, one.staff, prompt=prompt):
            yield step
            if step.act is Act.FOLLOW_UP and (one.late or self._chance.random() < _RATED):
                well = one.recent is None or one.recent.well
                rated = self._way.rated(step.at, well=well)
                yield rated
                if not well:
                    yield self._way.contested(rated.at)

    def _took(self, days: int) -> int:
        """Working days until it was concluded, mostly well before it is due."""
        if not days:
            return 0
        if self._chance.random() < _LATE:
            return days + self._chance.randint(1, 4)
        return min(self._chance.randint(1, days), self._chance.randint(1, days))


def receptions_for(cases: int, led_to_cases: int) -> int:
    """How many came who went home without a case."""
    return max(min(_EACH * cases, MOST_RECEPTIONS) - led_to_cases, 0)
