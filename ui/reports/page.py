"""The month: how its workbook will look, what to check before, and its way out."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from app.cases.case_list import case_ids
from app.cases.filters import CaseFilter
from app.cases.registry import find_id
from app.changes import Kind
from app.month import Correction, ExportRow
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
from ui.kit.style import GAP
from ui.kit.text import Saying
from ui.reports.acting import Acting
from ui.reports.acts import IN_SIGHT, MonthAct, items_of
from ui.reports.beside import Beside
from ui.reports.exporting import export_again
from ui.reports.leaves import FIRST, leaves_of, sheets_of
from ui.reports.outbox_sheet import OutboxSheet
from ui.reports.reading import MonthSeen, see_month
from ui.reports.state import nothing, state_of
from ui.reports.story_sheet import write_story


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
            Kind.LOCKS,
            Kind.MAIL,
            Kind.STORIES,
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
        self.sheet = Segments((FIRST,), FIRST, even=False)
        self.sheet.set_name("工作表")
        self.state = Saying()
        self.folder = Button("打开所在文件夹", Rank.QUIET)
        self.folder.hide()
        bar = QHBoxLayout()
        bar.setSpacing(GAP)
        bar.addWidget(self.sheet)
        bar.addStretch(1)
        self.body.addLayout(bar)
        below = QHBoxLayout()
        below.setSpacing(GAP)
        below.addWidget(self.state, 1)
        below.addWidget(self.folder)
        self.body.addLayout(below)
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
        self._answer(self.beside)

    def _answer(self, beside: Beside) -> None:
        """Do what is chosen in it."""
        beside.wanted.connect(self._put_right)
        beside.looked_for.connect(self._look_at)
        beside.again.connect(self._make_again)
        beside.mail_wanted.connect(self._look_at_mail)

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
        self.sheet.set_items(sheets_of(seen))
        self.note.say("" if seen.report.over else f"未完，截至 {seen.report.made_at:%H:%M}")
        self.empty.say("sprout", *nothing(seen))
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
        self.state.say(*state_of(seen))
        self.state.setVisible(bool(self.state.text) or self.saved is not None)

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
            act.do(self._acting(self.seen))

    def _acting(self, seen: MonthSeen) -> Acting:
        return Acting(self, seen, self._tell_saved, self._answer)

    def _put_right(self, wanted: CaseFilter | str) -> None:
        """The cases of a check, one that is alone at once; or the words of the month."""
        if isinstance(wanted, str):
            if self.seen is not None:
                write_story(self._acting(self.seen))
            return
        self.desk.errands.cases_wanted.emit(wanted)
        found = case_ids(wanted, self.desk.today())
        if len(found) == 1:
            self.desk.errands.case_wanted.emit(found[0])

    def _look_at(self, corrected: Correction | str) -> None:
        """The case that was corrected, or all of the corrections."""
        if isinstance(corrected, Correction):
            self.desk.errands.case_wanted.emit(find_id(corrected.subject))
        else:
            self.sheet.set_value(corrected)

    def _make_again(self, made: ExportRow) -> None:
        if self.seen is not None:
            export_again(self._acting(self.seen), made)

    def _look_at_mail(self, mail_id: int) -> None:
        OutboxSheet(self.window(), self.desk, mail_id).open()

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
