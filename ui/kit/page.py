"""What every page is: a head with its acts, the content, and a panel where it helps."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.changes import Kind
from ui.kit.desk import Desk
from ui.kit.paint import words
from ui.kit.panel import Panel
from ui.kit.style import BLOCK, GAP, SMALL, TITLE, WIDE, font, scheme_of


class Page(QWidget):
    """A page reads again when what it watches has changed and it is being looked at."""

    title = ""
    watches: frozenset[Kind] = frozenset()

    def __init__(self, desk: Desk, note: str = "") -> None:
        super().__init__()
        self.desk = desk
        self.panel: Panel | None = None
        self.first: QWidget = self  # where the keyboard begins; a focus proxy would bend Tab
        self._stale = True
        self._across = QHBoxLayout(self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(0)
        main = QWidget()
        self.body = QVBoxLayout(main)
        self.body.setContentsMargins(BLOCK, WIDE, BLOCK, WIDE)
        self.body.setSpacing(WIDE)
        self._across.addWidget(main, 1)
        self.head = QHBoxLayout()
        self.head.setSpacing(GAP)
        self.name = QLabel(self.title)
        self.name.setFont(font(TITLE, bold=True))
        self.note = Note(note)
        self.head.addWidget(self.name)
        self.head.addSpacing(GAP)
        self.head.addWidget(self.note, 1)
        self.body.addLayout(self.head)
        desk.changes.saved.connect(self._notice)

    def refresh(self) -> None:
        """Read everything that is shown."""

    def take(self, wanted: object) -> None:
        """Show what was asked for from elsewhere: a case's id, a filter, a draft."""

    def back(self) -> bool:
        """Esc: one step back within the page; False if there is none, and the window goes back."""
        return False

    def lean(self, panel: Panel) -> None:
        """Set the reference panel at the right."""
        self.panel = panel
        self._across.addWidget(panel)

    def act(self, *widgets: QWidget) -> None:
        """Put acts at the right of the head, the primary one last."""
        for widget in widgets:
            self.head.addWidget(widget, alignment=Qt.AlignmentFlag.AlignVCenter)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()

    def stale(self) -> None:
        """Read again as soon as it is looked at: a new day has begun."""
        self._stale = True
        if self.isVisible():
            self._catch_up()

    def _notice(self, saved: frozenset[Kind]) -> None:
        if self.watches & saved:
            self.stale()

    def _catch_up(self) -> None:
        if self._stale:
            # First: what is announced while it reads, or an error in it, must not read for ever.
            self._stale = False
            self.refresh()


class Note(QWidget):
    """The quiet words beside a title; shortened rather than pushing the acts away."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
        self.setFixedHeight(36)

    def say(self, text: str) -> None:
        self.text = text
        self.setAccessibleName(text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        rect = QRectF(self.rect()).adjusted(0, 3, 0, 0)
        words(QPainter(self), rect, self.text, scheme_of(self).muted, SMALL)
