"""What came of a visit, as it is filled in."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.visits.outcomes import OutcomeDraft
from models.choices import Delivery, VisitOutcome
from ui.kit.choice import Options, Segments
from ui.kit.choosing import Choosing
from ui.kit.day_field import MomentField
from ui.kit.desk import Desk
from ui.kit.editors import Text
from ui.kit.field import Field
from ui.kit.keys import go_to
from ui.kit.rows import FieldRow, show_problems
from ui.kit.style import GAP, HALF
from ui.kit.tag_box import TagBox
from ui.kit.tick import Tick

LABEL = 76


class OutcomeForm(QWidget):
    changed = Signal()  # what the case's next step hangs on

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.outcome = Options(VisitOutcome, columns=4, optional=True)
        self.goes_on = Tick("")  # the case, in the same act: in sight of what it follows from
        self.goes_on.hide()
        self.note = Text(hint="现场情况；没办成的写明原因，下次上门要看", lines=3)
        self.arrived, self.left_at = MomentField(desk.now), MomentField(desk.now)
        self.taken = TagBox(hint="带走的材料，一样一个", free=True)
        self.returned = TagBox(hint="退还的材料", free=True)
        self.delivery = Segments(Delivery, optional=True)
        self.consent = Tick("本人同意留存病情照片")
        self.rows = self._rows()
        self._arrange()
        for one in (self.outcome, self.delivery, self.note):
            one.changed.connect(self.changed)

    def _rows(self) -> dict[str, FieldRow]:
        named = {
            "outcome": ("结果", self.outcome),
            "note": ("现场情况", self.note),
            "arrived_at": ("到达", self.arrived),
            "left_at": ("离开", self.left_at),
            "taken": ("带走材料", self.taken),
            "returned": ("退还材料", self.returned),
            "delivery": ("送达方式", self.delivery),
        }
        return {
            name: FieldRow(
                label,
                editor if isinstance(editor, Choosing) else Field(editor),
                needed=name == "outcome",
                width=LABEL,
            )
            for name, (label, editor) in named.items()
        }

    def _arrange(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, GAP, 0)
        lines.setSpacing(0)
        lines.addWidget(self.rows["outcome"])
        beside = QHBoxLayout()
        beside.setContentsMargins(0, 0, 0, HALF)
        beside.addSpacing(LABEL + HALF)
        beside.addWidget(self.goes_on)
        beside.addStretch()
        lines.addLayout(beside)
        lines.addWidget(self.rows["note"], 1)
        for pair in (("arrived_at", "left_at"), ("taken", "returned")):
            across = QHBoxLayout()
            across.setSpacing(GAP)
            for name in pair:
                across.addWidget(self.rows[name], 1)
            lines.addLayout(across)
        lines.addWidget(self.rows["delivery"])
        lines.addWidget(self.consent)

    def fill(self, draft: OutcomeDraft) -> None:
        self.outcome.set_value(draft.outcome)
        self.note.set_value(draft.note)
        self.arrived.set_value(draft.arrived_at)
        self.left_at.set_value(draft.left_at)
        self.taken.set_values((), draft.taken)
        self.returned.set_values((), draft.returned)
        self.delivery.set_value(draft.delivery)
        self.consent.set_value(draft.photo_consent)

    def draft(self) -> OutcomeDraft:
        return OutcomeDraft(
            outcome=self.outcome.value(),
            note=self.note.value(),
            arrived_at=self.arrived.value(),
            left_at=self.left_at.value(),
            taken=tuple(self.taken.texts()),
            returned=tuple(self.returned.texts()),
            delivery=self.delivery.value(),
            photo_consent=self.consent.value(),
        )

    def unreadable(self) -> dict[str, str]:
        times = (("arrived_at", self.arrived), ("left_at", self.left_at))
        return {name: problem for name, field in times if (problem := field.problem())}

    def show_problems(self, found: Mapping[str, str]) -> list[str]:
        """What has no field comes back; the first field that is wrong has the keyboard."""
        elsewhere = show_problems(self.rows, found)
        wrong = [row.field for row in self.rows.values() if row.is_wrong()]
        if wrong:
            go_to(wrong[0])
        return elsewhere
