"""Taking a case up once more: after a bad word (差评整改), or because it is not over (重新办理)."""

from datetime import date
from typing import Any

from app.deadlines import clocks, due_dates, extensions
from app.moves.asks import Asked
from app.moves.move import Done, Making
from app.records import ratings
from models import Case, Closing
from models.choices import Status

REWORK = (
    Asked("note", "怎么整改", needed="请写明差在哪里、怎么整改、谁来做。", hint="先向他道歉、核实"),
)
REOPEN = (Asked("note", "原因", needed="请写明为什么重新办理。", hint="又有了什么情况，他怎么说"),)
# What a round leaves on the case; its conclusion, contacts and rating are kept by themselves.
_AFRESH: dict[str, Any] = {
    **dict.fromkeys(("ending", "concluded_at", "inform_by", "informed_at", "archived_at")),
    **dict.fromkeys(("follow_up_by", "followed_up_at", "trips_after")),
    **dict.fromkeys(("end_business", "end_need", "end_trouble")),
    "result": "",
    "added_days": 0,
}


def nothing_to_rework(case: Case, _today: date) -> str:
    found = ratings.standing(case.id, case.round)
    if found is None or not found.is_bad or not found.counts:
        return "这一轮没有要整改的差评。"
    return "误评申诉还没有结论，先等结论。" if found.waits_for_judgement else ""


def too_late(case: Case, today: date) -> str:
    if case.concluded_at is None:
        return ""
    last = clocks.reopen_until(clocks.rules_of(case), case.concluded_at)
    if today <= last:
        return ""
    return f"{last:%Y-%m-%d} 以后不能重新办理，请另外登记一件。"


def rework(making: Making) -> Done:
    """Its clock runs from the day of the bad word."""
    rules = clocks.rules_of(making.case)
    found = ratings.standing(making.case.id, making.case.round)
    assert found
    return _again(making, found.at.date(), rules.rework)


def reopen(making: Making) -> Done:
    """From today it has the days of its kind once more."""
    case = making.case
    return _again(making, making.today, clocks.rules_of(case).days_for(case.grade, case.nature))


def _again(making: Making, start: date, days: int) -> Done:
    of_round = (Closing.case == making.case.id) & (Closing.round == making.case.round)
    Closing.update(reopened_at=making.now).where(of_round).execute()
    extensions.lapse(making.case, making.who, making.now)
    number = making.case.round + 1
    changes = _AFRESH | due_dates.reckoned(start, days) | {"round": number}
    said = f"第 {number} 轮，{changes['due_on']:%Y-%m-%d} 前答复。{making.given['note']}"
    return Done(said, changes, Status.HANDLING)
