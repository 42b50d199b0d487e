from datetime import date

import pytest

from app.deadlines.calendar import SpecialDay, due, list_days, save_year, year_to_enter
from app.errors import Invalid


@pytest.mark.parametrize(
    ("today", "year"),
    [
        (date(2026, 11, 30), None),
        (date(2026, 12, 1), 2027),
        (date(2027, 1, 4), 2027),
        (date(2025, 12, 31), None),
    ],
)
def test_in_december_the_next_year_is_asked_for(store, today, year):
    assert year_to_enter(today) == year


def test_a_year_that_was_entered_is_no_longer_provisional_nor_asked_for(store):
    assert due(date(2027, 1, 4), 5).provisional
    save_year(2027, [SpecialDay(date(2027, 1, 9), working=True, note="元旦")], "通知")
    reckoned = due(date(2027, 1, 4), 5)
    assert (reckoned.day, reckoned.provisional) == (date(2027, 1, 9), False)
    assert year_to_enter(date(2026, 12, 1)) is None


@pytest.mark.parametrize(
    "days",
    [
        [SpecialDay(date(2028, 1, 1), working=False, note="元旦")],
        [SpecialDay(date(2027, 1, 1), working=False, note="元旦")] * 2,
    ],
)
def test_a_wrong_table_leaves_the_year_as_it_was(store, days):
    with pytest.raises(Invalid):
        save_year(2027, days, "通知")
    assert list_days(2027) == []
