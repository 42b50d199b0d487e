"""The papers that came of a case."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.papers.issues import Issue, list_issues
from app.papers.kinds import Makeable, makeable
from ui.cases.columns import near
from ui.kit.button import Rank
from ui.kit.card import heading
from ui.kit.desk import Desk
from ui.kit.entries import Entry, EntryList
from ui.kit.errands import WantedPaper
from ui.kit.menu_button import MenuButton
from ui.kit.style import HALF, Tone


class Issues(QWidget):
    """Pressed, one opens to be looked at, printed again or declared void."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.case_id = 0
        self.list = EntryList(inset=0, name="文书")
        self.list.chosen.connect(lambda entry: self._look(entry.key))
        self.print = MenuButton("打印文书", rank=Rank.QUIET, icon="printer")
        self.print.picked.connect(self._print)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF)
        for part in (heading("文书"), self.list, self.print):
            column.addWidget(part)

    def show_case(self, case_id: int) -> None:
        self.case_id = case_id
        today = self.desk.today()
        self.list.set_entries([_entry(one, today) for one in list_issues(case_id)])
        self.print.set_acts([(one, one.label) for one in makeable(case_id)])

    def _look(self, issue: Issue) -> None:
        wanted = WantedPaper(issue.case_id, issue.kind, issue.id, issue.about)
        self.desk.errands.paper_wanted.emit(wanted)

    def _print(self, one: Makeable) -> None:
        wanted = WantedPaper(self.case_id, one.kind, about=one.about)
        self.desk.errands.paper_wanted.emit(wanted)


def _entry(issue: Issue, today: date) -> Entry:
    void = issue.voided_at is not None
    again = f" 补打{issue.times}" if issue.times else ""
    return Entry(
        f"{issue.kind.label}{again}",
        issue.number,
        near(issue.issued_at, today),
        mark="作废" if void else "",
        tone=Tone.DANGER if void else Tone.GOOD,
        icon="x" if void else "file-check",
        key=issue,
    )
