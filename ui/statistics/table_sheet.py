"""The table behind a chart: read aloud, copied for Excel, each line opens its cases."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

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
        leave = Button("关闭", key="Esc")
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(quiet(f"{shown.table.leads}，Ctrl+C 复制选中的行"), 1)
        foot.addWidget(leave)
        foot.addWidget(self.copy)
        column = QVBoxLayout()
        column.setSpacing(WIDE)
        column.addWidget(self.view, 1)
        column.addWidget(wrapped(shown.table.meaning))
        column.addLayout(foot)
        self.body.addLayout(column)
        self.first = self.view
        self.view.opened.connect(self._open)
        self.copy.clicked.connect(self._copy)
        leave.clicked.connect(self.leave)

    def _open(self, line: Line) -> None:
        self.leave()
        self.wanted.emit(line.opens)

    def _copy(self) -> None:
        rows = [self._table.heads, *(line.cells for line in self._table.lines)]
        QGuiApplication.clipboard().setText(as_tsv(rows))
        self.desk.errands.said.emit("表格已复制，可以粘贴到 Excel")


def _columns(table: Table) -> list[Column[Line]]:
    def cell(at: int) -> Column[Line]:
        wide = NUMBER if at else 0
        return Column(table.heads[at], lambda line: line.cells[at], width=wide, number=bool(at))

    return [cell(at) for at in range(len(table.heads))]
