"""Yellow one working day before, red from the first working day too many; never by colour alone."""

from datetime import date

import pytest

from app.desk.todo import Todo, count_todo
from models import Case
from models.choices import Status
from tests.makers import case, furnish
from ui.kit.cells import ICONS
from ui.kit.due_cell import due_cell
from ui.kit.style import Tone

FRIDAY = date(2026, 11, 20)
PLAIN, WARN, DANGER = Tone.PLAIN, Tone.WARN, Tone.DANGER


def november(day):
    return date(2026, 11, day)


@pytest.mark.parametrize(
    ("today", "day", "left", "tone"),
    [
        (17, "11月20日", "还剩 3 个工作日", PLAIN),
        (18, "11月20日", "还剩 2 个工作日", PLAIN),
        (19, "明天 周五", "还剩 1 个工作日", WARN),
        (20, "今天", "今天到期", WARN),
        (21, "11月20日", "已到期", WARN),
        (22, "11月20日", "已到期", WARN),
        (23, "11月20日", "超 1 个工作日", DANGER),
        (27, "11月20日", "超 5 个工作日", DANGER),
    ],
)
def test_due_on_friday_it_is_overdue_on_monday(store, today, day, left, tone):
    found = due_cell(Status.HANDLING, FRIDAY, november(today))
    assert (found.day, found.left, found.tone) == (day, left, tone)
    assert bool(ICONS[tone]) is (tone is not PLAIN)


def test_a_swapped_sunday_is_a_working_day_too_many(store):
    """Friday the 18th of September 2026; the Sunday after it is worked."""
    due_on = date(2026, 9, 18)
    tones = [due_cell(Status.HANDLING, due_on, date(2026, 9, day)).tone for day in (19, 20)]
    assert tones == [WARN, DANGER]


def test_what_is_paused_says_so_and_is_never_late(store):
    found = due_cell(Status.HANDLING, FRIDAY, november(27), paused=True)
    assert (found.left, found.tone) == ("暂停，不计时", PLAIN)


@pytest.mark.parametrize("today", range(16, 31))
def test_colour_and_list_say_the_same_on_every_day(store, today):
    """Red is what the list of overdue cases has, yellow what is due today or tomorrow."""
    furnish()
    opened = case()
    Case.update(due_on=FRIDAY).where(Case.id == opened.id).execute()
    tone = due_cell(Status.REGISTERED, FRIDAY, november(today)).tone
    counted = count_todo(november(today))
    assert counted[Todo.OVERDUE] == (tone is DANGER)
    assert counted[Todo.SOON] == (tone is WARN)
