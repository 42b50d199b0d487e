"""A clash is refused, over the whole span with the way there, and names the other booking."""

from datetime import date, time

import pytest

from app.visits.booked import About, bookings
from app.visits.booking import surroundings
from app.visits.detail import get_visit
from app.visits.planning import Clashing, PlanDraft, look
from models.choices import VisitAct
from tests import makers, visiting
from tests.makers import NOW
from tests.visiting import MORNING, WEDNESDAY, crew, kit, planned, requested

TODAY = NOW.date()
SATURDAY = date(2026, 11, 28)


@pytest.fixture(autouse=True)
def first(store):
    """石门村, Wednesday 09:30 to 10:10, by 陈浩 and 周敏 with the first kit."""
    makers.furnish()
    visiting.furnish()
    visit = requested()
    return planned(visit, crew(), starts=time(9, 30), kits=(kit(),))


def someone(village="竹溪村", **changes) -> int:
    """A request of somebody else."""
    made = {"served": makers.wife(name="夏明", id_number="", phone="10012345670")}
    return requested(**(made | {"village": village} | changes))


def found(starts, village="竹溪村", helpers=None, day=WEDNESDAY, minutes=None, kits=(), visit=None):
    """What is against a plan, as kind and sentence."""
    wanted = PlanDraft(
        day=day, starts=starts, minutes=minutes, helpers=helpers or crew(), kits=kits
    )
    looked = look(visit or someone(village), wanted, TODAY)
    return [(one.about, one.sentence) for one in looked.clashes]


@pytest.mark.parametrize(
    ("starts", "village", "minutes", "clashes"),
    [
        (time(9, 30), "石门村", 10, 2),  # the same span, of both of the crew
        (time(9, 0), "石门村", 30, 2),  # no minute between the two
        (time(9, 0), "石门村", 25, 0),  # five minutes within a village
        (time(10, 10), "石门村", 10, 2),
        (time(10, 14), "石门村", 10, 2),
        (time(10, 15), "石门村", 10, 0),
        (time(10, 34), "竹溪村", 10, 2),  # the table says 25 minutes
        (time(10, 35), "竹溪村", 10, 0),
        (time(10, 29), "柳林村", 10, 2),  # not in the table: 20
        (time(10, 30), "柳林村", 10, 0),
        (time(10, 29), "没有这个村", 10, 2),
        (time(8, 55), "竹溪村", 11, 2),  # nor is there time to get to the first from here
        (time(8, 55), "竹溪村", 10, 0),
    ],
)
def test_the_way_there_counts(starts, village, minutes, clashes):
    assert len(found(starts, village, minutes=minutes)) == clashes


def test_the_message_names_the_other_booking(first):
    number = get_visit(first, TODAY).number
    (about, said), _ = found(time(10, 0))
    assert about is About.HELPER
    assert said == (f"陈浩11月25日（周三）09:30—10:10已定去石门村（{number}），不能同时去竹溪村。")
    (_, said), _ = found(time(10, 20))
    assert said == (
        f"陈浩11月25日（周三）10:10在石门村才完，到竹溪村要 25 分钟，10:20赶不到。（{number}）"
    )


def test_a_kit_is_booked_like_a_person(first):
    others = crew("李强", "王丽", team="乙组")
    assert found(time(9, 40), helpers=others) == []
    assert [about for about, _ in found(time(9, 40), helpers=others, kits=(1,))] == [About.KIT]
    assert found(time(9, 40), helpers=others, kits=(kit("2 号采集箱"),)) == []


def test_nobody_is_visited_twice_at_once(first):
    again = requested()  # the same woman
    others = crew("李强", "王丽", team="乙组")
    clashing = found(time(9, 40), helpers=others, visit=again)
    assert [about for about, _ in clashing] == [About.CITIZEN]
    assert clashing[0][1].startswith("刘**11月25日（周三）09:30—10:10已约了另一次上门")
    assert found(time(10, 10), helpers=others, visit=again) == []  # they need no way


def test_a_plan_is_not_in_its_own_way(first):
    assert found(time(9, 40), "石门村", visit=first, kits=(1,)) == []


@pytest.mark.parametrize(
    ("begin", "end", "absent"),
    [
        (time(10, 0), time(11, 0), True),
        (time(11, 20), time(17, 0), False),
        (time(8, 0), time(10, 36), True),  # on the way already
        (time(8, 0), time(10, 35), False),
    ],
)
def test_leave_counts_with_the_way_there(begin, end, absent):
    others = crew("李强", "王丽", team="乙组")
    visiting.away(others[1], begin, end)
    said = found(time(11, 0), minutes=20, helpers=others)
    assert [about for about, _ in said] == [About.LEAVE] * absent
    if absent:
        assert said[0][1] == f"王丽11月25日{begin:%H:%M}—{end:%H:%M}不在（培训）。"


@pytest.mark.parametrize(
    ("day", "abouts"),
    [
        (SATURDAY, [About.CALENDAR]),
        (date(2027, 1, 1), [About.CALENDAR]),
        (date(2026, 11, 27), []),
    ],
)
def test_nobody_goes_on_a_day_off(day, abouts):
    assert [about for about, _ in found(time(9, 30), day=day)] == abouts


def test_a_saturday_that_is_worked_is_a_working_day(store):
    swapped = date(2026, 10, 10)
    wanted = PlanDraft(day=swapped, half=MORNING, helpers=crew())
    assert look(someone(), wanted, date(2026, 10, 9)).clashes == ()


@pytest.mark.parametrize(
    ("starts", "minutes", "said"),
    [
        (time(8, 40), 10, "从中心去要 25 分钟，08:15 就要出发，上午 08:30 才上班。"),
        (time(11, 0), 31, "要到 11:31 才完，上午 11:30 就下班了。"),
        (time(16, 50), 20, "要到 17:10 才完，下午 17:00 就下班了。"),
    ],
)
def test_hours_are_kept(starts, minutes, said):
    others = crew("李强", "王丽", team="乙组")
    assert found(starts, minutes=minutes, helpers=others) == [(About.HOURS, said)]


def test_a_clash_is_refused_and_nothing_is_lost(first):
    visit, before = someone(), bookings(WEDNESDAY)
    with pytest.raises(Clashing) as refused:
        planned(visit, crew(), starts=time(10, 0))
    assert [one.other for one in refused.value.clashes] == [first, first]
    assert "仍要这样安排的，写明理由" in refused.value.problems["override"]
    assert bookings(WEDNESDAY) == before


def test_with_a_reason_it_is_planned_and_that_is_on_record(first):
    visit = planned(someone(), crew(), starts=time(10, 0), override="民警一个人去就行")
    told = get_visit(visit, TODAY).history[0]
    assert (told.act, told.reason) == (VisitAct.OVERRIDE, "民警一个人去就行")
    assert "已定去石门村" in told.note
    assert len(bookings(WEDNESDAY)) == 2


def test_what_is_read_of_a_day_is_of_that_day_alone(first):
    assert list(surroundings(date(2026, 11, 26)).days) == []
    assert [one.visit_id for one in surroundings(WEDNESDAY).days[WEDNESDAY]] == [first]
