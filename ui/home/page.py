"""The desk: what is to be done today."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication

from app import intake_draft, receptions
from app.cases.case_list import CaseRow
from app.cases.filters import that_wait
from app.changes import Kind
from app.deadlines.calendar import year_to_enter
from app.desk.todo import Todo
from app.desk.trend import trend
from app.drafts import KeptDraft
from app.moves.begun import begun_acts
from app.receptions import ReceptionRow
from app.visits import filled as visit_requests
from app.visits.board import visits_today
from app.visits.tray import count_waiting
from models.choices import Act
from ui.home import acts
from ui.home.acts import CARDS, todo_of
from ui.home.behind import Behind
from ui.home.beside import Beside
from ui.home.strip import Strip
from ui.kit.banner import Banner
from ui.kit.button import Button, Rank
from ui.kit.desk import Desk
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
from ui.kit.figure_card import FigureCard
from ui.kit.keys import ENTER
from ui.kit.page import Page
from ui.kit.style import Tone

LOW = 520  # a page in which every row counts


class HomePage(Page):
    title = HOME
    watches = frozenset(
        {
            Kind.CASES,
            Kind.VISITS,
            Kind.RECEPTIONS,
            Kind.DRAFTS,
            Kind.PARTIES,
            Kind.CALENDAR,
            Kind.STAFF,
            Kind.WORDING,
        }
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.chosen, self._filled = "", False
        self.year: int | None = None  # whose holidays should have been entered by now
        self.register = Button("登记受理", Rank.PRIMARY, icon="plus", key="F2")
        self.receive = Button("记接待", icon="users", key="F3")
        self.register.clicked.connect(lambda: desk.errands.intake_wanted.emit(None))
        self.receive.clicked.connect(lambda: desk.errands.reception_wanted.emit(None))
        self.act(self.receive, self.register)
        self.strip = Strip()
        self.strip.chosen.connect(self._choose)
        self.cards = self.strip.cards
        self.reminder = Banner(tone=Tone.WARN)
        self.reminder.hide()
        self._reminded: int | None = None
        self.body.addWidget(self.reminder)
        self.body.addWidget(self.strip)
        self.todo = Behind(desk)
        self.todo.opened.connect(self._open)
        self.todo.all_wanted.connect(self._show_all)
        self.todo.went_on.connect(self._go_on)
        self.body.addWidget(self.todo, 100)
        self.body.addStretch(1)
        self.beside = Beside()
        self.beside.receptions.chosen.connect(lambda entry: self._open(entry.key))
        self.beside.visits.chosen.connect(lambda entry: self._open_visit(entry.key))
        self.lean(self.beside)
        self.first = self.cards[CARDS[0].key]

    def refresh(self) -> None:
        today = self.desk.today()
        figures = acts.figures(today)
        self.note.say(self._greeting(figures))
        late = figures[Todo.OVERDUE]
        self.desk.errands.badge(HOME, late + figures[Todo.SOON], Tone.DANGER if late else Tone.WARN)
        if not self.chosen or (self._filled and not figures[self.chosen]):
            # At first, and when the last one has just been done: what presses most.
            self.chosen = next((one.key for one in CARDS if figures[one.key]), CARDS[0].key)
        self._filled = bool(figures[self.chosen])
        self.strip.show_figures(figures, self.chosen)
        self.first = self.cards[self.chosen]
        self.year = year_to_enter(today)
        self.desk.errands.badge(SETTINGS, 1 if self.year else 0, Tone.WARN)
        self.desk.errands.badge(VISITS, count_waiting(), Tone.VISIT)
        self.todo.show_card(self.chosen, figures)
        self._remind()
        self.beside.show_receptions(acts.receptions_of(today))
        self.beside.show_visits(visits_today(today))
        self.beside.show_trend(trend(today))

    def _choose(self, key: str) -> None:
        self.chosen, self._filled = key, False
        self.refresh()

    def _go_on(self, key: str) -> None:
        self.cards[key].setFocus()
        self._choose(key)

    def _show_all(self) -> None:
        if todo := todo_of(self.chosen):
            self.desk.errands.cases_wanted.emit(that_wait(todo))
        else:
            self.desk.errands.reception_wanted.emit(ReceptionsOf(self.desk.today()))

    def _open(self, row: CaseRow | ReceptionRow | KeptDraft) -> None:
        errands = self.desk.errands
        if isinstance(row, KeptDraft):
            self._open_draft(row)
        elif isinstance(row, ReceptionRow) and row.case_id is None:
            errands.intake_wanted.emit(FromReception(row.id))
        elif isinstance(row, ReceptionRow):
            errands.case_wanted.emit(row.case_id)
        else:
            self._open_case(row)

    def _open_visit(self, visit_id: int | None) -> None:
        """One of today's, or where all of them are."""
        if visit_id is None:
            self.desk.errands.page_wanted.emit(VISITS)
        else:
            self.desk.errands.visit_wanted.emit(visit_id)

    def _open_draft(self, row: KeptDraft) -> None:
        errands = self.desk.errands
        if begun := begun_acts(self.desk.today()).get(row.id):
            errands.act_wanted.emit(WantedAct(*begun))
        else:
            forms = {
                intake_draft.FORM: errands.intake_wanted,
                receptions.FORM: errands.reception_wanted,
                visit_requests.FORM: errands.request_wanted,
            }
            forms[row.form].emit(Resume(row.id))

    def _open_case(self, row: CaseRow) -> None:
        """With what is to be done there, ready to be filled in."""
        todo = todo_of(self.chosen)
        wanted = acts.next_act(todo, row) if todo else None
        if wanted is Act.COMPLETE:
            self.desk.errands.intake_wanted.emit(Correct(row.id))
        elif wanted:
            self.desk.errands.act_wanted.emit(WantedAct(row.id, wanted))
        else:
            self.desk.errands.case_wanted.emit(row.id)

    def back(self) -> bool:
        """From the list to the cards above it."""
        if not self.todo.views[self.chosen].hasFocus():
            return False
        self.cards[self.chosen].setFocus()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From a card down into its list; left and right are the cards' own."""
        on_card = isinstance(QApplication.focusWidget(), FigureCard)
        if on_card and event.key() in (Qt.Key.Key_Down, *ENTER):
            self.todo.stack.currentWidget().setFocus()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.strip.set_tight(tight=self.height() < LOW)
        self._remind()

    def _remind(self) -> None:
        """Dates through a year nobody has entered are provisional; it is published in November.

        In a low window the list needs the room; there the settings alone say it.
        """
        year = self.year if self.height() >= LOW else None
        if year == self._reminded:
            return
        self._reminded = year
        self.reminder.setVisible(year is not None)
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
            for key, word in ((Todo.OVERDUE, "逾期的"), (Todo.SOON, "今明到期的"))
            if figures[key]
        ]
        what = f"先办{'和'.join(first)}。" if first else "今明没有到期的办件。"
        return f"{part}，{self.desk.who().name}。{what}"
