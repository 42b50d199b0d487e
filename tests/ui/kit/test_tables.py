"""Tables of few and of very many rows."""

import csv
import io

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.kit.editors import Line
from ui.kit.field import Field
from ui.kit.paged import PAGE, Paged
from ui.kit.record_view import RecordView
from ui.kit.table import Column
from ui.kit.tsv import as_cell, as_tsv

COLUMNS = (
    Column("编号", lambda row: row[0], key="number", width=120),
    Column("事项", lambda row: row[1]),
    Column("跑过", lambda row: row[2], number=True, key="trips", width=80),
)
MANY = 100_000


def rows_from(first, count):
    return [(number, f"事项 {number}", number % 7) for number in range(first, first + count)]


class Ledger:
    """A store of many rows that remembers what was read of it."""

    def __init__(self, count=MANY):
        self.count, self.reads = count, []

    def fetch(self, offset, limit):
        self.reads.append(offset)
        return rows_from(offset, min(limit, self.count - offset))

    def paged(self):
        return Paged(self.count, self.fetch)


@pytest.fixture
def view(shown):
    made = RecordView(COLUMNS, name="办件", id_of=lambda row: row[0])
    shown(made)
    return made


def clipboard():
    return QApplication.clipboard().text()


# --- many rows


def test_of_100_000_rows_only_those_looked_at_are_read(view):
    ledger = Ledger()
    view.show_rows(ledger.paged())
    QApplication.processEvents()
    assert ledger.reads == [0]
    assert view.table.rowCount() == MANY
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    QApplication.processEvents()
    assert len(ledger.reads) <= 3
    middle = view.rowAt(10)
    assert view.table.text(middle, 1) == f"事项 {middle}"


def test_the_end_key_reads_the_last_page_and_chooses_the_last_row(view, heard):
    ledger, chosen = Ledger(), heard(view.chosen)
    view.show_rows(ledger.paged())
    view.setFocus()
    view.choose_row(0)
    QTest.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert chosen[-1][0][0] == MANY - 1
    assert set(ledger.reads) <= {0, MANY - PAGE}


def test_painting_never_reads(view):
    ledger = Ledger()
    view.show_rows(ledger.paged())
    before = list(ledger.reads)
    assert view.table.index(50_000, 0).data() == ""
    view.grab()
    assert ledger.reads == before


def test_only_the_last_pages_are_kept():
    ledger = Ledger()
    paged = Paged(MANY, ledger.fetch, kept=3)
    for page in range(5):
        paged.want(page * PAGE, page * PAGE)
    assert [paged.seen(page * PAGE) is None for page in range(5)] == [
        True,
        True,
        False,
        False,
        False,
    ]
    paged.want(2 * PAGE, 2 * PAGE)
    assert len(ledger.reads) == 5


def test_rows_that_went_away_in_between_are_empty(view):
    view.show_rows(Paged(500, lambda offset, limit: rows_from(offset, 3)))
    assert [view.table.text(row, 0) for row in (2, 3)] == ["2", ""]
    view.choose_row(3)
    assert view.record() is None
    view.grab()


def test_the_chosen_row_stays_chosen_when_it_has_moved(view, heard):
    view.show_rows(Paged(MANY, lambda offset, limit: rows_from(offset, limit)))
    view.choose_row(40_000)
    scrolled = view.verticalScrollBar().value()
    chosen = heard(view.chosen)
    view.show_rows(Paged(MANY + 2, lambda offset, limit: rows_from(offset - 2, limit)))
    assert view.record()[0] == 40_000
    assert view.currentIndex().row() == 40_002
    assert chosen == []
    assert abs(view.verticalScrollBar().value() - scrolled) <= 2 * 36


# --- few rows


def test_the_chosen_row_stays_chosen_by_its_id(view, heard):
    view.show_rows(rows_from(0, 10))
    chosen = heard(view.chosen)
    assert view.choose(7)
    view.show_rows(list(reversed(rows_from(0, 10))))
    assert (view.record()[0], view.currentIndex().row()) == (7, 2)
    assert [record[0] for (record,) in chosen] == [7]
    assert not view.choose(99)


def test_arrows_choose_and_enter_opens(view, heard):
    chosen, opened = heard(view.chosen), heard(view.opened)
    view.show_rows(rows_from(0, 5))
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Return)  # nothing is chosen yet: it begins at the first
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert [record[0] for (record,) in chosen] == [0, 1]
    assert [record[0] for (record,) in opened] == [1]


def test_after_choosing_none_the_same_row_can_be_chosen_again(view, heard):
    chosen = heard(view.chosen)
    view.show_rows(rows_from(0, 5))
    for _ in range(2):
        view.choose_row(1)
        view.choose_none()
    assert [record[0] for (record,) in chosen] == [1, 1]
    assert view.record() is None


def test_pressing_a_head_asks_for_that_order_and_again_for_the_other(view, heard):
    wanted = heard(view.sort_wanted)
    view.show_rows(rows_from(0, 5))

    def press(column):
        spot = view.head.sectionViewportPosition(column) + 10
        QTest.mouseClick(view.head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(spot, 10))

    press(2)
    view.show_sort("trips", ascending=True)
    press(2)
    press(1)
    press(0)
    assert wanted == [("trips", True), ("trips", False), ("number", True)]


def test_the_head_says_by_what_it_is_sorted(view):
    view.show_sort("trips", ascending=False)
    said = [
        view.table.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
        for column in range(3)
    ]
    assert said == ["编号", "事项", "跑过 降序"]


def test_widths_are_remembered(shown):
    remembered = {}
    for width in (120, 210):
        view = RecordView(COLUMNS, name="办件", remember=remembered)
        shown(view)
        assert view.columnWidth(0) == width
        view.head.resizeSection(0, 210)
    assert remembered["办件.编号"] == "210"


@pytest.mark.parametrize(("kept", "width"), [("坏的", 120), ("-5", 120), ("1", 44), ("99999", 900)])
def test_a_broken_memory_of_widths_does_no_harm(shown, kept, width):
    view = RecordView(COLUMNS, name="办件", remember={"办件.编号": kept})
    shown(view)
    assert view.columnWidth(0) == width


def test_tab_leaves_a_table(shown):
    view, line = RecordView(COLUMNS), Line()
    view.show_rows(rows_from(0, 3))
    shown(view, Field(line))
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is line


# --- copying


def test_marked_rows_are_copied_as_a_table(view):
    view.show_rows([(1, "甲\n乙", 3), (2, '说"不"', 4), (3, "=1+1", -5)])
    view.setFocus()
    view.selectAll()
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    read = list(csv.reader(io.StringIO(clipboard()), delimiter="\t"))
    assert read == [["1", "甲\n乙", "3"], ["2", '说"不"', "4"], ["3", "'=1+1", "-5"]]


def test_rows_that_were_not_read_yet_are_read_to_be_copied(view):
    ledger = Ledger(1_000)
    view.show_rows(ledger.paged())
    view.setFocus()
    view.selectAll()
    view.copy_rows()
    lines = clipboard().splitlines()
    assert len(lines) == 1_000
    assert lines[-1] == "999\t事项 999\t5"


def test_with_nothing_marked_the_clipboard_is_left_alone(view):
    QApplication.clipboard().setText("别的")
    view.show_rows(rows_from(0, 3))
    view.copy_rows()
    assert clipboard() == "别的"


@pytest.mark.parametrize(
    ("shown_text", "copied"),
    [
        ("石门村", "石门村"),
        ("=SUM(A1)", "'=SUM(A1)"),
        ("+86 100", "'+86 100"),
        ("-1+2", "'-1+2"),
        ("@cmd", "'@cmd"),
        ("＝1", "'＝1"),
        ("  =1", "'  =1"),
        ("-5", "-5"),
        ("-5.5", "-5.5"),
        ("93 %", "93 %"),
        ("05710000", "'05710000"),
        ("330111198605020536", "'330111198605020536"),
        ("10012345678", "10012345678"),
        ("0", "0"),
        ("甲\t乙", '"甲\t乙"'),
        ('"', '""""'),
        ("=a\nb", '"\'=a\nb"'),
        ("", ""),
    ],
)
def test_what_is_pasted_is_what_was_shown_and_never_a_formula(shown_text, copied):
    assert as_cell(shown_text) == copied


def test_columns_are_parted_by_tabs_and_rows_by_lines():
    assert as_tsv([["甲", "乙"], ["丙", ""]]) == "甲\t乙\n丙\t"
