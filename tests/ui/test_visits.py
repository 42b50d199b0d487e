"""The week of home visits, planned from the keyboard and by the mouse."""

from datetime import date, time

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent

from app.visits.board import week_board
from app.visits.detail import get_visit
from app.visits.tray import tray
from models.choices import HalfDay, VisitOutcome
from tests import makers, visiting
from tests.conftest import TODAY
from tests.ui.counter import keyboard, on_the_desk
from tests.ui.typist import Typist
from ui.home.page import HomePage
from ui.kit import ask
from ui.visits.carrying import carried
from ui.visits.outcome_sheet import OutcomeSheet
from ui.visits.page import VisitsPage
from ui.visits.plan_sheet import PlanSheet
from ui.visits.visit_sheet import VisitSheet

KEY = Qt.Key
MONDAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def furnished(store):
    makers.furnish()
    visiting.furnish()


@pytest.fixture
def crew():
    return visiting.crew()


@pytest.fixture
def page(qtbot, desk, crew):
    """Looking at the week of Wednesday 25 November."""
    page = VisitsPage(desk)
    window = on_the_desk(qtbot, page)
    page.days.go(MONDAY)
    yield page
    del window


def sheet(page, kind):
    return next(one for one in page.window().findChildren(kind) if one.isVisible())


def plan_of(visit):
    plan = get_visit(visit, TODAY).plan
    return plan and (plan.starts_at.date(), plan.half)


def cell(page, day, half):
    return next(one for one in page.week.places.all if (one.cell.day, one.cell.half) == (day, half))


def test_a_request_is_planned_from_the_keyboard(page):
    visit = visiting.requested()
    page.waiting.list.setFocus()
    Typist().press(KEY.Key_P)
    assert page.week.taken == visit
    Typist().press(KEY.Key_Right, 2).enter()
    assert plan_of(visit) == (date(2026, 11, 24), HalfDay.MORNING)
    assert not page.waiting.list.entries()


def test_esc_lays_nothing_down(page):
    visit = visiting.requested()
    page.waiting.list.setFocus()
    Typist().press(KEY.Key_P).press(KEY.Key_Right).press(KEY.Key_Escape)
    assert page.week.taken is None
    assert plan_of(visit) is None


def test_a_request_is_dropped_on_a_half_day(page):
    visit = visiting.requested()
    place = cell(page, date(2026, 11, 26), HalfDay.AFTERNOON)
    spot = QPointF(place.rect.center())
    data = carried(visit)  # the event does not own it
    event = QDropEvent(
        spot,
        Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.week.dropEvent(event)
    assert plan_of(visit) == (date(2026, 11, 26), HalfDay.AFTERNOON)


def test_a_planned_visit_is_carried_on_and_opened(page, crew):
    visit = visiting.planned(visiting.requested(), crew)
    page.week.setFocus()
    Typist().press(KEY.Key_Right, 4)
    assert page.week.at.card
    assert page.week.at.card.id == visit
    Typist().press(KEY.Key_P).press(KEY.Key_Right).enter()
    assert plan_of(visit) == (visiting.WEDNESDAY, HalfDay.AFTERNOON)
    Typist().enter()
    assert sheet(page, VisitSheet).visit.id == visit


def test_what_is_in_the_way_is_named_and_planned_all_the_same_with_a_reason(page):
    visit = visiting.requested()
    page._open(visit)
    Typist().press(KEY.Key_P)
    plan = sheet(page, PlanSheet)
    plan.day.set_value(date(2026, 11, 28))
    plan._look()
    assert "不上班" in plan.told.text()
    Typist().press(KEY.Key_F9)
    assert plan_of(visit) is None
    assert keyboard() is plan.override
    Typist().write("他只有周六在家").press(KEY.Key_F9)
    assert plan_of(visit) == (date(2026, 11, 28), HalfDay.MORNING)
    (card,) = week_board(MONDAY).clashing
    assert card.override == "他只有周六在家"


def test_a_visit_that_found_nobody_proposes_the_next_one(page, crew, monkeypatch):
    visit = visiting.planned(
        visiting.requested(), crew, day=TODAY, half=None, starts=time(9, 0), override="等不及"
    )
    monkeypatch.setattr(ask, "is_sure", lambda *_, **__: True)
    page._open(visit)
    Typist().press(KEY.Key_F9)
    result = sheet(page, OutcomeSheet)
    Typist().press(KEY.Key_3).press(KEY.Key_F9)
    assert result.rows["note"].is_wrong()
    Typist().write("敲门没人应").press(KEY.Key_F9)
    assert get_visit(visit, TODAY).result.outcome is VisitOutcome.ABSENT
    (waits,) = tray()
    assert waits.last_time is VisitOutcome.ABSENT


def test_the_desk_shows_who_is_gone_to_today(qtbot, desk, crew):
    when = {"day": TODAY, "half": None, "starts": time(9, 0), "override": "等不及"}
    visit = visiting.planned(visiting.requested(), crew, **when)
    wanted = []
    desk.errands.visit_wanted.connect(wanted.append)
    home = HomePage(desk)
    window = on_the_desk(qtbot, home)
    (entry,) = home.beside.visits.entries()
    assert "石门村" in entry.title
    home.beside.visits.chosen.emit(entry)
    assert wanted == [visit]
    del window
