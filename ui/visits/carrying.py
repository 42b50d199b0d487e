"""A visit in the hand of the mouse: taken up where it lies, laid down on a half day."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.visits.places import CellPlace

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


class Landing(QObject):
    """The ground on which it may be laid; `aimed` is the half day it is held over."""

    dropped = Signal(int, object)  # the visit's id, and the CellPlace

    def __init__(self, ground: QWidget, cell_at: Callable[[QPointF], CellPlace | None]) -> None:
        super().__init__(ground)
        self.aimed: CellPlace | None = None
        self._ground, self._cell_at = ground, cell_at
        ground.setAcceptDrops(True)
        ground.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # An entering is a moving, and a moving a dropping to Qt: what is most comes first.
        if isinstance(event, QDragEnterEvent):
            event.setAccepted(visit_in(event.mimeData()) is not None)
            return True
        if isinstance(event, QDragMoveEvent):
            self._aim(self._cell_at(event.position()))
            event.setAccepted(self.aimed is not None)
            return True
        if isinstance(event, QDropEvent):
            self._drop(event)
            return True
        if event.type() == QEvent.Type.DragLeave:
            self._aim(None)
        return super().eventFilter(watched, event)

    def _aim(self, there: CellPlace | None) -> None:
        self.aimed = there
        self._ground.update()

    def _drop(self, event: QDropEvent) -> None:
        there, visit_id = self._cell_at(event.position()), visit_in(event.mimeData())
        self._aim(None)
        if there and visit_id is not None:
            event.acceptProposedAction()
            self.dropped.emit(visit_id, there)
