"""What else there is of a case, each under its heading; what there is nothing of is not there."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.cases.settled import CaseRecord
from ui.cases.facts import Facts
from ui.kit.card import heading
from ui.kit.progress import Progress
from ui.kit.style import HALF, WIDE


class Section(QWidget):
    """A heading, how far it is, and what is said, caption by caption."""

    def __init__(self, record: CaseRecord) -> None:
        super().__init__()
        self.record, self.facts = record, Facts()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF)
        column.addWidget(heading(record.title))
        if record.whole:
            column.addWidget(Progress(record.done, record.whole, record.unit))
        column.addWidget(self.facts)
        self.facts.show_facts(record.facts)  # in its place: else it would be a window for a moment


class Records(QWidget):
    """Made anew only when they say something else."""

    def __init__(self) -> None:
        super().__init__()
        self.sections: list[Section] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(WIDE)

    def show_records(self, records: Sequence[CaseRecord]) -> None:
        if [one.record for one in self.sections] == list(records):
            return
        for gone in self.sections:
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self.sections = [Section(one) for one in records]
        for section in self.sections:
            self._column.addWidget(section)
        self.setVisible(bool(records))
