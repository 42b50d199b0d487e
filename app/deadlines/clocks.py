"""The clocks that run beside a case's own: by when each step of the loop has to be done.

Each counts in working days from what happened, by the rules the case was made under; the day it
happened is day 0. What is due “the same day” is due on the next working day where that day is
none.
"""

from datetime import date, datetime

from app.deadlines.calendar import due
from app.deadlines.time_rules import TimeRulesRecord, get_rules
from models import Case


def rules_of(case: Case) -> TimeRulesRecord:
    """The version the case was made under."""
    return get_rules(case.rules_id)


def share_due(
    rules: TimeRulesRecord, unit_id: int | None, case_due_on: date, sent_at: datetime
) -> date:
    """By when a unit has to answer: in its own days where it has some, but for the citizen's sake
    not after the case is due. A share given out late still has the time to be signed for."""
    own = rules.days_of_unit(unit_id)
    day = case_due_on if own is None else min(case_due_on, due(sent_at.date(), own).day)
    return max(day, sign_by(rules, sent_at))


def sign_by(rules: TimeRulesRecord, sent_at: datetime) -> date:
    """By when a unit has to have signed for what it was given (签收)."""
    return due(sent_at.date(), rules.sign).day


def contact_by(rules: TimeRulesRecord, signed_at: datetime) -> date:
    """By when a unit has to have spoken to the citizen (广元: 当日联系)."""
    return due(signed_at.date(), rules.contact).day


def inform_by(rules: TimeRulesRecord, concluded_at: datetime) -> date:
    """By when the citizen has to know the result (安徽省直: 1 个工作日内反馈)."""
    return due(concluded_at.date(), rules.inform).day


def follow_up_by(rules: TimeRulesRecord, informed_at: datetime) -> date:
    """By when the citizen has to have been called back (昆山: 5 个工作日内回访)."""
    return due(informed_at.date(), rules.follow_up).day


def rework_by(rules: TimeRulesRecord, rated_at: datetime) -> date:
    """By when what a bad rating complains of has to be put right (差评整改)."""
    return due(rated_at.date(), rules.rework).day


def reopen_until(rules: TimeRulesRecord, concluded_at: datetime) -> date:
    """The last day on which the case can be taken up again."""
    return due(concluded_at.date(), rules.reopen).day
