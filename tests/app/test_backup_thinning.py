from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.store.backup_thinning import thin

NOW = datetime.fromisoformat("2026-11-22T08:31:05")

ages = st.integers(min_value=-86_400, max_value=3 * 366 * 86_400)
many = st.sets(ages, max_size=60).map(lambda s: {NOW - timedelta(seconds=one) for one in s})


def every(hours, days):
    return {NOW - timedelta(hours=one) for one in range(0, days * 24, hours)}


def kept(stamps, now=NOW):
    return sorted(stamps - thin(stamps, now))


def test_a_year_of_backups_leaves_a_handful():
    left = kept(every(1, 400))
    assert len([one for one in left if NOW - one <= timedelta(days=2)]) == 49
    assert 60 <= len(left) <= 75


def test_of_an_older_day_the_last_backup_stays():
    day = NOW.replace(day=18)
    stamps = {day.replace(hour=hour) for hour in range(8, 18)} | {NOW}
    assert kept(stamps) == [day.replace(hour=17), NOW]


def test_of_an_older_month_the_last_backup_stays():
    stamps = {NOW.replace(month=5, day=day) for day in range(1, 29)} | {NOW}
    assert kept(stamps) == [NOW.replace(month=5, day=28), NOW]


def test_after_more_than_a_year_only_the_newest_is_left():
    stamps = {NOW.replace(year=2020), NOW.replace(year=2021)}
    assert kept(stamps) == [NOW.replace(year=2021)]


def test_a_backup_of_a_clock_that_ran_ahead_stays():
    assert thin({NOW, NOW + timedelta(hours=3)}, NOW) == set()


def test_nothing_to_thin_is_no_trouble():
    assert thin([], NOW) == set()


@given(many)
def test_the_newest_is_never_deleted(stamps):
    assert not stamps or max(stamps) not in thin(stamps, NOW)


@given(many)
def test_thinning_twice_deletes_nothing_more(stamps):
    assert thin(set(kept(stamps)), NOW) == set()


@given(many)
def test_only_what_is_there_is_deleted_and_two_days_stay_whole(stamps):
    gone = thin(stamps, NOW)
    assert gone <= stamps
    assert all(NOW - one > timedelta(days=2) for one in gone)


@given(many, st.lists(st.integers(min_value=0, max_value=40 * 86_400), max_size=12))
def test_thinning_as_time_passes_keeps_the_last_of_every_recent_month(stamps, steps):
    """Thinned again and again, as in life, no month is lost that thinning once would keep."""
    now, left = NOW, set(stamps)
    for step in (*steps, 0):
        now += timedelta(seconds=step)
        left -= thin(left, now)
    months = {(one.year, one.month) for one in stamps - thin(stamps, now)}
    assert months == {(one.year, one.month) for one in left}
