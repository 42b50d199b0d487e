"""A village's list of people is read, and a round of them changed by hand before it is booked."""

import time
from datetime import date, timedelta

import pytest

from app.errors import AppError
from app.visits.booked import bookings
from app.visits.pasted_people import Common, read_people
from app.visits.rearranging import (
    Slot,
    move_in_round,
    slot_of,
    slots_for,
    take_out,
    trips_of,
    why_left,
)
from app.visits.rounds import book_round, lay_out, request_all
from app.visits.ways import the_ways
from models import Visit
from models.choices import HalfDay, Need, VisitKind, VisitStatus
from tests import makers, visiting
from tests.app.obvious import sound
from tests.app.test_visit_double_booking import as_stop
from tests.app.test_visit_rounds import many, somebody
from tests.conftest import TODAY
from tests.makers import NOW, resident
from tests.visiting import AFTERNOON, MORNING, WEDNESDAY, crew

MONDAY = date(2026, 11, 23)
HER = resident("33010619520315122")
CERTIFY = Common(matter="高龄津贴认证", phone="05706001234", consent=True)


@pytest.fixture(autouse=True)
def who(store):
    made = makers.furnish()
    visiting.furnish()
    return made


def read(text, common=CERTIFY):
    return read_people(text, common, TODAY)


@pytest.mark.parametrize(
    "text",
    [
        f"周玉兰\t{HER}\t10012345678\t石门村\t3组12号\t残疾",
        f"序号\t姓名\t身份证号\t联系电话\t所在村\t家庭住址\t人员类别\n1\t周玉兰\t{HER}\t10012345678\t石门村\t3组12号\t残疾人",
        f"1\t周玉兰\t石门村\t3组12号\t'{HER}\t10012345678.0\t残疾",
        f"周玉兰 石门村 3组12号 {HER} 10012345678 残疾",
    ],
)
def test_a_person_is_understood_however_they_stand_in_excel(text):
    (one,) = read(text)
    assert (one.problem, one.title) == ("", "周玉兰")
    served = one.draft.served
    assert (served.village, served.address, served.needs) == (
        "石门村",
        "3组12号",
        (Need.DISABLED,),
    )
    assert (one.draft.kind, one.draft.matter, one.draft.phone) == (
        VisitKind.CERTIFY,
        "高龄津贴认证",
        "",
    )
    assert "10012345678" not in one.told


def test_whoever_has_no_phone_is_reached_by_that_of_the_list():
    (one,) = read(f"周玉兰\t{HER}\t石门村")
    assert (one.problem, one.draft.phone) == ("", "05706001234")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{HER}\t石门村", "请填写姓名"),
        (
            f"周玉兰\t{HER[:-1]}{(int(HER[-1]) + 1) % 10 if HER[-1].isdigit() else 1}\t石门村",
            "校验码",
        ),
        (f"周玉兰\t{HER}", "请选村社"),
        ("盛建军\t石门村\t10012345678", "不在上门对象"),
        (f"姓名\t证件\t地址\n周玉兰\t{HER}\t3组", "请写明哪个村"),
    ],
)
def test_a_line_says_what_keeps_somebody_from_being_visited(text, said):
    (one,) = read(text)
    assert said in one.problem


def test_a_village_that_is_not_in_the_list_is_taken_and_told_of():
    (one,) = read(f"姓名\t证件\t村\n周玉兰\t{HER}\t虹岩村")
    assert (one.problem, one.note) == ("", "村社名录里没有“虹岩村”，路程按跨村算。")


def test_nobody_is_asked_for_twice(who):
    line = f"周玉兰\t{HER}\t石门村"
    first, second = read(f"{line}\n{line}")
    assert (first.problem, second.problem) == ("", "与第 1 行是同一个人。")
    request_all([first.draft], who, NOW)
    number = Visit.select(Visit.number).scalar()
    assert read(line)[0].problem == f"已经约过，编号 {number}，不用再登。"


def test_what_the_whole_list_lacks_is_not_said_of_every_line():
    (one,) = read(f"周玉兰\t{HER}\t石门村", Common(phone="05706001234"))
    assert one.problem == ""


def test_sixty_two_people_are_read_laid_and_moved_soon(who):
    crew(), crew("李强", "王丽", team="乙组")
    names = ("石门村", "竹溪村", "柳林村")
    numbers = [resident(f"330106195203{n // 28 + 10:02}{n % 28 + 100:03}"[:17]) for n in range(62)]
    text = "\n".join(f"人{n}\t{one}\t{names[n % 3]}" for n, one in enumerate(numbers))
    start = time.perf_counter()
    drafts = [one.draft for one in read(text) if not one.problem]
    assert len(drafts) == 62
    made = lay_out(request_all(drafts, who, NOW), MONDAY)
    assert sum(len(one.plans) for one in trips_of(made)) == 62
    assert sum(sum(one.villages.values()) for one in trips_of(made)) == 62
    move_in_round(made, made.plans[0].visit_id, Slot(date(2026, 12, 2), AFTERNOON, "乙组"))
    assert time.perf_counter() - start < 5


def test_somebody_is_moved_to_another_half_day_and_booked_there(who):
    crew(), crew("李强", "王丽", team="乙组")
    made = lay_out(request_all(many(8), who, NOW), MONDAY)
    one = made.plans[0]
    to = Slot(WEDNESDAY, AFTERNOON, "乙组")
    assert to in slots_for(made, MONDAY)
    moved = move_in_round(made, one.visit_id, to)
    assert len(moved.plans) == 8
    assert [slot_of(each) for each in moved.plans if each.visit_id == one.visit_id] == [to]
    book_round(moved, who, NOW)
    found = bookings(MONDAY, MONDAY + timedelta(days=30))
    assert {each.visit_id: each.starts_at for each in found} == {
        each.visit_id: each.starts_at for each in moved.plans
    }
    ways = the_ways()
    there = [as_stop(each) for each in found if each.starts_at.date() == WEDNESDAY]
    assert sound(there, ways.minutes, ways.home)


def test_where_there_is_no_room_nobody_is_moved(who):
    crew()
    made = lay_out(
        request_all([somebody(n, "石门村", minutes=150) for n in range(2)], who, NOW), MONDAY
    )
    with pytest.raises(AppError, match="上午甲组排不下他了"):
        move_in_round(made, made.plans[1].visit_id, slot_of(made.plans[0]))


def test_whoever_is_taken_out_waits_and_may_come_back(who):
    crew()
    made = lay_out(request_all(many(3), who, NOW), MONDAY)
    gone = made.plans[1].visit_id
    less = take_out(made, gone)
    assert (len(less.plans), less.left) == (2, (gone,))
    again = move_in_round(less, gone, Slot(WEDNESDAY, MORNING, "甲组"))
    assert (len(again.plans), again.left) == (3, ())
    alone = take_out(take_out(less, less.plans[0].visit_id), less.plans[1].visit_id)
    assert (alone.plans, len(alone.left)) == ((), 3)


def test_why_somebody_is_left_is_said(who):
    (short, long) = request_all(
        [somebody(0, "石门村"), somebody(1, "石门村", minutes=400, half=HalfDay.MORNING)], who, NOW
    )
    assert why_left(short) == "没有哪一组够 2 人"
    crew()
    assert why_left(long) == "要 400 分钟，半天排不下"
    assert why_left(short) == "各组的半天都排满了"


def test_a_round_that_somebody_planned_meanwhile_is_not_booked_again(who):
    helpers = crew()
    made = lay_out(request_all(many(3), who, NOW), MONDAY)
    visiting.planned(made.plans[2].visit_id, helpers, day=WEDNESDAY)
    with pytest.raises(AppError, match="请重新排一次"):
        book_round(made, who, NOW)
    waiting = Visit.select().where(Visit.status == VisitStatus.REQUESTED).count()
    assert waiting == 2
