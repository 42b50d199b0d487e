"""What is said with a move of a case: the result, the ending, how the citizen was told."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.case_detail import CaseDetail
from app.errors import Invalid
from app.moves import Given, Move, move_case
from models.choices import Act, Ending
from ui.kit.button import Button, Rank
from ui.kit.choice import Segments
from ui.kit.desk import Desk
from ui.kit.editors import Text
from ui.kit.field import Field
from ui.kit.rows import FieldRow, show_problems
from ui.kit.sheet import Sheet
from ui.kit.style import GAP
from ui.kit.text import wrapped

WIDEST, TALLEST = 560, 430
_ASKED = {
    Act.ASSIGN: ("交办意见", "交给谁、怎么办、什么时候答复"),
    Act.PROGRESS: ("情况", "办到哪一步了，接下来谁办"),
    Act.CONCLUDE: ("结果", "怎么办成的；没办成的，写明原因和出路"),
    Act.INFORM: ("怎么告知", "电话、当面或短信；他怎么说"),
    Act.ARCHIVE: ("备注", "可以不写"),
    Act.WITHDRAW: ("原因", "他为什么不办了"),
}


class MoveSheet(Sheet):
    def __init__(self, window: QWidget, desk: Desk, detail: CaseDetail, move: Move) -> None:
        super().__init__(
            window, f"{move.name}　{detail.draft.matter}", widest=WIDEST, tallest=TALLEST
        )
        self.desk, self.detail, self.chosen = desk, detail, move
        name, hint = _ASKED[move.act]
        self.ending = Segments(Ending)
        self.note = Text(hint=hint, lines=4)
        self.rows: dict[str, FieldRow] = {}
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addWidget(wrapped(f"{detail.number}　{detail.person}"))
        if "ending" in move.needs:
            self.rows["ending"] = FieldRow("结局", self.ending, needed=True)
            column.addWidget(self.rows["ending"])
        self.rows["note"] = FieldRow(name, Field(self.note), needed="note" in move.needs, width=64)
        column.addWidget(self.rows["note"], 1)
        column.addLayout(self._foot())
        self.body.addLayout(column)
        self.first = self.ending if "ending" in move.needs else self.note

    def _foot(self) -> QHBoxLayout:
        self.save = Button(self.chosen.name, Rank.PRIMARY, key="F9")
        self.save.clicked.connect(self._save)
        cancel = Button("先不办", key="Esc")
        cancel.clicked.connect(self.leave)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addStretch()
        foot.addWidget(cancel)
        foot.addWidget(self.save)
        return foot

    def _save(self) -> None:
        given = Given(self.note.value(), self.ending.value())
        try:
            move_case(self.detail.id, self.chosen.act, given, self.desk.who(), self.desk.now())
        except Invalid as error:
            show_problems(self.rows, error.problems)
        else:
            self.leave()
            self.desk.errands.said.emit(f"已{self.chosen.act.label}：{self.detail.number}")
