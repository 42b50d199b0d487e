"""Planned rounds (成批安排): many people at once, laid over days by village, changed, booked."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.errors import AppError, Invalid
from app.visits.lists import day_lists, round_list
from app.visits.rearranging import Slot, move_in_round, take_out
from app.visits.rounds import Round, book_round, lay_out, request_all
from app.visits.tray import TrayCard, tray
from exports.visit_day_pdf import write_visit_day
from exports.visit_round_pdf import write_visit_round
from ui.kit.button import Button, Rank
from ui.kit.desk import Desk
from ui.kit.keys import go_to
from ui.kit.print_sheet import PrintSheet, drawn
from ui.kit.sheet import Sheet
from ui.kit.style import GAP, Tone
from ui.kit.text import Saying
from ui.visits.rounds_people import RoundPeople
from ui.visits.rounds_trips import RoundTrips

WIDEST, TALLEST = 1240, 720
NOBODY = "请先勾选要去的，或者粘贴一份名单。"


def open_round(window: QWidget, desk: Desk, _: object) -> None:
    RoundsSheet(window, desk).open()


class RoundsSheet(Sheet):
    """F9 lays it out, F9 books it, F9 prints it; Esc leaves, and whoever was asked for waits."""

    def __init__(self, window: QWidget, desk: Desk) -> None:
        super().__init__(window, "成批安排", widest=WIDEST, tallest=TALLEST)
        self.desk = desk
        self.made: Round | None = None
        self._cards: Mapping[int, TrayCard] = {}
        self.people, self.trips = RoundPeople(desk), RoundTrips()
        self.stack = QStackedWidget()
        self.state = Saying()
        self.back = Button("重新选人", icon="undo-2")
        self.day = Button("打印这一趟的行程单", icon="printer")
        self.lay = Button("排一排", Rank.PRIMARY, icon="route", key="F9")
        self.book = Button("全部安排", Rank.PRIMARY, icon="check", key="F9")
        self.print = Button("打印安排表", Rank.PRIMARY, icon="printer", key="F9")
        for one in (self.people, self.trips):
            self.stack.addWidget(one)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.state, 1)
        for button in (self.back, self.day, self.lay, self.book, self.print):
            foot.addWidget(button)
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addWidget(self.stack, 1)
        column.addLayout(foot)
        self.body.addLayout(column)
        self._listen()
        self.people.waiting.read()
        self._choose_people()
        self.first = self.people.waiting.list if tray() else self.people.source

    def _listen(self) -> None:
        self.people.changed.connect(self._count)
        self.lay.clicked.connect(self._lay)
        self.back.clicked.connect(self._choose_people)
        self.book.clicked.connect(self._book)
        self.print.clicked.connect(self._print)
        self.day.clicked.connect(self._print_day)
        self.trips.moved.connect(self._move)
        self.trips.dropped.connect(self._drop)

    def _show_acts(self, *shown: Button) -> None:
        """Hidden ones let go of their keys, so that F9 is the one that is shown."""
        for button in (self.back, self.day, self.lay, self.book, self.print):
            button.setVisible(button in shown)

    def _choose_people(self) -> None:
        if self.made is not None:
            ids = [*(one.visit_id for one in self.made.plans), *self.made.left]
            self.people.tick(ids)  # the list is asked for by now
        self.made = None
        self.stack.setCurrentWidget(self.people)
        self._show_acts(self.lay)
        self._count()

    def _count(self) -> None:
        if self.made is None:
            people = self.people.people()
            self.lay.setText(f"排一排（{people} 户）" if people else "排一排")
            self.state.say("")

    def _lay(self) -> None:
        found = self.people.problems()
        self.people.show_problems(found)
        if found:
            go_to(next(row.field for row in self.people.rows.values() if row.is_wrong()))
            return
        if not self.people.people():
            self.state.say(NOBODY, Tone.WARN)
            return
        if not (ids := self._asked_for()):
            return
        first, teams = self.people.first.value(), self.people.teams.values()
        assert first is not None
        self.state.say("正在排…")
        self.lay.setEnabled(False)
        work = partial(lay_out, ids, first, teams)
        self.desk.tasks.start("正在排", work, self._laid, failed=self._failed, owner=self)

    def _asked_for(self) -> list[int]:
        """The ids of those who are chosen; a list is asked for first, whole or not at all."""
        if not self.people.is_list():
            return self.people.waiting.chosen()
        who, now = self.desk.who(), self.desk.now()
        try:
            ids = request_all(self.people.drafts(), who, now)
        except Invalid as error:
            self.state.say(str(error), Tone.DANGER)
            return []
        self.people.pasted.box.set_value("")
        self.desk.errands.said.emit(f"已登记 {len(ids)} 户到待安排。")
        return ids

    def _laid(self, made: Round) -> None:
        self.lay.setEnabled(True)
        self._cards = {one.id: one for one in tray()}
        self.stack.setCurrentWidget(self.trips)
        self._show_acts(self.back, self.book)
        self._show(made)
        self.trips.trips.setFocus()

    def _failed(self, error: AppError) -> None:
        self.lay.setEnabled(True)
        self.state.say(str(error), Tone.DANGER)

    def _show(self, made: Round, *, booked: bool = False) -> None:
        self.made = made
        first = self.people.first.value() or self.desk.today()
        teams = self.people.teams.values()
        self.trips.show_round(made, self._cards, first, teams, booked=booked)
        self.book.setEnabled(bool(made.plans))
        late = sum(one.late for one in made.plans)
        if made.left or late:
            told = (f"{len(made.left)} 户没有排进去", f"{late} 户晚于期限")
            said = "，".join(
                one for one, count in zip(told, (made.left, late), strict=True) if count
            )
            self.state.say(said, Tone.WARN)
        else:
            self.state.say("都排进去了，没有撞期", Tone.GOOD)

    def _move(self, visit_id: int, slot: Slot) -> None:
        assert self.made
        self._change(partial(move_in_round, self.made, visit_id, slot))

    def _drop(self, visit_id: int) -> None:
        assert self.made
        self._change(partial(take_out, self.made, visit_id))

    def _change(self, changed: "partial[Round]") -> None:
        made = changed()
        self._show(made)
        self.trips.stops.setFocus()

    def _book(self) -> None:
        assert self.made
        try:
            book_round(self.made, self.desk.who(), self.desk.now())
        except Invalid as error:
            self.state.say(str(error), Tone.DANGER)
            return
        self._show_acts(self.day, self.print)
        self._show(self.made, booked=True)
        self.state.say(f"已安排 {len(self.made.plans)} 户", Tone.GOOD)
        self.desk.errands.said.emit(f"已安排 {len(self.made.plans)} 户，{self.made.trips} 趟。")
        self.print.setFocus()

    def _print(self) -> None:
        assert self.made
        ids = [one.visit_id for one in self.made.plans]
        sheet = round_list(ids, self.desk.who(), self.desk.now())
        pdf = drawn(write_visit_round, sheet)
        PrintSheet(self._over(), "集中上门安排表", pdf, "给村里和各组一份。").open()

    def _print_day(self) -> None:
        if trip := self.trips.trip():
            day, team = trip.slot.day, trip.slot.team
            sheets = day_lists(day, self.desk.who(), self.desk.now())
            one = next(each for each in sheets if each.team == team)
            name = f"上门行程单 {team} {day:%m-%d}"
            PrintSheet(self._over(), name, drawn(write_visit_day, one), "给带队人一份。").open()
