"""What the papers and calendars of home visits are told by the store."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from app.centre import get_centre, save_centre
from app.errors import AppError
from app.papers.kinds import issue_sheet, makeable, sheet_to_issue
from app.visits.calling_off import cancel_visit, put_back
from app.visits.crews import HelperDraft, save_helper
from app.visits.events import visit_event, week_events
from app.visits.lists import day_lists, round_list
from app.visits.outcomes import OutcomeDraft, record_outcome
from app.visits.papers import blank_visit_sheet, visit_notice, visit_sheet
from app.visits.requests import edit_request
from app.visits.rules import VisitSettings, save_visit_rules
from models.choices import HalfDay, Need, PaperKind, VisitCheck, VisitOutcome
from tests import makers, visiting
from tests.makers import NOW, somebody
from tests.visiting import AFTERNOON, MORNING, WEDNESDAY, planned, requested


@pytest.fixture
def crew(store):
    makers.furnish()
    visiting.furnish()
    return tuple(
        save_helper(HelperDraft(name=name, unit="派出所", phone="0570-0001110", team="甲组"))
        for name in ("陈浩", "周敏")
    )


def neighbour(**changes):
    return makers.husband(needs=(Need.WEAK,), **changes)


def test_a_sheet_before_the_plan_leaves_room_for_it(crew):
    sheet = visit_sheet(requested(papers=("户口簿",), checklist=(VisitCheck.PORTRAIT,)), NOW)
    assert (sheet.on, sheet.half, sheet.at, sheet.crew, sheet.way) == (None, None, None, (), "")
    assert (sheet.papers, sheet.checks) == (("户口簿",), (VisitCheck.PORTRAIT,))
    assert sheet.place == "石门村 3组12号"
    assert "*" in sheet.served.id_number


def test_a_sheet_tells_the_plan_the_crew_with_phones_and_what_to_bring(crew):
    visit = planned(requested(bring=("印泥",)), crew, kits=(visiting.kit(),))
    sheet = visit_sheet(visit, NOW)
    assert (sheet.on, sheet.half, sheet.at) == (WEDNESDAY, MORNING, None)
    assert sheet.crew == ("陈浩（派出所）0570-0001110", "周敏（派出所）0570-0001110")
    assert sheet.bring == ("1 号采集箱", "印泥")
    assert sheet.way == "从中心去5分钟"


def test_the_hour_is_told_only_where_it_was_promised(crew):
    visit = planned(requested(), crew, half=None, starts=time(9, 30))
    assert visit_sheet(visit, NOW).at == time(9, 30)
    assert visit_notice(visit, NOW).at == time(9, 30)


def test_a_place_names_its_village_once(crew):
    assert visit_sheet(requested(address="石门村3组12号"), NOW).place == "石门村3组12号"


def test_papers_promise_what_the_centre_set(crew):
    save_visit_rules(VisitSettings(promises="不收一分钱。"))
    visit = planned(requested(), crew)
    sheets = (visit_sheet(visit, NOW), visit_notice(visit, NOW), blank_visit_sheet(NOW))
    assert {one.promises for one in sheets} == {"不收一分钱。"}


def test_nobody_is_told_of_a_visit_without_a_time(crew):
    visit = requested()
    with pytest.raises(AppError, match="请先安排"):
        visit_notice(visit, NOW)
    planned(visit, crew)
    assert visit_notice(visit, NOW).crew == ("陈浩（派出所）", "周敏（派出所）")
    cancel_visit(visit, "住院了", somebody(), NOW)
    with pytest.raises(AppError, match="已取消"):
        visit_notice(visit, NOW)


def test_the_papers_of_a_visit_of_a_case_are_on_record_by_the_number_of_the_visit(crew):
    made = makers.case()
    kinds = (PaperKind.VISIT, PaperKind.VISIT_NOTICE)
    assert not [one for one in makeable(made.id) if one.kind in kinds]
    visit = requested(case_id=made.id)
    assert [one.kind for one in makeable(made.id) if one.kind in kinds] == [PaperKind.VISIT]
    planned(visit, crew)
    labels = [one.label for one in makeable(made.id) if one.kind in kinds]
    number = visit_sheet(visit, NOW).number
    assert labels == [f"上门服务单：{number}，2026-11-25", f"上门预约告知：{number}，2026-11-25"]
    later = NOW + timedelta(hours=1)
    first = issue_sheet(made.id, PaperKind.VISIT, somebody(), later, visit)
    assert (first.number, first.issued_at, first.case_number) == (number, later, made.number)
    again = sheet_to_issue(made.id, PaperKind.VISIT, somebody(), later, visit)
    assert again.reissue.times == 1


def test_a_day_is_listed_for_each_crew_in_the_order_of_its_stops(crew):
    other = visiting.crew("李强", "赵红", team="乙组")
    afternoon = planned(requested(village="竹溪村", urgent=True), crew, half=AFTERNOON)
    first = planned(requested(served=neighbour(), people=3), crew)
    planned(requested(served=neighbour(phone="10012345670")), other)
    mine, theirs = day_lists(WEDNESDAY, somebody(), NOW)
    assert (mine.team, theirs.team) == ("甲组", "乙组")
    numbers = [visit_sheet(one, NOW).number for one in (first, afternoon)]
    assert [one.number for one in mine.stops] == numbers
    assert (mine.people, mine.way_minutes) == (4, 5 + 25)
    assert "3人" in mine.stops[0].notes
    assert mine.stops[1].notes.startswith("急")
    assert mine.stops[0].phone == "10012345678"
    with pytest.raises(AppError, match="没有安排上门"):
        day_lists(WEDNESDAY + timedelta(days=1), somebody(), NOW)


def test_a_round_lists_whoever_has_a_time_and_counts_the_villages(crew):
    there = requested(served=neighbour(), village="竹溪村", people=2)
    second = planned(there, crew, half=AFTERNOON)
    first = planned(requested(), crew)
    sheet = round_list([second, first, requested()], somebody(), NOW)
    assert [one.half for one in sheet.visits] == [HalfDay.MORNING, HalfDay.AFTERNOON]
    assert sheet.villages == (("石门村", 1), ("竹溪村", 2))
    assert sheet.people == 3
    with pytest.raises(AppError, match="请先安排"):
        round_list([requested()], somebody(), NOW)


def test_an_event_keeps_its_uid_and_counts_every_change(crew):
    visit = planned(requested(), crew)
    first = visit_event(visit, NOW)
    planned(visit, crew, half=AFTERNOON, reason="上午有事")
    moved = visit_event(visit, NOW)
    cancel_visit(visit, "住院了", somebody(), NOW)
    ended = visit_event(visit, NOW)
    assert first.uid == moved.uid == ended.uid
    assert first.sequence < moved.sequence < ended.sequence
    assert [one.cancelled for one in (first, moved, ended)] == [False, False, True]
    assert moved.starts_at.hour >= 13


def test_two_visits_have_two_uids(crew):
    one, other = (planned(requested(), crew, half=half) for half in (MORNING, AFTERNOON))
    assert visit_event(one, NOW).uid != visit_event(other, NOW).uid


def test_a_calendar_knows_nothing_of_what_was_never_planned(crew):
    visit = requested()
    with pytest.raises(AppError, match="请先安排"):
        visit_event(visit, NOW)
    put_back(planned(visit, crew), "人手不够", somebody(), NOW)
    event = visit_event(visit, NOW)
    assert (event.cancelled, event.starts_at) == (True, None)


def test_an_event_does_not_tell_who_somebody_is(crew):
    visit = planned(requested(), crew)
    event = visit_event(visit, NOW)
    whole = visit_sheet(visit, NOW)
    said = f"{event.title}{event.place}{event.told}"
    assert whole.served.name not in said
    assert whole.phone not in said
    assert event.title.startswith("业务上门")


def test_a_week_has_its_visits_and_those_that_were_cancelled(crew):
    first = planned(requested(), crew)
    second = planned(requested(served=neighbour()), crew, half=AFTERNOON)
    planned(requested(), crew, day=WEDNESDAY + timedelta(days=7))
    cancel_visit(second, "住院了", somebody(), NOW)
    after = datetime.combine(WEDNESDAY, time(12))
    came = {"arrived_at": after, "left_at": after}
    record_outcome(first, OutcomeDraft(outcome=VisitOutcome.DONE, **came), somebody(), after)
    events = week_events(date(2026, 11, 29), NOW)
    assert [one.uid for one in events] == [visit_event(one, NOW).uid for one in (first, second)]
    assert [one.cancelled for one in events] == [False, True]


def test_an_edited_request_is_a_change_a_calendar_hears_of(crew):
    visit = planned(requested(), crew)
    before = visit_event(visit, NOW)
    edit_request(visit, visiting.draft(address="5组1号"), somebody(), NOW)
    after = visit_event(visit, NOW)
    assert after.sequence > before.sequence
    assert after.place == "石门村 5组1号"


def test_the_phone_of_the_window_is_there_where_the_centre_has_one(crew):
    visit = planned(requested(), crew)
    save_centre(replace(get_centre(), phone=""))
    assert "窗口电话" not in visit_event(visit, NOW).told
    save_centre(replace(get_centre(), phone="0570-0001234"))
    assert "窗口电话：0570-0001234" in visit_event(visit, NOW).told
