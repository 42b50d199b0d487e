"""The desk: what is to be done today."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QWidget

from app import receptions
from app.calendar import year_to_enter
from app.case_list import WAITING, CaseRow, waiting
from app.changes import Kind
from app.drafts import KeptDraft
from app.receptions import ReceptionRow
from app.trend import trend
from ui.home import acts
from ui.home.acts import ACTS, Act
from ui.home.beside import Beside
from ui.kit.banner import Banner
from ui.kit.button import Button, Rank
from ui.kit.card import Card
from ui.kit.chip import Tag
from ui.kit.desk import Desk
from ui.kit.empty import EmptyState
from ui.kit.errands import CALENDAR, HOME, Correct, FromReception, ReceptionsOf, Resume
from ui.kit.figure_card import FigureCard
from ui.kit.keys import ENTER
from ui.kit.page import Page
from ui.kit.record_view import RecordView
from ui.kit.style import GAP, Tone
from ui.kit.text import EndLine

ABOVE_AND_BELOW = 104  # a card's title, and the line after the last row
TALL_ROW = 48


class HomePage(Page):
    title = HOME
    watches = frozenset(
        {Kind.CASES, Kind.RECEPTIONS, Kind.DRAFTS, Kind.PARTIES, Kind.CALENDAR, Kind.STAFF}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.chosen = ""
        self.register = Button("登记受理", Rank.PRIMARY, icon="plus", key="F2")
        self.receive = Button("记接待", icon="users", key="F3")
        self.register.clicked.connect(lambda: desk.errands.intake_wanted.emit(None))
        self.receive.clicked.connect(lambda: desk.errands.reception_wanted.emit(None))
        self.act(self.receive, self.register)
        self.cards = {act.key: FigureCard(0, act.word, act.icon, act.tone) for act in ACTS}
        self.reminder = Banner(tone=Tone.WARN)
        self.body.addWidget(self.reminder)
        self.body.addWidget(self._strip())
        self.card = self._list()
        self.body.addWidget(self.card, 100)
        self.body.addStretch(1)
        self.beside = Beside()
        self.beside.receptions.chosen.connect(lambda entry: self._open(entry.key))
        self.lean(self.beside)
        self.first = self.cards[ACTS[0].key]

    def refresh(self) -> None:
        today = self.desk.today()
        figures = acts.figures(waiting(today), today)
        for key, card in self.cards.items():
            card.set_figure(figures[key])
        self.note.say(self._greeting(figures))
        pressing = figures["overdue"] + figures["soon"]
        self.desk.errands.badge(HOME, pressing, Tone.DANGER if figures["overdue"] else Tone.WARN)
        if not figures.get(self.chosen):
            self.chosen = next((act.key for act in ACTS if figures[act.key]), ACTS[0].key)
        self.cards[self.chosen].setChecked(True)
        self.first = self.cards[self.chosen]
        self._show_list(figures)
        self._remind()
        self.beside.show_receptions(acts.receptions_of(today))
        self.beside.show_trend(trend(today))

    def _strip(self) -> QWidget:
        strip = QWidget()
        row = QHBoxLayout(strip)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for key, card in self.cards.items():
            card.clicked.connect(lambda *_, chosen=key: self._choose(chosen))
            row.addWidget(card)
        return strip

    def _list(self) -> Card:
        card = Card("今天要办的", flush=True)
        self.all = Button("看全部办件", Rank.QUIET, icon="arrow-right")
        self.all.clicked.connect(self._show_all)
        card.head.addWidget(self.all)
        self.count = Tag("")
        card.head.insertWidget(1, self.count)
        self.stack = QStackedWidget()
        self.views = {act.key: self._view(act) for act in ACTS}
        self.empty = EmptyState("sprout", "", "")
        for widget in (*self.views.values(), self.empty):
            self.stack.addWidget(widget)
        card.body.addWidget(self.stack, 1)
        self.next = Button("", Rank.QUIET)
        self.next.clicked.connect(self._go_on)
        self.end = EndLine("", self.next)
        card.body.addSpacing(GAP)
        card.body.addWidget(self.end)
        card.body.addSpacing(GAP)
        return card

    def _view(self, act: Act) -> RecordView:
        columns: Any = {
            "receptions": acts.reception_columns(),
            "drafts": acts.draft_columns(self.desk.now),
        }.get(act.key) or acts.case_columns(act.key, self.desk.today)
        view = RecordView(columns, row=TALL_ROW, hug=True, id_of=lambda row: row.id)
        view.setAccessibleName(act.word)
        view.opened.connect(self._open)
        return view

    def _choose(self, key: str) -> None:
        self.chosen = key
        self.refresh()

    def _show_list(self, figures: dict[str, int]) -> None:
        act = next(one for one in ACTS if one.key == self.chosen)
        rows = self._rows(act.key)
        view = self.views[act.key]
        view.show_rows(rows)
        if rows and view.record() is None:
            view.choose_row(0)
        self.card.title.setText(act.word)
        self.count.say(f"{figures[act.key]} 件", act.tone)
        self.count.setVisible(bool(rows))
        self.all.setVisible(act.key in WAITING or act.key == "receptions")
        self.all.setText("看全部办件" if act.key in WAITING else "看本月接待")
        self.stack.setCurrentWidget(view if rows else self.empty)
        self.empty.say("sprout", act.empty, "有人来，按 F2 登记；只是来问事的，按 F3 记一笔。")
        self.card.setMaximumHeight(view.maximumHeight() + ABOVE_AND_BELOW if rows else 16_777_215)
        self._say_next(act, figures, rows)

    def _rows(self, key: str) -> list[Any]:
        if key == "receptions":
            return list(acts.receptions_of(self.desk.today()))
        if key == "drafts":
            return list(acts.drafts_of())
        return list(acts.cases_of(key, self.desk.today()))

    def _say_next(self, act: Act, figures: dict[str, int], rows: list[Any]) -> None:
        """After the last row: what is done then, and what comes next."""
        later = [one for one in ACTS if one.key != act.key and figures[one.key]]
        self.end.setVisible(bool(rows) and bool(later))
        if not later:
            return
        after = [one for one in later if ACTS.index(one) > ACTS.index(act)]
        self.following = (after or later)[0]
        self.next.set_icon(self.following.icon)
        self.next.setText(f"{self.following.word} {figures[self.following.key]} 件")
        self.end.words.setText(f"办完这 {figures[act.key]} 件，接着办：")

    def _go_on(self) -> None:
        card = self.cards[self.following.key]
        card.setChecked(True)
        card.setFocus()
        self._choose(self.following.key)

    def _show_all(self) -> None:
        if self.chosen in WAITING:
            self.desk.errands.cases_wanted.emit(WAITING[self.chosen])
        else:
            self.desk.errands.reception_wanted.emit(ReceptionsOf(self.desk.today()))

    def _open(self, row: CaseRow | ReceptionRow | KeptDraft) -> None:
        errands = self.desk.errands
        if isinstance(row, KeptDraft):
            of_reception = row.form == receptions.FORM
            wanted = errands.reception_wanted if of_reception else errands.intake_wanted
            wanted.emit(Resume(row.id))
        elif isinstance(row, ReceptionRow) and row.case_id is None:
            errands.intake_wanted.emit(FromReception(row.id))
        elif isinstance(row, ReceptionRow):
            errands.case_wanted.emit(row.case_id)
        elif self.chosen == "incomplete":
            errands.intake_wanted.emit(Correct(row.id))
        else:
            errands.case_wanted.emit(row.id)

    def back(self) -> bool:
        """From the list to the cards above it."""
        if not self.views[self.chosen].hasFocus():
            return False
        self.cards[self.chosen].setFocus()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From a card down into its list; left and right are the cards' own."""
        on_card = isinstance(QApplication.focusWidget(), FigureCard)
        if on_card and event.key() in (Qt.Key.Key_Down, *ENTER):
            self.stack.currentWidget().setFocus()
        else:
            super().keyPressEvent(event)

    def _remind(self) -> None:
        """Dates through a year nobody has entered are provisional; it is published in November."""
        year = year_to_enter(self.desk.today())
        self.reminder.setVisible(year is not None)
        if year is None:
            self.reminder.clear()
            return
        go = Button("录入放假安排", icon="calendar-check")
        go.clicked.connect(lambda: self.desk.errands.option_wanted.emit(CALENDAR))
        title = f"{year} 年的放假安排还没有录入工作日历"
        note = "跨到那一年的答复期限先按周末和固定节日算，都标着“暂定”。"
        self.reminder.say("calendar-check", title, note, go, tone=Tone.WARN)

    def _greeting(self, figures: dict[str, int]) -> str:
        hour = self.desk.now().hour
        part = "上午好" if hour < 12 else "下午好" if hour < 18 else "晚上好"
        first = [
            f"{word} {figures[key]} 件"
            for key, word in (("overdue", "逾期的"), ("soon", "今明到期的"))
            if figures[key]
        ]
        what = f"先办{'和'.join(first)}。" if first else "今明没有到期的办件。"
        return f"{part}，{self.desk.who().name}。{what}"
