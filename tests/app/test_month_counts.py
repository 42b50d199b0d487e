"""The month's figures against a second, slow and obvious way of counting them."""

from collections import Counter
from datetime import datetime, timedelta
from random import Random

import pytest

from app.month import report_month
from app.month.breakdowns import breakdowns, count_groups
from app.month.definitions import DEFINITIONS
from app.month.figures import count
from app.month.period import Period, month_of
from models import Case, Reception, database
from models.choices import Ending
from tests.app.obvious_month import Everything, Slowly
from tests.app.random_months import FIRST, NOW, RandomStore, furnish

STORES, PIECES = 1_000, 20
EVERY_GROUP, EVERY_REPORT = 8, 80  # of so many stores one is looked at so closely


@pytest.fixture
def centre(store):
    furnish()


def midnight(year, month):
    return datetime(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def a_period(chance):
    """A month, or a year up to the end of a month."""
    year, month = chance.choice(((2025, chance.randrange(8, 13)), (2026, chance.randrange(1, 12))))
    first = midnight(year, month).date()
    until = month_of(first, NOW).until
    return Period(first.replace(month=1) if chance.random() < 0.3 else first, until)


@pytest.mark.parametrize("piece", range(PIECES))
def test_every_figure_is_what_a_slow_count_finds(centre, piece):
    for seed in range(piece, STORES, PIECES):
        chance = Random(seed)
        with database.atomic() as trial:
            RandomStore(chance, FIRST, NOW).fill(chance.choice((1, 2, 6)))
            period = a_period(chance)
            slowly = Slowly(Everything(), period.start, period.until)
            told = f"seed {seed}, {period}"
            counted = count(period)
            shares = {one.name: one.of(counted) for one in DEFINITIONS}
            found = {name: (one.part, one.whole) for name, one in shares.items()}
            assert found == slowly.figures(), told
            if seed % EVERY_GROUP == 0:
                assert grouped(count_groups(period)) == slowly.groups(), told
            if seed % EVERY_REPORT == 0:
                check_report(chance.choice((2025, 2026)), chance.randrange(9, 12), told)
            trial.rollback()


def grouped(counted):
    """As the slow count tells it: nothing of what nobody has."""
    sets = (counted.received, counted.completed, counted.kept, counted.due)
    names = [one.name for one in breakdowns(counted, None, None, counted)]
    return {name: tuple(one[at] for one in sets) for at, name in enumerate(names)}


def said(measures, which):
    return {
        one.name: (share.part, share.whole) if (share := getattr(one, which)) else None
        for one in measures
    }


def check_report(year, month, told):
    """Each figure stands beside those it is compared with, and the lists tell of the same cases."""
    report, everything = report_month(year, month, NOW), Everything()
    start, until = midnight(year, month), min(midnight(year, month + 1), NOW + timedelta(seconds=1))
    assert said(report.measures, "now") == Slowly(everything, start, until).figures(), told
    so_far = Slowly(everything, datetime(year, 1, 1), until).figures()
    assert said(report.measures, "year") == so_far, told
    begun = min([one.received_at for one in Case.select()] + [one.at for one in Reception.select()])
    for which, first, after in (
        ("before", midnight(year, month - 1), start),
        ("last_year", midnight(year - 1, month), midnight(year - 1, month + 1)),
    ):
        expected = Slowly(everything, first, after).figures()
        known = expected if begun < after else dict.fromkeys(expected)
        assert said(report.measures, which) == known, told
    check_ledger(report, Slowly(everything, start, until), told)


def check_ledger(report, slowly, told):
    rounds = slowly.all.rounds
    open_then = {one.case.id for one in rounds if one.open_at(slowly.start)}
    again = {one.case.id for one in rounds if one.number > 1 and slowly.inside(one.begun)}
    before = {one.id for one in slowly.all.cases.values() if one.received_at < slowly.start}
    numbers = {f"BBC-{one}" for one in (open_then | again) & before}
    assert {row.number for row in report.carried} == numbers, told
    rows = (*report.ledger, *report.carried)
    left = {f"BBC-{one.case.id}" for one in rounds if one.open_at(slowly.until)}
    late = [one for one in rounds if one.open_at(slowly.until) and slowly.is_late(one)]
    standing = Counter(row.standing.value for row in rows)
    assert {row.number for row in rows if row.standing in {"办理中", "已逾期"}} == left, told
    assert standing["已逾期"] == len(late), told
    ended = {row.number: row for row in rows if row.completed_on}
    last = {
        f"BBC-{one.case.id}": one
        for one in sorted(rounds, key=lambda one: one.number)
        if one.begun < slowly.until
    }
    for number, row in ended.items():
        one = last[number]
        assert (row.completed_on, row.ending) == (one.concluded.date(), one.ending.label), told
        assert row.due_on == one.due_on, told
    assert report.cross.count() == len(report.ledger)
    assert report.months[-1].received == len(report.ledger)
    assert report.months[-1].completed == report.figure("办结（件）").now.part
    assert sum(report.figure(one.label).now.part for one in Ending) == report.months[-1].completed
