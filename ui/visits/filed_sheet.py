"""What comes after a request was filed: it is planned at once, or waits in the tray."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.visits.detail import VisitDetail, get_visit
from app.visits.in_words import place
from ui.kit.button import Button, Rank
from ui.kit.desk import Desk
from ui.kit.sheet import Sheet
from ui.kit.style import BODY, GAP
from ui.kit.text import quiet, wrapped
from ui.visits.plan_sheet import PlanSheet
from ui.visits.printing import offer_notice


class FiledSheet(Sheet):
    """P plans it; once it is planned, the 预约告知 lies ready to be printed."""

    def __init__(self, window: QWidget, desk: Desk, visit_id: int) -> None:
        self.visit: VisitDetail = get_visit(visit_id, desk.today())
        super().__init__(window, f"已登记 {self.visit.number}", widest=520)
        self.desk = desk
        self.later = Button("先放待安排", key="Esc")
        self.plan = Button("现在安排", Rank.PRIMARY, icon="calendar-check", key="P")
        draft = self.visit.draft
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addWidget(wrapped(f"{self.visit.person}　{draft.kind.label}　{draft.matter}", BODY))
        column.addWidget(quiet("　".join(filter(None, (place(draft), draft.suits)))))
        column.addWidget(quiet(self.visit.eligibility.rule))
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addStretch()
        for button in (self.later, self.plan):
            foot.addWidget(button)
        column.addSpacing(GAP)
        column.addLayout(foot)
        self.body.addLayout(column)
        self.first = self.plan
        self.later.clicked.connect(self.leave)
        self.plan.clicked.connect(self._plan)
        self.shrink()

    def _plan(self) -> None:
        over = self._over()
        self.leave()
        sheet = PlanSheet(over, self.desk, self.visit.id)
        sheet.planned.connect(lambda visit_id: offer_notice(over, self.desk, visit_id))
        sheet.open()
