"""When somebody of the visits is away, or a piece of equipment at the mender's."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import Invalid
from app.visits.absences import (
    AbsenceDraft,
    AbsenceEntry,
    away,
    drop_absence,
    in_words,
    list_absences,
    planned_then,
    save_absence,
)
from app.visits.crews import HelperEntry, KitEntry
from models.choices import HalfDay
from ui.kit import ask
from ui.kit.button import Button, Rank
from ui.kit.choice import Segments
from ui.kit.day_field import DayField
from ui.kit.desk import Desk
from ui.kit.editors import Line
from ui.kit.entries import Entry, EntryList
from ui.kit.field import Field
from ui.kit.keys import EnterMovesOn, go_to
from ui.kit.rows import FieldRow, show_problems
from ui.kit.sheet import Sheet
from ui.kit.style import GAP, WIDE
from ui.kit.text import Part, quiet

LABEL = 48
WHOLE = ""
HALVES = ((WHOLE, "全天"), (HalfDay.MORNING, "上午"), (HalfDay.AFTERNOON, "下午"))
ONE_DAY = "半天的只填同一天，跨天的选全天。"
NO_DAY = "请写哪一天。"


class AbsenceSheet(Sheet):
    """F9 adds one; Enter on one that stands there takes it back."""

    def __init__(self, window: QWidget, desk: Desk, owner: HelperEntry | KitEntry) -> None:
        self.word = "请假" if isinstance(owner, HelperEntry) else "送修"
        super().__init__(window, f"{self.word}　{owner.name}", widest=560)
        self.desk, self.owner = desk, owner
        self.begin, self.end = DayField(desk.today), DayField(desk.today, hint="同一天就空着")
        self.half = Segments(HALVES, WHOLE, even=False)
        self.reason = Line(hint="例如 培训" if self.word == "请假" else "例如 换电池")
        self.save = Button(f"记下{self.word}", Rank.PRIMARY, icon="check", key="F9")
        named = {"from_at": ("从", self.begin), "to_at": ("到", self.end)}
        self.rows = {
            name: FieldRow(label, Field(editor), needed=name == "from_at", width=LABEL)
            for name, (label, editor) in named.items()
        }
        self.rows["half"] = FieldRow("时间", self.half, width=LABEL)
        self.rows["reason"] = FieldRow("原因", Field(self.reason), width=LABEL)
        self.standing = EntryList(inset=WIDE, name=f"已记的{self.word}")
        self.none = quiet(f"往后没有记{self.word}。")
        self.body.addLayout(self._column())
        self.first = self.begin
        self.save.clicked.connect(self._save)
        self.standing.chosen.connect(self._take_back)
        self._read()

    def _column(self) -> QVBoxLayout:
        form = QWidget()
        lines = QVBoxLayout(form)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        days = QHBoxLayout()
        days.setSpacing(GAP)
        for name in ("from_at", "to_at"):
            days.addWidget(self.rows[name], 1)
        lines.addLayout(days)
        for name in ("half", "reason"):
            lines.addWidget(self.rows[name])
        EnterMovesOn(form).ended.connect(self.save.setFocus)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.save)
        column = QVBoxLayout()
        column.setSpacing(GAP)
        for part in (form, Part(f"已记的{self.word}", "回车撤回"), self.standing, self.none):
            column.addWidget(part)
        column.addStretch(1)
        column.addLayout(foot)
        return column

    def _read(self) -> None:
        last = self.desk.today().replace(year=self.desk.today().year + 1, day=1)
        mine = [one for one in list_absences(self.desk.today(), last) if self._is_mine(one)]
        self.standing.set_entries([Entry(in_words(one), one.reason, key=one) for one in mine])
        self.none.setVisible(not mine)
        self.standing.setVisible(bool(mine))
        self.shrink()

    def _is_mine(self, one: AbsenceEntry) -> bool:
        owner = one.helper_id if isinstance(self.owner, HelperEntry) else one.kit_id
        return owner == self.owner.id

    def _problems(self) -> dict[str, str]:
        found = {"to_at": self.end.problem()} if self.end.problem() else {}
        if self.begin.value() is None:
            found["from_at"] = self.begin.problem() or NO_DAY
        elif self.half.value() and self.end.value() not in (None, self.begin.value()):
            found["half"] = ONE_DAY
        return found

    def _save(self) -> None:
        found, first = self._problems(), self.begin.value()
        if not found and first is not None:
            begin, end = away(first, self.end.value() or first, self.half.value() or None)
            own = "helper_id" if isinstance(self.owner, HelperEntry) else "kit_id"
            reason = self.reason.value()
            draft = AbsenceDraft(**{own: self.owner.id}, from_at=begin, to_at=end, reason=reason)
            try:
                save_absence(draft)
            except Invalid as error:
                found = error.problems
            else:
                self._saved(draft)
        show_problems(self.rows, found)
        wrong = [row.field for row in self.rows.values() if row.is_wrong()]
        if wrong:
            go_to(wrong[0])

    def _saved(self, draft: AbsenceDraft) -> None:
        """What is planned then stays planned until somebody moves it."""
        for field in (self.begin, self.end):
            field.set_value(None)
        self.reason.set_value("")
        self.half.set_value(WHOLE)
        self._read()
        self.first.setFocus()
        planned = planned_then(draft)
        clashing = f"那时已排了 {planned} 次上门，请到周视图里改。" if planned else ""
        self.desk.errands.said.emit(f"已记下{self.word}。{clashing}")

    def _take_back(self, entry: Entry) -> None:
        if ask.is_sure(self, f"撤回{self.word}", f"{self.owner.name} {entry.title}"):
            drop_absence(entry.key.id)
            self._read()
