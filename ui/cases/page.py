"""The ledger: filters, the table, and the chosen case beside it."""

from functools import partial

from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.cases.case_list import CaseRow
from app.cases.filters import CaseFilter
from app.changes import Kind
from ui.cases.case_view import CaseView
from ui.cases.filters import FilterBar, last_month
from ui.cases.ledger import Beside, Ledger, whole
from ui.cases.listing import Listing, counts
from ui.cases.nothing import is_of_this_month, nothing
from ui.cases.walk import WalkBar
from ui.kit.button import Button, Rank
from ui.kit.card import Card
from ui.kit.desk import Desk
from ui.kit.empty import EmptyState
from ui.kit.errands import CASES, WantedAct
from ui.kit.page import Page
from ui.kit.style import WIDE

LIST_SHARE, CASE_SHARE = 36, 64
NARROW = 1000  # of the page: below it the list folds away beside a case


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
            Kind.WORDING,
            Kind.LOCKS,
        }
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.listing = Listing()
        self.visited: int | None = None  # a case somebody came for, and goes back from
        self.register = Button("登记受理", Rank.PRIMARY, icon="plus", key="F2")
        self.act(self.register)
        self.filters, self.walk = FilterBar(), WalkBar()
        self.walk.hide()
        self.ledger, self.beside = whole(desk), Beside(desk)
        self.case = CaseView(desk)
        self.every, self.earlier = Button("看全部办件"), Button("看上个月")
        self.empty = EmptyState("sprout", "", "", self.earlier, self.every)
        self.list_card, self.beside_card = _carded(self.ledger), _carded(self.beside)
        self.split = self._split()
        self.stack = QStackedWidget()
        for part in (self.list_card, self.split, self.empty):
            self.stack.addWidget(part)
        for part in (self.filters, self.walk):
            self.body.addWidget(part)
        self.body.addWidget(self.stack, 1)
        self.first = self.ledger
        self._listen()

    def _split(self) -> QWidget:
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(WIDE)
        row.addWidget(self.beside_card, LIST_SHARE)
        row.addWidget(self.case, CASE_SHARE)
        return both

    def _listen(self) -> None:
        self.register.clicked.connect(lambda: self.desk.errands.intake_wanted.emit(None))
        self.filters.changed.connect(self._filter)
        for view in (self.ledger, self.beside):
            view.sort_wanted.connect(self._sort)
        self.ledger.wanted.connect(self.open_case)
        self.beside.chosen.connect(self._show_chosen)
        self.beside.opened.connect(lambda _: self.case.top.act_button().setFocus())
        self.walk.back.clicked.connect(self.close_case)
        self.walk.before.clicked.connect(lambda: self._step(-1))
        self.walk.after.clicked.connect(lambda: self._step(1))
        for key, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            QShortcut(QKeySequence(key), self.beside_card).activated.connect(
                partial(self._step, by)
            )
        self.every.clicked.connect(lambda: self.filters.set_wanted(CaseFilter()))
        self.earlier.clicked.connect(self._show_last_month)

    def refresh(self) -> None:
        self.filters.read_again(self.desk.today())
        self._read_list()
        self.note.say(counts(self.desk.today()))
        self.case.refresh()

    def take(self, wanted: object) -> None:
        if isinstance(wanted, CaseFilter):
            self.filters.set_wanted(wanted)
            self.close_case()
        elif isinstance(wanted, int):
            self.open_case(wanted)
        elif isinstance(wanted, WantedAct):
            self.open_case(wanted.case_id)
            self.visited = wanted.case_id
            self.case.top.begin(wanted.act)

    def back(self) -> bool:
        """To the list; whoever came for an act, to where they came from."""
        if not self.is_split():
            return False
        elsewhere = self.visited == self.case.case_id
        self.close_case()
        return not elsewhere

    def is_split(self) -> bool:
        return self.case.case_id is not None

    def open_case(self, case_id: int) -> None:
        """The case, and in the list beside it its place; where a filter hides it, without."""
        if self.listing.place(case_id) < 0 and self.filters.is_set():
            self.case.forget()
            self.filters.set_wanted(CaseFilter())
        self.case.show_case(case_id)
        self._choose(self.beside, case_id)
        self._show_parts()
        self._take_keyboard()

    def close_case(self) -> None:
        shown = self.case.case_id
        self.case.forget()
        self._show_parts()
        if shown is not None:
            self._choose(self.ledger, shown)
        self.first = self.ledger
        self.ledger.setFocus()

    def _filter(self) -> None:
        """Another list; a case stays open while there is one to walk through."""
        self._read_list()
        if not self.listing and self.is_split():
            self.close_case()

    def _sort(self, key: str, ascending: bool) -> None:  # noqa: FBT001 (a signal's argument)
        self.listing.sort(key, ascending=ascending)
        self._read_list()

    def _read_list(self) -> None:
        wanted, today = self.filters.wanted(), self.desk.today()
        rows = self.listing.read(wanted, today)
        for view in (self.ledger, self.beside):
            view.show_rows(rows)
            view.show_sort(self.listing.order, ascending=not self.listing.descending)
        if self.case.case_id is not None:
            self._choose(self.beside, self.case.case_id)
        self.filters.note.setText(self.listing.in_words())
        self.empty.say(*nothing(wanted, today))
        self.every.setVisible(self.filters.is_set())
        self.earlier.setVisible(is_of_this_month(wanted, today))
        self._show_parts()

    def _choose(self, view: Ledger, case_id: int) -> None:
        """Wherever it is in the list, also on a page that was not read yet."""
        record = view.record()
        if record is not None and record.id == case_id:
            return
        place = self.listing.place(case_id)
        if place >= 0:
            view.choose_row(place)
        else:
            view.choose_none()

    def _show_chosen(self, record: CaseRow) -> None:
        if self.is_split() and record.id != self.case.case_id:
            self.case.show_case(record.id)
            self._say_place()
            self._take_keyboard()

    def _take_keyboard(self) -> None:
        """The list has it; where the list is folded away, the case."""
        alone = self.beside_card.isHidden()
        self.first = self.case.top.act_button() if alone else self.beside
        self.first.setFocus()

    def _step(self, by: int) -> None:
        if self.is_split():
            self.beside.choose_row(self.beside.currentIndex().row() + by)

    def _show_parts(self) -> None:
        """The list, the list and a case, a case alone, or a word about why there is nothing."""
        split, alone = self.is_split(), self.is_split() and self.width() < NARROW
        for part in (self.name, self.note, self.register, self.filters, self.beside_card):
            part.setVisible(not alone)  # a low window has its room for the case
        self.walk.setVisible(alone)
        self.register.set_rank(Rank.PLAIN if split else Rank.PRIMARY)
        self._say_place()
        if split:
            self.stack.setCurrentWidget(self.split)
        else:
            self.stack.setCurrentWidget(self.list_card if self.listing else self.empty)

    def _say_place(self) -> None:
        self.walk.say(self.beside.currentIndex().row(), len(self.listing))

    def _show_last_month(self) -> None:
        first, last = last_month(self.desk.today())
        self.filters.set_wanted(CaseFilter(received_from=first, received_to=last))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is pasted while the keyboard is in the list belongs to the case beside it."""
        pasted = event.matches(QKeySequence.StandardKey.Paste)
        if not (pasted and self.is_split() and self.case.drops.paste()):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_parts()


def _carded(view: Ledger) -> Card:
    card = Card(flush=True)
    card.body.addWidget(view)
    return card
