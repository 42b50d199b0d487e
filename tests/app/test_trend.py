from datetime import date, datetime, timedelta
from random import Random

import pytest

from app.desk.trend import Trend, trend
from models import Case
from models.choices import Ending, Status
from tests.makers import case, furnish

TODAY = date(2026, 11, 22)


def slowly(today):
    """Month by month, case by case."""
    months = []
    year, month = today.year, today.month
    for _ in range(12):
        months.append((year, month))
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    months.reverse()
    cases = list(Case.select())

    def counted(moment):
        moments = [getattr(one, moment) for one in cases if getattr(one, moment)]
        return tuple(sum((at.year, at.month) == each for at in moments) for each in months)

    return Trend(
        tuple(date(*each, 1) for each in months), counted("received_at"), counted("concluded_at")
    )


@pytest.mark.parametrize("seed", range(3))
def test_the_months_are_those_of_a_slow_count(store, seed):
    furnish()
    draw = Random(seed)
    for _ in range(40):
        received = datetime(2026, 11, 22, 9) - timedelta(hours=draw.randrange(24 * 500))
        opened = case(received_at=received, first_applied_on=None)
        if draw.random() < 0.6:
            concluded = received + timedelta(hours=draw.randrange(24 * 90))
            Case.update(concluded_at=concluded, ending=Ending.DONE, status=Status.CONCLUDED).where(
                Case.id == opened.id
            ).execute()
    for today in (TODAY, date(2026, 1, 31), date(2025, 12, 31)):
        assert trend(today) == slowly(today)


@pytest.mark.parametrize(
    "moment",
    [datetime(2026, 10, 31, 23, 59, 59, 999999), datetime(2026, 11, 1), datetime(2025, 12, 1)],
)
def test_a_month_ends_at_midnight(store, moment):
    furnish()
    case(received_at=moment)
    assert trend(TODAY) == slowly(TODAY)
    assert sum(trend(TODAY).received) == 1


def test_an_empty_store_has_twelve_months_of_nothing(store):
    empty = trend(TODAY)
    assert (empty.months[0], empty.months[-1]) == (date(2025, 12, 1), date(2026, 11, 1))
    assert (empty.received, empty.completed, empty.fewer) == ((0,) * 12, (0,) * 12, 0)


@pytest.mark.parametrize(
    ("received", "fewer"),
    [
        ((0, 0, 0, 0, 0, 4, 5, 6, 1, 2, 3, 9), 9),  # May to July 15, August to October 6
        ((0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 0), -3),
        ((9, 9, 9, 9, 9, 0, 0, 0, 2, 2, 2, 0), 0),
    ],
)
def test_three_whole_months_are_compared_with_the_three_before(received, fewer):
    assert Trend((TODAY,) * 12, received, received).fewer == fewer
