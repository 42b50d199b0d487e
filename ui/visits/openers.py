"""What the page of visits opens beside a visit that is there: a request, a round of many."""

from PySide6.QtWidgets import QWidget

from ui.kit.desk import Desk

READY = False  # the acts of the page's head are shown once there is something behind them


def ask_anew(window: QWidget, desk: Desk) -> None:
    """A request on its own."""


def correct(window: QWidget, desk: Desk, visit_id: int) -> None:
    """What was asked for, to be put right (更正)."""


def plan_many(window: QWidget, desk: Desk) -> None:
    """A round: many people laid over days by village and kit."""
