"""The ledger: filters, the table, and the chosen case beside it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.case_filters import OPEN, CaseFilter, DueWithin, Order
from app.case_list import CaseRow, case_ids, case_rows, count
from app.changes import Kind
from ui.cases import columns
from ui.cases.case_view import CaseView
from ui.cases.filters import FilterBar
from ui.kit.button import Button, Rank
from ui.kit.card import Card
from ui.kit.desk import Desk
from ui.kit.empty import EmptyState
from ui.kit.errands import CASES
from ui.kit.page import Page
from ui.kit.paged import Paged
from ui.kit.record_view import RecordView
from ui.kit.style import WIDE
from ui.kit.table import Column

ONE_LINE, TWO_LINES = 36, 52
LIST_SHARE, CASE_SHARE = 36, 64


class CasesPage(Page):
    """With a case chosen the table keeps two columns and the case stands beside it."""

    title = CASES
    watches = frozenset(
        {
            Kind.CASES,
            Kind.PARTIES,
            Kind.PAPERS,
            Kind.ATTACHMENTS,
            Kind.DIRECTORY,
            Kind.STAFF,
            Kind.CALENDAR,
        }
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._order, self._descending = Order.RECEIVED, True
        self.register = Button("登记受理", Rank.PRIMARY, icon="plus", key="F2")
        self.register.clicked.connect(lambda: desk.errands.intake_wanted.emit(None))
        self.act(self.register)
        self.filters = FilterBar()
        self.filters.changed.connect(self._read_list)
        self.body.addWidget(self.filters)
        self.ledger = self._table(columns.whole(desk.today), "ledger", ONE_LINE)
        self.beside = self._table(columns.short(desk.today), "", TWO_LINES)
        self.case = CaseView(desk)
        self.empty = EmptyState("sprout", "", "", self._show_all_button())
        self.stack = QStackedWidget()
        self.split = self._split()
        for part in (self._carded(self.ledger), self.split, self.empty):
            self.stack.addWidget(part)
        self.body.addWidget(self.stack, 1)
        self.first = self.ledger

    def refresh(self) -> None:
        self.filters.read_again(self.desk.today())
        self._read_list()
        self._say_counts()
        if self._is_split():
            self.case.refresh()

    def take(self, wanted: object) -> None:
        if isinstance(wanted, CaseFilter):
            self.close_case()
            self.filters.set_wanted(wanted)
            self.ledger.setFocus()
        elif isinstance(wanted, int):
            self.open_case(wanted)

    def back(self) -> bool:
        if not self._is_split():
            return False
        self.close_case()
        return True

    def open_case(self, case_id: int) -> None:
        self.case.show_case(case_id)
        self.stack.setCurrentWidget(self.split)
        self.register.set_rank(Rank.PLAIN)
        self.beside.choose(case_id)
        self.beside.setFocus()
        self.first = self.beside

    def close_case(self) -> None:
        chosen = self.case.case_id
        self.register.set_rank(Rank.PRIMARY)
        self.first = self.ledger
        self.case.forget()
        self._read_list()
        if chosen is not None:
            self.ledger.choose(chosen)
        self.ledger.setFocus()

    def _table(self, shown: Sequence[Column[CaseRow]], name: str, row: int) -> RecordView:
        view = RecordView(
            shown,
            name=name,
            row=row,
            id_of=lambda record: record.id,
            remember=self.desk.remember,
        )
        view.setAccessibleName("办件")
        view.sort_wanted.connect(self._sort)
        view.opened.connect(lambda record: self.open_case(record.id))
        return view

    def _carded(self, view: RecordView) -> Card:
        card = Card(flush=True)
        card.body.addWidget(view)
        return card

    def _split(self) -> QWidget:
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(WIDE)
        row.addWidget(self._carded(self.beside), LIST_SHARE)
        row.addWidget(self.case, CASE_SHARE)
        self.beside.chosen.connect(self._show_chosen)
        return both

    def _show_chosen(self, record: CaseRow | None) -> None:
        if record is not None and self._is_split() and record.id != self.case.case_id:
            self.case.show_case(record.id)

    def _show_all_button(self) -> Button:
        every = Button("看全部办件")
        every.clicked.connect(lambda: self.filters.set_wanted(CaseFilter()))
        return every

    def _is_split(self) -> bool:
        return self.case.case_id is not None

    def _sort(self, key: str, ascending: bool) -> None:  # noqa: FBT001 (a signal's argument)
        self._order, self._descending = Order.of(key), not ascending
        self._read_list()

    def _read_list(self) -> None:
        wanted, today = self.filters.wanted(), self.desk.today()
        ids = case_ids(wanted, today, self._order, descending=self._descending)
        rows = Paged(len(ids), partial(_page, ids))
        for view in (self.ledger, self.beside):
            view.show_rows(rows)
            view.show_sort(self._order, ascending=not self._descending)
        self.filters.note.setText(f"共 {len(ids)} 件" if ids else "")
        if self._is_split():
            self.stack.setCurrentWidget(self.split)
        else:
            self._say_empty()
            self.stack.setCurrentIndex(0 if ids else 2)

    def _say_empty(self) -> None:
        if self.filters.is_set():
            self.empty.say("search", "没有符合的办件", "换一个条件，或者清除条件看全部。")
        else:
            self.empty.say("sprout", "还没有反映件", "没有人来，也是好消息。有人来，按 F2 登记。")

    def _say_counts(self) -> None:
        today = self.desk.today()
        pressing = {
            due: count(CaseFilter(due=due), today) for due in (DueWithin.OVERDUE, DueWithin.SOON)
        }
        said = [f"{due.label} {number} 件" for due, number in pressing.items() if number]
        here = count(CaseFilter(statuses=OPEN), today)
        self.note.say(" · ".join([f"在办 {here} 件", *said]))


def _page(ids: Sequence[int], offset: int, limit: int) -> list[CaseRow]:
    return case_rows(ids[offset : offset + limit])
