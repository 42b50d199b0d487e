"""The slow and obvious second count of a month: every case is looked at, round after round."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache

from app.deadlines.calendar import work_calendar
from models import (
    Case,
    CaseUnit,
    Closing,
    Conflict,
    Extension,
    Matter,
    Meeting,
    Party,
    Pause,
    Rating,
    Reception,
    Reminder,
    Survey,
    TimeRules,
    Unit,
    Village,
    Visit,
)
from models.choices import (
    Cause,
    Channel,
    Ending,
    Grade,
    Method,
    Nature,
    ShareState,
    Stars,
    Status,
    UnitRole,
    Urge,
    VisitOutcome,
    VisitStatus,
)

BAD = (Stars.TWO, Stars.ONE)


@dataclass
class Round:
    """From its beginning until it was concluded, or dropped, or neither yet."""

    case: Case
    number: int
    begun: datetime
    concluded: datetime | None
    dropped: datetime | None
    due_on: date
    ending: Ending | None
    trips_after: int | None

    def open_at(self, moment):
        over = self.concluded or self.dropped
        return self.begun < moment and not (over and over < moment)


@cache
def statement(table):
    return table.select().sql()[0]


def all_of(table):
    """Composing the same statement a thousand times takes longer than all the rest."""
    return list(table.raw(statement(table)))


class Everything:
    """All there is in the store, read once."""

    def __init__(self):
        self.cases = {one.id: one for one in all_of(Case)}
        tables = (Meeting, Survey, Conflict, Pause, Rating, CaseUnit, Closing)
        self.of = {table: all_of(table) for table in tables}
        self.rest = {table: all_of(table) for table in (Extension, Reminder, Reception, Visit)}
        self.rounds = [one for case in self.cases.values() for one in self._rounds(case)]
        self.rework_days = TimeRules.get().rework

    def about(self, table, case):
        return [one for one in self.of[table] if one.case_id == case.id]

    def _rounds(self, case):
        begun = case.received_at
        closings = sorted(self.about(Closing, case), key=lambda one: one.round)
        for one in closings:
            if one.round < case.round:
                told = (one.at, None, one.due_on, one.ending, one.trips_after)
                yield Round(case, one.round, begun, *told)
                begun = one.reopened_at
        told = (case.concluded_at, case.dropped_at, case.due_on, case.ending, case.trips_after)
        yield Round(case, case.round, begun, *told)


@cache
def worked(came, went):
    """Day by day."""
    days = 0
    while came < went:
        came += timedelta(days=1)
        days += work_calendar().is_working(came)
    return days


@cache
def after_working_days(day, days):
    while days > 0 or not work_calendar().is_working(day):
        day += timedelta(days=1)
        days -= work_calendar().is_working(day)
    return day


class Slowly:
    """Every figure of a period, counted at its end."""

    def __init__(self, everything, start, until):
        self.all, self.start, self.until = everything, start, until

    def inside(self, moment):
        return moment is not None and self.start <= moment < self.until

    def ended_in(self, day):
        """Whether the whole day lies in the period."""
        midnight = datetime.combine(day, time())
        return self.start <= midnight and midnight + timedelta(days=1) <= self.until

    def figures(self):
        rounds, cases = self.all.rounds, self.all.cases.values()
        over = [one for one in rounds if self.inside(one.concluded)]
        left = [one for one in rounds if one.open_at(self.until)]
        came = [one for one in cases if self.inside(one.received_at)]
        number = len(over)
        done = [one for one in over if one.ending is Ending.DONE]
        together = sum(map(self.sat_together, done))
        days = [worked(one.begun.date(), one.concluded.date()) for one in over]
        told = [one for one in over if one.trips_after is not None]
        due = [one for one in rounds if self.was_due(one)]
        methods = Counter(one.case.method for one in over)
        endings = Counter(one.ending for one in over)
        return {
            "期初在办（件）": (sum(one.open_at(self.start) for one in rounds), None),
            "受理（件）": (len(came), None),
            "办结（件）": (number, None),
            **{f"{one.label}办结": (methods[one], None) for one in Method},
            **{one.label: (endings[one], None) for one in Ending},
            "经协调破难": (together, None),
            "逾期办结": (sum(one.concluded.date() > one.due_on for one in over), None),
            "期末在办（件）": (len(left), None),
            "已逾期": (sum(map(self.is_late, left)), None),
            "未评价（件）": (sum(not self.rated(one) for one in over), None),
            "最长用时（工作日）": (max(days, default=None), None),
            "平均用时（工作日）": (sum(days), number),
            "受理前跑动（次）": (sum(one.case.trips for one in told), len(told)),
            "受理后跑动（次）": (sum(one.trips_after for one in told), len(told)),
            "办结率": (sum(map(self.stood_concluded, came)), len(came)),
            "按时办结率": (sum(map(in_time, due)), len(due)),
            "当天办结率": (sum(one.begun.date() == one.concluded.date() for one in over), number),
            "办成率": (len(done), number),
            "经协调破难率": (together, number),
            **self.acts(),
            **self.opinions(),
        }

    def acts(self):
        rest, of = self.all.rest, self.all.of
        cases = self.all.cases.values()
        dropped = Counter(one.status for one in cases if self.inside(one.dropped_at))
        urged = Counter(one.kind for one in rest[Reminder] if self.inside(one.at))
        gone = [
            one
            for one in rest[Visit]
            if self.inside(one.starts_at) and one.status not in (VisitStatus.PLANNED,)
        ]
        done = sum(one.outcome is VisitOutcome.DONE for one in gone)
        granted = [one for one in rest[Extension] if one.granted and self.inside(one.decided_at)]
        counts = {
            "接待（人次）": sum(self.inside(one.at) for one in rest[Reception]),
            "不予受理（件）": dropped[Status.REFUSED],
            "撤回（件）": dropped[Status.WITHDRAWN],
            "重新办理（件）": sum(self.inside(one.reopened_at) for one in of[Closing]),
            "延期（次）": len(granted),
            "退单（次）": sum(self.inside(one.returned_at) for one in of[CaseUnit]),
            "催办（次）": urged[Urge.REMIND],
            "督办（次）": urged[Urge.SUPERVISE],
            "上门（次）": len(gone),
        }
        found = {name: (number, None) for name, number in counts.items()}
        return found | {"上门办成率": (done, len(gone))}

    def opinions(self):
        words = [one for one in self.all.of[Rating] if self.counts(one)]
        said = [one for one in words if self.inside(one.at)]
        bad = [one for one in said if one.stars in BAD]
        days = self.all.rework_days
        due = [
            one
            for one in words
            if one.stars in BAD and self.ended_in(after_working_days(one.at.date(), days))
        ]
        return {
            "评价（次）": (len(said), None),
            "差评（次）": (len(bad), None),
            "满意率": (len(said) - len(bad), len(said)),
            "差评整改率": (sum(map(self.reworked, due)), len(due)),
        }

    def counts(self, word):
        if word.at >= self.until:
            return False
        superseded = word.superseded_at is not None and word.superseded_at < self.until
        found_wrong = bool(word.upheld) and word.judged_at < self.until
        return not superseded and not found_wrong

    def reworked(self, word):
        return any(
            one.case.id == word.case_id
            and one.number == word.round + 1
            and one.concluded is not None
            and one.concluded < self.until
            for one in self.all.rounds
        )

    def rated(self, round_):
        words = self.all.about(Rating, round_.case)
        return any(one.round == round_.number and one.at < self.until for one in words)

    def was_due(self, one):
        dropped = one.dropped is not None and one.dropped < self.until
        return one.begun < self.until and self.ended_in(one.due_on) and not dropped

    def is_late(self, one):
        return worked(one.due_on, self.until.date()) > 0 and not self.paused(one.case)

    def paused(self, case):
        return any(
            one.at < self.until and not (one.resumed_at and one.resumed_at < self.until)
            for one in self.all.about(Pause, case)
        )

    def stood_concluded(self, case):
        """Whether the last that had happened to the case by the end was a conclusion."""
        begun = [one for one in self.all.rounds if one.case is case and one.begun < self.until]
        last = max(begun, key=lambda one: one.number)
        return last.concluded is not None and last.concluded < self.until

    def sat_together(self, one):
        moments = [
            *(each.held_at for each in self.all.about(Meeting, one.case)),
            *(each.surveyed_at for each in self.all.about(Survey, one.case)),
            *(each.resolved_at for each in self.all.about(Conflict, one.case)),
        ]
        return any(each is not None and each <= one.concluded for each in moments)

    def groups(self):
        """Of each way of grouping, by name: received, completed, in time, due."""
        rounds = self.all.rounds
        sets = (
            [one for one in self.all.cases.values() if self.inside(one.received_at)],
            [one.case for one in rounds if self.inside(one.concluded)],
            [one.case for one in rounds if self.was_due(one) and in_time(one)],
            [one.case for one in rounds if self.was_due(one)],
        )
        return {
            name: tuple(Counter(map(of, cases)) for cases in sets)
            for name, of in self.ways().items()
        }

    def ways(self):
        matters = {one.id: one for one in Matter.select()}
        units = {one.id: one.name for one in Unit.select()}
        villages = {one.id: one.name for one in Village.select()}
        people = {one.id: one for one in Party.select()}

        def unit(case):
            for one in self.all.about(CaseUnit, case):
                if one.role is UnitRole.LEAD and one.state is not ShareState.RETURNED:
                    return one.name
            return units.get(matters[case.matter_id].unit_id, "未定") if case.matter_id else "未定"

        def village(case):
            person = people[case.beneficiary_id or case.applicant_id]
            return villages.get(person.village_id) or person.village_text or "未填"

        return {
            "成因": lambda case: case.cause.label if case.cause else "未填",
            "性质": lambda case: case.nature.label if case.nature else "未填",
            "难度": lambda case: case.grade.label,
            "渠道": lambda case: case.channel.label,
            "事项": lambda case: matters[case.matter_id].name if case.matter_id else "别的 事",
            "单位": unit,
            "村": village,
        }


def in_time(one):
    return one.concluded is not None and one.concluded.date() <= one.due_on


LISTED = {"成因": Cause, "性质": Nature, "难度": Grade, "渠道": Channel}
