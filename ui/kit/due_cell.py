"""The one date of a case as a list says it: the day people say, and what is left of it."""

from datetime import date, timedelta

from app.cases.case_list import CaseRow
from app.deadlines.calendar import work_calendar
from models.choices import Status
from ui.kit.cells import Due
from ui.kit.days import say_weekday
from ui.kit.style import Tone

OPEN = frozenset({Status.REGISTERED, Status.HANDLING})


def due_cell(
    status: Status, due_on: date, today: date, *, provisional: bool = False, paused: bool = False
) -> Due:
    """Late and soon have colour; of a case that is over, or paused, the date is only told."""
    mark = "（暂定）" if provisional else ""
    if paused:
        return Due(f"{_day_in_words(due_on, today)}{mark}", "暂停，不计时")
    if status not in OPEN:
        return Due(f"{_day_in_words(due_on, today)}{mark}", status.label)
    left = work_calendar().between(today, due_on)
    if left < 0:  # from the first working day after it
        return Due(_day_in_words(due_on, today), f"超 {-left} 个工作日", Tone.DANGER)
    if due_on < today:
        return Due(_day_in_words(due_on, today), "已到期", Tone.WARN)
    if due_on == today:
        return Due("今天", "今天到期", Tone.WARN)
    tone = Tone.WARN if left <= 1 else Tone.PLAIN
    return Due(f"{_day_in_words(due_on, today)}{mark}", f"还剩 {left} 个工作日", tone)


def due_of(row: CaseRow, today: date) -> Due:
    """Of a row of a list."""
    provisional, paused = row.due_provisional, row.paused
    return due_cell(row.status, row.due_on, today, provisional=provisional, paused=paused)


def _day_in_words(day: date, today: date) -> str:
    """As people say it; the year only where it is another one."""
    if day == today:
        return "今天"
    if day == today + timedelta(days=1):
        return f"明天 {say_weekday(day)}"
    year = "" if day.year == today.year else f"{day.year}年"
    return f"{year}{day.month}月{day.day}日"
