"""The week of home visits, planned from the keyboard and by the mouse."""

import itertools
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent

from app.cases.detail import get_case
from app.month.locks import lock_month
from app.visits.board import week_board
from app.visits.detail import get_visit
from app.visits.evidence import keep_evidence
from app.visits.outcomes import OutcomeDraft, record_outcome
from app.visits.tray import tray
from models.choices import HalfDay, PaperKind, Status, VisitOutcome
from tests import makers, visiting
from tests.conftest import TODAY
from tests.ui.counter import keyboard, on_the_desk
from tests.ui.typist import Typist
from ui.home.page import HomePage
from ui.kit import ask
from ui.kit.errands import WantedPaper
from ui.kit.print_sheet import PrintSheet
from ui.visits import tips
from ui.visits.carrying import carried
from ui.visits.outcome_sheet import OutcomeSheet
from ui.visits.page import PAPERS, VisitsPage
from ui.visits.places import CREW, Detail
from ui.visits.plan_sheet import PlanSheet
from ui.visits.printing import offer_notice, offer_sheet, save_visit_calendar
from ui.visits.span import Span
from ui.visits.visit_files import VisitFiles
from ui.visits.visit_sheet import VisitSheet

KEY = Qt.Key
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
EIGHT = datetime.combine(TODAY, time(8))  # half an hour ago
EARLY = {"day": TODAY, "half": None, "starts": time(8), "override": "等不及"}
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
    page.week.landing.eventFilter(page.week.viewport(), event)  # Qt sends none without a drag
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
    page.open_visit(visit)
    Typist().press(KEY.Key_P)
    plan = sheet(page, PlanSheet)
    plan.form.day.set_value(date(2026, 11, 28))
    plan.look()
    assert "不上班" in plan.form.told.text()
    Typist().press(KEY.Key_F9)
    assert plan_of(visit) is None
    assert keyboard() is plan.form.override
    Typist().write("他只有周六在家").press(KEY.Key_F9)
    assert plan_of(visit) == (date(2026, 11, 28), HalfDay.MORNING)
    (card,) = week_board(MONDAY).clashing
    assert card.override == "他只有周六在家"


def test_a_visit_that_found_nobody_proposes_the_next_one(page, crew, monkeypatch):
    visit = visiting.planned(
        visiting.requested(), crew, day=TODAY, half=None, starts=time(9, 0), override="等不及"
    )
    monkeypatch.setattr(ask, "is_sure", lambda *_, **__: True)
    page.open_visit(visit)
    Typist().press(KEY.Key_F9)
    result = sheet(page, OutcomeSheet)
    Typist().press(KEY.Key_3).press(KEY.Key_F9)
    assert result.form.rows["note"].is_wrong()
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


def test_the_board_has_the_keyboard_as_soon_as_it_is_looked_at(page):
    assert page.first is page.week


def crowd(team, helpers, hours):
    """So many visits of one crew on Tuesday morning, each in a village of its own."""
    villages = itertools.cycle(("石门村", "竹溪村", "柳林村"))
    for place, hour in enumerate(hours):
        served = makers.wife(
            name=f"夏{'明华强'[place % 3]}", id_number="", phone=f"1001234{place:04}"
        )
        visit = visiting.requested(served=served, village=next(villages))
        when = {"day": date(2026, 11, 24), "half": None, "starts": hour, "override": "挤一挤"}
        visiting.planned(visit, helpers, **when)


def test_four_crews_and_a_crowd_are_in_sight_and_a_full_half_day_is_laid_open(page, crew):
    for team in "乙丙丁":
        names = (f"赵{team}", f"钱{team}")
        crowd(team, visiting.crew(*names, team=f"{team}组"), [time(9), time(10), time(11)])
    page.refresh()
    week = page.week
    assert len(week.places.teams) == 4
    assert week.verticalScrollBar().maximum() == 0
    place = next(one for one in week.places.all if len(one.cards) == 3)
    assert place.detail < Detail.MATTERS
    week.setFocus()
    assert week.unfolded() is None  # one has gone nowhere yet
    week.at.go(place)
    Typist().press(KEY.Key_Down)
    over = week.unfolded()
    assert over is not None
    line = over.rect.center()
    assert week.card_at(line) in place.cards
    assert "居民身份证换领" in tips.told(place.cards[0])


def test_a_narrow_week_begins_at_today_and_goes_back_by_its_arrow(page, qtbot):
    page.window().resize(760, 520)
    week, monday, tuesday = page.week, MONDAY, MONDAY + timedelta(days=1)
    for day in (MONDAY - timedelta(days=7), MONDAY):
        week.show_board(week_board(day), tuesday)

    def left(day):
        return cell(page, day, HalfDay.MORNING).rect.left() - week.sight.offset.x()

    assert left(tuesday) == pytest.approx(CREW, abs=1)
    back = week.sight.arrows()[-1].center().toPoint()
    qtbot.mouseClick(week.viewport(), Qt.MouseButton.LeftButton, pos=back)
    assert left(monday) == pytest.approx(CREW, abs=1)
    assert -1 not in week.sight.arrows()


@pytest.mark.parametrize(("key", "outcome"), [*zip("1234567", VisitOutcome, strict=True)])
def test_every_result_is_recorded_from_the_keyboard(page, crew, monkeypatch, key, outcome):
    visit = visiting.planned(visiting.requested(), crew, **EARLY)
    monkeypatch.setattr(ask, "is_sure", lambda *_, **__: False)
    page.open_visit(visit)
    Typist().press(KEY.Key_F9)
    form = sheet(page, OutcomeSheet).form
    Typist().press(getattr(KEY, f"Key_{key}")).enter()
    Typist().write("如此").press(KEY.Key_Return, modifier=CONTROL)
    assert keyboard() is form.arrived
    Typist().write("8:00").enter().write("8:20").enter()
    Typist().write("户口簿").enter().enter().write("旧证").enter().press(KEY.Key_F9)
    result = get_visit(visit, TODAY).result
    assert (result.outcome, result.note) == (outcome, "如此")
    assert (result.arrived_at.time(), result.left_at.time()) == (time(8), time(8, 20))
    assert (result.taken, result.returned) == (("户口簿",), ("旧证",))


def test_a_done_visit_concludes_its_case_with_the_same_key(page, crew):
    case = makers.case()
    visit = visiting.planned(visiting.requested(case_id=case.id), crew, **EARLY)
    page.open_visit(visit)
    Typist().press(KEY.Key_F9).press(KEY.Key_1)
    result = sheet(page, OutcomeSheet)
    assert result.form.goes_on.isVisible()
    assert result.closed.isHidden()
    result.form.fill(replace(result.form.draft(), arrived_at=EIGHT, left_at=EIGHT))
    Typist().press(KEY.Key_F9)
    assert get_case(case.id).status is Status.INFORMED


@pytest.fixture
def ended(page, crew):
    visit = visiting.planned(visiting.requested(), crew, **EARLY)
    said = OutcomeDraft(outcome=VisitOutcome.ABSENT, note="没人", arrived_at=EIGHT, left_at=EIGHT)
    record_outcome(visit, said, makers.somebody(), page.desk.now())
    return visit


@pytest.fixture
def over(page, ended):
    """A visit that is over, looked at."""
    page.open_visit(ended)
    return ended


def test_the_signed_sheet_is_kept_and_no_illness_without_leave(page, over, monkeypatch, tmp_path):
    signed = tmp_path / "上门单.jpg"
    signed.write_bytes(b"signed")
    monkeypatch.setattr(ask, "which_files", lambda *_, **__: [signed])
    looked = sheet(page, VisitSheet)
    files = looked.findChild(VisitFiles)
    assert not files.health.isEnabled()
    files.add.setFocus()
    Typist().enter()
    assert [one.name for one in get_visit(over, TODAY).files] == ["上门单.jpg"]
    (entry,) = looked.area.widget().findChild(VisitFiles).list.entries()
    assert entry.title == "上门单.jpg"


def test_the_wrong_photo_is_declared_void_from_the_keyboard(page, ended, monkeypatch):
    keep_evidence(ended, ("邻居.jpg", b"wrong"), makers.somebody(), page.desk.now())
    page.open_visit(ended)
    looked = sheet(page, VisitSheet)
    files = looked.area.widget().findChild(VisitFiles)
    monkeypatch.setattr(ask, "why", lambda *_, **__: "拍错了人家")
    files.add.setFocus()
    Typist().tab().enter().enter()
    assert not looked.area.widget().findChild(VisitFiles).list.entries()
    assert get_visit(ended, TODAY).history[0].reason == "拍错了人家"
    assert looked.isAncestorOf(keyboard())


def test_a_result_is_put_right_from_its_visit(page, over):
    sheet(page, VisitSheet).correct.click()
    result = sheet(page, OutcomeSheet)
    assert result.form.note.value() == "没人"
    Typist().press(KEY.Key_1).press(KEY.Key_F9)
    assert get_visit(over, TODAY).result.outcome is VisitOutcome.DONE
    assert "结果原为未遇" in get_visit(over, TODAY).history[0].note
    makers.centre()
    lock_month(TODAY.replace(day=1), makers.somebody(), datetime(2026, 12, 3, 9))
    again = OutcomeSheet(page.window(), page.desk, over)
    assert again.closed.text.startswith("2026年11月已封账")


def test_how_it_went_is_asked_and_shown(page, over, monkeypatch):
    monkeypatch.setattr(ask, "why", lambda *_, **__: "来过两次，没收钱")
    Typist().press(KEY.Key_F9)
    assert get_visit(over, TODAY).result.follow_up_words == "来过两次，没收钱"


def test_a_visit_and_a_week_go_into_calendars(page, over, monkeypatch, tmp_path):
    one, week = tmp_path / "one.ics", tmp_path / "week.ics"
    monkeypatch.setattr(ask, "where_to_save", lambda *_, **__: one)
    sheet(page, VisitSheet).print.picked.emit(save_visit_calendar)
    sheet(page, VisitSheet).leave()
    monkeypatch.setattr(ask, "where_to_save", lambda *_, **__: week)
    page.days.go(TODAY)
    page.print.picked.emit(PAPERS[-1][0])
    assert b"BEGIN:VEVENT" in one.read_bytes()
    assert b"BEGIN:VEVENT" in week.read_bytes()


def test_the_papers_of_a_day_are_looked_at(page, crew):
    visiting.planned(visiting.requested(), crew)
    page.days.day = visiting.WEDNESDAY
    page.span.set_value(Span.DAY)
    for offer, _ in PAPERS[:3]:
        page.print.picked.emit(offer)
        paper = sheet(page, PrintSheet)
        assert paper.paper.leaves
        paper.leave()


def test_a_visit_without_a_case_has_its_papers_too(page, crew):
    visit = visiting.planned(visiting.requested(), crew)
    page.open_visit(visit)
    for offer in (offer_sheet, offer_notice):
        sheet(page, VisitSheet).print.picked.emit(offer)
        paper = sheet(page, PrintSheet)
        assert paper.paper.leaves
        paper.leave()


def test_the_papers_of_a_case_are_on_record_with_it_and_nothing_lies_over_them(page, crew):
    case = makers.case()
    visit = visiting.planned(visiting.requested(case_id=case.id), crew)
    wanted = []
    page.desk.errands.paper_wanted.connect(wanted.append)
    page.open_visit(visit)
    looked = sheet(page, VisitSheet)
    looked.print.picked.emit(offer_sheet)
    assert wanted == [WantedPaper(case.id, PaperKind.VISIT, about=visit)]
    assert not looked.isVisible()


def test_the_stops_of_a_day_are_put_in_order_from_the_keyboard(page, crew):
    first = visiting.planned(visiting.requested(), crew)
    served = makers.wife(name="夏明", id_number="", phone="10012345670")
    second = visiting.planned(visiting.requested(served=served, village="竹溪村"), crew)
    page.days.day = visiting.WEDNESDAY
    page.span.set_value(Span.DAY)
    (stops,) = page.day.trips
    assert [one.key for one in stops.entries()] == [first, second]
    stops.go_to(first)
    Typist().press(KEY.Key_Down, modifier=ALT)
    (stops,) = page.day.trips
    assert [one.key for one in stops.entries()] == [second, first]
    assert keyboard() is stops
    assert stops.currentIndex().row() == 1
