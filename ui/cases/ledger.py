"""The table of the ledger: whole, with fewer columns in a narrow window, or beside a case."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent

from app.cases.case_list import CaseRow
from ui.cases import columns
from ui.kit.desk import Desk
from ui.kit.record_view import RecordView
from ui.kit.table import Column

ONE_LINE, TWO_LINES = 36, 52
LEAST_MATTER = 150  # what is left for the matter before a column is given up
CHOOSING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Ledger(RecordView):
    """A click opens; with Ctrl or Shift it only marks, to copy several rows."""

    wanted = Signal(int)  # a case's id

    def __init__(self, desk: Desk, shown: Sequence[Column[CaseRow]], name: str, row: int) -> None:
        super().__init__(
            shown, name=name, row=row, id_of=lambda record: record.id, remember=desk.remember
        )
        self.setAccessibleName("办件")
        self.opened.connect(lambda record: self.wanted.emit(record.id))
        self.clicked.connect(self._click)

    def _click(self, index: QModelIndex) -> None:
        record = self.table.row(index.row())
        if record is not None and not QGuiApplication.keyboardModifiers() & CHOOSING:
            self.wanted.emit(record.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_up_columns()

    def _give_up_columns(self) -> None:
        """What is seldom needed goes before the matter cannot be read any more."""
        fixed = {place: column for place, column in enumerate(self.columns) if column.width}
        over = sum(self.head.sectionSize(place) or one.width for place, one in fixed.items())
        over += sum(one.width for place, one in fixed.items() if self.isColumnHidden(place))
        over += LEAST_MATTER - self.viewport().width()
        for title in columns.SELDOM:
            for place, column in fixed.items():
                if column.title == title:
                    self.setColumnHidden(place, over > 0)
                    over -= column.width if over > 0 else 0


class Beside(Ledger):
    """Walked through with the arrows; the second press of a double click is not another choice.

    The first one opened the case, and what lies under the mouse now is another row.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, columns.short(desk.today), "", TWO_LINES)
        self.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonDblClick:
            return True
        return super().eventFilter(watched, event)


def whole(desk: Desk) -> Ledger:
    today: Callable[[], date] = desk.today
    return Ledger(desk, columns.whole(today), "ledger", ONE_LINE)
