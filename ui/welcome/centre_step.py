"""The first step of the first start: the centre."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.centre import LABELS, CentreSettings, problems
from app.first_start import place_of
from ui.kit.editors import Line
from ui.kit.field import Field
from ui.kit.keys import EnterMovesOn
from ui.kit.rows import FieldRow, show_problems
from ui.kit.style import HALF

LABEL = 66
HINTS = {
    "name": "例如 云溪镇便民服务中心",
    "place": "编号里用的地名，例如 云溪",
    "phone": "群众打来问进度的电话",
    "supervision": "印在回执上的监督电话",
    "address": "例如 云溪镇人民路 18 号",
    "hours": "例如 工作日 8:30–12:00，14:00–17:30",
}


class CentreStep(QWidget):
    """What the papers say of the centre; the rest is in the settings."""

    title = "中心信息"
    note = "印在回执和报表上，以后可以在“设置”里改。"

    def __init__(self) -> None:
        super().__init__()
        self.lines = {field: Line(hint=hint) for field, hint in HINTS.items()}
        self.lines["supervision"].setText("12345")
        self.rows = {
            field: FieldRow(
                LABELS[field], Field(line), needed=field in ("name", "place"), width=LABEL
            )
            for field, line in self.lines.items()
        }
        self._guessed = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(HALF)
        for row in self.rows.values():
            layout.addWidget(row)
        layout.addStretch(1)
        self.lines["name"].changed.connect(self._guess)
        self.lines["place"].changed.connect(self._sample)
        EnterMovesOn(self)
        self.first = self.lines["name"]

    def settings(self) -> CentreSettings:
        said = {field: line.value() for field, line in self.lines.items()}
        return CentreSettings(
            name=said["name"],
            place=said["place"],
            phone=said["phone"],
            supervision=said["supervision"],
            address=said["address"],
            hours=said["hours"],
        )

    def ready(self) -> bool:
        """Whether it can go on; what cannot stay is told beside its field."""
        found = problems(self.settings())
        show_problems(self.rows, found)
        for field in found:
            if field in self.lines:
                self.lines[field].setFocus()
                break
        return not found

    def _guess(self) -> None:
        """The place stands in the name, until somebody writes another one."""
        place = self.lines["place"]
        if place.text() == self._guessed:
            self._guessed = place_of(self.lines["name"].value())
            place.setText(self._guessed)

    def _sample(self) -> None:
        place = self.lines["place"].value()
        self.rows["place"].say(f"受理编号将是 BBC-{place}-20261122-001" if place else "")
