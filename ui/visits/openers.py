"""What the page of visits opens beside a visit that is there: a request, a round of many."""

from PySide6.QtWidgets import QWidget

from ui.kit.desk import Desk
from ui.kit.errands import CorrectVisit


def ask_anew(_: QWidget, desk: Desk) -> None:
    """A request on its own."""
    desk.errands.request_wanted.emit(None)


def correct(_: QWidget, desk: Desk, visit_id: int) -> None:
    """What was asked for, to be put right (更正)."""
    desk.errands.request_wanted.emit(CorrectVisit(visit_id))


def plan_many(_: QWidget, desk: Desk) -> None:
    """A round: many people laid over days by village and kit."""
    desk.errands.round_wanted.emit()
