"""The head of a case: what, who, until when; the next act is the primary button."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.case_detail import CaseDetail
from app.moves import Move
from models.choices import PaperKind
from ui.cases.columns import state_mark
from ui.cases.move_sheet import MoveSheet
from ui.kit.button import Button, Rank
from ui.kit.chip import Tag
from ui.kit.desk import Desk
from ui.kit.due_cell import OPEN, due_cell
from ui.kit.errands import Correct, WantedPaper
from ui.kit.menu_button import MenuButton
from ui.kit.popover import Popover
from ui.kit.style import GAP, SMALL, Tone, font
from ui.kit.text import quiet

_ICONS = {
    "交办": "send",
    "办结": "circle-check",
    "当场办结": "circle-check",
    "反馈": "message-square",
    "归档": "check-check",
}
CORRECT, RECEIPT, REGISTER = "correct", "receipt", "register"


class CaseHead(QWidget):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.detail: CaseDetail | None = None
        self._moves: tuple[Move, ...] = ()
        self.matter = QLabel()
        self.matter.setFont(font(18, bold=True))
        self.number = quiet("")
        self.state, self.due = Tag(""), Tag("")
        self.why = Button("怎么算的", Rank.QUIET)
        self.why.clicked.connect(self._explain)
        self.who = QLabel()
        self.who.setFont(font(SMALL))
        self.show_all = Button("显示号码", Rank.QUIET)
        self.show_all.clicked.connect(self._uncover)
        self.more = MenuButton("更多", key="F7")
        self.more.picked.connect(self._do)
        self.next = Button("", Rank.PRIMARY, key="F8")
        self.next.clicked.connect(self._go_on)
        self._arrange()

    def _arrange(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.matter)
        words.addLayout(self._row(self.number, self.state, self.due, self.why))
        words.addLayout(self._row(self.who, self.show_all))
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(GAP)
        across.addLayout(words, 1)
        across.addWidget(self.more)
        across.addWidget(self.next)

    @staticmethod
    def _row(*parts: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for part in parts:
            row.addWidget(part)
        row.addStretch()
        return row

    def show_case(self, detail: CaseDetail) -> None:
        covered = self.detail is None or self.detail.id != detail.id
        self.detail = detail
        self.matter.setText(detail.draft.matter)
        self.number.setText(detail.number)
        state = state_mark(detail.status, detail.ending)
        self.state.say(state.word, state.tone, state.icon)
        self._say_due(detail)
        if covered:
            self._say_who(detail, detail.person, detail.contact)
            self.show_all.show()
        self._moves = detail.moves
        self.next.setVisible(bool(detail.moves))
        if detail.moves:
            self.next.setText(detail.moves[0].name)
            self.next.set_icon(_ICONS.get(detail.moves[0].name, "arrow-right"))
        self.more.set_acts(self._others(detail))

    def _say_due(self, detail: CaseDetail) -> None:
        due = due_cell(
            detail.status,
            detail.due_on,
            self.desk.today(),
            provisional=detail.due_provisional,
        )
        open_ = detail.status in OPEN
        said = f"{due.day}到期，{due.left}" if open_ else f"期限 {due.day}"
        self.due.say(said, due.tone, "clock" if due.tone is not Tone.PLAIN else "")

    def _say_who(self, detail: CaseDetail, person: str, contact: str) -> None:
        served = detail.draft.beneficiary or detail.draft.applicant
        trips = f"跑了 {detail.draft.trips} 次" if detail.draft.trips else ""
        parts = (person, served.village, contact, trips)
        self.who.setText("  ·  ".join(part for part in parts if part))

    def _others(self, detail: CaseDetail) -> list[tuple[object, str]]:
        correct = "更正登记" if detail.complete else "补全登记"
        return [
            *((move, move.name) for move in detail.moves[1:]),
            (CORRECT, correct),
            (RECEIPT, "受理回执"),
            (REGISTER, "登记表"),
        ]

    def _do(self, chosen: Move | str) -> None:
        assert self.detail is not None
        errands, case_id = self.desk.errands, self.detail.id
        if isinstance(chosen, Move):
            self._open(chosen)
        elif chosen == CORRECT:
            errands.intake_wanted.emit(Correct(case_id))
        else:
            kind = PaperKind.RECEIPT if chosen == RECEIPT else PaperKind.REGISTER
            errands.paper_wanted.emit(WantedPaper(case_id, kind))

    def _go_on(self) -> None:
        if self._moves:
            self._open(self._moves[0])

    def _open(self, move: Move) -> None:
        assert self.detail is not None
        MoveSheet(self.window(), self.desk, self.detail, move).open()

    def _uncover(self) -> None:
        """A deliberate act: someone else may be looking at the screen."""
        assert self.detail is not None
        one = self.detail.draft.applicant
        served = self.detail.draft.beneficiary or one
        name = served.name if served is one else f"{served.name}（反映人 {one.name}）"
        self._say_who(self.detail, name, one.phone or one.address)
        self.show_all.hide()

    def _explain(self) -> None:
        assert self.detail is not None
        detail = self.detail
        lines = [("", *step.split(" ", 1)) for step in detail.due_steps]
        shown = [(icon, what, why) for icon, what, *rest in lines for why in [" ".join(rest)]]
        days = f"{detail.due_on.month}月{detail.due_on.day}日"
        grade = detail.draft.grade.label
        pop = Popover(self.window(), f"为什么是 {days}", shown, ("答复期限", days), f"{grade}事项")
        pop.open_at(self.due)
