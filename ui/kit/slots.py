"""The fields of the form, and their words as a draft keeps them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from app.intake_draft import moment_of
from ui.kit.day_field import DayField, MomentField
from ui.kit.editors import Line, Text
from ui.kit.pick import Pick
from ui.kit.tag_box import TagBox


@dataclass(frozen=True)
class Slot:
    """What stands in a field, just as it was typed: half a number is kept too."""

    editor: QWidget
    read: Callable[[], Any]
    write: Callable[[Any], None]
    changes: tuple[SignalInstance, ...]


def slot_of(editor: Any) -> Slot:
    """Any editor of the kit; of others `value` and `set_value` are what JSON can hold."""
    if isinstance(editor, TagBox):
        signals = (editor.changed, editor.line.changed)
        return Slot(editor, lambda: _tags(editor), lambda kept: _set_tags(editor, kept), signals)
    read, write = editor.value, editor.set_value
    if isinstance(editor, MomentField | DayField):
        when = _When(editor)
        read, write = when.read, when.write
    elif isinstance(editor, Line):
        read, write = editor.text, (lambda kept: editor.set_value(kept or ""))
    elif isinstance(editor, Text):
        read, write = editor.toPlainText, (lambda kept: editor.set_value(kept or ""))
    elif isinstance(editor, Pick):
        read, write = editor.text, (lambda kept: editor.set_value(kept or None, kept or ""))
    return Slot(editor, read, write, (editor.changed,))


class _When:
    """A day, or a moment as it was, to the second, until another is typed: the field shows
    minutes."""

    def __init__(self, field: MomentField | DayField) -> None:
        self._field, self._kept, self._shown = field, "", ""

    def read(self) -> str:
        if self._field.text() == self._shown:
            return self._kept
        found = self._field.value()
        return found.isoformat() if found else self._field.text()

    def write(self, kept: str | None) -> None:
        if found := moment_of(kept):
            self._field.set_value(found)
        else:
            self._field.setText(kept or "")
        self._kept, self._shown = kept or "", self._field.text()


def _tags(field: TagBox) -> list[Any]:
    """With the word that is still being typed, where words are free."""
    kept = [item.label if item.value is None else item.value for item in field.tags]
    word = field.line.text().strip() if field.line.free else ""
    return [*kept, word] if word else kept


def _set_tags(field: TagBox, kept: Any) -> None:
    known = {item.value for item in field.line.items}
    words = kept or ()
    field.line.clear()
    field.set_values(
        [one for one in words if one in known], [one for one in words if one not in known]
    )
