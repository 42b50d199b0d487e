"""Block 4 of a request: what for, with which papers, and what has to be done there."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.directory import MatterEntry
from app.visits.rules import MOST_MINUTES, VisitSettings
from models.choices import VisitCheck, VisitKind
from ui.kit.block import Block, Note
from ui.kit.editors import Line, Number
from ui.kit.pick import Pick
from ui.kit.rows import FieldRow
from ui.kit.slots import Slot
from ui.kit.style import FIELD, PAD, Tone
from ui.kit.tag_box import TagBox
from ui.kit.tick import Tick

BRING = "申请表 委托书 印泥 老花镜 复印件 宣传单".split()


class MatterBlock(Block):
    """The papers of a matter come with it, until others are written."""

    def __init__(self) -> None:
        super().__init__("4", "办什么")
        self.entries: dict[str, MatterEntry] = {}
        self._brought: list[str] = []  # by the matter
        self._usual = 0
        self.matter = Pick(free=True, hint="输入几个字或首字母")
        self.minutes = Number(least=1, most=MOST_MINUTES, unit="分钟", lacking="按类别")
        self.papers = TagBox(free=True, hint="对方要备好的材料，逗号隔开")
        self.checks = {one: Tick(one.label) for one in VisitCheck}
        self.bring = TagBox(BRING, free=True, hint="我们要带的")
        self.care = Line(hint="例如 听力不好")
        matter = self.row("matter", "事项", self.matter, needed=True)
        minutes = self.row("minutes", "时长", self.minutes)
        self.add(self.line(matter, minutes, shares=(66, 34)))
        self.add(self.row("papers", "材料", self.papers, hinted=False))
        self.add(FieldRow("现场", self._ticks(), hinted=False))
        bring = self.row("bring", "要带", self.bring, hinted=False)
        care = self.row("care", "照顾", self.care, hinted=False)
        self.add(self.line(bring, care, shares=(55, 45)))
        self.matter.changed.connect(self._follow)

    def _ticks(self) -> QWidget:
        holder = QWidget()
        holder.setFixedHeight(FIELD)
        across = QHBoxLayout(holder)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(PAD)
        for one in self.checks.values():
            across.addWidget(one, alignment=Qt.AlignmentFlag.AlignVCenter)
        across.addStretch()
        changes = tuple(one.changed for one in self.checks.values())
        self.slots["checklist"] = Slot(holder, self._ticked, self._tick, changes)
        return holder

    def _ticked(self) -> list[VisitCheck]:
        return [one for one, tick in self.checks.items() if tick.value()]

    def _tick(self, kept: Sequence[str] | None) -> None:
        for one, tick in self.checks.items():
            tick.set_value(one in (kept or ()))

    def offer(self, matters: Sequence[MatterEntry]) -> None:
        self.entries = {one.name: one for one in matters}
        self.matter.set_items(
            (one.name, one.name, f"{one.initials} {one.keywords}") for one in matters
        )

    def forget(self) -> None:
        """Another form: what stands in it now did not come with a matter."""
        self._brought = []

    def _follow(self) -> None:
        entry = self.entries.get(self.matter.value() or "")
        if entry and self.papers.texts() == self._brought:
            self._brought = list(entry.papers)
            self.papers.set_values((), self._brought)

    def suit(self, kind: VisitKind, rules: VisitSettings) -> None:
        """How long a visit of that kind usually takes."""
        self._usual = rules.minutes_for(kind)

    def notes(self) -> dict[str, Note]:
        entry = self.entries.get(self.matter.value() or "")
        free = "名录里没有，先按写的登记" if self.matter.text().strip() else ""
        return {
            "matter": (entry.unit if entry else free, Tone.PLAIN),
            "minutes": (f"平常 {self._usual} 分钟" if self._usual else "", Tone.PLAIN),
        }

    def fields(self) -> list[QWidget]:
        return [
            self.matter, self.minutes, self.papers.line, *self.checks.values(), self.bring.line,
            self.care,
        ]  # fmt: skip
