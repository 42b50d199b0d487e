"""What a changed calendar or rule would do to the cases that are open, before it does it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.deadlines.recalculation import Changed, preview_recalculation, recalculate
from ui.kit.button import Button, Rank
from ui.kit.days import say_day, say_weekday
from ui.kit.desk import Desk
from ui.kit.entries import Entry, EntryList
from ui.kit.scroll import scrolling
from ui.kit.sheet import Sheet
from ui.kit.style import BODY, GAP, WIDE, Tone
from ui.kit.text import wrapped
from ui.kit.tick import Tick

TOLD = (
    "这些办件还没有办结，期限是按原来的日历和规则算的。要不要照现在的重算，由您定；"
    "重算的每件都留一行记录，不重算的照旧。"
)


class RecalculationSheet(Sheet):
    """F9 does what is ticked; what would be due sooner is not ticked by itself."""

    def __init__(
        self, window: QWidget, desk: Desk, changed: Sequence[Changed], version: int | None
    ) -> None:
        super().__init__(window, "重算在办件的期限", widest=680, tallest=560)
        self.desk, self._version = desk, version
        later = [one for one in changed if not one.earlier]
        earlier = [one for one in changed if one.earlier]
        self.later = Tick(f"期限推后或不变的 {len(later)} 件", value=bool(later))
        self.earlier = Tick(f"期限提前的 {len(earlier)} 件，比原来告诉群众的早")
        self._groups = ((self.later, later), (self.earlier, earlier))
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(GAP)
        column.addWidget(wrapped(TOLD, BODY))
        for tick, those in self._groups:
            column.addWidget(tick)
            column.addWidget(_listed(those))
            tick.changed.connect(self._count)
            if not those:
                tick.hide()
        column.addStretch(1)
        outer = QVBoxLayout()
        outer.setSpacing(WIDE)
        outer.addWidget(scrolling(content), 1)
        outer.addLayout(self._foot())
        self.body.addLayout(outer)
        self.first = self.save if later else self.earlier
        self._count()

    def _foot(self) -> QHBoxLayout:
        self.leave_it = Button("先不改")
        self.save = Button("", Rank.PRIMARY, icon="check", key="F9")
        self.leave_it.clicked.connect(self.leave)
        self.save.clicked.connect(self._save)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addStretch()
        foot.addWidget(self.leave_it)
        foot.addWidget(self.save)
        return foot

    def chosen(self) -> list[int]:
        """The cases of the groups that are ticked."""
        ticked = [those for tick, those in self._groups if tick.isChecked()]
        return [one.case_id for those in ticked for one in those]

    def _count(self) -> None:
        number = len(self.chosen())
        self.save.setText(f"重算 {number} 件")
        self.save.setEnabled(number > 0)

    def _save(self) -> None:
        now, who = self.desk.now(), self.desk.who()
        done = recalculate(self.chosen(), who, now, self._version)
        self.leave()
        self.desk.errands.said.emit(f"已重算 {done} 件办件的期限。")


def offer_recalculation(window: QWidget, desk: Desk, version: int | None = None) -> bool:
    """Show what would change, if anything would; says whether there is anything."""
    changed = preview_recalculation(version)
    if changed:
        RecalculationSheet(window, desk, changed, version).open()
    return bool(changed)


def _listed(changed: Sequence[Changed]) -> EntryList:
    entries = [_entry(one) for one in changed]
    return EntryList(entries, pressable=False, inset=0, name="期限会变的办件")


def _entry(one: Changed) -> Entry:
    new = f"{say_day(one.new)} {say_weekday(one.new)}"
    side = f"{new}，日期不变" if one.new == one.old else f"{say_day(one.old)} → {new}"
    mark = "已给群众" if one.told else ""
    return Entry(one.number, side=side, mark=mark, tone=Tone.WARN if one.earlier else Tone.PLAIN)
