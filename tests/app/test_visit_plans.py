"""Planning a visit, moving it, putting it back and cancelling it."""

from datetime import datetime, time, timedelta

import pytest

from app.errors import AppError, Invalid
from app.visits.board import week_board
from app.visits.booked import bookings
from app.visits.calling_off import cancel_visit, put_back
from app.visits.crews import list_helpers, retire
from app.visits.detail import get_visit
from app.visits.planning import PlanDraft, look
from app.visits.requests import edit_request
from app.visits.rules import VisitSettings, save_visit_rules, visit_rules
from models import VisitHelper
from models.choices import VisitAct, VisitStatus
from tests import makers, visiting
from tests.makers import NOW
from tests.visiting import AFTERNOON, MORNING, WEDNESDAY, crew, kit, planned, requested

TODAY = NOW.date()
THURSDAY = WEDNESDAY + timedelta(days=1)


@pytest.fixture(autouse=True)
def who(store):
    made = makers.furnish()
    visiting.furnish()
    return made


def other(village="竹溪村"):
    served = makers.wife(name="夏明", id_number="", phone="10012345670")
    return requested(served=served, village=village)


def plan_of(visit):
    return get_visit(visit, TODAY).plan


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("day", {"day": TODAY - timedelta(days=1)}),
        ("half", {"half": None}),
        ("minutes", {"minutes": 0}),
        ("helpers", {"helpers": ()}),
        ("helpers", {"helpers": (1,)}),
        ("helpers", {"helpers": (1, 99)}),
        ("helpers", {"helpers": (1, 1)}),
        ("kits", {"kits": (99,)}),
        ("reason", {"reason": "长" * 401}),
    ],
)
def test_what_no_reason_can_mend(field, changes):
    values = {"day": WEDNESDAY, "half": MORNING, "helpers": crew(), "override": "非去不可"}
    with pytest.raises(Invalid) as wrong:
        look(requested(), PlanDraft(**(values | changes)), TODAY)
    assert list(wrong.value.problems) == [field]


def test_who_is_retired_does_not_go():
    helpers = crew()
    retire(list_helpers()[0])
    with pytest.raises(Invalid, match="已停用"):
        planned(requested(), helpers)


def test_the_centre_says_how_many_go():
    save_visit_rules(VisitSettings(least_crew=3))
    with pytest.raises(Invalid, match="至少要 3 人，请再选 1 人"):
        planned(requested(), crew())


def test_a_half_day_is_promised_and_the_first_free_time_is_taken():
    visit = planned(requested(), crew(), kits=(kit(),))
    found = plan_of(visit)
    # Five minutes from the centre, which is in that village.
    assert found.starts_at == datetime.combine(WEDNESDAY, time(8, 35))
    assert found.ends_at == datetime.combine(WEDNESDAY, time(9, 15))
    assert (found.exact, found.way_minutes, found.way_from) == (False, 5, "中心")
    assert found.in_words == "11月25日（周三）上午"
    assert [one.name for one in found.crew] == ["陈浩", "周敏"]
    second = plan_of(planned(other(), crew()))
    assert second.starts_at.time() == time(9, 40)
    assert (second.way_minutes, second.way_from) == (25, "石门村")


def test_an_hour_is_promised_where_it_was_said():
    found = plan_of(planned(requested(), crew(), starts=time(14, 0), half=None))
    assert (found.exact, found.in_words) == (True, "11月25日（周三）下午14:00")


def test_where_a_half_day_is_full_it_says_what_is_in_the_way():
    planned(requested(), crew(), starts=time(8, 40), minutes=165)
    with pytest.raises(Invalid, match="已定去石门村"):
        planned(other(), crew())
    assert plan_of(planned(other(), crew(), half=AFTERNOON)).starts_at.time() == time(13, 55)


def test_it_is_moved_and_the_first_plan_stays_on_record(who):
    visit, helpers = requested(), crew()
    planned(visit, helpers)
    planned(visit, helpers[::-1], day=THURSDAY, reason="他要去医院")
    found = get_visit(visit, TODAY)
    assert found.plan.starts_at.date() == THURSDAY
    assert [one.name for one in found.plan.crew] == ["周敏", "陈浩"]
    moved, first = found.history[:2]
    assert (first.act, first.note) == (VisitAct.PLAN, "11-25 08:35—09:15，陈浩、周敏")
    assert (moved.act, moved.reason) == (VisitAct.MOVE, "他要去医院")
    assert moved.note == "11-25 08:35改为11-26 08:35—09:15，周敏、陈浩"
    assert found.revision == 2
    assert bookings(WEDNESDAY) == []


def test_who_comes_after_it_sets_out_from_elsewhere_then(who):
    helpers = crew()
    first, second = planned(requested(), helpers), planned(other(), helpers)
    assert plan_of(second).way_from == "石门村"
    cancel_visit(first, "他住院了", who, NOW)
    assert (plan_of(second).way_minutes, plan_of(second).way_from) == (25, "中心")
    planned(other("柳林村"), helpers, starts=time(8, 50), minutes=5)
    assert (plan_of(second).way_minutes, plan_of(second).way_from) == (20, "柳林村")


def test_who_is_found_to_live_elsewhere_has_another_way(who):
    helpers = crew()
    first, second = planned(requested(), helpers), planned(other("石门村"), helpers)
    edit_request(first, visiting.draft(village="竹溪村"), who, NOW)
    assert (plan_of(first).way_minutes, plan_of(second).way_minutes) == (25, 25)
    assert plan_of(second).way_from == "竹溪村"
    assert "赶不到" in week_board(WEDNESDAY).clashing[0].clashes[0]


def test_a_cancelled_visit_leaves_its_crew_free(who):
    visit, helpers = requested(), crew()
    planned(visit, helpers)
    cancel_visit(visit, "他自己来了", who, NOW)
    found = get_visit(visit, TODAY)
    assert (found.status, found.ended_reason) == (VisitStatus.CANCELLED, "他自己来了")
    assert found.history[0].note == "11-25 08:35"
    assert plan_of(planned(other("石门村"), helpers)).starts_at.time() == time(8, 35)
    with pytest.raises(AppError, match="已取消，不能再安排"):
        planned(visit, helpers)
    with pytest.raises(AppError, match="已取消，不能再取消"):
        cancel_visit(visit, "再取消", who, NOW)


def test_why_it_is_cancelled_has_to_be_said(who):
    with pytest.raises(Invalid, match="请写明为什么取消"):
        cancel_visit(requested(), " ", who, NOW)


def test_it_can_go_back_to_those_that_wait(who):
    visit = planned(requested(), crew())
    put_back(visit, "人手不够", who, NOW)
    found = get_visit(visit, TODAY)
    assert (found.status, found.plan) == (VisitStatus.REQUESTED, None)
    assert VisitHelper.select().count() == 0
    with pytest.raises(AppError, match="待安排，不用放回"):
        put_back(visit, "", who, NOW)


def test_rules_come_back_as_they_were_saved():
    rules = VisitSettings(least_crew=3, morning_from=time(9, 0), home="石门村", business=50)
    save_visit_rules(rules)
    assert visit_rules() == rules


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("least_crew", {"least_crew": 0}),
        ("business", {"business": 0}),
        ("same_village", {"same_village": -1}),
        ("morning_to", {"morning_to": time(8, 30)}),
        ("afternoon_from", {"afternoon_from": time(11, 0)}),
        ("afternoon_to", {"afternoon_to": time(13, 0)}),
        ("home", {"home": "月亮村"}),
        ("promises", {"promises": "长" * 401}),
    ],
)
def test_rules_that_cannot_be(field, changes):
    with pytest.raises(Invalid) as wrong:
        save_visit_rules(VisitSettings(**changes))
    assert list(wrong.value.problems) == [field]
