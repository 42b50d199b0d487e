"""The step of the first start that asks who works here, and who looks after the others."""

from dataclasses import replace

from app.directory import Draft, StaffDraft
from models.choices import Role
from ui.kit.field import Field
from ui.kit.pasting import STAFF, PasteBox
from ui.kit.pick import Pick
from ui.kit.rows import FieldRow
from ui.kit.style import PAD

LABEL = 64
HINT = "管人员、密码和设置"


class StaffStep(PasteBox):
    def __init__(self) -> None:
        super().__init__(STAFF, needed=True)
        self.administrator = Pick()
        row = FieldRow("管理员", Field(self.administrator), HINT, width=LABEL)
        row.setContentsMargins(PAD, 0, PAD, 0)
        self.under.addWidget(row)
        self.changed.connect(self._offer)

    def drafts(self) -> list[Draft]:
        """As they were written; the one that was named is administrator."""
        named = self.administrator.value()
        return [
            replace(one, role=Role.ADMIN)
            if isinstance(one, StaffDraft) and one.work_number == named
            else one
            for one in super().drafts()
        ]

    def _offer(self) -> None:
        """Of those who were understood; the first of them until another is chosen."""
        staff = [
            (one.work_number, one.name) for one in super().drafts() if isinstance(one, StaffDraft)
        ]
        self.administrator.set_items(staff)
        if staff and self.administrator.value() is None:
            self.administrator.set_value(staff[0][0])
