"""What becomes of a planned visit, by the keyboard alone; its stops also by the mouse."""

from datetime import date, datetime, time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.visits.detail import get_visit
from app.visits.tray import tray
from models.choices import Delivery, VisitAct, VisitOutcome, VisitStatus
from tests import makers, visiting
from tests.conftest import TODAY
from tests.ui.counter import keyboard, on_the_desk
from tests.ui.typist import Typist
from ui.kit import ask
from ui.visits.outcome_sheet import OutcomeSheet
from ui.visits.page import VisitsPage
from ui.visits.span import Span
from ui.visits.visit_sheet import VisitSheet

KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton
ALT = Qt.KeyboardModifier.AltModifier
EIGHT = datetime.combine(TODAY, time(8))  # half an hour ago
EARLY = {"day": TODAY, "half": None, "starts": time(8), "override": "等不及"}


@pytest.fixture
def crew(store):
    makers.furnish()
    visiting.furnish()
    return visiting.crew()


@pytest.fixture
def page(qtbot, desk, crew):
    page = VisitsPage(desk)
    window = on_the_desk(qtbot, page)
    page.days.go(date(2026, 11, 23))
    yield page
    del window


@pytest.fixture
def stops(page, crew):
    """Two of one trip on Wednesday, seen as a day; their ids too."""
    first = visiting.planned(visiting.requested(), crew)
    served = makers.wife(name="夏明", id_number="", phone="10012345670")
    second = visiting.planned(visiting.requested(served=served, village="竹溪村"), crew)
    page.days.day = visiting.WEDNESDAY
    page.span.set_value(Span.DAY)
    return first, second


def sheet(page, kind):
    return next(one for one in page.window().findChildren(kind) if one.isVisible())


def tab_to(widget):
    for _ in range(40):
        if keyboard() is widget or widget.isAncestorOf(keyboard()):
            return
        Typist().tab()
    pytest.fail("the keyboard never gets there")


def asked_in(trips):
    (there,) = trips
    return [one.key for one in there.entries()]


def test_a_visit_is_put_back_and_waits_again(page, crew):
    visit = visiting.planned(visiting.requested(), crew)
    page.open_visit(visit)
    tab_to(sheet(page, VisitSheet).back)
    Typist().enter()
    assert [one.id for one in tray()] == [visit]
    assert [one.key for one in page.waiting.list.entries()] == [visit]
    assert page.isAncestorOf(keyboard())


def test_a_visit_is_cancelled_for_a_reason(page, crew, monkeypatch):
    visit = visiting.planned(visiting.requested(), crew)
    monkeypatch.setattr(ask, "why", lambda *_, **__: "她住院了")
    page.open_visit(visit)
    tab_to(sheet(page, VisitSheet).cancel)
    Typist().enter()
    found = get_visit(visit, TODAY)
    assert (found.status, found.ended_reason) == (VisitStatus.CANCELLED, "她住院了")
    assert not page.week.board.cards
    assert page.isAncestorOf(keyboard())


def test_how_it_gets_to_her_is_said(page, crew):
    visit = visiting.planned(visiting.requested(), crew, **EARLY)
    page.open_visit(visit)
    Typist().press(KEY.Key_F9).press(KEY.Key_1)
    form = sheet(page, OutcomeSheet).form
    tab_to(form.arrived)
    Typist().write("8:00")
    tab_to(form.left_at)
    Typist().write("8:20")
    tab_to(form.delivery)
    Typist().press(KEY.Key_3).press(KEY.Key_F9)
    result = get_visit(visit, TODAY).result
    assert (result.outcome, result.delivery) == (VisitOutcome.DONE, Delivery.PROXY)
    assert (result.arrived_at, result.left_at) == (EIGHT, EIGHT.replace(minute=20))


def test_a_stop_is_dragged_behind_another(page, stops):
    first, second = stops
    (trip,) = page.day.trips
    view, row = trip.viewport(), trip.visualRect(trip.model().index(0, 0))
    QTest.mousePress(view, LEFT, pos=row.center())
    QTest.mouseMove(view, QPoint(row.center().x(), trip.height() - 4))
    QTest.mouseRelease(view, LEFT, pos=QPoint(row.center().x(), trip.height() - 4))
    assert asked_in(page.day.trips) == [second, first]


def test_an_order_that_clashes_is_taken_for_a_reason_or_not_at_all(page, crew, monkeypatch):
    box, others = visiting.kit(), visiting.crew("李强", "王丽", team="乙组")
    other = makers.wife(name="夏强", id_number="", phone="10012345671")
    ids = []
    for n, (village, kits) in enumerate((("石门村", ()), ("竹溪村", (box,)))):
        served = makers.wife(name=f"夏{n}", id_number="", phone=f"1001234567{n}")
        visit = visiting.requested(served=served, village=village)
        ids.append(visiting.planned(visit, crew, minutes=30, kits=kits))
    first, second = ids
    early = {"half": None, "starts": time(8, 50), "minutes": 20, "kits": (box,)}
    visiting.planned(visiting.requested(served=other, village="柳林村"), others, **early)
    page.days.day = visiting.WEDNESDAY
    page.span.set_value(Span.DAY)
    trip = next(one for one in page.day.trips if len(one.entries()) > 1)
    asked, reasons = [], [None, "两组一起用"]
    monkeypatch.setattr(ask, "why", lambda *said, **_: asked.append(said) or reasons.pop(0))
    for wanted in ([first, second], [second, first]):
        trip = next(one for one in page.day.trips if len(one.entries()) > 1)
        trip.go_to(first)
        Typist().press(KEY.Key_Down, modifier=ALT)
        trip = next(one for one in page.day.trips if len(one.entries()) > 1)
        assert [one.key for one in trip.entries()] == wanted
        assert keyboard() is trip
    assert "1 号采集箱" in asked[0][-1]
    (line,) = [one for one in get_visit(second, TODAY).history if one.act is VisitAct.OVERRIDE]
    assert line.reason == "两组一起用"
