"""考核表: the quarter by unit, and below the chosen unit's points, each with its case."""

from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.appraisal import Appraisal, Point, Quarter, UnitScore
from app.appraisal.closed import closed_at
from app.appraisal.meanings import NOTE
from app.appraisal.paper import appraisal_sheet
from app.appraisal.quarter import quarter_of
from app.appraisal.reviewing import ReviewAct, acts_for
from app.changes import Kind
from app.month.quarters import read_quarter
from exports.appraisal_pdf import write_appraisal
from ui.kit.button import Button
from ui.kit.desk import Desk
from ui.kit.print_sheet import PrintSheet, drawn
from ui.kit.record_view import RecordView
from ui.kit.sheet import Sheet
from ui.kit.stepper import Stepper
from ui.kit.style import GAP, HALF, Tone
from ui.kit.text import Part, Saying, quiet, wrapped
from ui.reports.acting import Acting
from ui.reports.appraisal_tables import POINTS, UNITS
from ui.reports.review_sheet import ReviewSheet

WIDTH, TALL, POINT = 1120, 900, 46
KEYS = ("F7", "F8")
ADVICE = "打印出来给各单位核对、签字；有异议的，回来按“申诉”。"
NOTHING = "这个季度还没有记分的事情。"
WATCHED = frozenset(
    {Kind.APPRAISAL, Kind.CASES, Kind.RULES, Kind.VISITS, Kind.DIRECTORY, Kind.LOCKS}
)


def show_appraisal(at: Acting) -> None:
    AppraisalView(at.page.window(), at.desk, quarter_of(at.first)).open()


class AppraisalView(Sheet):
    """Enter goes from a unit to its points, and from a point to its case."""

    def __init__(self, window: QWidget, desk: Desk, quarter: Quarter) -> None:
        super().__init__(window, "单位考核", widest=WIDTH, tallest=TALL)
        self.desk = desk
        self.seen: Appraisal | None = None
        self.closed = False
        self._turn = 0
        self.quarter = Stepper(
            quarter.first,
            desk.today,
            before="上个季度",
            after="下个季度",
            months=3,
            say=lambda first: str(quarter_of(first)),
            called="季度",
        )
        self.state = Saying()
        self.units = RecordView(UNITS, name="各单位", id_of=lambda one: one.unit)
        self.points = RecordView(POINTS, name="每一分", row=POINT, id_of=lambda one: one.key)
        self.of_unit = Part("")
        self.acts = [Button("", key=key) for key in KEYS]
        self.print = Button("打印", icon="printer", key="F9")
        self._arrange()
        self._connect()
        self.first = self.units
        self.refresh()

    def _arrange(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(GAP)
        above.addWidget(self.quarter)
        above.addWidget(self.state, 1)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(quiet("回车看办件"), 1)
        leave = Button("关闭", key="Esc")
        leave.clicked.connect(self.leave)
        for button in (*self.acts, leave, self.print):
            foot.addWidget(button)
        column = QVBoxLayout()
        column.setSpacing(HALF)
        column.addLayout(above)
        column.addWidget(wrapped(NOTE))
        column.addWidget(self.units, 4)
        column.addWidget(self.of_unit)
        column.addWidget(self.points, 5)
        column.addLayout(foot)
        self.body.addLayout(column)

    def _connect(self) -> None:
        self.quarter.changed.connect(self.refresh)
        self.units.chosen.connect(self._show_unit)
        self.units.opened.connect(lambda _: self.points.setFocus())
        self.points.chosen.connect(self._offer)
        self.points.opened.connect(self._open_case)
        self.print.clicked.connect(self._print)
        for place, button in enumerate(self.acts):
            button.clicked.connect(lambda _=False, place=place: self._review(place))
        self.desk.changes.saved.connect(self._notice)

    def refresh(self) -> None:
        """Have the quarter computed; what is still being computed is no longer wanted."""
        self._turn += 1
        turn, quarter, now = self._turn, quarter_of(self.quarter.value()), self.desk.now()
        self.desk.tasks.start(
            "正在算考核",
            lambda: (read_quarter(quarter, now), closed_at(quarter)),
            lambda read: self._show(*read) if turn == self._turn else None,
            owner=self,
        )

    def _notice(self, saved: frozenset[Kind]) -> None:
        if WATCHED & saved and self.isVisible():
            self.refresh()

    def _show(self, seen: Appraisal, closed: datetime | None) -> None:
        self.seen, self.closed = seen, closed is not None
        now = f"按 {seen.made_at:%m-%d %H:%M} 的记录算"
        if closed:
            self.state.say(f"{closed:%Y-%m-%d} 已封账，是封账时的表，不再变", Tone.GOOD, "lock")
        else:
            self.state.say(now if seen.over else f"季度未完，{now}")
        before = self.units.record()
        self.units.show_rows(seen.units)
        if before is None or seen.unit(before.unit) is None:
            told = (place for place, one in enumerate(seen.units) if one.points)
            self.units.choose_row(next(told, 0))
        self._show_unit(self.units.record())
        self.print.setEnabled(bool(seen.units))

    def _show_unit(self, one: UnitScore | None) -> None:
        points = one.points if one else ()
        self.of_unit.name = one.unit if one else ""
        self.of_unit.note = f"{len(points)} 条" if points else NOTHING
        self.of_unit.update()
        self.points.show_rows(points)
        if points and self.points.record() is None:
            self.points.choose_row(0)
        self._offer(self.points.record())

    def _offer(self, point: Point | None) -> None:
        """What may be done about the chosen point stands on the keys."""
        acts: tuple[ReviewAct, ...] = acts_for(point) if point and not self.closed else ()
        for place, button in enumerate(self.acts):
            button.setText(acts[place].label if place < len(acts) else "")
            button.setVisible(place < len(acts))
            button.updateGeometry()

    def _review(self, place: int) -> None:
        point = self.points.record()
        if point is not None:
            ReviewSheet(self._over(), self.desk, point, acts_for(point)[place]).open()

    def _open_case(self, point: Point) -> None:
        self.leave()
        self.desk.errands.case_wanted.emit(point.case_id)

    def _print(self) -> None:
        if self.seen is not None:
            sheet = appraisal_sheet(self.seen, self.desk.who(), self.desk.now())
            name = f"{self.seen.quarter}单位考核表"
            PrintSheet(self._over(), name, drawn(write_appraisal, sheet), ADVICE).open()
