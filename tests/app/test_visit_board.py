"""The board: a week of crews and half days, a day in its order, a month in numbers, the tray."""

from datetime import date, time, timedelta

import pytest

from app.visits.board import day_board, month_board, visits_today, week_board
from app.visits.calling_off import cancel_visit
from app.visits.outcomes import OutcomeDraft, record_outcome
from app.visits.requests import request_visit
from models.choices import HalfDay, Need, VisitKind, VisitOutcome, VisitStatus
from tests import makers, visiting
from tests.makers import NOW
from tests.visiting import AFTERNOON, MORNING, WEDNESDAY, crew, draft, kit, planned, requested

MONDAY, SATURDAY = date(2026, 11, 23), date(2026, 11, 28)


@pytest.fixture(autouse=True)
def who(store):
    made = makers.furnish()
    visiting.furnish()
    return made


def other(village="竹溪村", name="夏明", **changes):
    served = makers.wife(name=name, id_number="", phone="10012345670")
    return requested(**({"served": served, "village": village} | changes))


def test_a_week_has_the_days_that_are_worked_and_every_crew():
    helpers = crew()
    crew("李强", "王丽", team="乙组")
    planned(requested(), helpers, kits=(kit(),))
    board = week_board(WEDNESDAY)
    assert [one.day for one in board.days] == [MONDAY + timedelta(days=n) for n in range(5)]
    assert [one.name for one in board.teams] == ["甲组", "乙组"]
    (group,) = board.cell("甲组", WEDNESDAY, MORNING)
    (card,) = group.cards
    assert (group.village, card.person, card.matter) == ("石门村", "刘**", "居民身份证换领")
    assert [one.name for one in card.kits] == ["1 号采集箱"]
    assert board.cell("甲组", WEDNESDAY, AFTERNOON) == ()
    assert board.cell("乙组", WEDNESDAY, MORNING) == ()


def test_cards_are_grouped_by_village_in_the_order_they_are_gone_to():
    helpers = crew()
    for village, name in (("石门村", "甲"), ("竹溪村", "乙"), ("竹溪村", "丙")):
        planned(other(village, name, kind=VisitKind.CERTIFY), helpers)
    groups = week_board(WEDNESDAY).cell("甲组", WEDNESDAY, MORNING)
    assert [(one.village, len(one.cards)) for one in groups] == [("石门村", 1), ("竹溪村", 2)]


def test_a_day_off_stands_there_only_if_somebody_goes():
    planned(requested(), crew(), day=SATURDAY, override="他只有周六在家")
    days = {one.day: one for one in week_board(WEDNESDAY).days}
    assert len(days) == 6
    assert days[SATURDAY].working is False
    holiday = next(one for one in week_board(date(2026, 10, 8)).days)
    assert (holiday.day, holiday.note) == (date(2026, 10, 8), "")
    swapped = next(one for one in week_board(date(2026, 10, 8)).days if one.day.weekday() == 5)
    assert swapped.working
    assert swapped.note


def test_a_clash_is_shown_where_it_is():
    helpers = crew()
    visit = planned(requested(), helpers)
    assert week_board(WEDNESDAY).clashing == ()
    visiting.away(helpers[0], time(8), time(12))
    (card,) = week_board(WEDNESDAY).clashing
    assert card.id == visit
    assert card.clashes == ("陈浩11月25日08:00—12:00不在（培训）。",)
    again = planned(other(), helpers, starts=time(9, 0), override="分头去")
    both = week_board(WEDNESDAY).clashing
    assert {one.id for one in both} == {visit, again}
    assert {one.override for one in both} == {"", "分头去"}


def test_what_is_over_clashes_with_nothing_any_more(who):
    helpers = crew()
    visit = planned(requested(), helpers)
    said = OutcomeDraft(outcome=VisitOutcome.ABSENT, note="没人")
    record_outcome(visit, said, who, NOW + timedelta(days=3))
    visiting.away(helpers[0], time(8), time(12))
    (card,) = week_board(WEDNESDAY).cards
    assert (card.status, card.outcome, card.clashes) == (
        VisitStatus.FAILED,
        VisitOutcome.ABSENT,
        (),
    )


def test_the_tray_has_first_what_presses_most(who):
    case = makers.case()
    late = other(name="甲", latest=date(2026, 12, 20))
    whenever = other(name="乙")
    of_case = requested(case_id=case.id)
    urgent = other(name="丙", urgent=True)
    in_need = request_visit(
        draft(served=makers.wife(name="丁", id_number="", phone="10012345671", needs=tuple(Need))),
        who,
        NOW,
    )
    cards = week_board(WEDNESDAY).tray
    assert [one.id for one in cards] == [urgent, of_case, late, in_need, whenever]
    assert cards[1].due == case.due_on
    planned(urgent, crew())
    cancel_visit(late, "不用了", who, NOW)
    assert [one.id for one in week_board(WEDNESDAY).tray] == [of_case, in_need, whenever]


def test_one_that_was_tried_before_says_how_it_went(who):
    visit = planned(requested(), crew())
    said = OutcomeDraft(outcome=VisitOutcome.DEVICE, note="电池没电")
    record_outcome(visit, said, who, NOW + timedelta(days=3))
    requested(previous_id=visit)
    assert week_board(WEDNESDAY).tray[0].last_time is VisitOutcome.DEVICE


def test_a_day_lists_every_crews_stops_in_their_order():
    helpers, others = crew(), crew("李强", "王丽", team="乙组")
    late = planned(other(name="甲"), helpers, starts=time(15, 0))
    first = planned(other("石门村", "乙"), helpers)
    theirs = planned(other(name="丙", people=4), others, starts=time(9, 0))
    board = day_board(WEDNESDAY)
    assert [(one.team, one.half) for one in board.trips] == [
        ("甲组", MORNING),
        ("甲组", AFTERNOON),
        ("乙组", MORNING),
    ]
    assert [one.id for one in board.cards] == [first, late, theirs]
    assert (board.trips[2].people, board.trips[2].way_minutes) == (4, 25)
    assert [one.id for one in visits_today(WEDNESDAY)] == [first, theirs, late]


def test_a_month_is_counted_by_its_days(who):
    helpers = crew()
    visit = planned(requested(people=3), helpers)
    planned(other(), helpers, half=HalfDay.AFTERNOON)
    said = OutcomeDraft(outcome=VisitOutcome.ABSENT, note="没人")
    record_outcome(visit, said, who, NOW + timedelta(days=3))
    days = {one.day.day: one for one in month_board(WEDNESDAY)}
    assert len(days) == 30
    found = days[WEDNESDAY]
    assert (found.planned, found.done, found.failed, found.people) == (1, 0, 1, 4)
    assert (found.visits, days[MONDAY].visits) == (2, 0)
    assert days[SATURDAY].day.working is False
