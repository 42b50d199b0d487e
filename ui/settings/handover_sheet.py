"""All that a colleague has in hand is given to another in one act."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.access.colleagues import retire_colleague
from app.cases.case_list import CaseRow
from app.desk.handover import HandedOver, InHand, hand_over, list_open_work
from app.directory import Who, list_staff
from app.errors import Invalid
from ui.kit.button import Button, Rank
from ui.kit.days import say_day
from ui.kit.desk import Desk
from ui.kit.field import Field
from ui.kit.keys import EnterMovesOn
from ui.kit.pick import Pick
from ui.kit.print_sheet import PrintSheet, drawn
from ui.kit.record_view import RecordView
from ui.kit.rows import FieldRow
from ui.kit.sheet import Sheet
from ui.kit.style import BODY, GAP
from ui.kit.table import Column
from ui.kit.text import wrapped

WIDEST, TALLEST, LABEL = 880, 560, 64
ADVICE = "移交人、接办人和监交人各签一份，和交接的物品一起留存。"


class HandoverSheet(Sheet):
    """What it is, to whom it goes, and F9; with `retire` the leaver is retired in the same act."""

    def __init__(self, window: QWidget, desk: Desk, leaver: Who, *, retire: bool = False) -> None:
        super().__init__(window, f"移交{leaver.name}手上的工作", widest=WIDEST, tallest=TALLEST)
        self.desk, self.leaver, self.retire = desk, leaver, retire
        self.work = list_open_work(leaver.id)
        self.view = RecordView(_columns(), name="在办的办件", id_of=lambda one: one.id)
        self.view.show_rows(self.work.cases)
        others = [one for one in list_staff() if one.id != leaver.id]
        self.successor = Pick([(one.id, one.name) for one in others])
        self.row = FieldRow("交给", Field(self.successor), needed=True, width=LABEL)
        self.leave_it = Button("不移交，直接停用", Rank.QUIET)
        self.go = Button("移交并停用" if retire else "移交", Rank.PRIMARY, icon="send", key="F9")
        self.body.addWidget(self._form())
        self.first = self.successor
        self.leave_it.clicked.connect(self._retire_only)
        self.go.clicked.connect(self._go)

    def _form(self) -> QWidget:
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        told = f"{_counted(self.work)}，每件的记录里都会写上移交。受理人不变。"
        column.addWidget(wrapped(told, BODY))
        column.addWidget(self.view, 1)
        column.addWidget(self.row)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.leave_it)
        foot.addStretch(1)
        foot.addWidget(self.go)
        column.addLayout(foot)
        if not self.retire:
            self.leave_it.hide()
        EnterMovesOn(form).ended.connect(self.go.setFocus)
        return form

    def _go(self) -> None:
        successor = self.successor.value()
        if successor is None:
            self.row.wrong("请选接办的同事。")
            self.successor.setFocus()
            return
        who, now = self.desk.who(), self.desk.now()
        try:
            done = hand_over(self.leaver.id, successor, who, now, retire=self.retire)
        except Invalid as error:
            self.row.wrong(str(error))
            return
        self._tell(done)

    def _tell(self, done: HandedOver) -> None:
        over = self.parentWidget()
        assert over is not None
        self.leave()
        self.desk.errands.said.emit(f"已把{_counted(done.work)}移交给{done.successor.name}。")
        self.desk.tasks.start(
            "正在排版移交清单",
            lambda: _list_of(done),
            lambda pdf: PrintSheet(over, f"工作移交清单 {done.number}", pdf, ADVICE).open(),
            owner=over,
        )

    def _retire_only(self) -> None:
        try:
            retire_colleague(self.leaver.id, self.desk.who())
        except Invalid as error:
            self.row.wrong(str(error))
            return
        self.leave()
        self.desk.errands.said.emit(f"已停用{self.leaver.name}，他手上的工作没有移交。")


def _list_of(done: HandedOver) -> bytes:
    """Imported inside: the worker has time for reportlab and its fonts."""
    from app.papers.of_staff import handover_sheet
    from exports.handover_pdf import write_handover

    return drawn(write_handover, handover_sheet(done))


def _counted(work: InHand) -> str:
    cases, drafts = len(work.cases), len(work.drafts)
    said = [f"{cases} 件在办的办件"] if cases else []
    said += [f"{drafts} 份没写完的草稿"] if drafts else []
    return "、".join(said)


def _columns() -> list[Column[CaseRow]]:
    return [
        Column("编号", lambda one: one.number, width=210),
        Column("事项", lambda one: one.matter),
        Column("反映人", lambda one: one.person, width=110),
        Column("状态", lambda one: one.status.label, width=90),
        Column("期限", lambda one: say_day(one.due_on), width=140),
    ]
