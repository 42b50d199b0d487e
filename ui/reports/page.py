"""The month: how its workbook will look, what to check before, and its way out."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from app.changes import Kind
from app.month.period import previous_month
from ui.kit.button import Button, Rank
from ui.kit.choice import Segments
from ui.kit.desk import Desk
from ui.kit.empty import EmptyState
from ui.kit.errands import REPORTS
from ui.kit.menu_button import MenuButton
from ui.kit.page import Page
from ui.kit.paper import Paper
from ui.kit.stepper import Stepper
from ui.kit.style import GAP, Tone
from ui.kit.text import Saying
from ui.reports.acting import Acting
from ui.reports.acts import IN_SIGHT, MonthAct, items_of
from ui.reports.beside import Beside
from ui.reports.leaves import leaves_of
from ui.reports.reading import MonthSeen, see_month

SHEETS = ("汇总", "明细台账", "上月结转", "成因×单位", "上门服务", "说明", "封面")


class ReportsPage(Page):
    title = REPORTS
    watches = frozenset(
        {
            Kind.CASES,
            Kind.RECEPTIONS,
            Kind.PARTIES,
            Kind.DIRECTORY,
            Kind.CENTRE,
            Kind.CALENDAR,
            Kind.WORDING,
            Kind.EXPORTS,
        }
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.seen: MonthSeen | None = None
        self.saved: Path | None = None
        self._turn = 0
        self._wants_sheets = False  # of a month with nothing in it
        self.month = Stepper(_last_month(desk), desk.today)
        self.head.insertWidget(2, self.month)
        self.more = MenuButton("更多", key="F7")
        self.acts = [Button(one.name, icon=one.icon, key=one.key) for one in IN_SIGHT]
        self.acts[-1].set_rank(Rank.PRIMARY)
        self.act(self.more, *self.acts)
        self.sheet = Segments(SHEETS, SHEETS[0], even=False)
        self.sheet.set_name("工作表")
        self.state = Saying()
        self.folder = Button("打开所在文件夹", Rank.QUIET)
        self.folder.hide()
        bar = QHBoxLayout()
        bar.setSpacing(GAP)
        bar.addWidget(self.sheet)
        bar.addWidget(self.state, 1)
        bar.addWidget(self.folder)
        self.body.addLayout(bar)
        self.stack = QStackedWidget()
        self.paper = Paper("月报预览")
        self.look = Button("看表样")
        self.empty = EmptyState("sprout", "", "", self.look)
        self.stack.addWidget(self.paper)
        self.stack.addWidget(self.empty)
        self.body.addWidget(self.stack, 1)
        self.beside = Beside()
        self.lean(self.beside)
        self.first = self.month
        self._connect()

    def _connect(self) -> None:
        self.month.changed.connect(self._turn_to)
        self.sheet.changed.connect(self._look_at_sheet)
        self.look.clicked.connect(self._look_at_sheet)
        for button, act in zip(self.acts, IN_SIGHT, strict=True):
            self._connect_act(button, act)
        self.more.picked.connect(self._do)
        self.folder.clicked.connect(self._open_folder)
        self.beside.wanted.connect(self.desk.errands.cases_wanted)

    def refresh(self) -> None:
        """Have the month read; what is still being read of another is no longer wanted."""
        self._turn += 1
        turn, first, now = self._turn, self.month.value(), self.desk.now()
        self.desk.tasks.start(
            "正在准备报表",
            lambda: see_month(first, now) if turn == self._turn else None,
            lambda seen: self._show(seen) if seen and turn == self._turn else None,
            owner=self,
        )

    def _turn_to(self) -> None:
        self.saved, self._wants_sheets = None, False
        self.refresh()

    def _show(self, seen: MonthSeen) -> None:
        self.seen = seen
        self._offer(seen)
        self.note.say("" if seen.report.over else f"本月未完，截至 {seen.report.made_at:%H:%M}")
        self.empty.say("sprout", *_nothing(seen))
        self.beside.show_month(seen)
        self._say_state(seen)
        self._show_sheet()

    def _look_at_sheet(self) -> None:
        self._wants_sheets = True
        self._show_sheet()

    def _show_sheet(self) -> None:
        if self.seen is None:
            return
        if self.seen.report.zero and not self._wants_sheets:
            self.stack.setCurrentWidget(self.empty)
            return
        self.paper.show_leaves(leaves_of(self.seen, self.sheet.value()))
        self.stack.setCurrentWidget(self.paper)

    def _say_state(self, seen: MonthSeen) -> None:
        self.folder.setVisible(self.saved is not None)
        if seen.exported is None:
            left = sum(not one.fine for one in seen.checks)
            self.state.say(f"导出前有 {left} 项要看" if left else "", Tone.WARN, "triangle-alert")
        elif seen.exported.checksum == seen.report.checksum:
            said = f"{seen.exported.made_at:%m-%d} 已导出，之后没有改动"
            self.state.say(said, Tone.GOOD, "circle-check")
        else:
            said = f"{seen.exported.made_at:%m-%d} 已导出，之后台账有改动"
            self.state.say(said, Tone.WARN, "triangle-alert")

    def _offer(self, seen: MonthSeen) -> None:
        for button, act in zip(self.acts, IN_SIGHT, strict=True):
            button.setText(act.said(seen))
            button.setEnabled(not act.hindered(seen))
        self.more.set_acts(items_of(seen))

    def _connect_act(self, button: Button, act: MonthAct) -> None:
        button.clicked.connect(lambda: self._do(act))

    def _do(self, act: MonthAct) -> None:
        """With the month that is being turned to nothing is done before it has been read."""
        if self.seen and self.seen.report.first == self.month.value():
            act.do(Acting(self, self.seen, self._tell_saved))

    def _tell_saved(self, path: Path) -> None:
        """The page reads again by itself: the export has been recorded."""
        self.saved = path
        self.folder.show()
        self.desk.errands.said.emit(f"已导出“{path.name}”")

    def _open_folder(self) -> None:
        if self.saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.saved.parent)))


def _last_month(desk: Desk) -> date:
    """The month that is reported is the one that has passed."""
    return previous_month(desk.today().replace(day=1))


def _nothing(seen: MonthSeen) -> tuple[str, str]:
    """What is said instead of empty sheets."""
    report = seen.report
    done = [
        f"{word} {report.figure(name).now.part} {unit}"
        for word, name, unit in (("接待", "接待（人次）", "人次"), ("办结", "办结（件）", "件"))
        if report.figure(name).now.part
    ]
    month = f"{report.first.month} 月"
    title = f"{month}还没有反映件" if not report.over else f"{month}没有反映件"
    kind = f"{'，'.join(done)}。" if done else "没有人来，也是好消息。"
    return title, f"{kind}照样按 F9 导出，报出的是零报告。"
