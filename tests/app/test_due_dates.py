"""The date of a case: by which rules it is reckoned, and what an edit does to it."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as supposing
from hypothesis import strategies as st

from app.cases.detail import get_case
from app.cases.registry import draft_of, due_of, edit_case
from app.deadlines.calendar import SpecialDay, save_year, work_calendar
from app.deadlines.due_dates import Addition, additions, reckoned
from app.deadlines.time_rules import RulesDraft, save_rules
from app.deadlines.year_tables import builtin_years
from app.moves import move_case
from models import Case
from models.choices import Act, Grade, Nature
from tests.makers import NOW, case, furnish, somebody
from tests.said import WITH_TIME

LATER = NOW + timedelta(hours=1)
FRIDAY = date(2026, 11, 27)


@pytest.fixture
def opened(store):
    """Received on a Sunday, due on Friday, its fifth working day."""
    furnish()
    return case()


def edited(opened, **changes):
    edit_case(opened.id, replace(draft_of(opened.id), **changes), somebody(), LATER)
    return Case.get_by_id(opened.id)


def a_day_off(day):
    """Somebody enters that nobody works then."""
    days = [
        SpecialDay(*one) for table in builtin_years() if table.year == 2026 for one in table.days
    ]
    save_year(2026, [*days, SpecialDay(day, working=False, note="停电")], "手工录入")


def test_a_nature_that_has_days_of_its_own_is_promised_those(store):
    save_rules(RulesDraft(cannot=2), furnish(), NOW)
    made = Case.get_by_id(case(nature=Nature.CANNOT, grade=Grade.SPECIAL).id)
    assert (made.due_days, made.due_on, made.rules_id) == (2, date(2026, 11, 24), 2)


def test_an_edit_goes_by_the_rules_the_case_was_made_under(opened):
    save_rules(RulesDraft(complex=2), somebody(), NOW)
    row = edited(opened, grade=Grade.COMPLEX)
    assert (row.due_days, row.rules_id) == (10, 1)


def test_an_edit_of_something_else_moves_no_date_though_the_calendar_is_another(opened):
    a_day_off(date(2026, 11, 24))
    assert edited(opened, trips=5).due_on == FRIDAY
    assert edited(opened, grade=Grade.COMPLEX).due_on == date(2026, 12, 7)  # without the day off


def test_an_edit_keeps_what_a_pause_and_an_extension_gave(opened):
    at = datetime(2026, 11, 23, 9)
    ways = (Act.ASSIGN, Act.ASK_EXTENSION, Act.GRANT_EXTENSION, Act.PAUSE)
    for act in ways:
        move_case(opened.id, act, WITH_TIME.get(act, {"note": "请上门"}), somebody(), at)
    move_case(opened.id, Act.RESUME, {}, somebody(), at + timedelta(days=2))
    row = edited(opened, grade=Grade.COMPLEX)
    assert (row.due_days, row.added_days, row.due_on) == (10, 7, date(2026, 12, 15))
    assert [line.split(" ", 1)[1] for line in get_case(opened.id).due_steps[-2:]] == [
        "周一 批准延期，加 5 个工作日，到期日改为12月11日 周五",
        "暂停（待补正），加 2 个工作日，到期日改为12月15日 周二",
    ]


def test_what_was_given_in_an_earlier_round_does_not_count_in_a_later_one(opened):
    at = datetime(2026, 11, 23, 9)
    for act in (Act.ASSIGN, Act.ASK_EXTENSION, Act.GRANT_EXTENSION, Act.PAUSE):
        move_case(opened.id, act, WITH_TIME.get(act, {"note": "请上门"}), somebody(), at)
    move_case(opened.id, Act.RESUME, {}, somebody(), at + timedelta(days=2))
    row = Case.get_by_id(opened.id)
    assert [one.days for one in additions(row)] == [5, 2]
    row.round = 2
    assert additions(row) == []


def test_a_case_that_was_taken_up_again_runs_from_then(opened):
    Case.update(round=2, clock_from=date(2026, 12, 1)).where(Case.id == opened.id).execute()
    row = edited(opened, grade=Grade.COMPLEX)
    assert (row.clock_from, row.due_on) == (date(2026, 12, 1), date(2026, 12, 15))


def test_the_form_tells_the_date_a_correction_would_give(opened):
    """The stored one as long as nothing that it hangs on is touched."""
    a_day_off(date(2026, 11, 24))
    draft = draft_of(opened.id)
    told, days = due_of(draft, opened.id)
    assert (told.day, days, told.steps) == (FRIDAY, 5, get_case(opened.id).due_steps)
    assert any(step.counts for step in told.reckoning)
    changed = replace(draft, grade=Grade.COMPLEX)
    told, days = due_of(changed, opened.id)
    edit_case(opened.id, changed, somebody(), LATER)
    assert (told.day, told.steps) == (get_case(opened.id).due_on, get_case(opened.id).due_steps)


def test_a_stored_doubt_is_read_back(opened):
    Case.update(reckoned(date(2026, 12, 28), 5)).where(Case.id == opened.id).execute()
    told, _ = due_of(draft_of(opened.id), opened.id)
    assert told.provisional
    assert told.steps == get_case(opened.id).due_steps


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@supposing(
    st.dates(date(2023, 1, 1), date(2026, 12, 1)),
    st.integers(0, 20),
    st.lists(st.integers(1, 15), max_size=4),
)
def test_no_case_is_due_earlier_than_the_rule_gives(store, start, days, more):
    """The rule, and every working day that came to it; each has its line in the explanation."""
    added = [Addition(start, start, "暂停", one) for one in more]
    found, calendar = reckoned(start, days, added), work_calendar()
    first = calendar.add(start, days).day
    assert found["due_on"] >= first
    assert calendar.between(first, found["due_on"]) == sum(more) == found["added_days"]
    assert found["due_steps"].count("暂停") == len(more)
