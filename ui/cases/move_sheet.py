"""What is said with a move of a case: the result, the ending, how the citizen was told."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.case_detail import CaseDetail
from app.errors import Invalid
from app.moves import Move, move_case, proposals
from app.moves.asks import Ask, Asked
from models.choices import Act
from ui.cases.covered import Covered
from ui.cases.people import in_one_line
from ui.kit.button import Button, Rank
from ui.kit.choice import Segments
from ui.kit.desk import Desk
from ui.kit.editors import Text
from ui.kit.field import Field
from ui.kit.keys import EnterMovesOn, go_to
from ui.kit.rows import FieldRow, show_problems
from ui.kit.sheet import Sheet
from ui.kit.style import GAP, Tone
from ui.kit.text import Saying, wrapped

WIDEST, TALLEST, LABEL = 600, 430, 64


class MoveSheet(Sheet):
    """F9 does it; what is lacking is said beside its field."""

    def __init__(self, window: QWidget, desk: Desk, detail: CaseDetail, move: Move) -> None:
        title = f"{move.name}　{detail.draft.matter}"
        super().__init__(window, title, widest=WIDEST, tallest=TALLEST)
        self.desk, self.detail, self.chosen = desk, detail, move
        self.who = Covered()
        self.who.say(in_one_line(detail, covered=True), in_one_line(detail, covered=False))
        self.proposed = proposals(detail.id, move, desk.today())
        # Of what else is asked the case's own plan counts.
        asked = [one for one in move.asks if one.kind in (Ask.TEXT, Ask.LINE, Ask.CHOICE)]
        self.editors = {one.name: self._editor(one) for one in asked}
        self.rows = {one.name: self._row(one) for one in asked}
        self.body.addWidget(self._form())
        self.first = self.editors.get("ending") or self.editors.get("note") or self.save

    def _editor(self, asked: Asked) -> Text | Segments:
        if asked.kind is Ask.CHOICE:
            assert asked.choices is not None
            return Segments(asked.choices)
        return Text(self.proposed.get(asked.name, ""), hint=asked.hint, lines=4)

    def _row(self, asked: Asked) -> FieldRow:
        editor = self.editors[asked.name]
        body = Field(editor) if isinstance(editor, Text) else editor
        return FieldRow(asked.label, body, needed=bool(asked.needed), width=LABEL)

    def _form(self) -> QWidget:
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.who)
        if self.chosen.act is Act.INFORM:
            column.addWidget(Saying("请把办理结果告诉他", Tone.PRIMARY))
            column.addWidget(wrapped(self.detail.result))
        for name, row in self.rows.items():
            column.addWidget(row, 1 if name == "note" else 0)
        column.addLayout(self._foot())
        EnterMovesOn(form).ended.connect(self.save.setFocus)
        return form

    def _foot(self) -> QHBoxLayout:
        self.save = Button(self.chosen.name, Rank.PRIMARY, icon="check", key="F9")
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
        given = {name: editor.value() for name, editor in self.editors.items()}
        try:
            move_case(self.detail.id, self.chosen.act, given, self.desk.who(), self.desk.now())
        except Invalid as error:
            show_problems(self.rows, error.problems)
            go_to(next(row.field for row in self.rows.values() if row.is_wrong()))
        else:
            self.leave()
            self.desk.errands.said.emit(f"已{self.chosen.act.label}：{self.detail.number}")
