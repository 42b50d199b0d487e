"""Block 2: what it is about, and what was tried before."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from app.directory import MatterEntry
from ui.intake.files import Files
from ui.intake.materials import Materials
from ui.kit.block import Block, Note
from ui.kit.day_field import DayField
from ui.kit.days import say_day
from ui.kit.editors import Line, Number, Text
from ui.kit.field import Field
from ui.kit.fold import Fold
from ui.kit.keys import go_to
from ui.kit.pick import Pick
from ui.kit.rows import FieldRow
from ui.kit.style import GAP, Tone
from ui.kit.tag_box import TagBox

TALLEST = 220


class MatterBlock(Block):
    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__("2", "什么事")
        self.entries: dict[str, MatterEntry] = {}
        self.repeated = ""  # said where the same is being done already
        self.matter = Pick(free=True, hint="输入几个字或首字母")
        self.problem = Text(lines=2, hint="怎么回事，照他说的话写")
        self.demand = Text(lines=1, hint="想要什么结果")
        self.trips, self.tried = Number(unit="次"), TagBox(free=True, hint="哪些部门")
        self.first = DayField(today, hint="哪天第一次去申请，如 9.1")
        self.answer = Line(cover=str)  # painted, words that do not fit end in an ellipsis
        self.materials, self.files = Materials(), Files()
        self.add(self.row("matter", "事项", self.matter, needed=True))
        self._tall("problem", "问题", self.problem, 34)
        self._tall("demand", "诉求", self.demand, 22)
        self.problem.changed.connect(self._need_demand)
        self._need_demand()
        trips = self.row("trips", "跑过", self.trips, hinted=False)
        tried = self.row("tried_units", "到过", self.tried, hinted=False)
        self.add(self.line(trips, tried, shares=(30, 70)))
        self._first = self.row("first_applied_on", "首次", self.first)
        self.handed_in = Line()
        self.handed_in.setReadOnly(True)
        self._handed_in = FieldRow("材料", Field(self.handed_in), hinted=False)
        answer = self.row("answer_given", "对方说", self.answer, hinted=False)
        self.add(self.line(answer, self._handed_in, shares=(58, 42)))
        self.rows["materials"] = self._handed_in

    def _need_demand(self) -> None:
        """One of the two is enough."""
        self.rows["demand"].label.set_needed(needed=not self.problem.value().strip())

    def _tall(self, name: str, label: str, editor: Text, share: int) -> None:
        row = self.row(name, label, editor, hinted=False)
        row.field.setMaximumHeight(TALLEST)
        self.add(row, share)

    def unfold_over(self, form: QWidget) -> None:
        """The day it was first applied for lies under the number of trips, papers and files
        under the line that sums them up."""
        self.since = Fold(self.rows["trips"].field, form, self)
        self.since.wanted = lambda: bool(self.trips.value() or self.first.text())
        self.since.body.addWidget(self._first)
        self.trips.changed.connect(self.since.look)
        self.fold = Fold(self._handed_in.field, form, self)
        self.fold.body.setSpacing(GAP)
        self.fold.body.addWidget(self.materials)
        self.fold.body.addWidget(self.files)
        self.keep("materials", self.materials)
        self.keep("files", self.files)
        self.materials.changed.connect(self._sum_up)
        self.files.changed.connect(self._sum_up)
        self._sum_up()

    def offer(self, entries: Sequence[MatterEntry], units: Sequence[tuple[str, str, str]]) -> None:
        """The lists of the centre."""
        self.entries = {one.name: one for one in entries}
        self.matter.set_items(
            (one.name, one.name, f"{one.initials} {one.keywords}") for one in entries
        )
        self.tried.set_items(units)
        self.ask_for_papers()

    def ask_for_papers(self) -> None:
        entry = self.entry()
        self.materials.offer(entry.papers if entry else ())
        self._sum_up()

    def entry(self) -> MatterEntry | None:
        """The matter of the list that is meant, if any."""
        return self.entries.get(self.matter.value() or "")

    def unfold(self, field: QWidget) -> None:
        if self.since.isAncestorOf(field):
            go_to(self.trips)

    def notes(self) -> dict[str, Note]:
        return {**self._matter_note(), "trips": self._since_note()}

    def _since_note(self) -> Note:
        """What the fold under the trips holds, while it is closed too."""
        if self._first.is_wrong():
            return f"首次申请：{self._first.hint.text}", Tone.DANGER
        first = self.first.value()
        return f"首次申请 {say_day(first)}" if first else "", Tone.PLAIN

    def _matter_note(self) -> dict[str, Note]:
        if self.repeated:
            return {"matter": (self.repeated, Tone.WARN)}
        entry = self.entry()
        if entry is None:
            free = "名录里没有，先按写的登记，以后再整理" if self.matter.text().strip() else ""
            return {"matter": (free, Tone.PLAIN)}
        papers = f"要 {len(entry.papers)} 份材料" if entry.papers else ""
        return {"matter": (" · ".join(filter(None, (entry.unit, papers))), Tone.PLAIN)}

    def fields(self) -> list[QWidget]:
        return [
            self.matter, self.problem, self.demand, self.trips, self.first,
            self.tried.line, self.answer, self.handed_in,
            *self.materials.fields(), *self.files.fields(),
        ]  # fmt: skip

    def _sum_up(self) -> None:
        """Shown while the fold is closed: how many papers of how many, and the files."""
        entry = self.entry()
        asked = len(entry.papers) if entry else 0
        have = len(self.materials.value())
        papers = f"{have}/{asked} 份" if asked and have <= asked else f"{have} 份" if have else ""
        files = f"附件 {len(self.files.kept)}" if self.files.kept else ""
        said = "，".join(filter(None, (papers, files)))
        self.handed_in.setText(said)
        self.handed_in.setPlaceholderText("勾选、附件")
