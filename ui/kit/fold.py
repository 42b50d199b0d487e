"""What belongs to one field and is seldom filled in: it folds out under the field."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.kit.paint import box, shadow
from ui.kit.style import GAP, HALF, PAD, WIDE, scheme_of

AROUND = 12  # room for the shadow


class Fold(QWidget):
    """Open while the keyboard is in its field or in itself, so that Enter and Tab lead through it.

    It lies over the form: nothing below it moves. Its field stays as it is in the form; the words
    there should tell what the fold holds.
    """

    def __init__(self, anchor: QWidget, form: QWidget, across: QWidget) -> None:
        super().__init__(form)
        self._anchor, self._form, self._across = anchor, form, across
        self.wanted: Callable[[], bool] = lambda: True  # whether there is anything to unfold
        self.body = QVBoxLayout(self)
        side = AROUND + PAD
        self.body.setContentsMargins(side, AROUND + WIDE, side, AROUND + GAP)
        self.body.setSpacing(0)
        self.hide()
        form.installEventFilter(self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def look(self) -> None:
        """Open or close as things stand now."""
        self._follow(None, QApplication.focusWidget())

    def place(self) -> None:
        """Under the field, or above it where there is no room; as wide as what it lies across."""
        if self.isHidden():
            return
        tall = self.sizeHint().height()
        here = self._anchor.mapTo(self._form, QPoint(0, 0))
        top = here.y() + self._anchor.height() + HALF - AROUND
        if top + tall - AROUND > self._form.height():
            top = max(here.y() - HALF + AROUND - tall, -AROUND)
        left = self._across.mapTo(self._form, QPoint(0, 0)).x()
        self.setGeometry(left - AROUND, top, self._across.width() + 2 * AROUND, tall)

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is None:
            return  # another window has the keyboard: stay as it is
        inside = now is self or self.isAncestorOf(now)
        at_anchor = now is self._anchor or self._anchor.isAncestorOf(now)
        show = inside or (at_anchor and self.wanted())
        if show and self.isHidden():
            self.show()
            self.raise_()
            self.place()
        elif not show and not self.isHidden():
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._form and event.type() == QEvent.Type.Resize:
            self.place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.place()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._anchor.setFocus()
            self.hide()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # not for what lies under it

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        scheme = scheme_of(self)
        around = QRectF(self.rect()).adjusted(AROUND, AROUND, -AROUND, -AROUND)
        shadow(painter, around, 8, AROUND)
        box(painter, around, scheme.surface, scheme.line)
