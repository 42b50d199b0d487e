"""A visit in the hand of the mouse: taken up where it lies, laid down on a half day."""

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

VISIT = "application/x-visit"


def carried(visit_id: int) -> QMimeData:
    data = QMimeData()
    data.setData(VISIT, str(visit_id).encode())
    return data


def visit_in(data: QMimeData) -> int | None:
    return int(bytes(data.data(VISIT).data())) if data.hasFormat(VISIT) else None


class Grip:
    """Turns a press on a visit that is drawn away into a drag."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._pressed: tuple[QPointF, int] | None = None

    def press(self, at: QPointF, visit_id: int | None) -> None:
        self._pressed = (at, visit_id) if visit_id is not None else None

    def move(self, event: QMouseEvent) -> None:
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        start, visit_id = self._pressed
        if (event.position() - start).manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            drag = QDrag(self._widget)
            drag.setMimeData(carried(visit_id))
            drag.exec(Qt.DropAction.MoveAction)
