"""Home visits: the week, what is not planned yet, and what clashes."""

from collections.abc import Callable
from datetime import date

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.changes import Kind
from app.errors import Invalid
from app.visits.board import day_board, month_board, week_board
from app.visits.cards import Card
from app.visits.dropping import plan_there
from app.visits.order import take_order
from app.visits.planning import plan_visit
from app.visits.tray import tray
from ui.kit import ask
from ui.kit.banner import Banner
from ui.kit.button import Button, Rank
from ui.kit.choice import Segments
from ui.kit.desk import Desk
from ui.kit.errands import VISITS
from ui.kit.menu_button import MenuButton
from ui.kit.page import Page
from ui.kit.style import PAD, WIDE, Tone
from ui.visits import openers
from ui.visits.day import DayView
from ui.visits.month import MonthView
from ui.visits.places import Cell
from ui.visits.plan_sheet import PlanSheet
from ui.visits.printing import (
    offer_blank,
    offer_day_lists,
    offer_round_list,
    save_week_calendar,
)
from ui.visits.span import Span, SpanStepper
from ui.visits.tones import tone_of
from ui.visits.visit_sheet import VisitSheet
from ui.visits.waiting import Waiting
from ui.visits.week import WeekView

NARROW = 860  # px of the page
HOW = ("拖到格子里，或选中后", "按 P，用方向键选半天")
CARRYING = ("方向键选半天，回车放下", "Esc 放回")


Offer = Callable[[QWidget, Desk, date, bool], None]
PAPERS: tuple[tuple[Offer, str], ...] = (
    (lambda window, desk, day, _week: offer_day_lists(window, desk, day), "行程单，每组一张"),
    (
        lambda window, desk, day, week: offer_round_list(window, desk, day, week=week),
        "集中上门安排表",
    ),
    (lambda window, desk, _day, _week: offer_blank(window, desk), "空白上门服务单"),
    (
        lambda window, desk, day, _week: save_week_calendar(window, desk, day),
        "导出一周日历（.ics）",
    ),
)


class VisitsPage(Page):
    title = VISITS
    watches = frozenset({Kind.VISITS, Kind.CASES, Kind.PARTIES, Kind.CALENDAR})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.body.setContentsMargins(PAD, WIDE, PAD, WIDE)
        self.days = SpanStepper(desk.today)
        self.span = Segments(Span, Span.WEEK, even=False)
        self.print = MenuButton("打印", PAPERS, icon="printer", key="F10")
        self.many = Button("成批安排", icon="layers")
        self.ask = Button("登记需求", Rank.PRIMARY, icon="plus", key="N")
        self.head.insertWidget(2, self.days)
        self.act(self.span, self.print, self.many, self.ask)
        self.clash = Banner(tone=Tone.DANGER)
        self.clash.hide()
        self.body.addWidget(self.clash)
        self.waiting, self.week = Waiting(), WeekView()
        self.day, self.month = DayView(), MonthView()
        self.stack = QStackedWidget()
        for one in (self.week, self.day, self.month):
            self.stack.addWidget(one)
        across = QHBoxLayout()
        across.setSpacing(WIDE)
        across.addWidget(self.waiting)
        across.addWidget(self.stack, 1)
        self.body.addLayout(across, 1)
        self.first = self.week
        self._listen()

    def _listen(self) -> None:
        self.days.changed.connect(self.refresh)
        self.span.changed.connect(lambda: self.days.show_span(self.span.value()))
        self.print.picked.connect(self._print)
        self.many.clicked.connect(lambda: openers.plan_many(self.window(), self.desk))
        self.ask.clicked.connect(lambda: openers.ask_anew(self.window(), self.desk))
        self.week.opened.connect(self.open_visit)
        self.week.laid.connect(self._lay)
        self.week.carrying.connect(lambda on: self.waiting.say(*(CARRYING if on else HOW)))
        self.week.moved.connect(self._say_clash)
        self.day.opened.connect(self.open_visit)
        self.day.ordered.connect(self._take_order)
        self.month.opened.connect(self._go_to_day)
        self.waiting.list.chosen.connect(lambda entry: self.open_visit(entry.key))
        self.waiting.list.planned.connect(self._take_up)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the head is narrow the days and the words of its acts have the room."""
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW
        for button, icon in ((self.print, "printer"), (self.many, "layers")):
            button.set_icon("" if narrow else icon)

    def refresh(self) -> None:
        today, day = self.desk.today(), self.days.day
        waiting = tray()
        self.waiting.show_cards(waiting, today)
        self.desk.errands.badge(VISITS, len(waiting), Tone.VISIT)
        span = self.days.span
        if span is Span.WEEK:
            self.week.show_board(week_board(day), today)
            self.stack.setCurrentWidget(self.week)
        elif span is Span.DAY:
            self.day.show_day(day_board(day))
            self.stack.setCurrentWidget(self.day)
        else:
            self.month.show_days(month_board(day), today)
            self.stack.setCurrentWidget(self.month)
        self._say_clash()

    def take(self, wanted: object) -> None:
        """A visit's id, to be looked at."""
        if isinstance(wanted, int):
            self.open_visit(wanted)

    def back(self) -> bool:
        if self.span.value() is Span.WEEK:
            return False
        self.span.set_value(Span.WEEK)
        return True

    def _say_clash(self) -> None:
        """The one under the cursor, else the first of the week that nobody gave a reason for."""
        board = self.week.board
        wrong = [one for one in (board.clashing if board else ()) if tone_of(one) is Tone.DANGER]
        shown = self.days.span is Span.WEEK and bool(wrong)
        self.clash.setVisible(shown)
        if shown:
            here = self.week.at.card
            one: Card = next((each for each in wrong if here and each.id == here.id), wrong[0])
            mend = Button("改安排", icon="calendar-check")
            mend.clicked.connect(lambda: PlanSheet(self.window(), self.desk, one.id).open())
            more = f"（共 {len(wrong)} 处）" if len(wrong) > 1 else ""
            title = f"{one.starts_at:%m-%d %H:%M} {one.village} {one.person} 撞期{more}"
            self.clash.say("triangle-alert", title, one.clashes[0], mend, tone=Tone.DANGER)

    def open_visit(self, visit_id: int) -> None:
        VisitSheet(self.window(), self.desk, visit_id).open()

    def _take_up(self, visit_id: int) -> None:
        if self.days.span is not Span.WEEK:
            self.span.set_value(Span.WEEK)
        self.week.take(visit_id)

    def _lay(self, visit_id: int, cell: Cell) -> None:
        """Planned at once where nothing is in the way; else the sheet says what is."""
        plan = plan_there(visit_id, cell.team, cell.day, cell.half)
        try:
            plan_visit(visit_id, plan, self.desk.who(), self.desk.now())
        except Invalid:
            PlanSheet(self.window(), self.desk, visit_id, plan).open()
        else:
            half = f"{cell.day.month}月{cell.day.day}日{cell.half.label}"
            self.desk.errands.said.emit(f"已安排到{half}，{cell.team or '未编组'}。")

    def _take_order(self, ids: tuple[int, ...]) -> None:
        """At once where nothing is in the way by it; else for a reason, or not at all."""
        who, now = self.desk.who(), self.desk.now()
        try:
            take_order(ids, who, now)
        except Invalid as clashing:
            why = ask.why(self, "仍按这个次序去", "理由", str(clashing))
            if why is None:
                self.refresh()
            else:
                take_order(ids, who, now, why)

    def _go_to_day(self, day: object) -> None:
        self.days.day = day  # type: ignore[assignment]
        self.span.set_value(Span.DAY)

    def _print(self, offer: Offer) -> None:
        offer(self.window(), self.desk, self._looked_at(), self.days.span is not Span.DAY)

    def _looked_at(self) -> date:
        """The day that is looked at; of a week, that of the cursor."""
        cell = self.week.at.cell if self.days.span is Span.WEEK else None
        return cell.cell.day if cell else self.days.day
