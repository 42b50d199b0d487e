"""What comes after a request was filed: it is planned at once, or waits in the tray."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.visits.detail import VisitDetail, get_visit
from app.visits.in_words import place
from app.visits.papers import visit_notice
from exports.visit_notice_pdf import write_visit_notice
from models.choices import PaperKind
from ui.kit.button import Button, Rank
from ui.kit.desk import Desk
from ui.kit.errands import WantedPaper
from ui.kit.print_sheet import PrintSheet, drawn
from ui.kit.sheet import Sheet
from ui.kit.style import BODY, GAP
from ui.kit.text import quiet, wrapped
from ui.visits.plan_sheet import PlanSheet

ADVICE = "给服务对象或家里人，大字，一张 A4。按 Esc 不打。"


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


def offer_notice(window: QWidget, desk: Desk, visit_id: int) -> None:
    """Of a case it is a paper of the case, with a number of its own."""
    visit = get_visit(visit_id, desk.today())
    if (case_id := visit.draft.case_id) is not None:
        wanted = WantedPaper(case_id, PaperKind.VISIT_NOTICE, about=visit_id)
        desk.errands.paper_wanted.emit(wanted)
        return
    pdf = drawn(write_visit_notice, visit_notice(visit_id, desk.now()))
    PrintSheet(window, f"上门预约告知 {visit.number}", pdf, ADVICE).open()
