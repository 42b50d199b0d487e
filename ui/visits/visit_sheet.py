"""One visit: what is asked, how it is planned, what came of it, and what can be done with it."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.visits.calling_off import cancel_visit, put_back
from app.visits.detail import VisitDetail, get_visit
from app.visits.outcomes import OVER, follow_up
from models.choices import VisitStatus
from ui.kit import ask
from ui.kit.button import Button, Rank
from ui.kit.desk import Desk
from ui.kit.menu_button import MenuButton
from ui.kit.scroll import scrolling
from ui.kit.sheet import Sheet
from ui.kit.style import GAP
from ui.visits import openers
from ui.visits.outcome_sheet import OutcomeSheet
from ui.visits.plan_sheet import PlanSheet
from ui.visits.printing import offer_notice, offer_sheet, save_visit_calendar
from ui.visits.visit_facts import facts_of, history_of
from ui.visits.visit_files import VisitFiles

Offer = Callable[[QWidget, Desk, int], None]
OFF = (VisitStatus.CANCELLED, VisitStatus.REFUSED)


class VisitSheet(Sheet):
    """Its one primary act is the next: to plan it, and once its day has come, what came of it."""

    def __init__(self, window: QWidget, desk: Desk, visit_id: int) -> None:
        self.visit: VisitDetail = get_visit(visit_id, desk.today())
        title = f"{self.visit.person}　{self.visit.status.label}"
        super().__init__(window, title, widest=800, tallest=660)
        self.desk = desk
        self.plan = Button("安排", Rank.PRIMARY, icon="calendar-check", key="P")
        self.outcome = Button("登记结果", Rank.PRIMARY, icon="check", key="F9")
        self.again = Button("登记回访", Rank.PRIMARY, icon="phone", key="F9")
        self.print = MenuButton("打印", icon="printer", key="F10")
        self.correct = Button("更正", Rank.QUIET, icon="file-pen-line")
        self.back = Button("放回待安排", Rank.QUIET)
        self.cancel = Button("取消上门", Rank.QUIET)
        self.files: VisitFiles | None = None  # where it is over
        self.area = scrolling(QWidget())
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addWidget(self.area, 1)
        column.addLayout(self._foot())
        self.body.addLayout(column)
        self._listen()
        self._fill()

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        for button in (self.cancel, self.back, self.correct):
            foot.addWidget(button)
        foot.addStretch()
        for button in (self.print, self.plan, self.again, self.outcome):
            foot.addWidget(button)
        return foot

    def _listen(self) -> None:
        self.plan.clicked.connect(lambda: self._instead(PlanSheet))
        self.outcome.clicked.connect(lambda: self._instead(OutcomeSheet))
        self.again.clicked.connect(self._follow_up)
        self.correct.clicked.connect(self._correct)
        self.back.clicked.connect(self._put_back)
        self.cancel.clicked.connect(self._cancel)
        self.print.picked.connect(self._print)

    def _fill(self) -> None:
        """Everything, as it is now."""
        self.visit = get_visit(self.visit.id, self.desk.today())
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(GAP)
        column.addWidget(facts_of(self.visit))
        if self.visit.result is not None:
            self.files = VisitFiles(self.desk, self.visit)
            self.files.changed.connect(self._refill)
            column.addWidget(self.files)
        column.addWidget(history_of(self.visit))
        column.addStretch()
        whole.setAutoFillBackground(False)
        gone = self.area.takeWidget()  # setWidget() would delete it, even while it is speaking
        if gone is not None:
            gone.deleteLater()
        self.area.setWidget(whole)
        whole.setAutoFillBackground(False)  # setWidget() has just switched it on
        self._offer()

    def _refill(self) -> None:
        """Its files are others now; the keyboard stays with them."""
        self._fill()
        if self.files is not None:
            self.files.add.setFocus()

    def _offer(self) -> None:
        """What can be done with it as it stands."""
        status, plan = self.visit.status, self.visit.plan
        planned, over = status is VisitStatus.PLANNED, status in OVER
        gone = planned and plan is not None and plan.starts_at.date() <= self.desk.today()
        open_ = planned or status is VisitStatus.REQUESTED
        self.print.set_acts(self._papers(planned=planned))
        shown = {
            self.cancel: open_,
            self.back: planned,
            self.correct: over or open_,
            self.print: status not in OFF,
            self.plan: open_,
            self.outcome: gone,
            self.again: over,
        }
        for button, visible in shown.items():
            button.setVisible(visible)
        self.plan.setText("改期" if planned else "安排")
        self.plan.set_rank(Rank.PLAIN if gone else Rank.PRIMARY)  # one primary
        first = (self.outcome, self.plan, self.again)
        self.first = next((one for one in first if shown[one]), self)

    def _papers(self, *, planned: bool) -> list[tuple[Offer, str]]:
        found: list[tuple[Offer, str]] = [(offer_sheet, "上门服务单")]
        if planned:
            found.append((offer_notice, "预约告知（大字）"))
        if self.visit.plan is not None:
            found.append((save_visit_calendar, "导出日历（.ics）"))
        return found

    def _instead(self, kind: Callable[[QWidget, Desk, int], Sheet]) -> None:
        over = self._over()
        self.leave()
        kind(over, self.desk, self.visit.id).open()

    def _print(self, offer: Offer) -> None:
        over = self._over()
        if self.visit.case_id is not None and offer is not save_visit_calendar:
            self.leave()  # the preview of a case's papers would lie under it
        offer(over, self.desk, self.visit.id)

    def _correct(self) -> None:
        """What was recorded, where it is over; else what was asked for."""
        over, done = self._over(), self.visit.status in OVER
        self.leave()
        if done:
            OutcomeSheet(over, self.desk, self.visit.id).open()
        else:
            openers.correct(over, self.desk, self.visit.id)

    def _follow_up(self) -> None:
        told = "由没去的同事打电话问：来了没有，收钱没有，还有什么要说的。"
        words = ask.why(self, f"登记回访 {self.visit.number}", "对方怎么说", told)
        if words is not None:
            follow_up(self.visit.id, words, self.desk.who(), self.desk.now())
            self._fill()

    def _put_back(self) -> None:
        put_back(self.visit.id, "", self.desk.who(), self.desk.now())
        self.leave()

    def _cancel(self) -> None:
        reason = ask.why(self, f"取消上门 {self.visit.number}", "为什么取消", harm=True)
        if reason is not None:
            cancel_visit(self.visit.id, reason, self.desk.who(), self.desk.now())
            self.leave()
