"""Rows of a form: a name, what is filled in, and the line that says what is missing."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from ui.kit.choosing import Choosing
from ui.kit.day_field import DayField, MomentField
from ui.kit.field import Field, buddy
from ui.kit.hint import Hint
from ui.kit.style import FIELD, GAP, HALF, HINT, LABEL, Tone

LOOSE = 20  # by how much a row may grow in a tall window
ANY_WIDTH = 16_777_215  # Qt's own word for no limit


class _Row(QWidget):
    """What a row says: its note in general, or what is wrong until that is mended."""

    def __init__(self, label: str, field: QWidget, hint: Hint, *, needed: bool, width: int) -> None:
        super().__init__()
        self.field, self.hint = field, hint
        self.label = buddy(label, field, needed=needed, width=width)
        self._note, self._wrong = (hint.text, hint.tone), ""
        editor = field.editor if isinstance(field, Field) else field
        if isinstance(editor, DayField | MomentField):
            editor.complaint.connect(self.wrong)

    def say(self, text: str, tone: Tone = Tone.PLAIN) -> None:
        """What is known about what stands in the field; a mistake is shown before it."""
        self._note = (text, tone)
        self._show()

    def wrong(self, sentence: str) -> None:
        """What to do about a mistake; empty when it is mended."""
        self._wrong = sentence
        self._show()

    def is_wrong(self) -> bool:
        return bool(self._wrong)

    def _show(self) -> None:
        text, tone = (self._wrong, Tone.DANGER) if self._wrong else self._note
        self.hint.say(text, tone)
        self.field.setAccessibleDescription(text)
        if isinstance(self.field, Field | Choosing):
            self.field.set_tone(tone)
        if isinstance(self.field, Field):
            self.field.editor.setAccessibleDescription(text)


class FieldRow(_Row):
    """Name, field and hint; in a taller window the rows share what room is left.

    A row without a hint line still speaks: by its field's outline and tool tip.
    """

    def __init__(
        self,
        label: str,
        field: QWidget,
        hint: str = "",
        tone: Tone = Tone.PLAIN,
        *,
        needed: bool = False,
        hinted: bool = True,
        width: int = LABEL,
    ) -> None:
        super().__init__(label, field, Hint(hint, tone), needed=needed, width=width)
        self.hinted = hinted
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(GAP)
        layout.setVerticalSpacing(0)
        layout.setColumnStretch(1, 1)
        layout.addWidget(self.label, 0, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(field, 0, 1, _side(field))
        layout.addWidget(self.hint, 1, 1)
        self.hint.setVisible(hinted)
        layout.setRowMinimumHeight(1, 0 if hinted else GAP)
        if field.maximumHeight() == FIELD:
            layout.setRowStretch(2, 1)
            self.setMaximumHeight(FIELD + (HINT if hinted else GAP) + LOOSE)

    def _show(self) -> None:
        super()._show()
        if not self.hinted:
            self.field.setToolTip(self.hint.text)


def _side(field: QWidget) -> Qt.AlignmentFlag:
    """What does not grow stands beside its name, not in the middle."""
    grows = field.sizePolicy().horizontalPolicy() != QSizePolicy.Policy.Fixed
    fills = grows and field.maximumWidth() == ANY_WIDTH
    return Qt.AlignmentFlag(0) if fills else Qt.AlignmentFlag.AlignLeft


class HintedPart(_Row):
    """A choice too wide to stand beside its name: name and hint share the line above it."""

    def __init__(
        self, label: str, choice: QWidget, hint: str = "", *, needed: bool = False
    ) -> None:
        super().__init__(label, choice, Hint(hint), needed=needed, width=LABEL)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, GAP)
        layout.setHorizontalSpacing(GAP)
        layout.setVerticalSpacing(2)
        self.label.setFixedHeight(HINT + 2)
        layout.addWidget(self.label, 0, 0)
        layout.addWidget(self.hint, 0, 1)
        layout.addWidget(choice, 1, 0, 1, 2)
        layout.setColumnStretch(1, 1)
        layout.setRowStretch(2, 1)
        self.setMaximumHeight(self.sizeHint().height() + LOOSE)


class LineRow(_Row):
    """Name, a field that is short, and what follows from it, in one line."""

    def __init__(self, label: str, field: QWidget, *, width: int, short: int) -> None:
        super().__init__(label, field, Hint(), needed=False, width=width)
        field.setFixedWidth(short)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, HALF)
        layout.setSpacing(GAP)
        layout.addWidget(self.label)
        layout.addWidget(field)
        layout.addWidget(self.hint, 1)


Row = FieldRow | HintedPart | LineRow


def show_problems(rows: Mapping[str, Row], problems: Mapping[str, str]) -> list[str]:
    """Say in every row what is wrong with it, or nothing; answer what has no row to say it."""
    for name, row in rows.items():
        row.wrong(problems.get(name, ""))
    return [sentence for name, sentence in problems.items() if name not in rows]
