"""What holds for everybody of a pasted list whose line says nothing else."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.directory import list_matters
from app.visits.pasted_people import Common
from models.choices import VisitCheck, VisitKind
from ui.kit.editors import Line
from ui.kit.field import Field
from ui.kit.person_lines import phone_line
from ui.kit.pick import Pick
from ui.kit.rows import FieldRow
from ui.kit.tag_box import TagBox
from ui.kit.tick import Tick

LABEL = 62


class CommonFields(QWidget):
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kind = Pick(VisitKind, VisitKind.CERTIFY)
        matters = [(one.name, one.name, f"{one.initials} {one.keywords}") for one in list_matters()]
        self.matter = Pick(matters, free=True, hint="名单没写事项的")
        self.phone = phone_line("没写电话的打这个")
        self.checklist = TagBox(VisitCheck, hint="现场要办的")
        self.exception = Line(hint="不在上门对象之内的")
        self.consent = Tick("都同意上门，问过了")
        named: dict[str, tuple[str, QWidget]] = {
            "kind": ("类别", Field(self.kind)),
            "matter": ("事项", Field(self.matter)),
            "phone": ("电话", Field(self.phone)),
            "checklist": ("现场", Field(self.checklist)),
            "exception": ("原因", Field(self.exception)),
            "consent": ("同意", self.consent),
        }
        needed = ("matter", "consent")
        self.rows = {
            name: FieldRow(label, field, needed=name in needed, width=LABEL)
            for name, (label, field) in named.items()
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in self.rows.values():
            column.addWidget(row)
        for one in (self.kind, self.matter, self.phone, self.checklist, self.exception):
            one.changed.connect(self.changed)
        self.consent.changed.connect(self.changed)

    def common(self) -> Common:
        return Common(
            kind=self.kind.value() or VisitKind.CERTIFY,
            matter=self.matter.text().strip(),
            phone=self.phone.value(),
            checklist=tuple(self.checklist.values()),
            consent=self.consent.value(),
            exception=self.exception.value(),
        )

    def problems(self, *, some_without_matter: bool) -> dict[str, str]:
        found = {}
        if some_without_matter:
            found["matter"] = "请写明上门办什么事。"
        if not self.consent.value():
            found["consent"] = "要先征得同意，再登记上门。"
        return found
