from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.cases import case_list
from app.cases.filters import CaseFilter
from app.deadlines.due_windows import DueWithin
from app.desk.todo import Todo
from app.directory import UnitDraft, VillageDraft, save_unit, save_village
from models.choices import Act, Cause, Status
from tests.makers import case, centre, conclude, husband, wife
from tests.ui.counter import CAME, cases, keyboard, move, on_the_desk
from ui.cases import listing
from ui.cases.page import CasesPage

KEY, HELD = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def open_page(qtbot, desk):
    centre()
    windows = []

    def show(**size):
        page = CasesPage(desk)
        windows.append(on_the_desk(qtbot, page, **size))
        page.first.setFocus()
        return page

    yield show
    windows.clear()


def numbers(view):
    view.table.want(0, view.table.rowCount() - 1)
    return [view.table.row(place).number[-3:] for place in range(view.table.rowCount())]


def spot(view, row):
    return view.visualRect(view.model().index(row, 0)).center()


def click(qtbot, view, row, modifier=HELD.NoModifier):
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, spot(view, row))


def test_the_ledger_lists_what_came_newest_first_and_masks_persons(open_page):
    cases(3)
    page = open_page()
    assert numbers(page.ledger) == ["003", "002", "001"]
    assert page.ledger.table.text(0, 2) == "刘**"
    assert page.filters.note.text() == "共 3 件，按受理时间"


def test_the_note_counts_what_is_open_late_and_due_soon(open_page):
    case(received_at=datetime(2026, 11, 2, 9, 0))  # due on the 9th
    case(received_at=datetime(2026, 11, 16, 9, 0))  # due on the 23rd, the next working day
    conclude(case(received_at=CAME).id, now=CAME)
    assert open_page().note.text == "在办 2 件 · 逾期 1 件 · 今明到期 1 件"


def test_every_chip_asks_and_clearing_shows_all(open_page, clerk):
    unit, village = save_unit(UnitDraft(name="派出所")), save_village(VillageDraft(name="石门村"))
    wanted = case(
        received_at=datetime(2026, 11, 2, 9, 0),
        beneficiary=wife(village="石门村"),
        cause=Cause.DATA,
    )
    move(wanted.id, Act.ASSIGN)
    case(received_at=CAME, lead="民政办", helpers=(), beneficiary=wife(name="邹芳", id_number=""))
    page = open_page()
    chips = page.filters
    for chip, value in (
        (chips.status, Status.HANDLING),
        (chips.due, DueWithin.OVERDUE),
        (chips.cause, Cause.DATA),
        (chips.unit, unit),
        (chips.village, village),
        (chips.time, (date(2026, 11, 1), date(2026, 11, 10))),
    ):
        chip.set_value(value)
        assert numbers(page.ledger) == ["001"], chip.name
        assert chips.clear.isVisible()
        chips.clear.click()
        assert page.ledger.table.rowCount() == 2
        assert not chips.clear.isVisible()
    chips.staff.set_value(clerk.id)
    assert page.ledger.table.rowCount() == 2


def test_a_filter_asked_for_from_elsewhere_stands_in_the_chips(open_page):
    cases(2)
    page = open_page()
    page.take(CaseFilter(todo=Todo.INFORM))
    assert page.filters.only.words() == "只看：待反馈"
    page.take(CaseFilter(text="失智"))
    assert (page.filters.text.words(), page.ledger.table.rowCount()) == ("查找：失智", 2)
    assert not page.filters.only.is_set()
    page.filters.text.click()  # there is nothing to choose, only to take away
    assert not page.filters.text.isVisible()


@pytest.mark.parametrize(
    ("wanted", "said", "acts"),
    [
        (CaseFilter(), "还没有反映件", (False, False)),
        (CaseFilter(due=DueWithin.OVERDUE), "没有逾期的办件", (False, True)),
        (
            CaseFilter(received_from=date(2026, 11, 1), received_to=date(2026, 11, 22)),
            "这个月还没有反映件",
            (True, True),
        ),
        (CaseFilter(text="低保"), "没有找到“低保”", (False, True)),
        (
            CaseFilter(text="低保", cause=Cause.DATA),
            "没有符合这些条件的办件",
            (False, True),
        ),
    ],
)
def test_an_empty_ledger_speaks(open_page, wanted, said, acts):
    page = open_page()
    page.take(wanted)
    assert page.stack.currentWidget() is page.empty
    assert page.empty.title.text() == said
    assert (page.earlier.isVisible(), page.every.isVisible()) == acts


def test_from_an_empty_month_one_goes_to_the_last(open_page):
    case(received_at=datetime(2026, 10, 12, 9, 0))
    page = open_page()
    page.take(CaseFilter(received_from=date(2026, 11, 1), received_to=date(2026, 11, 22)))
    page.earlier.click()
    assert page.filters.time.words() == "时间：上月"
    assert page.ledger.table.rowCount() == 1


def test_pressing_the_head_sorts_and_pressing_it_again_turns_it(open_page):
    for name in ("张三", "安娜", "李四"):
        case(received_at=CAME, beneficiary=wife(name=name, id_number=""))
    page = open_page()
    head = page.ledger.head
    head.sectionClicked.emit(2)
    persons = [page.ledger.table.text(row, 2) for row in range(3)]
    assert persons == ["安*", "李*", "张*"]
    head.sectionClicked.emit(2)
    assert [page.ledger.table.text(row, 2) for row in range(3)] == persons[::-1]
    assert page.filters.note.text() == "共 3 件，按服务对象"


def test_a_click_opens_the_case_beside_the_list_and_esc_closes_it(open_page, qtbot):
    opened = cases(3)
    page = open_page()
    click(qtbot, page.ledger, 1)
    assert page.stack.currentWidget() is page.split
    assert page.case.top.number.text() == opened[1].number
    assert page.beside.record().id == opened[1].id
    assert keyboard() is page.beside
    qtbot.keyClick(keyboard(), KEY.Key_Down)
    assert page.case.top.number.text() == opened[0].number
    assert page.back()
    assert page.stack.currentWidget() is page.list_card
    assert page.ledger.record().id == opened[0].id
    assert keyboard() is page.ledger
    assert not page.back()


def test_enter_opens_and_the_arrows_alone_do_not(open_page, qtbot):
    opened = cases(3)
    page = open_page()
    qtbot.keyClick(keyboard(), KEY.Key_Down)
    assert not page.is_split()
    qtbot.keyClick(keyboard(), KEY.Key_Return)
    assert page.case.case_id == opened[1].id


def test_a_double_click_opens_the_row_that_was_pressed(open_page, qtbot):
    """The second press falls on the list beside, where another row lies under the mouse."""
    opened = cases(9)
    page = open_page()
    place = spot(page.ledger, 6)
    qtbot.mouseClick(page.ledger.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(page.beside.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.beside.rowAt(place.y()) not in (-1, 6)
    assert page.case.case_id == opened[2].id


def test_several_rows_are_marked_and_copied_for_excel_without_opening_one(open_page, qtbot):
    cases(3)
    page = open_page()
    for row in (0, 2):
        click(qtbot, page.ledger, row, HELD.ControlModifier)
    qtbot.keyClick(page.ledger, KEY.Key_C, HELD.ControlModifier)
    copied = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[0][-3:] for line in copied] == ["003", "001"]
    assert copied[0].split("\t")[2] == "刘**"
    assert "刘秀珍" not in copied[0]
    assert not page.is_split()


def test_a_case_from_elsewhere_is_shown_although_the_filter_hides_it(open_page):
    opened = cases(2)
    page = open_page()
    page.take(CaseFilter(due=DueWithin.OVERDUE))
    page.take(opened[0].id)
    assert page.case.top.number.text() == opened[0].number
    assert page.beside.record().id == opened[0].id
    assert not page.filters.is_set()


def test_what_is_saved_elsewhere_is_there_at_once_and_the_open_case_stays(open_page):
    opened = cases(2)
    page = open_page()
    page.take(opened[0].id)
    move(opened[0].id, Act.ASSIGN)
    case(received_at=datetime(2026, 11, 19, 8, 0), applicant=husband())
    assert page.case.top.state.text == "办理中"
    assert page.beside.table.rowCount() == 3
    assert page.beside.record().id == opened[0].id
    assert page.note.text.startswith("在办 3 件")


def test_the_open_case_is_found_again_wherever_sorting_puts_it(open_page, monkeypatch):
    opened = cases(5)
    page = open_page()
    page.open_case(opened[4].id)
    monkeypatch.setattr("ui.kit.table.PAGE", 1)  # what is farther away is not looked through
    page.ledger.head.sectionClicked.emit(0)
    assert numbers(page.beside) == ["001", "002", "003", "004", "005"]
    assert page.beside.currentIndex().row() == 4
    assert page.case.case_id == opened[4].id


def test_a_case_that_leaves_the_list_by_its_move_stays_open(open_page):
    opened = cases(1)
    page = open_page()
    page.take(CaseFilter(statuses=(Status.REGISTERED,)))
    page.open_case(opened[0].id)
    move(opened[0].id, Act.ASSIGN)
    assert page.stack.currentWidget() is page.split
    assert page.case.top.state.text == "办理中"
    page.filters.due.set_value(DueWithin.OVERDUE)  # another list, and nothing in it
    assert page.stack.currentWidget() is page.empty


def test_in_a_narrow_window_the_case_has_the_page_to_itself(open_page, qtbot):
    opened = cases(3)
    page = open_page(width=835, height=428)
    assert page.ledger.isColumnHidden(3)  # the village goes, the matter stays readable
    assert page.ledger.columnWidth(4) >= 140
    page.open_case(opened[1].id)
    assert not page.beside.isVisible()
    assert not page.filters.isVisible()
    assert page.walk.place.text() == "第 2 件，共 3 件"
    qtbot.keyClick(keyboard(), KEY.Key_Down, HELD.AltModifier)
    assert page.case.case_id == opened[0].id
    assert not page.walk.after.isEnabled()
    assert keyboard() is page.case.top.next
    move(opened[2].id, Act.WITHDRAW)
    qtbot.keyClick(keyboard(), KEY.Key_Up, HELD.AltModifier)
    page.take(opened[2].id)
    assert keyboard() is page.case.top.more  # nothing is left to be done
    page.take(opened[0].id)
    page.window().resize(1182, 684)
    assert page.beside.isVisible()
    assert page.filters.isVisible()
    assert page.beside.record().id == opened[0].id


def test_of_100_000_cases_only_the_pages_looked_at_are_read(open_page, monkeypatch):
    opened = cases(3)
    real, read = case_list.case_ids, []

    def many(*asked, **how):
        ids = list(real(*asked, **how))
        return ids * (100_000 // len(ids))

    def rows(ids):
        read.append(len(ids))
        return [one for wanted in ids for one in [stored[wanted]]]

    stored = {one.id: one for one in case_list.case_rows([each.id for each in opened])}
    monkeypatch.setattr(listing, "case_ids", many)
    monkeypatch.setattr(listing, "case_rows", rows)
    page = open_page()
    assert page.ledger.table.rowCount() == 99_999
    assert sum(read) == 200
    page.ledger.verticalScrollBar().setValue(page.ledger.verticalScrollBar().maximum())
    assert sum(read) <= 600
    assert page.ledger.table.text(99_998, 0)


def test_a_column_keeps_its_width(open_page, desk):
    cases(1)
    page = open_page()
    page.ledger.head.resizeSection(2, 150)
    assert open_page().ledger.columnWidth(2) == 150
