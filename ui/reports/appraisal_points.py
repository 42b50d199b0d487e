"""One unit's points: a table over the whole width, and under it the chosen one in full."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.appraisal import Point, UnitScore
from ui.kit.passage import Passage
from ui.kit.record_view import RecordView
from ui.kit.style import HALF
from ui.kit.text import Part
from ui.reports.appraisal_tables import POINTS, in_words, said

ROW, LEAST, MOST = 46, 40, 112
NOTHING = "这个季度还没有记分的事情。"


class UnitPoints(QWidget):
    chosen = Signal(object)  # the point the keyboard is on, or None

    def __init__(self) -> None:
        super().__init__()
        self.of_unit = Part("")
        self.table = RecordView(POINTS, name="每一分", row=ROW, id_of=lambda one: one.key)
        self.in_full = Passage(LEAST, MOST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF)
        column.addWidget(self.of_unit)
        column.addWidget(self.table, 1)
        column.addWidget(self.in_full)
        self.table.chosen.connect(self._tell)
        # The more is told, the less room the table has.
        bar = self.table.verticalScrollBar()
        bar.rangeChanged.connect(lambda: self.table.scrollTo(self.table.currentIndex()))

    def show_unit(self, one: UnitScore) -> None:
        """The point that was chosen stays so, if the unit still has it."""
        self.of_unit.name = one.unit
        self.of_unit.note = _note(one)
        self.of_unit.update()
        self.table.show_rows(one.points)
        if self.table.record() is None:
            self.table.choose_row(0)
        self._tell(self.table.record())

    def _tell(self, point: Point | None) -> None:
        """A row has one line for the reason; here it is to be read to its end."""
        self.in_full.say(in_words(point) if point else NOTHING)
        self.chosen.emit(point)


def _note(one: UnitScore) -> str:
    total = f"合计 {one.shown_total}" if one.scored else one.shown_total
    sums = f"加分 {said(one.plus)}，减分 {said(one.minus)}，{total}"
    return f"{one.cases} 件，{len(one.points)} 条，{sums}"
