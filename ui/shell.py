"""The main window: a list of pages and the page being looked at."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.cases.filters import CaseFilter
from app.changes import Kind
from app.directory import Who, list_staff
from ui.handing_over import hand_over
from ui.kit.at_desk import AtDesk
from ui.kit.desk import Desk
from ui.kit.errands import CASES, INTAKE, PAPER, RECEPTION, REQUEST, ROUND, SETTINGS, VISITS
from ui.kit.foot import Foot
from ui.kit.frame import TopBar
from ui.kit.one_box import Find, OneBox
from ui.kit.page import Page
from ui.kit.rail import RAIL_FOOT, Rail, RailGround, Stop
from ui.kit.style import NARROW, PANEL, ROOMY
from ui.kit.toast import Toast
from ui.pages import Maker, Opener

SMALLEST = QSize(890, 480)
A_MINUTE = 60_000  # ms
WIDE_WINDOW, WIDE_PANEL = 1600, 380


class Shell(QWidget):
    """Pages are made when they are first looked at; what one asks of another goes through here."""

    lock_wanted = Signal()

    def __init__(
        self,
        desk: Desk,
        at_desk: AtDesk,
        find: Find,
        stops: Sequence[tuple[Stop, Maker]],
        sheets: Mapping[str, Opener],
        place: Callable[[], str],
    ) -> None:
        super().__init__()
        self.desk, self.at_desk = desk, at_desk
        self._makers = [maker for _, maker in stops]
        self._rows = {stop.title: row for row, (stop, _) in enumerate(stops)}
        self._sheets = dict(sheets)
        self.made: dict[int, Page] = {}
        self._seen: list[int] = []  # where Esc leads back to
        self.top = TopBar(OneBox(find), desk.today(), at_desk())
        self.foot = Foot(desk.tasks)
        self.rail = Rail([stop for stop, _ in stops])
        self.stack = QStackedWidget()
        self.toast = Toast(self)
        self._arrange()
        self._listen()
        self._bind([stop.key for stop, _ in stops])
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._turn_of_day)
        self._clock.start(A_MINUTE)
        self._place = place
        self._say_place()

    def _say_place(self) -> None:
        place = self._place()
        self.foot.say_place(place)
        self.setWindowTitle(f"办得成 — {place}" if place else "办得成")

    def _arrange(self) -> None:
        self.ground = RailGround()
        self.beside = QVBoxLayout(self.ground)
        self.beside.addWidget(self.rail)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.ground)
        middle.addWidget(self.stack, 1)
        layout = QVBoxLayout(self)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        self.setMinimumSize(SMALLEST)  # else the wide rail would forbid the width that slims it
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top)
        layout.addLayout(middle, 1)
        layout.addWidget(self.foot)

    def _listen(self) -> None:
        desk, errands = self.desk, self.desk.errands
        self.rail.selectionModel().currentChanged.connect(lambda index: self._show(index.row()))
        self.top.one_box.chosen.connect(errands.case_wanted)
        self.top.one_box.listed.connect(
            lambda text: errands.cases_wanted.emit(CaseFilter(text=text))
        )
        self.top.one_box.left.connect(self._to_page)
        self.top.clerk.asked.connect(lambda: self.top.clerk.offer(list_staff()))
        self.top.clerk.handed.connect(partial(hand_over, self, desk, self.at_desk))
        self.top.clerk.lock_wanted.connect(self.lock_wanted)
        self.at_desk.changed.connect(self._greet)
        desk.changes.saved.connect(self._notice)
        errands.case_wanted.connect(lambda case: self.visit(CASES, case))
        errands.act_wanted.connect(lambda which: self.visit(CASES, which))
        errands.cases_wanted.connect(lambda which: self.visit(CASES, which))
        errands.intake_wanted.connect(lambda begun: self.visit(INTAKE, begun))
        errands.reception_wanted.connect(lambda which: self._open(RECEPTION, which))
        errands.paper_wanted.connect(lambda which: self._open(PAPER, which))
        errands.visit_wanted.connect(lambda visit: self.visit(VISITS, visit))
        errands.request_wanted.connect(lambda which: self._open(REQUEST, which))
        errands.round_wanted.connect(lambda: self._open(ROUND, None))
        errands.page_wanted.connect(self.go)
        errands.option_wanted.connect(lambda name: self.visit(SETTINGS, name))
        errands.said.connect(self.toast.say)
        errands.badged.connect(self.rail.badge)

    def _bind(self, keys: Sequence[str]) -> None:
        """Keys belong to what a sheet disables, so that they are dead while it is open."""
        errands = self.desk.errands
        for row, key in enumerate(keys):
            self._key(key, partial(self.rail.go, row))
        self._key("Ctrl+K", self.top.one_box.begin)
        self._key("F2", lambda: errands.intake_wanted.emit(None))
        self._key("F3", lambda: errands.reception_wanted.emit(None))

    def _key(self, key: str, act: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(key), self.ground)
        shortcut.activated.connect(act)
        shortcut.activatedAmbiguously.connect(act)  # a page may have a button with the same key

    def go(self, title: str) -> Page:
        """Look at the page of that title."""
        row = self._rows[title]
        self.rail.go(row)
        return self._show(row)

    def visit(self, title: str, wanted: object) -> None:
        """Look at a page and hand it what was asked for."""
        self.go(title).take(wanted)

    def _show(self, row: int) -> Page:
        new = row not in self.made
        if new:
            self.made[row] = self._makers[row](self.desk)
            self.stack.addWidget(self.made[row])
        page = self.made[row]
        if self.stack.currentWidget() is not page or not self._seen:
            self._seen.append(row)
            self.stack.setCurrentWidget(page)
            self._fit(page)
        if not self.rail.hasFocus():
            # The stack gives a new page's keyboard to whatever was put into it first.
            (page.first if new else page.focusWidget() or page.first).setFocus()
        return page

    def _to_page(self) -> None:
        page = self.stack.currentWidget()
        if isinstance(page, Page):
            page.first.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nothing else wanted: a step back in the page, then no more of the long work that
        goes on, then to the page before."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        page = self.stack.currentWidget()
        if isinstance(page, Page) and page.back():
            return
        if self.foot.cancel.isVisible():
            self.foot.cancel.click()
            return
        if len(self._seen) < 2:
            return
        self._seen.pop()
        self.rail.go(self._seen.pop())

    def _open(self, sheet: str, which: object) -> None:
        self._sheets[sheet](self, self.desk, which)

    def _greet(self, who: Who) -> None:
        self.top.clerk.say(who)
        self.toast.say(f"现在由 {who.name}（工号 {who.work_number}）在岗。")
        for page in self.made.values():
            page.stale()
        self._to_page()

    def _notice(self, saved: frozenset[Kind]) -> None:
        if Kind.STAFF in saved:
            self.at_desk.read_again(list_staff(retired=True))
            self.top.clerk.say(self.at_desk())
        if Kind.CENTRE in saved:
            self._say_place()

    def _turn_of_day(self) -> None:
        """The program may stay open over midnight; what is due today is then another thing."""
        if self.top.day.say(self.desk.today()):
            for page in self.made.values():
                page.stale()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        slim = self.width() < ROOMY
        self.rail.set_slim(slim=slim)
        self.beside.setContentsMargins(0, 0, 0, 0 if slim else RAIL_FOOT)
        self.toast.place()
        for page in self.made.values():
            self._fit(page)

    def _fit(self, page: Page) -> None:
        """The panel folds away before the form becomes narrow."""
        if page.panel is not None:
            page.panel.setVisible(self.width() >= NARROW)
            page.panel.setFixedWidth(PANEL if self.width() < WIDE_WINDOW else WIDE_PANEL)
