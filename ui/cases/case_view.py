"""One case: its head with the next act, its units, its history, what was told, its papers."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.cases.detail import CaseDetail, get_case
from app.cases.settled import list_records
from app.deadlines.due_windows import OPEN
from app.desk.standings import list_standings
from app.records.round_records import list_rounds
from app.records.shares import list_shares
from ui.cases.case_head import CaseHead
from ui.cases.facts import Facts
from ui.cases.files import Files
from ui.cases.history import events
from ui.cases.issues import Issues
from ui.cases.people import everyone
from ui.cases.records import Records
from ui.cases.shares import in_strip, in_words
from ui.cases.standing import noted
from ui.cases.told import Registration, Said
from ui.cases.trouble import Trouble
from ui.cases.way import Way
from ui.kit.card import Card, heading
from ui.kit.desk import Desk
from ui.kit.drops import TakesFiles
from ui.kit.notes import Notes
from ui.kit.paint import hairline
from ui.kit.scroll import scrolling
from ui.kit.style import HALF, PAD, WIDE, scheme_of
from ui.kit.unit_strip import UnitStrip

SIDE, WIDE_SIDE, ROOMY = 236, 340, 900
TURNING = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class CaseView(Card):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.case_id: int | None = None
        self.detail: CaseDetail | None = None
        self.top = CaseHead(desk)
        self.top.who.turned.connect(self._show_people)
        self.units, self.way = UnitStrip(), Way()
        self.trouble, self.notes, self.records = Trouble(desk), Notes(), Records()
        self.result, self.demand, self.problem = Said("办理结果"), Said("诉求"), Said("问题")
        self.issues, self.files = Issues(desk), Files(desk)
        self.registration, self.people = Registration(), Facts()
        self.side = self._side()
        self.area = scrolling(self._below())
        self.body.setSpacing(WIDE)
        self.body.addWidget(self.top)
        self.body.addWidget(self.area, 1)
        self.drops = TakesFiles(self)
        self.drops.files.connect(self.files.attach_all)
        self.drops.picture.connect(self.files.attach_picture)

    def _below(self) -> QWidget:
        content = QWidget()
        whole = QVBoxLayout(content)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(PAD)
        whole.addWidget(self.trouble)
        whole.addWidget(self.notes)
        whole.addWidget(self.units)
        across = QHBoxLayout()
        across.setSpacing(PAD)
        across.addLayout(self._middle(), 1)
        across.addWidget(self.side)
        whole.addLayout(across, 1)
        return content

    def _middle(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(WIDE)
        for part in (self.way, self.records, self.registration):
            column.addWidget(part)
        column.addLayout(self._people())
        column.addStretch()
        return column

    def _people(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(HALF)
        column.addWidget(heading("人员"))
        column.addWidget(self.people)
        return column

    def _side(self) -> QWidget:
        side = _Side()
        column = QVBoxLayout(side)
        column.setContentsMargins(PAD, 0, HALF, 0)
        column.setSpacing(PAD)
        for part in (self.result, self.demand, self.problem, self.issues, self.files):
            column.addWidget(part)
        column.addStretch()
        return side

    def show_case(self, case_id: int) -> None:
        """Another case begins at its top."""
        if case_id != self.case_id:
            self.area.verticalScrollBar().setValue(0)
            self.way.fold()
        self.case_id = case_id
        self.refresh()

    def forget(self) -> None:
        self.case_id = None
        self.top.who.cover()

    def refresh(self) -> None:
        if self.case_id is None:
            return
        self.detail = detail = get_case(self.case_id)
        self.top.show_case(detail)
        today = self.desk.today()
        shares = list_shares(detail.id, today)
        self.units.show_units(in_strip(shares, over=detail.status not in OPEN))
        records = (list_rounds(detail.id), in_words(shares), list_records(detail.id, today))
        self.records.show_records([one for part in records for one in part])
        self.trouble.show_case(detail.id)
        self.notes.show_lines(noted(list_standings(detail.id)))
        self.result.say(detail.result)
        self.demand.say(detail.draft.demand)
        self.problem.say(detail.draft.problem)
        self.issues.show_case(detail.id)
        self.files.show_case(detail.id)
        self.registration.show_case(detail)
        self._show_people()

    def _show_people(self) -> None:
        """What tells who somebody is, all at once covered or not."""
        if self.detail is None:
            return
        covered = self.top.who.covered
        self.people.show_facts(list(everyone(self.detail, covered=covered)))
        today = self.desk.today()
        self.way.show_events(events(self.detail.history, today, covered=covered))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A button does not want these: they turn the pages of what lies below it."""
        if event.key() in TURNING:
            bar = self.area.verticalScrollBar()
            bar.setValue(bar.value() + TURNING[Qt.Key(event.key())] * bar.pageStep())
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.top.who.cover()  # nobody looks after it any more

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.setFixedWidth(SIDE if self.width() < ROOMY else WIDE_SIDE)


class _Side(QWidget):
    """Set off by a line."""

    def paintEvent(self, event: QPaintEvent) -> None:
        line = scheme_of(self).line
        hairline(QPainter(self), QPointF(0, 0), QPointF(0, self.height()), line)
