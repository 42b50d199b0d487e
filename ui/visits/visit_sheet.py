"""One visit: what is asked, how it is planned, what came of it, and what can be done with it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.visits.calling_off import cancel_visit, put_back
from app.visits.detail import VisitDetail, get_visit
from app.visits.in_words import place, way
from app.visits.papers import visit_notice, visit_sheet
from exports.visit_notice_pdf import write_visit_notice
from exports.visit_pdf import write_visit
from models.choices import VisitStatus
from ui.kit import ask
from ui.kit.button import Button, Rank
from ui.kit.desk import Desk
from ui.kit.print_sheet import PrintSheet, drawn
from ui.kit.scroll import scrolling
from ui.kit.sheet import Sheet
from ui.kit.style import GAP
from ui.kit.text import Part, quiet, wrapped
from ui.visits import openers
from ui.visits.outcome_sheet import OutcomeSheet
from ui.visits.plan_sheet import PlanSheet

LABEL = 84


class VisitSheet(Sheet):
    def __init__(self, window: QWidget, desk: Desk, visit_id: int) -> None:
        self.visit: VisitDetail = get_visit(visit_id, desk.today())
        one = self.visit
        title = f"{one.person}　{one.status.label}"
        super().__init__(window, title, widest=720, tallest=620)
        self.desk = desk
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addWidget(scrolling(_facts(one)), 1)
        column.addLayout(self._foot())
        self.body.addLayout(column)

    def _foot(self) -> QHBoxLayout:
        status = self.visit.status
        planned = status is VisitStatus.PLANNED
        plan, today = self.visit.plan, self.desk.today()
        gone = planned and plan is not None and plan.starts_at.date() <= today
        open_ = planned or status is VisitStatus.REQUESTED
        self.plan = Button(
            "改期" if planned else "安排", Rank.PRIMARY, icon="calendar-check", key="P"
        )
        self.back = Button("放回待安排", Rank.QUIET)
        self.cancel = Button("取消上门", Rank.QUIET)
        self.correct = Button("更正", Rank.QUIET, icon="file-pen-line")
        self.outcome = Button("登记结果", Rank.PRIMARY, icon="check", key="F9")
        self.notice = Button("预约告知", icon="mail")
        self.print = Button("上门单", icon="printer")
        shown = {
            self.cancel: open_,
            self.back: planned,
            self.correct: open_ and openers.READY,
            self.notice: planned,
            self.print: True,
            self.plan: open_,
            self.outcome: gone,
        }
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        for button, visible in shown.items():
            foot.addWidget(button)
            button.setParent(self.card)
            button.setVisible(visible)
        foot.insertStretch(3)
        self.plan.set_rank(Rank.PLAIN if gone else Rank.PRIMARY)  # one primary
        self.outcome.clicked.connect(self._record)
        self.first = self.outcome if gone else self.plan if open_ else self.print
        self.plan.clicked.connect(self._plan)
        self.correct.clicked.connect(self._correct)
        self.back.clicked.connect(self._put_back)
        self.cancel.clicked.connect(self._cancel)
        self.print.clicked.connect(self._print)
        self.notice.clicked.connect(self._notice)
        return foot

    def _plan(self) -> None:
        over = self._over()
        self.leave()
        PlanSheet(over, self.desk, self.visit.id).open()

    def _correct(self) -> None:
        over = self._over()
        self.leave()
        openers.correct(over, self.desk, self.visit.id)

    def _record(self) -> None:
        over = self._over()
        self.leave()
        OutcomeSheet(over, self.desk, self.visit.id).open()

    def _put_back(self) -> None:
        put_back(self.visit.id, "", self.desk.who(), self.desk.now())
        self.leave()

    def _cancel(self) -> None:
        reason = ask.why(self, f"取消上门 {self.visit.number}", "为什么取消", harm=True)
        if reason is not None:
            cancel_visit(self.visit.id, reason, self.desk.who(), self.desk.now())
            self.leave()

    def _print(self) -> None:
        sheet = visit_sheet(self.visit.id, self.desk.now())
        pdf = drawn(write_visit, sheet)
        advice = "双面打印，背面是收条：带走材料时撕下一半给他。"
        PrintSheet(self._over(), f"上门服务单 {self.visit.number}", pdf, advice).open()

    def _notice(self) -> None:
        pdf = drawn(write_visit_notice, visit_notice(self.visit.id, self.desk.now()))
        advice = "给服务对象或家里人，大字，一张 A4。"
        PrintSheet(self._over(), f"上门预约告知 {self.visit.number}", pdf, advice).open()


def _facts(one: VisitDetail) -> QWidget:
    facts = QWidget()
    column = QVBoxLayout(facts)
    column.setContentsMargins(0, 0, GAP, 0)
    column.setSpacing(GAP)
    for name, text in _named(one):
        row = QHBoxLayout()
        label = quiet(name)
        label.setFixedWidth(LABEL)
        row.addWidget(label)
        row.addWidget(wrapped(text), 1)
        column.addLayout(row)
    column.addWidget(Part("经过"))
    for entry in one.history:
        told = "，".join(filter(None, (entry.note, entry.reason)))
        line = f"{entry.at:%m-%d %H:%M}　{entry.by}　{entry.act.label}　{told}"
        column.addWidget(wrapped(line))
    column.addStretch()
    return facts


def _named(one: VisitDetail) -> list[tuple[str, str]]:
    draft, plan, result = one.draft, one.plan, one.result
    found = [
        ("编号", "　".join(filter(None, (one.number, "急" * draft.urgent, one.case_number)))),
        ("办什么", f"{draft.kind.label}　{draft.matter}"),
        ("到哪里", "　".join(filter(None, (place(draft), draft.directions)))),
        ("电话", one.contact),
        ("方便时间", draft.suits),
        ("上门对象", one.eligibility.rule),
        ("要带的", "、".join((*draft.papers, *draft.bring))),
        ("上一次", one.previous),
        ("原因", one.ended_reason),
    ]
    if plan:
        crew = "、".join([*map(str, plan.crew), *(kit.name for kit in plan.kits)])
        found.insert(1, ("约定", f"{plan.in_words}　{way(plan.way_from, plan.way_minutes)}"))
        found.insert(2, ("谁去，带什么", crew))
    if result:
        found.insert(1, ("结果", "　".join(filter(None, (result.outcome.label, result.note)))))
    return [(name, text) for name, text in found if text]
