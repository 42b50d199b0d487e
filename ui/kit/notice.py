"""A sentence laid over the window that waits to be read, with what can be done about it."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.kit.button import Button, Rank
from ui.kit.field import SAYS
from ui.kit.icons import draw_icon
from ui.kit.paint import box, shadow
from ui.kit.style import BLOCK, GAP, HALF, PAD, WIDE, Tone, font, scheme_of

WIDTH, FACE = 480, 36


class Notice(QWidget):
    """Enter and Esc close it; what lies under it is disabled until then, and nothing is lost."""

    closed = Signal()

    def __init__(self, window: QWidget, title: str, text: str, tone: Tone) -> None:
        super().__init__(window)
        self._window, self.tone = window, tone
        self._under: list[QWidget] = []
        self._before = QApplication.focusWidget()
        self.setAccessibleName(f"{title}。{text}")
        self.card = _Card(self)
        self.card.setFixedWidth(WIDTH)
        self.title = QLabel(title)
        self.title.setFont(font(18, bold=True))
        self.title.setFixedHeight(FACE - HALF)  # beside the face
        self.text = QLabel(text)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.acts = QHBoxLayout()
        self.acts.setSpacing(GAP)
        self.acts.addStretch()
        self.close_button = Button("知道了", Rank.PRIMARY)
        self.close_button.clicked.connect(self.leave)
        self.acts.addWidget(self.close_button)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(BLOCK + FACE + PAD, BLOCK, BLOCK, PAD)
        column.setSpacing(GAP)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addSpacing(GAP)
        column.addLayout(self.acts)
        window.installEventFilter(self)

    def offer(self, button: Button) -> None:
        """Something that can be done about it, before the button that closes."""
        self.acts.insertWidget(1, button)

    def open(self) -> None:
        for other in self._window.children():
            if isinstance(other, QWidget) and other is not self and other.isEnabled():
                self._under.append(other)
                other.setEnabled(False)
        self._cover()
        self.show()
        self.close_button.setFocus()

    def leave(self) -> None:
        self._window.removeEventFilter(self)
        for other in self._under:
            other.setEnabled(True)
        self.hide()
        self.deleteLater()
        if self._before is not None and isValid(self._before):
            self._before.setFocus()
        self.closed.emit()

    def _cover(self) -> None:
        self.setGeometry(self._window.rect())
        self.card.adjustSize()
        spot = self.rect().center() - self.card.rect().center()
        self.card.move(spot.x(), max(PAD, spot.y() - BLOCK))
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self._cover()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.leave()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(scheme_of(self).shade))
        shadow(painter, QRectF(self.card.geometry()), WIDE, 18)


class _Card(QWidget):
    def __init__(self, notice: Notice) -> None:
        super().__init__(notice)
        self._notice = notice

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        scheme = scheme_of(self)
        hue = scheme.hue(self._notice.tone)
        box(painter, QRectF(self.rect()), scheme.surface, scheme.line, radius=WIDE)
        face = QRectF(BLOCK, BLOCK - HALF, FACE, FACE)
        box(painter, face, hue.weak, radius=FACE / 2)
        icon = SAYS[self._notice.tone] or "message-square"
        draw_icon(painter, face.left() + 8, face.center().y(), icon, hue.ink, 20)
