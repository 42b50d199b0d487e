"""The papers handed in: those the matter asks for as ticks, and others by name."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.cases.drafting import MaterialDraft
from ui.kit.editors import Line
from ui.kit.field import Field, name_it
from ui.kit.keys import ENTER
from ui.kit.scroll import scrolling
from ui.kit.style import GAP, HALF
from ui.kit.tick import Tick

COPIES, MOST = 104, 5  # px; papers in sight at once
USUAL = MaterialDraft("").copies


class Materials(QWidget):
    """A ticked paper was handed in; how many of it, and whether the window keeps it."""

    changed = Signal()
    rearranged = Signal()  # other papers stand here now, in another order of Tab

    def __init__(self) -> None:
        super().__init__()
        self.papers: list[_Paper] = []
        self._offered: Sequence[str] = ()
        holder = QWidget()
        self._list = QVBoxLayout(holder)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(HALF)
        self._list.addStretch()
        self._area = scrolling(holder)
        self.more = _More()
        self.more.named.connect(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF)
        column.addWidget(self._area)
        field = Field(self.more)
        name_it(field, "另收的材料")
        column.addWidget(field)
        self._fit()

    def value(self) -> list[dict[str, Any]]:
        return [asdict(one.material()) for one in self.papers if one.tick.isChecked()]

    def set_value(self, kept: Sequence[Mapping[str, Any]] | None) -> None:
        self._show([MaterialDraft(**one) for one in kept or ()])
        self.changed.emit()

    def offer(self, names: Sequence[str]) -> None:
        """The papers of the matter; what was ticked stays."""
        if list(names) != list(self._offered):
            self._offered = list(names)
            self._show([one.material() for one in self.papers if one.tick.isChecked()])

    def fields(self) -> list[QWidget]:
        """In the order of Tab."""
        return [part for one in self.papers for part in one.parts()] + [self.more]

    def _show(self, handed_in: Sequence[MaterialDraft]) -> None:
        for paper in self.papers:
            self._list.removeWidget(paper)
            paper.hide()
            paper.deleteLater()
        there = {one.name for one in handed_in}
        offered = [MaterialDraft(name) for name in self._offered if name not in there]
        self.papers = [_Paper(one, ticked=True) for one in handed_in]
        self.papers += [_Paper(one, ticked=False) for one in offered]
        for place, paper in enumerate(self.papers):
            self._list.insertWidget(place, paper)
            paper.changed.connect(self.changed)
        self._fit()
        self.rearranged.emit()

    def _add(self, name: str) -> None:
        known = next((one for one in self.papers if one.name == name), None)
        if known is None:
            self._show(
                [
                    *[one.material() for one in self.papers if one.tick.isChecked()],
                    MaterialDraft(name),
                ]
            )
        else:
            known.tick.setChecked(True)
        self.changed.emit()

    def _fit(self) -> None:
        rows = min(len(self.papers), MOST)
        self._area.setVisible(bool(rows))
        self._area.setFixedHeight(rows * (_Paper.TALL + HALF))


class _Paper(QWidget):
    TALL = 34
    changed = Signal()

    def __init__(self, material: MaterialDraft, *, ticked: bool) -> None:
        super().__init__()
        self.name = material.name
        self.setFixedHeight(self.TALL)
        self.tick = Tick(material.name, value=ticked)
        self.copies = Line(material.copies)
        self.kept = Tick("留存", value=material.kept)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        field = Field(self.copies)
        field.setFixedWidth(COPIES)
        name_it(field, f"{material.name}的份数")
        self.kept.setAccessibleName(f"{material.name}留存")
        row.addWidget(self.tick, 1, Qt.AlignmentFlag.AlignLeft)
        row.addWidget(field)
        row.addWidget(self.kept)
        for part in (self.tick, self.copies, self.kept):
            part.changed.connect(self.changed)
        self.tick.toggled.connect(self._ask)
        self._field = field
        self._ask(ticked)

    def _ask(self, handed_in: Any) -> None:
        self._field.setVisible(bool(handed_in))
        self.kept.setVisible(bool(handed_in))

    def parts(self) -> list[QWidget]:
        return [self.tick, self.copies, self.kept]

    def material(self) -> MaterialDraft:
        return MaterialDraft(self.name, self.copies.value() or USUAL, self.kept.isChecked())


class _More(Line):
    """Enter adds what was written; empty, it goes on to the next field."""

    named = Signal(str)

    def __init__(self) -> None:
        super().__init__(hint="另收一份，写上名称按 Enter")
        self.left.connect(self._add)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.value():
            self._add()
        else:
            super().keyPressEvent(event)

    def _add(self) -> None:
        if name := self.value():
            self.clear()
            self.named.emit(name)
