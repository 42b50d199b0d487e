"""What was done about cases in a period, whenever they came: each act counts when it was done."""

from dataclasses import dataclass
from typing import Any

from app.month.counting import counts
from app.month.period import Period
from app.month.rounds import within
from models import Case, CaseUnit, Closing, Extension, Reception, Reminder, Visit
from models.choices import Status, Urge, VisitOutcome, VisitStatus

GONE = (VisitStatus.DONE, VisitStatus.FAILED)


@dataclass(frozen=True, kw_only=True)
class Acts:
    receptions: int
    refused: int
    withdrawn: int
    reopened: int
    extended: int
    returned: int
    reminded: int
    supervised: int
    visits: int
    visits_done: int


def count_acts(period: Period) -> Acts:
    def of(moment: Any, *conditions: Any) -> tuple[int, ...]:
        return counts(moment.model.select().where(within(moment, period)), *conditions)

    _, refused, withdrawn = of(
        Case.dropped_at, Case.status == Status.REFUSED, Case.status == Status.WITHDRAWN
    )
    _, reminded, supervised = of(
        Reminder.at, Reminder.kind == Urge.REMIND, Reminder.kind == Urge.SUPERVISE
    )
    gone = Visit.select().where(within(Visit.starts_at, period), Visit.status.in_(GONE))
    visits, visits_done = counts(gone, Visit.outcome == VisitOutcome.DONE)
    return Acts(
        receptions=of(Reception.at)[0],
        refused=refused,
        withdrawn=withdrawn,
        reopened=of(Closing.reopened_at)[0],
        extended=of(Extension.decided_at, Extension.granted)[1],
        returned=of(CaseUnit.returned_at)[0],
        reminded=reminded,
        supervised=supervised,
        visits=visits,
        visits_done=visits_done,
    )
