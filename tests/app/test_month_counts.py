"""The month's figures against a second, slow and obvious way of counting them."""

from collections import Counter
from datetime import date, datetime, time, timedelta
from random import Random

import pytest

from app.calendar import work_calendar
from app.month import report_month
from models import Case, Reception, database
from models.choices import Ending, Method, Status
from tests.app.month_stores import fill_at_random, found_centre

OPEN = {Status.REGISTERED, Status.HANDLING}
DROPPED = {Status.REFUSED, Status.WITHDRAWN}
NOW = datetime(2026, 11, 22, 8, 31, 5)
FIRST, LAST = date(2025, 8, 20), date(2026, 11, 21)


@pytest.fixture
def centre(store):
    found_centre()


def worked(came, went):
    """Day by day."""
    days = 0
    while came < went:
        came += timedelta(days=1)
        days += work_calendar().is_working(came)
    return days


def midnight(year, month):
    return datetime(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def slowly(start, until):
    """Every figure of the period by looking at every case there is."""
    cases = list(Case.select())
    came = [one for one in cases if start <= one.received_at < until]
    went = [one for one in cases if one.concluded_at and start <= one.concluded_at < until]
    due = [
        one
        for one in cases
        if one.status not in DROPPED
        and start <= datetime.combine(one.due_on, time())
        and datetime.combine(one.due_on + timedelta(days=1), time()) <= until
    ]
    kept = [one for one in due if one.concluded_at and one.concluded_at.date() <= one.due_on]
    days = [worked(one.received_at.date(), one.concluded_at.date()) for one in went]
    same = [one for one in went if one.received_at.date() == one.concluded_at.date()]
    left = open_at(cases, until)
    methods = Counter(one.method for one in went)
    endings = Counter(one.ending for one in went)
    n, d = len(came), len(went)
    return {
        "接待（人次）": (sum(start <= one.at < until for one in Reception.select()), None),
        "期初在办（件）": (len(open_at(cases, start)), None),
        "受理（件）": (n, None),
        "不予受理、撤回": (sum(one.status in DROPPED for one in came), None),
        "办结（件）": (d, None),
        **{f"{method.label}办结": (methods[method], None) for method in Method},
        **{ending.label: (endings[ending], None) for ending in Ending},
        "期末在办（件）": (len(left), None),
        "已逾期": (sum(worked(one.due_on, until.date()) > 0 for one in left), None),
        "最长用时（工作日）": (max(days, default=None), None),
        "平均用时（工作日）": (sum(days), d),
        "办结率": (sum(done_by(one, until) for one in came), n),
        "按时办结率": (len(kept), len(due)),
        "当天办结率": (len(same), d),
        "办成率": (endings[Ending.DONE], d),
    }


def done_by(one, moment):
    return one.concluded_at is not None and one.concluded_at < moment


def open_at(cases, moment):
    return [
        one
        for one in cases
        if one.received_at < moment and one.status not in DROPPED and not done_by(one, moment)
    ]


def said(measures, which):
    return {
        one.name: (share.part, share.whole) if (share := getattr(one, which)) else None
        for one in measures
    }


@pytest.mark.parametrize("batch", range(10))
def test_every_figure_is_what_a_slow_count_finds(centre, batch):
    for seed in range(batch * 20, batch * 20 + 20):
        chance = Random(seed)
        with database.atomic() as trial:
            fill_at_random(chance, FIRST, LAST, chance.choice((1, 5, 40)))
            check(chance.choice((2026, 2026, 2025)), chance.randrange(8, 12))
            trial.rollback()


def check(year, month):
    report = report_month(year, month, NOW)
    start, until = midnight(year, month), min(midnight(year, month + 1), NOW + timedelta(seconds=1))
    measures = report.measures
    assert said(measures, "now") == slowly(start, until)
    assert said(measures, "year") == slowly(datetime(year, 1, 1), until)
    begun = min([one.received_at for one in Case.select()] + [one.at for one in Reception.select()])
    for which, first, after in (
        ("before", midnight(year, month - 1), start),
        ("last_year", midnight(year - 1, month), midnight(year - 1, month + 1)),
    ):
        expected = slowly(first, after) if begun < after else dict.fromkeys(slowly(first, after))
        assert said(measures, which) == expected
    assert len(report.ledger) == report.figure("受理（件）").now.part
    assert len(report.carried) == report.figure("期初在办（件）").now.part
    check_ledger(report, until)


def check_ledger(report, until):
    """The lists tell of the same cases as the figures."""
    rows = (*report.ledger, *report.carried)
    completed = [row for row in rows if row.completed_on]
    assert len(completed) == report.figure("办结（件）").now.part
    assert sum(row.days for row in completed) == report.figure("平均用时（工作日）").now.part
    assert sum(row.standing in {"办理中", "已逾期"} for row in rows) == (
        report.figure("期末在办（件）").now.part
    )
    assert sum(row.standing == "已逾期" for row in rows) == report.figure("已逾期").now.part
    assert Counter(row.ending for row in completed) == Counter(
        {
            ending.label: report.figure(ending.label).now.part
            for ending in Ending
            if report.figure(ending.label).now.part
        }
    )
    assert report.cross.count() == len(report.ledger)
    for unit in report.cross.units:
        assert report.cross.count(unit=unit) == sum(row.lead == unit for row in report.ledger)
    assert report.months[-1].received == len(report.ledger)
    assert report.months[-1].completed == len(completed)
