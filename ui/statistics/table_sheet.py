"""The table behind a chart: read aloud, copied for Excel, each line opens its cases."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.statistics.records import Tally
from ui.kit.button import Button, Rank
from ui.kit.desk import Desk
from ui.kit.record_view import RecordView
from ui.kit.sheet import Sheet
from ui.kit.style import GAP, WIDE
from ui.kit.table import Column
from ui.kit.text import quiet, wrapped
from ui.kit.tsv import as_tsv
from ui.statistics.shown import Line, Shown, Table

WIDTH, TALL, NUMBER = 720, 640, 104


class TableSheet(Sheet):
    wanted = Signal(object)  # the tally of a line

    def __init__(self, window: QWidget, desk: Desk, shown: Shown, about: str) -> None:
        name = shown.drawing.name
        super().__init__(window, f"{name}　{about}", widest=WIDTH, tallest=TALL)
        self.desk, self._table = desk, shown.table
        self.view = RecordView(_columns(shown.table), name=name)
        self.view.show_rows(shown.table.lines)
        self.view.choose_row(0)
        self.copy = Button("复制整张表", Rank.PRIMARY, icon="file-spreadsheet", key="F8")
        column = QVBoxLayout()
        column.setSpacing(WIDE)
        column.addWidget(self.view, 1)
        column.addWidget(wrapped(shown.table.meaning))
        column.addLayout(self._foot())
        self.body.addLayout(column)
        self.first = self.view
        self.view.opened.connect(lambda line: self._open(line.opens))
        self.copy.clicked.connect(self._copy)

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(quiet(f"{self._table.leads}，Ctrl+C 复制选中的行"), 1)
        if self._table.also and self._table.lines:
            also = Button(self._table.also, key="F7")
            also.clicked.connect(lambda: self._open(self.view.record().also))
            foot.addWidget(also)
        leave = Button("关闭", key="Esc")
        leave.clicked.connect(self.leave)
        foot.addWidget(leave)
        foot.addWidget(self.copy)
        return foot

    def _open(self, tally: Tally | None) -> None:
        self.leave()
        self.wanted.emit(tally)

    def _copy(self) -> None:
        rows = [self._table.heads, *(line.cells for line in self._table.lines)]
        QGuiApplication.clipboard().setText(as_tsv(rows))
        self.desk.errands.said.emit("表格已复制，可以粘贴到 Excel")


def _columns(table: Table) -> list[Column[Line]]:
    def cell(at: int) -> Column[Line]:
        wide = NUMBER if at else 0
        return Column(table.heads[at], lambda line: line.cells[at], width=wide, number=bool(at))

    return [cell(at) for at in range(len(table.heads))]
