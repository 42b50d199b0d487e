"""The receptions of a month, day by day."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.month.period import next_month
from app.receptions import ReceptionRow, list_receptions
from ui.kit.cells import act, two_lines
from ui.kit.days import say_weekday
from ui.kit.desk import Desk
from ui.kit.empty import EmptyState
from ui.kit.record_view import RecordView
from ui.kit.sheet import Sheet
from ui.kit.stepper import Stepper
from ui.kit.style import GAP
from ui.kit.table import Column
from ui.kit.text import quiet
from ui.receptions.view import ReceptionSheet

ROW = 48


class MonthSheet(Sheet):
    def __init__(self, window: QWidget, desk: Desk, month: date) -> None:
        super().__init__(window, "接待记录", widest=1100, tallest=820)
        self.desk = desk
        self.month = Stepper(month, desk.today)
        self.sum = quiet("")
        self.view = RecordView(_columns(), row=ROW, id_of=lambda row: row.id)
        self.view.setAccessibleName("接待记录")
        self.empty = EmptyState("users", "这个月没有接待记录", "有人来问事，按 F3 记一笔。")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.empty)
        above = QHBoxLayout()
        above.setSpacing(GAP)
        above.addWidget(self.month)
        above.addSpacing(GAP)
        above.addWidget(self.sum, 1)
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addLayout(above)
        column.addWidget(self.stack, 1)
        self.body.addLayout(column)
        self.month.changed.connect(self._read)
        self.view.opened.connect(self._look_at)
        self._read()
        self.first = self.view if self.view.record() else self.month

    def _read(self) -> None:
        first = self.month.value()
        rows = list_receptions(first, next_month(first) - timedelta(days=1))
        self.view.show_rows(rows)
        self.view.choose_row(0)
        self.stack.setCurrentWidget(self.view if rows else self.empty)
        self.sum.setText(_in_words(rows))

    def _look_at(self, row: ReceptionRow) -> None:
        sheet = ReceptionSheet(self._over(), self.desk, row.id)
        sheet.gone_on.connect(self.leave)
        sheet.open()


def _in_words(rows: Sequence[ReceptionRow]) -> str:
    if not rows:
        return ""
    registered = sum(row.case_id is not None for row in rows)
    return f"共接待 {len(rows)} 人次，其中 {registered} 次转为登记"


def _columns() -> Sequence[Column[ReceptionRow]]:
    return (
        Column("时间", lambda row: (_day(row), f"{row.at:%H:%M}"), " ".join, 128, two_lines),
        Column("来人", lambda row: (row.person, row.channel.label), " ".join, 110, two_lines),
        Column("问什么，怎么答复", _told, " ".join, 0, two_lines),
        Column("结果", lambda row: row.ending.label, width=96, soft=True),
        Column("接待人", lambda row: row.staff, width=80, soft=True),
        Column("", lambda row: "看办件" if row.case_id else "看一看", str, 96, act),
    )


def _day(row: ReceptionRow) -> str:
    return f"{row.at.month}月{row.at.day}日 {say_weekday(row.at)}"


def _told(row: ReceptionRow) -> tuple[str, str]:
    return " ".join(row.asked.split()), " ".join(row.answered.split())
