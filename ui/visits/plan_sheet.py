"""When, with whom and with what a visit is gone on; what is in the way is said at once."""

from collections.abc import Mapping
from datetime import time

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import Invalid
from app.visits.crews import list_helpers, list_kits
from app.visits.detail import VisitDetail, get_visit
from app.visits.planning import PlanDraft, look, plan_visit
from app.visits.suggesting import Suggestion, suggest
from models.choices import HalfDay
from ui.kit.button import Button, Rank
from ui.kit.choice import Segments
from ui.kit.day_field import DayField
from ui.kit.days import read_hour, say_weekday
from ui.kit.desk import Desk
from ui.kit.editors import Line
from ui.kit.entries import Entry, EntryList
from ui.kit.field import Field
from ui.kit.keys import EnterMovesOn, go_to
from ui.kit.rows import FieldRow, show_problems
from ui.kit.sheet import Sheet
from ui.kit.style import GAP, WIDE, Tone
from ui.kit.tag_box import TagBox
from ui.kit.text import Part, Saying, quiet, wrapped

LABEL = 76
A_BLINK = 150  # ms without a key before it is looked at again
HOUR = "写成 9:30"


class PlanSheet(Sheet):
    """F9 plans it. What clashes is refused until why is said; nothing typed is lost by that."""

    planned = Signal(int)

    def __init__(
        self, window: QWidget, desk: Desk, visit_id: int, proposed: PlanDraft | None = None
    ) -> None:
        self.visit: VisitDetail = get_visit(visit_id, desk.today())
        act = "改期" if self.visit.plan else "安排上门"
        title = (
            f"{act}　{self.visit.person} · {self.visit.draft.village or self.visit.draft.address}"
        )
        super().__init__(window, title, widest=760, tallest=690)
        self.desk = desk
        self.day = DayField(desk.today)
        self.half = Segments(HalfDay, optional=True)
        self.starts = Line(hint="不写就约半天")
        self.crew = TagBox([(one.id, str(one)) for one in list_helpers()], hint="选人")
        self.kits = TagBox([(one.id, one.name) for one in list_kits()], hint="选设备")
        self.reason = Line(hint="改期的原因，可以不写")
        self.override = Line(hint="仍要这样安排的，写明理由")
        self.told = wrapped("")
        self.state = Saying()
        self.save = Button(act, Rank.PRIMARY, icon="check", key="F9")
        self.rows = self._rows()
        self._arrange()
        self._fill(proposed or self._standing())
        self._later = QTimer(self, singleShot=True, interval=A_BLINK)
        self._later.timeout.connect(self._look)
        for one in (self.day, self.half, self.starts, self.crew, self.kits):
            one.changed.connect(self._later.start)
        self.save.clicked.connect(self._save)
        self.places.chosen.connect(lambda entry: self._take(entry.key))
        self.first = self.places if self.places.entries() and proposed is None else self.day
        self._look()

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
        column = QVBoxLayout()
        column.setSpacing(0)
        draft = self.visit.draft
        wish = "，".join(
            filter(None, (draft.matter, draft.half.label if draft.half else "", draft.suits))
        )
        column.addWidget(quiet(f"{self.visit.number}　{wish}"))
        column.addSpacing(GAP)
        column.addWidget(Part("排在哪里好", "回车或点一下就填上"))
        self.places = EntryList(self._suggested(), inset=WIDE, name="排在哪里好")
        column.addWidget(self.places)
        if not self.places.entries():
            column.addWidget(quiet("两周之内没有空的半天，请自己选时间。"))
        column.addSpacing(GAP)
        form = QWidget()
        lines = QVBoxLayout(form)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        when = QHBoxLayout()
        when.setSpacing(GAP)
        for name in ("day", "half", "starts"):
            when.addWidget(self.rows[name], 1)
        lines.addLayout(when)
        for name in ("helpers", "kits", "reason"):
            lines.addWidget(self.rows[name])
        lines.addWidget(self.told)
        lines.addWidget(self.rows["override"])
        self.rows["reason"].setVisible(self.visit.plan is not None)
        column.addWidget(form)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        leave = Button("先不排", key="Esc")
        leave.clicked.connect(self.leave)
        for one in (leave, self.save):
            foot.addWidget(one)
        foot.insertWidget(0, self.state, 1)
        column.addLayout(foot)
        self.body.addLayout(column)
        EnterMovesOn(form).ended.connect(self.save.setFocus)

    def _suggested(self) -> list[Entry]:
        return [_entry(one) for one in suggest(self.visit.id, self.desk.now())]

    def _standing(self) -> PlanDraft:
        """As it is planned; of one that is not, the best place there is."""
        plan = self.visit.plan
        if plan is None:
            found = self.places.entries()
            return found[0].key.plan if found else PlanDraft(day=self.desk.today())
        return PlanDraft(
            day=plan.starts_at.date(),
            half=plan.half,
            starts=plan.starts_at.time() if plan.exact else None,
            helpers=tuple(one.id for one in plan.crew),
            kits=tuple(one.id for one in plan.kits),
        )

    def _take(self, suggestion: Suggestion) -> None:
        self._fill(suggestion.plan)
        self._look()
        self.save.setFocus()

    def _fill(self, plan: PlanDraft) -> None:
        self.day.set_value(plan.day)
        self.half.set_value(plan.half)
        self.starts.set_value(f"{plan.starts:%H:%M}" if plan.starts else "")
        self.crew.set_values(plan.helpers)
        self.kits.set_values(plan.kits)

    def draft(self) -> PlanDraft:
        return PlanDraft(
            day=self.day.value() or self.desk.today(),
            half=self.half.value(),
            starts=self._hour(),
            helpers=tuple(self.crew.values()),
            kits=tuple(self.kits.values()),
            reason=self.reason.value(),
            override=self.override.value(),
        )

    def _hour(self) -> time | None:
        return read_hour(self.starts.value())

    def _unreadable(self) -> dict[str, str]:
        found = {}
        if self.day.value() is None:
            found["day"] = self.day.advice
        if self.starts.value() and self._hour() is None:
            found["starts"] = HOUR
        return found

    def _look(self) -> None:
        """What the plan would come to, while it is filled in."""
        found: Mapping[str, str] = self._unreadable()
        if not found:
            try:
                looked = look(self.visit.id, self.draft(), self.desk.today())
            except Invalid as error:
                found = error.problems
            else:
                at, day = looked.booking, looked.booking.starts_at
                when = (
                    f"{day.month}月{day.day}日（{say_weekday(day)}）{day:%H:%M}—{at.ends_at:%H:%M}"
                )
                free = not looked.clashes
                self.state.say(
                    f"{when}{'，没有撞期' if free else ''}", Tone.GOOD if free else Tone.WARN
                )
                self._say_clashes("\n".join(one.sentence for one in looked.clashes))
        if found:
            self.state.say("")
            self._say_clashes("")
        show_problems(self.rows, found)

    def _say_clashes(self, text: str) -> None:
        self.told.setText(f"撞期：{text}" if text else "")
        self.told.setVisible(bool(text))
        self.rows["override"].setVisible(bool(text))

    def _save(self) -> None:
        found: Mapping[str, str] = self._unreadable()
        if not found:
            try:
                plan_visit(self.visit.id, self.draft(), self.desk.who(), self.desk.now())
            except Invalid as error:
                found = error.problems
        if not found:
            self.leave()
            self.desk.errands.said.emit(f"已安排 {self.visit.number}。")
            self.planned.emit(self.visit.id)
            return
        self._look()
        show_problems(self.rows, found)
        wrong = [row.field for row in self.rows.values() if row.is_wrong() and row.isVisible()]
        if wrong:
            go_to(wrong[0])


def _entry(one: Suggestion) -> Entry:
    day = one.starts_at
    half = one.plan.half.label if one.plan.half else ""
    when = f"{day.month}月{day.day}日（{say_weekday(day)}）{half}　{one.team}"
    return Entry(when, one.reason, icon="lightbulb", tone=Tone.VISIT, key=one)
