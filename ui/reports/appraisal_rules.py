"""记分规则: what the shown quarter is appraised by, read beside its table."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.appraisal import Appraisal
from app.appraisal.meanings import MEANING, NOTE, least_in_words
from app.appraisal.rules import Rule
from ui.kit.button import Button
from ui.kit.record_view import RecordView
from ui.kit.sheet import Sheet
from ui.kit.style import GAP, HALF
from ui.kit.table import Column
from ui.kit.text import quiet, wrapped
from ui.reports.appraisal_tables import Told, said, told

ROW = 46
WHERE = "在“设置—考核”里改，从本季度或者下季度起；过去的季度保留原来的规则。"
RULES: tuple[Column[Rule], ...] = (
    Column("事情", lambda one: _named(one), width=150, draw=told),
    Column("每次", lambda one: said(one.sign * one.points), width=56, number=True),
    Column("一季度最多", lambda one: str(one.most or "不限"), width=100, number=True),
    Column("什么时候记", lambda one: MEANING[one.event]),
)


class RulesSheet(Sheet):
    def __init__(self, window: QWidget, seen: Appraisal) -> None:
        super().__init__(window, f"记分规则　{seen.quarter}　第 {seen.rules.id} 版")
        self.view = RecordView(RULES, name="记分规则", row=ROW)
        self.view.show_rows(seen.rules.rules)
        self.view.choose_row(0)
        least = f"不到 {seen.rules.least_cases} 件的单位不评分。"
        leave = Button("关闭", key="Esc")
        leave.clicked.connect(self.leave)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(quiet(WHERE), 1)
        foot.addWidget(leave)
        column = QVBoxLayout()
        column.setSpacing(HALF)
        column.addWidget(wrapped(f"{NOTE}{least}"))
        column.addWidget(self.view, 1)
        column.addLayout(foot)
        self.body.addLayout(column)
        self.first = self.view


def _named(one: Rule) -> Told:
    under = least_in_words(one.event, one.least) if one.active else "停用，不记分"
    return Told(one.name, under, struck=not one.active)
