"""The statistics at the desk, with the keyboard alone."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLayout

from app.cases.case_list import case_ids
from app.cases.filters import CaseFilter
from app.statistics.counted import Figure
from models import Case
from models.choices import Cause, Status
from tests.app.appraising import visited
from tests.app.month_stores import add_case, add_person, add_unit, found_centre
from tests.conftest import TODAY
from tests.ui.typist import Typist
from ui.cases.filters import FilterBar
from ui.kit import ask
from ui.kit.leaves import leaves_of
from ui.kit.print_sheet import PrintSheet
from ui.kit.style import DARK, LIGHT, Tone, wear
from ui.statistics.gone_sheet import GoneSheet
from ui.statistics.page import StatisticsPage
from ui.statistics.table_sheet import TableSheet

KEY, HELD = Qt.Key, Qt.KeyboardModifier
MONTHS, CAUSES, UNITS, OPINIONS, KINDS, TRIPS, VISITS = range(7)


@pytest.fixture
def cases(store):
    """Nine of September in one village, one of them late; fewer in October, in another."""
    found_centre()
    near, far = add_person(village=1), add_person(village=2)
    for day in range(1, 10):
        done = {"concluded_at": datetime(2026, 9, day + 3, 16), "trips": 4, "trips_after": 1}
        case = add_case(datetime(2026, 9, day, 9), applicant=near, cause=Cause.DATA, **done)
        add_unit(case, "lead", "县医保局" if day % 2 else "镇残联")
    late = add_case(datetime(2026, 10, 9, 9), applicant=far, concluded_at=datetime(2026, 10, 30, 9))
    add_unit(late, "lead", "镇残联")
    return late


@pytest.fixture
def page(qtbot, cases, desk):
    page = StatisticsPage(desk)
    page.layout().setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # as in the window
    page.resize(1182, 684)
    page.show()
    with qtbot.waitActive(page):
        page.activateWindow()
    qtbot.waitUntil(lambda: page.seen is not None)
    page.first.setFocus()
    yield page
    page.close()
    page.deleteLater()


def sheet(page, kind):
    return next(one for one in page.window().findChildren(kind) if one.isVisible())


def figure(page, which):
    return page.charts[which].drawing.figure


def test_the_charts_tell_the_story_of_the_cases(page):
    assert figure(page, MONTHS) == "10 件受理，10 件办结"
    assert figure(page, CAUSES) == "9/10"
    assert figure(page, UNITS) == "9/10（90.0%）"
    assert figure(page, TRIPS) == "少跑 27 次"
    assert figure(page, OPINIONS) == figure(page, VISITS) == "—"
    assert page.charts[OPINIONS].drawing.meaning == "10 件办结，都没有评价"
    assert "收 10 件，办结 10 件" in page.telling.plain.text()


def test_the_arrows_step_over_the_bars_and_enter_opens_their_cases(page, qtbot, desk):
    keys = Typist().press(KEY.Key_End)  # this month
    chart = page.charts[MONTHS]
    assert chart.accessibleDescription() == "2026年11月受理 0 件"
    keys.press(KEY.Key_Left, 2)
    assert chart.accessibleDescription() == "2026年9月受理 9 件"
    keys.press(KEY.Key_Down)
    assert chart.accessibleDescription() == "2026年9月办结 9 件"
    with qtbot.waitSignal(desk.errands.cases_wanted) as wanted:
        keys.enter()
    (asked,) = wanted.args
    assert len(case_ids(asked, TODAY)) == 9
    assert str(asked.counted) == "2026年9月办结"


def test_from_chart_to_chart_with_tab_and_to_what_was_late_with_right(page, qtbot, desk, cases):
    keys = Typist().tab(2)
    chart = page.charts[UNITS]
    assert chart.hasFocus()
    assert chart.accessibleName() == "单位按时办结：9/10（90.0%）到期的件里按时办结的"
    at = next(n for n, row in enumerate(chart.drawing.bars.rows) if row[1].value)
    keys.press(KEY.Key_Home).press(KEY.Key_Down, at).press(KEY.Key_Right)
    assert chart.accessibleDescription() == "镇残联没有按时 1 件"
    with qtbot.waitSignal(desk.errands.cases_wanted) as wanted:
        keys.enter()
    assert list(case_ids(wanted.args[0], TODAY)) == [cases]


def test_a_bar_of_home_visits_opens_them_one_by_one(page, qtbot, desk, cases):
    visit = visited(cases, "镇残联", when=datetime(2026, 10, 21, 10))
    page.refresh()
    qtbot.waitUntil(lambda: figure(page, VISITS) == "1/1（100.0%）")
    page.charts[VISITS].setFocus()
    assert page.charts[VISITS].piece().said == "办成 1 次"
    Typist().enter()
    gone = sheet(page, GoneSheet)
    assert gone.view.table.text(0, 0) == "2026-10-21 10:00"
    with qtbot.waitSignal(desk.errands.visit_wanted) as wanted:
        Typist().enter()
    assert wanted.args == [visit.id]


def test_a_bar_is_pressed_with_the_mouse_too(page, qtbot, desk):
    chart = page.charts[CAUSES]
    box = chart.drawing.bars.boxes(chart.drawing.room(QRectF(chart.rect())))[0][0]
    with qtbot.waitSignal(desk.errands.cases_wanted) as wanted:
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert wanted.args[0].counted.of is Cause.DATA
    beside = QPoint(chart.width() - 4, 4)
    with qtbot.assertNotEmitted(desk.errands.cases_wanted):
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=beside)


def test_the_list_says_what_was_counted_and_lets_it_be_taken_away(qtbot, page, desk):
    with qtbot.waitSignal(desk.errands.cases_wanted) as wanted:
        Typist().tab().enter()
    bar = FilterBar()
    qtbot.addWidget(bar)
    bar.set_wanted(wanted.args[0])
    assert bar.counted.words() == "统计：2025-12-01至2026-11-22受理，部门间数据传输不及时"
    assert bar.wanted() == wanted.args[0]
    bar.counted.set_value(None)
    assert bar.wanted() == CaseFilter()


def test_the_time_and_the_place_are_chosen_and_kept(page, qtbot):
    page.filters.stretch.setFocus()
    Typist().press(KEY.Key_1)
    qtbot.waitUntil(lambda: figure(page, MONTHS) == "0 件受理，0 件办结")
    assert page.telling.good.text.startswith("这段时间没有反映件")
    Typist().press(KEY.Key_6).tab()
    Typist().write("2026.9.5").tab().write("2026.10.31").tab()
    qtbot.waitUntil(lambda: figure(page, MONTHS) == "6 件受理，9 件办结")
    page.filters.village.setFocus()
    Typist().enter().press(KEY.Key_Down).enter()
    qtbot.waitUntil(lambda: page.seen.village == "石桥村")
    assert figure(page, MONTHS) == "1 件受理，1 件办结"
    page.stale()  # another day: what was chosen stays
    qtbot.waitUntil(lambda: not page.desk.tasks.is_busy())
    assert (page.seen.village, page.seen.span.first) == ("石桥村", date(2026, 9, 5))


def test_a_stretch_that_is_none_is_said_beside_it_and_nothing_is_counted(page, qtbot):
    page.filters.stretch.setFocus()
    Typist().press(KEY.Key_6)
    qtbot.waitUntil(lambda: page.seen.span.first == date(2026, 9, 1))
    before = page.seen
    Typist().tab().write("2027.1.1").tab()
    assert page.filters.wrong.text == "还没有到这一天"
    qtbot.waitUntil(lambda: not page.desk.tasks.is_busy())
    assert page.seen is before


def test_what_changes_is_counted_again_while_the_keyboard_stays(page, qtbot, desk, cases):
    keys = Typist().tab(2).press(KEY.Key_Down)
    Case.update(status=Status.ARCHIVED, cause=Cause.POLICY).where(Case.id == cases).execute()
    before = page.seen
    page.stale()
    qtbot.waitUntil(lambda: page.seen is not before)
    assert keys.here() is page.charts[UNITS]
    assert page.charts[UNITS].at == (1, 0)


def test_the_table_behind_a_chart_is_copied_for_excel(page, desk, qtbot):
    Typist().tab(2).press(KEY.Key_T)
    table = sheet(page, TableSheet)
    assert "答复期限在本期到期的件中" in table._table.meaning
    Typist().press(KEY.Key_F8)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].split("\t") == ["单位", "按时办结", "没有按时", "到期", "按时办结率"]
    assert sorted(line.split("\t")[1:] for line in lines[1:]) == [
        ["4", "1", "5", "80.0%"],
        ["5", "0", "5", "100.0%"],
    ]
    with qtbot.waitSignal(desk.errands.cases_wanted) as wanted:
        Typist().enter()
    assert wanted.args[0].counted.of in ("县医保局", "镇残联")
    assert page.charts[UNITS].hasFocus()
    Typist().press(KEY.Key_T)
    with qtbot.waitSignal(desk.errands.cases_wanted) as wanted:
        Typist().press(KEY.Key_F7)
    assert wanted.args[0].counted.figure is Figure.LATE


def test_a_chart_is_copied_as_a_picture_on_white_in_every_scheme(page, qtbot, qapp):
    wear(qapp, DARK)
    Typist().tab().press(KEY.Key_C, modifier=HELD.ControlModifier)
    wear(qapp, LIGHT)
    picture = QGuiApplication.clipboard().image()
    chart = page.charts[CAUSES]
    assert (picture.width(), picture.height()) == (2 * chart.width(), 2 * chart.drawing.height)
    assert picture.pixelColor(2, 2).name() == "#ffffff"
    bar = chart.drawing.bars.boxes(chart.drawing.room(QRectF(chart.rect())))[0][0].center() * 2
    assert picture.pixelColor(bar.toPoint()).name() == LIGHT.hue(Tone.PRIMARY).ink.lower()


def test_the_page_is_printed_on_one_sheet_and_read_back(page, tmp_path, monkeypatch, qtbot):
    Typist().press(KEY.Key_P, modifier=HELD.ControlModifier)
    paper = sheet(page, PrintSheet)
    path = tmp_path / "统计.pdf"
    monkeypatch.setattr(ask, "where_to_save", lambda *_: path)
    paper.save.click()
    (leaf,) = leaves_of(path)
    assert (round(leaf.size.width()), round(leaf.size.height())) == (595, 842)
    picture = leaf.picture(1000)
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 3)
        for y in range(0, picture.height(), 3)
    }
    assert LIGHT.hue(Tone.PRIMARY).ink.lower() in colours
    assert [picture.pixelColor(x, 1380).name() for x in (300, 700)] == ["#ffffff"] * 2  # the margin


def test_the_cards_stand_in_as_many_columns_as_there_is_room_for(page, qtbot):
    def columns():
        return len({chart.x() for chart in page.charts[1:]})

    assert columns() == 2
    assert page.charts[MONTHS].width() > 2 * page.charts[CAUSES].width()
    page.resize(1700, 900)
    qtbot.waitUntil(lambda: columns() == 3)
    page.resize(520, 500)
    qtbot.waitUntil(lambda: columns() == 1)
    for chart in page.charts:
        right = QPoint(chart.width(), 0)
        qtbot.waitUntil(lambda one=chart, at=right: one.mapTo(page, at).x() <= page.width())
