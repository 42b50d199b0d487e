"""考核表: the quarter by unit; Enter leads to a unit's points, and from a point to its case."""

from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.appraisal import Appraisal, Point, Quarter, UnitScore
from app.appraisal.closed import closed_at
from app.appraisal.paper import appraisal_sheet
from app.appraisal.points import Key
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
from ui.kit.style import GAP, Tone
from ui.kit.text import Saying, quiet
from ui.reports.acting import Acting
from ui.reports.appraisal_place import keep, take
from ui.reports.appraisal_points import UnitPoints
from ui.reports.appraisal_rules import RulesSheet
from ui.reports.appraisal_tables import UNITS
from ui.reports.review_sheet import ReviewSheet

WIDTH, TALL = 1120, 900
KEYS = ("F7", "F8")
ADVICE = "打印出来给各单位核对、签字；有异议的，回来按“申诉”。"
OF_UNITS = "单位按名录的次序，不是名次；回车看一个单位的每一分"
OF_POINTS = "回车看办件"
WATCHED = frozenset(
    {Kind.APPRAISAL, Kind.CASES, Kind.RULES, Kind.VISITS, Kind.DIRECTORY, Kind.LOCKS}
)


def show_appraisal(at: Acting) -> None:
    AppraisalView(at.page.window(), at.desk, quarter_of(at.first)).open()


class AppraisalView(Sheet):
    """One table at a time, so that enough of it is seen on a small screen; Esc leads back."""

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
        self.of_unit = UnitPoints()
        self.points = self.of_unit.table
        self.stack = QStackedWidget()
        self.advice = quiet("")
        self.acts = [Button("", key=key) for key in KEYS]
        self.rules = Button("记分规则", key="F6")
        self.back = Button("", key="Esc")
        self.print = Button("打印", icon="printer", key="F9")
        self._arrange()
        self._connect()
        self._turn_to(self.units)
        self.first = self.units
        self.refresh()

    def _arrange(self) -> None:
        self.beside_title(self.quarter, self.state)
        for one in (self.units, self.of_unit):
            self.stack.addWidget(one)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.advice, 1)
        for button in (*self.acts, self.rules, self.back, self.print):
            foot.addWidget(button)
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addWidget(self.stack, 1)
        column.addLayout(foot)
        self.body.addLayout(column)

    def _connect(self) -> None:
        self.quarter.changed.connect(self.refresh)
        self.units.opened.connect(self._show_unit)
        self.of_unit.chosen.connect(self._offer)
        self.points.opened.connect(self._open_case)
        self.rules.clicked.connect(self._show_rules)
        self.back.clicked.connect(self._go_back)
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
        nobody = "" if seen.units else "：还没有转给单位的办件"
        now = f"按 {seen.made_at:%m-%d %H:%M} 的记录算{nobody}"
        if closed:
            self.state.say(f"{closed:%Y-%m-%d} 已封账，是封账时的表，不再变", Tone.GOOD, "lock")
        else:
            self.state.say(now if seen.over else f"季度未完，{now}")
        self.units.show_rows(seen.units)
        if self.units.record() is None:
            told = (place for place, one in enumerate(seen.units) if one.points)
            self.units.choose_row(next(told, 0))
        self.print.setEnabled(bool(seen.units))
        if self._at_points():
            self._show_again(self.units.record())
        elif place := take(self.desk.remember, seen.quarter):
            self._go_on(*place)

    def _at_points(self) -> bool:
        return self.stack.currentWidget() is self.of_unit

    def _turn_to(self, table: QWidget) -> None:
        """To the units, or to the points of one."""
        self.stack.setCurrentWidget(table)
        at_points = self._at_points()
        self.advice.setText(OF_POINTS if at_points else OF_UNITS)
        self.back.setText("各单位" if at_points else "关闭")
        self._offer(self.points.record() if at_points else None)

    def _show_unit(self, one: UnitScore) -> None:
        self.of_unit.show_unit(one)
        self._turn_to(self.of_unit)
        self.points.setFocus()

    def _show_again(self, one: UnitScore | None) -> None:
        """The same unit as it stands now; one that this quarter has not is left."""
        if one is None or one.unit != self.of_unit.of_unit.name:
            self._go_back()
        else:
            self.of_unit.show_unit(one)

    def _go_on(self, unit: str, point: Key) -> None:
        if self.units.choose(unit):
            self._show_unit(self.units.record())
            self.points.choose(point)

    def _go_back(self) -> None:
        if self._at_points():
            self._turn_to(self.units)
            self.units.setFocus()
        else:
            self.leave()

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
        keep(self.desk.remember, quarter_of(self.quarter.value()), point)
        self.leave()
        self.desk.errands.case_wanted.emit(point.case_id)

    def _show_rules(self) -> None:
        if self.seen is not None:
            RulesSheet(self._over(), self.seen).open()

    def _print(self) -> None:
        if self.seen is not None:
            sheet = appraisal_sheet(self.seen, self.desk.who(), self.desk.now())
            name = f"{self.seen.quarter}单位考核表"
            PrintSheet(self._over(), name, drawn(write_appraisal, sheet), ADVICE).open()
