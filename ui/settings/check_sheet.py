"""What a look at the whole store has found."""

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.store.check import CheckReport
from ui.kit.days import say_moment
from ui.kit.entries import Entry, EntryList
from ui.kit.scroll import scrolling
from ui.kit.sheet import Sheet
from ui.kit.style import BODY, GAP, Tone
from ui.kit.text import Saying, wrapped

LISTS = {
    "centre": "中心信息",
    "staff": "人员",
    "unit": "单位",
    "village": "村社",
    "matter": "事项",
    "party": "人员和企业档案",
    "case_unit": "办件的单位",
    "material": "办件的材料",
    "reception": "接待记录",
    "draft": "草稿",
    "counter": "编号的末号",
    "calendar_year": "工作日历的年份",
    "calendar_day": "工作日历的日子",
    "month_export": "月报导出记录",
}


class CheckSheet(Sheet):
    def __init__(self, window: QWidget, report: CheckReport) -> None:
        super().__init__(window, "检查数据", widest=640, tallest=460)
        self.report = report
        self.result = Saying()
        if report.ok:
            self.result.say("数据完好，没有发现问题", Tone.GOOD)
        else:
            self.result.say(f"发现 {len(report.problems)} 个问题", Tone.DANGER)
        self.found = [wrapped(text, BODY) for text in report.problems]
        self.list = EntryList(list(_looked_at(report)), pressable=False, inset=0, name="检查结果")
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(GAP)
        column.addWidget(self.result)
        for label in self.found:
            column.addWidget(label)
        column.addWidget(self.list)
        column.addStretch(1)
        self.body.addWidget(scrolling(content))


def _looked_at(report: CheckReport) -> Iterator[Entry]:
    yield Entry("办件", side=f"{report.cases} 件")
    yield Entry("附件", side=f"{report.attachments} 个")
    if report.compared_with is None:
        yield Entry("没有完好的备份可以比对", tone=Tone.WARN, icon="triangle-alert")
        return
    yield Entry("与这份备份逐条比对", side=say_moment(report.compared_with))
    for name, count in report.changed.items():
        note = "平常的修改也会这样；出过故障的，请看一看是不是自己改的。"
        yield Entry(f"{LISTS.get(name, name)}与备份不同", note, f"{count} 条")
