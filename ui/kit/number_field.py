"""A whole number that may be left out."""

from typing import Any
from unicodedata import normalize

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent

from ui.kit.editors import Line


class NumberField(Line):
    """Unlike a spin box it can be empty; full-width digits are understood."""

    complaint = Signal(str)
    advice = "写成数字"

    def __init__(self, *, hint: str = "") -> None:
        super().__init__(hint=hint, clean=_plain)

    def value(self) -> Any:
        """None if the field is empty, or holds what is no number: `problem()` tells which."""
        return read_number(self.text())

    def set_value(self, value: Any) -> None:
        super().set_value("" if value is None else str(value))

    def problem(self) -> str:
        return self.advice if self.text().strip() and self.value() is None else ""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.complaint.emit(self.problem())


def read_number(typed: str) -> int | None:
    text = _plain(typed)
    return int(text) if text.isdecimal() and len(text) <= 9 else None


def _plain(typed: str) -> str:
    return normalize("NFKC", typed).strip()
