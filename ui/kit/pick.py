"""A list to choose from: Qt's combo box, painted flat, opening under its field."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui.kit.icons import draw_icon
from ui.kit.paint import box, fill, words
from ui.kit.style import FIELD, HALF, ROUND, WIDE, Tone, scheme_of
from ui.kit.views import Index, area_of, is_in


class Pick(QComboBox):
    def __init__(self, *texts: str, hint: str = "") -> None:
        super().__init__()
        self.addItems(texts)
        self.setPlaceholderText(hint)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumContentsLength(3)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        if hint:
            self.setCurrentIndex(-1)

    def showPopup(self) -> None:
        """Fusion lays it over the field; people look for it below, as wide as the field.

        The delegate comes now: set earlier it would have the list built for every form.
        """
        if not isinstance(self.itemDelegate(), _Lines):
            self.setItemDelegate(_Lines(self))
        self.view().setPalette(QApplication.palette())
        super().showPopup()
        field, popup = self.parentWidget(), self.view().window()
        if field is not None:
            popup.setFixedWidth(field.width())
            popup.move(field.mapToGlobal(QPoint(0, field.height() + 2)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        scheme = scheme_of(self)
        rect = QRectF(self.rect())
        empty = self.currentIndex() < 0
        text = self.placeholderText() if empty else self.currentText()
        words(painter, rect.adjusted(2, 0, -22, 0), text, scheme.muted if empty else scheme.ink)
        draw_icon(painter, rect.right() - 22, rect.center().y(), "chevron-down", scheme.muted, 16)


class _Lines(QStyledItemDelegate):
    """The lines of the open list; a tick stands beside what is chosen."""

    def __init__(self, pick: Pick) -> None:
        super().__init__(pick)
        self._pick = pick

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, FIELD)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        scheme = scheme_of(self._pick)
        primary = scheme.hue(Tone.PRIMARY)
        rect = area_of(option)
        chosen = index.row() == self._pick.currentIndex()
        fill(painter, rect, scheme.surface)
        if is_in(option, QStyle.StateFlag.State_Selected):
            box(painter, rect.adjusted(HALF, 1, -HALF, -1), primary.weak, radius=ROUND)
        if chosen:
            draw_icon(painter, rect.right() - 28, rect.center().y(), "check", primary.ink, 16)
        ink = primary.ink if chosen else scheme.ink
        room = rect.adjusted(WIDE, 0, -32, 0)
        words(painter, room, index.data(Qt.ItemDataRole.DisplayRole), ink, bold=chosen)
