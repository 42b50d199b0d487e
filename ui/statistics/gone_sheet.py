"""The home visits behind a bar, each of which Enter opens."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.statistics.counted import GoneTo
from app.statistics.gone_to import GoneVisit, list_gone
from ui.kit.button import Button
from ui.kit.desk import Desk
from ui.kit.record_view import RecordView
from ui.kit.sheet import Sheet
from ui.kit.style import GAP, WIDE
from ui.kit.table import Column
from ui.kit.text import quiet

WIDTH, TALL = 880, 640
OWN = "不属于办件"
VISITS: tuple[Column[GoneVisit], ...] = (
    Column("时间", lambda one: f"{one.at:%Y-%m-%d %H:%M}", width=144, soft=True),
    Column("上门编号", lambda one: one.number, width=176),
    Column("服务对象", lambda one: one.person, width=90),
    Column("事项", lambda one: one.matter),
    Column("办件", lambda one: one.case or OWN, width=190),
)


class GoneSheet(Sheet):
    def __init__(self, window: QWidget, desk: Desk, wanted: GoneTo, about: str) -> None:
        title = f"上门，{wanted.outcome.label}　{about}"
        super().__init__(window, title, widest=WIDTH, tallest=TALL)
        self.desk = desk
        self.view = RecordView(VISITS, name=title, id_of=lambda one: one.id)
        self.view.show_rows(list_gone(wanted))
        self.view.choose_row(0)
        leave = Button("关闭", key="Esc")
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(quiet("回车看这次上门，Ctrl+C 复制选中的行"), 1)
        foot.addWidget(leave)
        column = QVBoxLayout()
        column.setSpacing(WIDE)
        column.addWidget(self.view, 1)
        column.addLayout(foot)
        self.body.addLayout(column)
        self.first = self.view
        self.view.opened.connect(self._open)
        leave.clicked.connect(self.leave)

    def _open(self, one: GoneVisit) -> None:
        self.leave()
        self.desk.errands.visit_wanted.emit(one.id)
