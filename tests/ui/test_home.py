from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout

from app import drafts
from app.cases.filters import CaseFilter
from app.deadlines.due_windows import DueWithin
from app.directory import Who
from app.moves import next_moves
from app.moves.begun import keep
from app.receptions import FORM, ReceptionDraft, list_receptions, record_reception
from app.visits.outcomes import OutcomeDraft, record_outcome
from models import Case
from models.choices import Act, VisitOutcome
from tests import makers, visiting
from tests.conftest import NOW, TODAY
from tests.ui.typist import Typist
from ui.home.page import HomePage
from ui.kit.errands import (
    CALENDAR,
    HOME,
    SETTINGS,
    VISITS,
    Correct,
    FromReception,
    ReceptionsOf,
    Resume,
    WantedAct,
)
from ui.kit.figure_card import LOW_LEAST
from ui.kit.style import Tone

KEY = Qt.Key
BEFORE = NOW - timedelta(hours=1)


@pytest.fixture(autouse=True)
def furnished(store):
    makers.furnish()


@pytest.fixture
def opened(qtbot, desk):
    """The page as the window would show it; the pages it sends people to only write it down."""
    held = []

    def open_page(**changes):
        page = HomePage(replace(desk, **changes))
        held.append(page)
        page.layout().setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # as in the window
        page.resize(1182, 684)
        page.show()
        with qtbot.waitActive(page):
            page.activateWindow()
        page.first.setFocus()
        return page

    yield open_page
    held.clear()


@pytest.fixture
def asked(desk):
    """What other pages were asked for."""
    found = []
    for name in ("case", "act", "cases", "intake", "reception", "request", "option"):
        signal = getattr(desk.errands, f"{name}_wanted")
        signal.connect(lambda what, name=name: found.append((name, what)))
    return found


def case(due, **changes):
    made = makers.case(received_at=BEFORE, **changes)
    Case.update(due_on=due).where(Case.id == made.id).execute()
    return made


def reception(**changes):
    given = {"at": BEFORE, "name": "赵国强", "asked": "低保多久复核", "answered": "每年一次"}
    return record_reception(ReceptionDraft(**(given | changes)), makers.somebody(), NOW)


def figures(page):
    """Of the cards that are to be seen."""
    return {key: card.figure for key, card in page.cards.items() if card.isVisible()}


def test_each_card_counts_what_waits_and_the_most_pressing_is_shown(opened, desk, qtbot):
    late = case(TODAY - timedelta(days=3))
    case(TODAY)
    case(TODAY + timedelta(days=9), cause=None)
    with qtbot.waitSignal(desk.errands.badged, check_params_cb=lambda t, n, _: (t, n) == (HOME, 2)):
        page = opened()
    assert figures(page) == {
        "overdue": 1,
        "soon": 1,
        "sort": 3,
        "complete": 1,
        "receptions": 0,
    }
    assert page.chosen == "overdue"
    assert page.todo.views["overdue"].record().id == late.id
    assert "先办逾期的 1 件和今明到期的 1 件" in page.note.text


def test_cards_lists_and_cases_without_a_mouse(opened, asked):
    case(TODAY - timedelta(days=3))
    soon = case(TODAY)
    page, keys = opened(), Typist()
    assert page.cards["overdue"].hasFocus()
    keys.press(KEY.Key_Right)
    assert page.cards["soon"].hasFocus()
    keys.press(KEY.Key_Space)
    assert page.chosen == "soon"
    keys.press(KEY.Key_Down)
    assert page.todo.views["soon"].hasFocus()
    keys.enter()
    assert asked == [("act", WantedAct(soon.id, Act.SORT))]
    assert page.back()
    assert page.cards["soon"].hasFocus()
    assert not page.back()


def test_the_keys_of_the_page_begin_a_case_and_a_reception(opened, asked):
    opened()
    Typist().press(KEY.Key_F2).press(KEY.Key_F3)
    assert asked == [("intake", None), ("reception", None)]


def test_a_card_of_nothing_can_be_looked_at_and_says_why_that_is_well(opened):
    case(TODAY)
    page = opened()
    page.cards["overdue"].click()
    assert page.chosen == "overdue"
    assert page.todo.stack.currentWidget() is page.todo.empty
    assert "没有逾期" in page.todo.empty.title.text()
    assert page.todo.end.isHidden()


def test_many_cards_stand_low_in_rows_with_room_for_their_words_where_one_row_has_none(opened):
    page = opened()
    page.panel.hide()  # as in a narrow window
    cards = page.cards.values()
    page.strip.show_figures(dict.fromkeys(page.cards, 1), "overdue")
    for size, low in (((835, 540), True), ((2400, 900), False)):
        page.resize(*size)
        page.strip.layout().activate()
        assert {card.low for card in cards} == {low}
        assert (len({card.y() for card in cards}) > 1) is low
        assert all(card.width() >= LOW_LEAST for card in cards) or not low


def test_in_a_low_window_what_presses_least_waits_behind_the_last_card(opened):
    page = opened()
    page.panel.hide()
    page.resize(835, 430)
    page.strip.show_figures(dict.fromkeys(page.cards, 1), "drafts")

    def in_sight():
        page.strip.layout().activate()
        return [key for key, card in page.cards.items() if card.isVisible()]

    folded = in_sight()
    assert len({page.cards[key].y() for key in folded} | {page.strip.rest.y()}) == 2
    assert folded == [*list(page.cards)[: len(folded) - 1], "drafts"]  # the chosen one too
    assert page.strip.rest.accessibleName() == f"其余 +{len(page.cards) - len(folded)}"
    page.strip.rest.setFocus()
    Typist().press(KEY.Key_Space)
    assert in_sight() == list(page.cards)
    Typist().press(KEY.Key_Space)
    assert in_sight() == folded
    page.resize(835, 700)
    assert in_sight() == list(page.cards)
    assert page.strip.rest.isHidden()


def test_when_the_last_one_is_done_the_next_kind_is_offered(opened, desk):
    made = case(TODAY - timedelta(days=3))
    page = opened()
    assert page.todo.next.words() == "待研判 1 件"
    makers.conclude(made.id, now=NOW)
    assert (page.chosen, page.cards["overdue"].figure) == ("inform", 0)
    assert page.cards["inform"].isChecked()


def test_a_quick_registration_is_opened_to_be_completed(opened, asked):
    made = case(TODAY + timedelta(days=9), cause=None)
    page = opened()
    page.cards["complete"].click()
    Typist().press(KEY.Key_Down).enter()
    assert asked == [("intake", Correct(made.id))]


def test_all_cases_of_a_card_and_the_next_card_are_one_press_away(opened, asked):
    case(TODAY)
    page = opened()
    page.todo.all.click()
    assert asked == [("cases", CaseFilter(due=DueWithin.SOON))]
    page.todo.next.click()
    assert page.chosen == "sort"
    assert page.cards["sort"].hasFocus()


def test_receptions_of_today_become_cases_from_the_list_and_from_the_side(opened, asked):
    first = reception()
    for minutes in (40, 30, 20):
        reception(at=NOW - timedelta(minutes=minutes), asked=f"{minutes} 分钟前")
    reception(at=NOW - timedelta(days=1))
    page = opened()
    page.cards["receptions"].click()
    assert page.cards["receptions"].figure == 4
    newest = [entry.title for entry in page.beside.receptions.entries()]
    assert newest == ["20 分钟前", "30 分钟前", "40 分钟前"]
    Typist().press(KEY.Key_Down).press(KEY.Key_Down, 3).enter()
    page.beside.receptions.setFocus()
    page.beside.receptions.setCurrentIndex(page.beside.receptions.model().index(0, 0))
    Typist().enter()
    page.todo.all.click()
    last = list_receptions(TODAY, TODAY)[0].id
    assert asked == [
        ("intake", FromReception(first)),
        ("intake", FromReception(last)),
        ("reception", ReceptionsOf(TODAY)),
    ]


def test_a_reception_that_became_a_case_leads_to_it(opened, asked):
    from app.receptions import turn_into_case

    made = case(TODAY + timedelta(days=9))
    turn_into_case(reception(), made.id)
    page = opened()
    page.beside.receptions.chosen.emit(page.beside.receptions.entries()[0])
    assert asked == [("case", made.id)]


def test_drafts_are_gone_on_with_where_they_belong(opened, asked):
    who = makers.somebody()
    one = drafts.keep("case", None, "王* · 低保", {}, who.id, NOW - timedelta(hours=3))
    other = drafts.keep(FORM, None, "接待", {}, who.id, NOW - timedelta(days=2))
    visit = drafts.keep("visit", None, "上门 王*", {}, who.id, NOW - timedelta(days=3))
    drafts.keep("something else", None, "", {}, who.id, NOW)
    page = opened()
    page.cards["drafts"].click()
    view = page.todo.views["drafts"]
    assert [view.table.text(row, 2) for row in range(3)] == ["3 小时前", "2 天前", "3 天前"]
    Typist().press(KEY.Key_Down).enter()
    Typist().press(KEY.Key_Down).enter().press(KEY.Key_Down).enter()
    gone_on = [("intake", one), ("reception", other), ("request", visit)]
    assert asked == [(page, Resume(draft)) for page, draft in gone_on]


def test_a_move_that_was_begun_is_gone_on_with(opened, asked):
    made = case(TODAY + timedelta(days=9))
    move = next_moves(made.id, TODAY)[0]
    keep(made.id, move, {"note": "交派出所"}, None, makers.somebody(), NOW)
    page = opened()
    page.cards["drafts"].click()
    assert page.todo.views["drafts"].record().title == f"{move.name} · {made.number}"
    Typist().press(KEY.Key_Down).enter()
    assert asked == [("act", WantedAct(made.id, move.act))]


def test_the_page_catches_up_with_what_is_saved(opened):
    page = opened()
    assert page.cards["receptions"].figure == 0
    reception()
    assert page.cards["receptions"].figure == 1
    assert page.beside.part.note.text == "1 人次"


def test_fewer_cases_are_told_as_good_news(opened):
    for month in (5, 6, 6, 9):
        makers.case(received_at=datetime(2026, month, 12, 9))
    page = opened()
    assert page.beside.said.text == "近 3 个整月少收 2 件，更好办了"
    assert page.beside.said.tone is Tone.GOOD


def test_nothing_is_said_of_months_that_cannot_be_compared(opened):
    makers.case(received_at=datetime(2026, 9, 12, 9))
    assert opened().beside.said.isHidden()


def test_in_december_the_next_years_holidays_are_asked_for(opened, asked, desk, qtbot):
    december = date(2026, 12, 1)
    badge = (SETTINGS, 1, Tone.WARN)
    with qtbot.waitSignal(desk.errands.badged, check_params_cb=lambda *b: b == badge):
        page = opened(today=lambda: december)
    assert "2027" in page.reminder.title
    page.reminder._acts[0].click()
    assert asked == [("option", CALENDAR)]
    page.resize(835, 428)
    assert page.reminder.isHidden()


def test_in_november_nobody_is_reminded(opened):
    assert opened().reminder.isHidden()


def test_whoever_sits_there_is_greeted(opened):
    page = opened(now=lambda: NOW.replace(hour=19), who=lambda: Who(9, "李建国", "09"))
    assert page.note.text.startswith("晚上好，李建国。")


def test_of_many_visits_those_still_to_be_gone_to_stand_first(opened, desk, qtbot):
    visiting.furnish()
    crew = visiting.crew()
    when = {"day": TODAY, "half": None, "override": "今天是周日，等不及"}
    visits = []
    for hour in range(9, 14):
        served = makers.wife(name=f"人{hour}", id_number="")
        visit = visiting.requested(served=served, phone="10012345678")
        visits.append(visiting.planned(visit, crew, starts=time(hour), **when))
    there = {"arrived_at": NOW - timedelta(minutes=20), "left_at": NOW}
    said = OutcomeDraft(outcome=VisitOutcome.DONE, **there)
    record_outcome(visits[0], said, makers.somebody(), NOW)
    entries = opened().beside.visits.entries()
    assert [one.key for one in entries] == [*visits[1:4], None]
    assert entries[-1].title == "还有 2 户"
    went = []
    desk.errands.page_wanted.connect(went.append)
    visiting.requested()
    badge = (VISITS, 1, Tone.VISIT)  # also while the page of visits was not looked at yet
    with qtbot.waitSignal(desk.errands.badged, check_params_cb=lambda *b: b == badge):
        page = opened()
    page.beside.visits.chosen.emit(entries[-1])
    assert went == [VISITS]
