"""The window itself: at first its sign alone, then whatever it is given to hold.

It is on the screen before the store, the rules and the pages are even imported.
"""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit.brand import brand
from ui.kit.paint import hairline
from ui.kit.style import PAD, TOP, scheme_of

LATEST = 300  # ms after which it goes on even if nothing was painted: it may be minimised
SMALLEST = QSize(640, 420)


class Holder(QWidget):
    """One window from the first moment to the last; what it holds changes."""

    def __init__(self) -> None:
        super().__init__()
        self.content: QWidget | None = None
        self._then: list[Callable[[], None]] = []
        self.closing: Callable[[], None] = lambda: None
        self.setMinimumSize(SMALLEST)
        layout = QVBoxLayout(self)
        # The minimum is the content's own: a rail must be allowed to slim below its first width.
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        layout.setContentsMargins(0, 0, 0, 0)

    def once_painted(self, then: Callable[[], None]) -> None:
        """Go on as soon as something is to be seen."""
        self._then.append(then)
        QTimer.singleShot(LATEST, self, self._go_on)

    def hold(self, content: QWidget, first: QWidget) -> None:
        """Show it in the place of what was held before; the keyboard begins at `first`."""
        before, self.content = self.content, content
        layout = self.layout()
        assert layout is not None
        if before is not None:
            layout.removeWidget(before)
            before.hide()
            before.deleteLater()
        self.setMinimumSize(content.minimumSize().expandedTo(SMALLEST))
        self.setWindowTitle(content.windowTitle())
        content.windowTitleChanged.connect(self.setWindowTitle)
        layout.addWidget(content)
        content.show()
        first.setFocus()

    def come_to_front(self) -> None:
        """Somebody started the program again: what they look for is here already."""
        state = self.windowState() & ~Qt.WindowState.WindowMinimized
        self.setWindowState(state | Qt.WindowState.WindowActive)
        self.show()
        self.raise_()
        self.activateWindow()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.content is None:
            painter = QPainter(self)
            scheme = scheme_of(self)
            painter.fillRect(QRectF(0, 0, self.width(), TOP), QColor(scheme.surface))
            start, end = QPointF(0, TOP - 1), QPointF(self.width(), TOP - 1)
            hairline(painter, start, end, scheme.line)
            brand(painter, self, PAD + 4, 13)
        QTimer.singleShot(0, self, self._go_on)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing()
        super().closeEvent(event)

    def _go_on(self) -> None:
        waiting, self._then = self._then, []
        for then in waiting:
            then()
