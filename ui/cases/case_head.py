"""The head of a case: what, who, until when; the next act is the primary button."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.cases.detail import CaseDetail
from app.moves import Move, next_moves
from app.papers.kinds import Makeable
from models.choices import Act
from ui.cases.act_looks import LOOKS
from ui.cases.act_menu import VISIT, menu
from ui.cases.columns import state_mark
from ui.cases.covered import Covered
from ui.cases.facts import selectable
from ui.cases.move_sheet import MoveSheet
from ui.cases.people import in_one_line
from ui.cases.reckoned import reckoned
from ui.kit.button import Button, Rank
from ui.kit.chip import Tag
from ui.kit.days import say_weekday
from ui.kit.desk import Desk
from ui.kit.due_cell import OPEN, due_cell
from ui.kit.errands import Correct, VisitOfCase, WantedPaper
from ui.kit.flow import flowing
from ui.kit.menu_button import MenuButton
from ui.kit.popover import Popover
from ui.kit.style import GAP, HALF, Tone, font
from ui.kit.text import quiet, wrapped

MATTER = 18  # px
BESIDE = 0.62  # of the width the acts may take beside the matter


class CaseHead(QWidget):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.detail: CaseDetail | None = None
        self.moves: tuple[Move, ...] = ()
        self.matter = wrapped("")
        self.matter.setFont(font(MATTER, bold=True))
        self.number = selectable(quiet(""))
        self.state, self.due = Tag(""), Tag("")
        self.why = Button("怎么算的", Rank.QUIET)
        self.why.clicked.connect(self._explain)
        self.who = Covered()
        self.more = MenuButton("更多", key="F7")
        self.more.picked.connect(self._do)
        self.next = Button("", Rank.PRIMARY, key="F8")
        self.others = (Button("", key="F6"), Button("", key="F5"))
        for place, button in enumerate((self.next, *self.others)):
            button.clicked.connect(lambda *_, which=place: self._open(self.moves[which]))
        self._arrange()

    def _arrange(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(GAP)
        second, third = self.others
        for part in (self.matter, third, second, self.more, self.next):
            above.addWidget(part, 1 if part is self.matter else 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF)
        column.addLayout(above)
        column.addLayout(flowing(self.number, self.state, self.due, self.why))
        column.addWidget(self.who)

    def show_case(self, detail: CaseDetail) -> None:
        if self.detail is not None and self.detail.id != detail.id:
            self.who.cover()
        self.detail = detail
        self.matter.setText(detail.draft.matter)
        self.number.setText(detail.number)
        state = state_mark(detail.status, detail.ending)
        self.state.say(state.word, state.tone, state.icon)
        self._say_due(detail)
        self.who.say(in_one_line(detail, covered=True), in_one_line(detail, covered=False))
        self.moves = next_moves(detail.id, self.desk.today(), self.desk.who())
        for button, move in zip((self.next, *self.others), self.moves, strict=False):
            button.setText(move.name)
            button.set_icon(LOOKS[move.act].icon)
        self.more.set_acts(menu(detail, self.moves[1:], self.desk))
        self._fit()

    def _fit(self) -> None:
        """The next act always, the two behind it where there is room."""
        room = self.width() * BESIDE - self.more.sizeHint().width()
        for place, button in enumerate((self.next, *self.others)):
            room -= button.sizeHint().width() + GAP
            button.setVisible(place < len(self.moves) and (place == 0 or room >= 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def act_button(self) -> Button:
        """Where the keyboard goes: to the next act, or where all is done, to the others."""
        return self.more if self.next.isHidden() else self.next

    def _say_due(self, detail: CaseDetail) -> None:
        due = due_cell(
            detail.status,
            detail.due_on,
            self.desk.today(),
            provisional=detail.due_provisional,
            paused=detail.paused_at is not None,
        )
        if detail.paused_at or detail.status not in OPEN:
            said = f"期限 {due.day}"
        elif detail.due_on == self.desk.today():
            said = due.left
        else:
            said = f"{due.day}到期，{due.left}"
        self.due.say(said, due.tone, "clock" if due.tone is not Tone.PLAIN else "")

    def _do(self, chosen: Move | Makeable | str) -> None:
        assert self.detail is not None
        errands, case_id = self.desk.errands, self.detail.id
        if isinstance(chosen, Move):
            self._open(chosen)
        elif isinstance(chosen, Makeable):
            errands.paper_wanted.emit(WantedPaper(case_id, chosen.kind, about=chosen.about))
        elif chosen == VISIT:
            errands.request_wanted.emit(VisitOfCase(case_id))
        else:
            errands.intake_wanted.emit(Correct(case_id))

    def _open(self, move: Move) -> None:
        assert self.detail is not None
        MoveSheet(self.window(), self.desk, self.detail, move).open()

    def begin(self, act: Act) -> None:
        """What is to be done, where it can be done now."""
        found = next((one for one in self.moves if one.act is act), None)
        if found is not None:
            self._open(found)
        elif act is Act.VISIT and self.detail:
            self.desk.errands.request_wanted.emit(VisitOfCase(self.detail.id))

    def _explain(self) -> None:
        """The one date, line by line."""
        assert self.detail is not None
        day = self.detail.due_on
        said = f"{day.month}月{day.day}日"
        total = (f"{self.detail.draft.grade.label}事项", f"{said} {say_weekday(day)}")
        source = "按本中心时限规则和工作日历，受理当天不算"
        if self.detail.due_provisional:
            source = "那一年的放假安排还没公布，公布后可能会变"
        lines = reckoned(self.detail.due_steps)
        Popover(self.window(), f"为什么是 {said}", lines, total, source).open_at(self.why)
