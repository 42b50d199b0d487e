"""When, with whom and with what a visit is gone on, as it is filled in."""

from collections.abc import Mapping
from datetime import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.visits.crews import list_helpers, list_kits
from app.visits.planning import PlanDraft
from models.choices import HalfDay
from ui.kit.choice import Segments
from ui.kit.day_field import DayField
from ui.kit.days import read_hour
from ui.kit.desk import Desk
from ui.kit.editors import Line
from ui.kit.field import Field
from ui.kit.keys import go_to
from ui.kit.rows import FieldRow, show_problems
from ui.kit.style import GAP
from ui.kit.tag_box import TagBox
from ui.kit.text import Part, wrapped

LABEL = 76
HOUR = "写成 9:30"


class PlanForm(QWidget):
    """The field for a reason is there only where one is asked for."""

    changed = Signal()  # what may clash

    def __init__(self, desk: Desk, *, moved: bool) -> None:
        super().__init__()
        self._desk = desk
        self.day = DayField(desk.today)
        self.half = Segments(HalfDay, optional=True)
        self.starts = Line(hint="不写就约半天")
        self.crew = TagBox([(one.id, str(one)) for one in list_helpers()], hint="选人")
        self.kits = TagBox([(one.id, one.name) for one in list_kits()], hint="选设备")
        self.reason = Line(hint="改期的原因，可以不写")
        self.override = Line(hint="仍要这样安排的，写明理由")
        self.clash, self.told = Part("撞期", "改时间、换人，或写明理由仍这样安排"), wrapped("")
        self.rows = self._rows()
        self._arrange()
        self.rows["reason"].setVisible(moved)
        for one in (self.day, self.half, self.starts, self.crew, self.kits):
            one.changed.connect(self.changed)

    def _rows(self) -> dict[str, FieldRow]:
        named = {
            "day": ("日期", self.day),
            "half": ("半天", self.half),
            "starts": ("几点", self.starts),
            "helpers": ("上门人员", self.crew),
            "kits": ("设备", self.kits),
            "reason": ("改期原因", self.reason),
            "override": ("理由", self.override),
        }
        rows = {}
        for name, (label, editor) in named.items():
            field = editor if isinstance(editor, Segments) else Field(editor)
            needed = name in ("day", "helpers")
            rows[name] = FieldRow(label, field, needed=needed, width=LABEL)
        return rows

    def _arrange(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        when = QHBoxLayout()
        when.setSpacing(GAP)
        for name in ("day", "half", "starts"):
            when.addWidget(self.rows[name], 1)
        lines.addLayout(when)
        for name in ("helpers", "kits", "reason"):
            lines.addWidget(self.rows[name])
        lines.addWidget(self.clash)
        lines.addWidget(self.told)
        lines.addSpacing(GAP)
        lines.addWidget(self.rows["override"])

    def fill(self, plan: PlanDraft) -> None:
        self.day.set_value(plan.day)
        self.half.set_value(plan.half)
        self.starts.set_value(f"{plan.starts:%H:%M}" if plan.starts else "")
        self.crew.set_values(plan.helpers)
        self.kits.set_values(plan.kits)

    def draft(self) -> PlanDraft:
        return PlanDraft(
            day=self.day.value() or self._desk.today(),
            half=self.half.value(),
            starts=self._hour(),
            helpers=tuple(self.crew.values()),
            kits=tuple(self.kits.values()),
            reason=self.reason.value(),
            override=self.override.value(),
        )

    def unreadable(self) -> dict[str, str]:
        found = {}
        if self.day.value() is None:
            found["day"] = self.day.advice
        if self.starts.value() and self._hour() is None:
            found["starts"] = HOUR
        return found

    def say_clashes(self, text: str) -> None:
        self.told.setText(text)
        for one in (self.clash, self.told, self.rows["override"]):
            one.setVisible(bool(text))

    def show_problems(self, found: Mapping[str, str]) -> None:
        show_problems(self.rows, found)

    def go_to_wrong(self) -> None:
        wrong = [row.field for row in self.rows.values() if row.is_wrong() and row.isVisible()]
        if wrong:
            go_to(wrong[0])

    def _hour(self) -> time | None:
        return read_hour(self.starts.value())
