"""Every clock beside the case's own, by a wall calendar of November 2026 (the 20th is a Friday)."""

from datetime import date, datetime

import pytest

from app.deadlines import clocks
from app.deadlines.time_rules import TimeRulesRecord, UnitDays

OWN = 7  # the unit that has days of its own
FRIDAY, SATURDAY = datetime(2026, 11, 20, 16, 0), datetime(2026, 11, 21, 10, 0)


def rules(**changes):
    made = {"id": 1, "made_at": FRIDAY, "made_by": "王芳"}
    return TimeRulesRecord(**(made | changes))


@pytest.mark.parametrize(
    ("clock", "at", "changes", "day"),
    [
        (clocks.sign_by, FRIDAY, {}, 23),
        (clocks.sign_by, FRIDAY, {"sign": 2}, 24),
        (clocks.contact_by, FRIDAY, {}, 20),
        (clocks.contact_by, SATURDAY, {}, 23),
        (clocks.inform_by, FRIDAY, {}, 23),
        (clocks.inform_by, SATURDAY, {}, 23),
        (clocks.follow_up_by, FRIDAY, {}, 27),
        (clocks.rework_by, FRIDAY, {"rework": 3}, 25),
        (clocks.reopen_until, FRIDAY, {"reopen": 5}, 27),
    ],
)
def test_a_step_is_due_in_working_days_from_what_happened(store, clock, at, changes, day):
    assert clock(rules(**changes), at) == date(2026, 11, day)


@pytest.mark.parametrize(
    ("unit", "own", "case_due", "day"),
    [
        (None, 3, 30, 30),
        (1, 3, 30, 30),
        (OWN, 3, 30, 25),
        (OWN, 3, 24, 24),
        (OWN, 0, 30, 23),
        (1, 3, 18, 23),
    ],
)
def test_a_unit_answers_in_its_own_days_and_before_the_citizen_is_due_an_answer(
    store, unit, own, case_due, day
):
    made = rules(units=(UnitDays(OWN, "派出所", own),))
    assert clocks.share_due(made, unit, date(2026, 11, case_due), FRIDAY) == date(2026, 11, day)
