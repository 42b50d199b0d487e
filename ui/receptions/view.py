"""A reception that was: what was asked and answered, and what became of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.receptions import LABELS, ReceptionRow, get_reception
from ui.kit.button import Button, Rank
from ui.kit.days import say_moment
from ui.kit.desk import Desk
from ui.kit.errands import FromReception
from ui.kit.scroll import scrolling
from ui.kit.sheet import Sheet
from ui.kit.style import BODY, GAP, WIDE
from ui.kit.text import quiet, wrapped

WIDEST, LABEL = 600, 72
SHORT, TALL, MUCH = 380, 640, 160  # a sheet for a few lines, one for a story, and its letters


class ReceptionSheet(Sheet):
    gone_on = Signal()  # to its case, or to the form that makes one of it

    def __init__(self, window: QWidget, desk: Desk, reception_id: int) -> None:
        row = get_reception(reception_id)
        tall = TALL if len(row.asked) + len(row.answered) > MUCH else SHORT
        super().__init__(window, "接待记录", widest=WIDEST, tallest=tall)
        self.desk, self.row = desk, row
        if self.row.case_id is None:
            self.go = Button("转为登记", Rank.PRIMARY, icon="square-pen", key="F10")
        else:
            self.go = Button("看办件", Rank.PRIMARY, icon="arrow-right")
        self.go.clicked.connect(self._go_on)
        column = QVBoxLayout()
        column.setSpacing(WIDE)
        column.addWidget(scrolling(_facts(self.row)), 1)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.go)
        column.addLayout(foot)
        self.body.addLayout(column)
        self.first = self.go

    def _go_on(self) -> None:
        self.leave()
        self.gone_on.emit()
        if self.row.case_id is None:
            self.desk.errands.intake_wanted.emit(FromReception(self.row.id))
        else:
            self.desk.errands.case_wanted.emit(self.row.case_id)


def _facts(row: ReceptionRow) -> QWidget:
    facts = QWidget()
    column = QVBoxLayout(facts)
    column.setContentsMargins(0, 0, GAP, 0)
    column.setSpacing(GAP)
    who = "，".join(filter(None, (row.name or "未留姓名", row.phone)))
    for name, text in (
        (LABELS["at"], f"{say_moment(row.at)}　{row.channel.label}"),
        (LABELS["staff"], row.staff),
        (LABELS["name"], who),
        (LABELS["asked"], row.asked),
        (LABELS["answered"], row.answered or "（没有写）"),
        (LABELS["ending"], row.ending.label),
    ):
        line = QHBoxLayout()
        label = quiet(name, BODY)
        label.setFixedWidth(LABEL)
        told = wrapped(text, BODY)
        told.setAccessibleName(f"{name} {text}")
        line.addWidget(label)
        line.addWidget(told, 1)
        line.setAlignment(label, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
    column.addStretch()
    return facts
