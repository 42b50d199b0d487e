"""What the page of statistics tells, against the slow and obvious count of the month's figures."""

from collections import Counter
from datetime import date, datetime, time, timedelta
from random import Random

import pytest

from app.cases.case_list import case_ids
from app.month import report_month
from app.statistics.gone_to import list_gone
from app.statistics.listing import why_fewer
from app.statistics.seeing import see_statistics
from app.statistics.spans import Span, Stretch, problems, span_of
from app.statistics.story import NOTHING, story
from models import Case, Party, Rating, Visit, database
from models.choices import Cause
from tests.app.month_stores import add_case, found_centre
from tests.app.obvious_month import Everything, Slowly, in_time
from tests.app.random_months import FIRST, NOW, RandomStore, furnish

TODAY = NOW.date()
STORES = 36


@pytest.fixture
def centre(store):
    furnish()


class OfVillage(Everything):
    """All there is of the cases of one village."""

    def __init__(self, village):
        super().__init__()
        people = {one.id for one in Party.select() if one.village_id == village}
        self.cases = {key: one for key, one in self.cases.items() if _served(one) in people}
        self.rounds = [one for one in self.rounds if one.case.id in self.cases]
        for table, rows in self.of.items():
            self.of[table] = [one for one in rows if one.case_id in self.cases]
        self.rest[Visit] = [one for one in self.rest[Visit] if one.served_id in people]


def _served(case):
    return case.beneficiary_id or case.applicant_id


def a_span(chance):
    first = FIRST + timedelta(days=chance.randrange(400))
    if chance.random() < 0.4:
        first = first.replace(day=1)
    return Span(first, min(first + timedelta(days=chance.choice((0, 29, 30, 90, 364))), TODAY))


def slow_count(span, village):
    everything = OfVillage(village) if village else Everything()
    until = min(datetime.combine(span.after, time()), NOW + datetime.resolution)
    return Slowly(everything, datetime.combine(span.first, time()), until)


def numbers(named):
    return Counter({one.name: one.received.number for one in named if one.received.number})


@pytest.mark.parametrize("piece", range(3))
def test_every_figure_is_what_a_slow_count_finds(centre, piece):
    for seed in range(piece, STORES, 3):
        chance = Random(seed)
        with database.atomic() as trial:
            RandomStore(chance, FIRST, NOW).fill(12)
            span, village = a_span(chance), chance.choice((None, None, 1, 2))
            seen, slowly = see_statistics(span, village, NOW), slow_count(span, village)
            told = f"seed {seed}, {span}, {village}"
            check_figures(seen, slowly.figures(), told)
            check_groups(seen, slowly, told)
            check_months(seen, village, told)
            check_cases(seen, slowly, told)
            trial.rollback()


def check_figures(seen, slow, told):
    assert (seen.received, seen.concluded) == (slow["受理（件）"][0], slow["办结（件）"][0]), told
    assert (seen.due.part, seen.due.whole) == slow["按时办结率"], told
    trips = seen.trips
    assert (trips.before, trips.told.number) == slow["受理前跑动（次）"], told
    assert (trips.after, trips.told.number) == slow["受理后跑动（次）"], told
    assert trips.told.number + trips.untold.number == seen.concluded, told
    assert (seen.opinions.good, seen.opinions.share.whole) == slow["满意率"], told
    assert seen.opinions.unrated.number == slow["未评价（件）"][0], told
    assert (seen.visits.share.part, seen.visits.share.whole) == slow["上门办成率"], told


def check_groups(seen, slowly, told):
    groups = slowly.groups()
    for named, name in ((seen.causes, "成因"), (seen.natures, "性质"), (seen.grades, "难度")):
        assert numbers(named) == groups[name][0], (told, name)
    kept, due = groups["单位"][2:]
    assert {one.unit: one.share.part for one in seen.units} == {one: kept[one] for one in due}, told
    assert {one.unit: one.share.whole for one in seen.units} == dict(due), told


def check_months(seen, village, told):
    """Month after month; of the last one as far as the stretch goes."""
    assert len(seen.months) in (12, 13), told
    for one in seen.months:
        last = (one.first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        span = Span(one.first, min(last, seen.span.last))
        slow = slow_count(span, village).figures()
        found = one.received.number, one.concluded.number
        assert found == (slow["受理（件）"][0], slow["办结（件）"][0]), (told, one.first)


def check_cases(seen, slowly, told):
    """Behind every bar are the cases it was counted of; one of two rounds is there once."""

    def listed(tally):
        return set(case_ids(tally.opens, TODAY))

    rounds = slowly.all.rounds
    for one in (*seen.causes, *seen.natures, *seen.grades):
        assert len(listed(one.received)) == one.received.number, (told, one.name)
    due = [one for one in rounds if slowly.was_due(one)]
    unit = slowly.ways()["单位"]
    for one in seen.units:
        theirs = [each for each in due if unit(each.case) == one.unit]
        assert listed(one.kept) == {each.case.id for each in theirs if in_time(each)}, told
        assert listed(one.late) == {each.case.id for each in theirs if not in_time(each)}, told
    over = [one for one in rounds if slowly.inside(one.concluded)]
    tells = {one.case.id for one in over if one.trips_after is not None}
    assert listed(seen.trips.told) == tells, told
    assert listed(seen.opinions.unrated) == {
        one.case.id for one in over if not slowly.rated(one)
    }, told
    for stars, tally in seen.opinions.stars:
        words = [one for one in slowly.all.of[Rating] if slowly.counts(one)]
        said = {one.case_id for one in words if slowly.inside(one.at) and one.stars is stars}
        assert listed(tally) == said, (told, stars)
    for outcome, tally in seen.visits.outcomes:
        assert len(list_gone(tally.opens)) == tally.number, (told, outcome)
    fewer = len(tells) < seen.trips.told.number
    assert bool(why_fewer(seen.trips.told, TODAY)) == fewer, told


def test_a_month_is_told_as_its_report_tells_it(centre):
    RandomStore(Random(7), FIRST, NOW).fill(40)
    seen = see_statistics(Span(date(2026, 9, 1), date(2026, 9, 30)), None, NOW)
    report = report_month(2026, 9, NOW)
    assert seen.received == report.figure("受理（件）").now.part
    assert seen.due == report.figure("按时办结率").now
    assert seen.opinions.share == report.figure("满意率").now
    assert [one.received.number for one in seen.months] == [one.received for one in report.months]
    assert seen.visits.trips == report.visits.trips
    assert seen.visits.people == report.visits.people


@pytest.mark.parametrize(
    ("stretch", "first", "last", "said"),
    [
        (Stretch.THIS_MONTH, date(2026, 11, 1), TODAY, "2026-11-01至2026-11-22"),
        (Stretch.THREE_MONTHS, date(2026, 9, 1), TODAY, "2026-09-01至2026-11-22"),
        (Stretch.TWELVE_MONTHS, date(2025, 12, 1), TODAY, "2025-12-01至2026-11-22"),
        (Stretch.THIS_YEAR, date(2026, 1, 1), TODAY, "2026-01-01至2026-11-22"),
        (Stretch.LAST_YEAR, date(2025, 1, 1), date(2025, 12, 31), "2025年"),
    ],
)
def test_the_stretches_are_those_people_ask_for(stretch, first, last, said):
    found = span_of(stretch, TODAY)
    assert (found.first, found.last, str(found)) == (first, last, said)


@pytest.mark.parametrize(
    ("first", "last", "wrong"),
    [
        (date(2026, 9, 1), date(2026, 9, 30), set()),
        (None, date(2026, 9, 30), {"first"}),
        (date(2026, 9, 1), None, {"last"}),
        (date(2026, 11, 23), date(2026, 12, 1), {"first"}),
        (date(2026, 9, 2), date(2026, 9, 1), {"last"}),
    ],
)
def test_a_stretch_that_cannot_be_counted_is_said_so(first, last, wrong):
    assert set(problems(first, last, TODAY)) == wrong


def test_a_year_of_two_has_all_its_months_and_more_are_left_out(store):
    found_centre()
    two = see_statistics(Span(date(2025, 1, 1), date(2026, 10, 31)), None, NOW)
    assert (len(two.months), two.months[0].first) == (22, date(2025, 1, 1))
    many = see_statistics(Span(date(2022, 1, 1), TODAY), None, NOW)
    assert (len(many.months), many.months[-1].first) == (24, date(2026, 11, 1))


def test_fewer_than_a_year_before_is_good_news(store):
    found_centre()
    for day in (3, 4, 30):
        add_case(datetime(2025, 11, day, 9))
    add_case(datetime(2026, 11, 5, 9))
    seen = see_statistics(span_of(Stretch.THIS_MONTH, TODAY), None, NOW)
    assert seen.since is None  # of November 2025 not all is known: the first case came on the 3rd
    add_case(datetime(2025, 10, 31, 9))
    seen = see_statistics(span_of(Stretch.TWELVE_MONTHS, TODAY), None, NOW)
    said = (seen.since.now, seen.since.before)
    assert (seen.since.first, said) == (date(2026, 11, 1), (1, 2))  # not that of the 30th
    (good,) = [one for one in story(seen) if one.good]
    assert good.text == "2026年11月以来比去年同期少 1 件（2→1），常规窗口更好办了。"
    assert seen.months[-1].year_before == 2
    assert seen.months[-2].year_before is None  # of October it is not known
    Case.update(trips=3).execute()
    Case.update(trips=4).where(Case.received_at > datetime(2026, 11, 1)).execute()
    ran_more = story(see_statistics(span_of(Stretch.TWELVE_MONTHS, TODAY), None, NOW))
    assert not any(one.good for one in ran_more)
    assert ran_more[1].text.endswith(
        "来之前却多跑了（平均 3.0→4.0 次），要查是不是有人还没来反映。"
    )


def test_more_than_a_year_before_is_told_without_blame(store):
    found_centre()
    add_case(datetime(2025, 10, 1, 9))
    add_case(datetime(2026, 11, 5, 9), concluded_at=datetime(2026, 11, 6, 9))
    told = story(see_statistics(span_of(Stretch.THIS_MONTH, TODAY), None, NOW))
    assert [one.text for one in told][:2] == [
        "收 1 件，办结 1 件；到期的里按时办结 1/1（100.0%）。",
        "比去年同期多 1 件（0→1）。",
    ]
    assert not any(one.good for one in told)


def test_where_a_year_is_no_measure_the_last_whole_months_are(store):
    found_centre()
    for month, number in ((5, 2), (6, 2), (7, 1), (8, 1), (10, 1), (11, 9)):
        for day in range(1, number + 1):
            add_case(datetime(2026, month, day, 9))
    running = story(see_statistics(span_of(Stretch.THIS_YEAR, TODAY), None, NOW))
    assert [one.text for one in running if one.good] == [
        "近 3 个整月比前 3 个月少收 3 件，更好办了。"  # August to October 2, May to July 5
    ]
    over = story(see_statistics(Span(date(2026, 1, 1), date(2026, 10, 31)), None, NOW))
    assert not any(one.good for one in over)


def test_a_stretch_without_cases_is_good_news(store):
    found_centre()
    told = story(see_statistics(span_of(Stretch.THIS_MONTH, TODAY), None, NOW))
    assert [(one.text, one.good) for one in told] == [(NOTHING, True)]


def test_what_a_bar_stands_for_is_said_in_words(store):
    found_centre()
    add_case(datetime(2026, 10, 1, 9), cause=Cause.DATA)
    add_case(datetime(2026, 10, 2, 9), cause=None)
    seen = see_statistics(Span(date(2026, 10, 1), date(2026, 10, 31)), None, NOW)
    said = [str(one.received.opens.counted) for one in (seen.causes[0], seen.causes[-1])]
    assert said == ["2026年10月受理，部门间数据传输不及时", "2026年10月受理，未填"]
