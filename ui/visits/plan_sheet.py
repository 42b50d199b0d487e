"""Planning a visit: where it would fit well, what is filled in, and at once what is in its way."""

from collections.abc import Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import Invalid
from app.visits.detail import VisitDetail, get_visit
from app.visits.planning import Looked, PlanDraft, look, plan_visit
from app.visits.suggesting import Suggestion, suggest
from ui.kit.button import Button, Rank
from ui.kit.days import say_weekday
from ui.kit.desk import Desk
from ui.kit.entries import Entry, EntryList
from ui.kit.keys import EnterMovesOn
from ui.kit.scroll import scrolling
from ui.kit.sheet import Sheet
from ui.kit.style import GAP, WIDE, Tone
from ui.kit.text import Part, Saying, quiet
from ui.visits.plan_form import PlanForm

A_BLINK = 150  # ms without a key before it is looked at again


class PlanSheet(Sheet):
    """F9 plans it. What clashes is refused until why is said; nothing typed is lost by that."""

    planned = Signal(int)

    def __init__(
        self, window: QWidget, desk: Desk, visit_id: int, proposed: PlanDraft | None = None
    ) -> None:
        self.visit: VisitDetail = get_visit(visit_id, desk.today())
        act = "改期" if self.visit.plan else "安排上门"
        where = self.visit.draft.village or self.visit.draft.address
        title = f"{act}　{self.visit.person} · {where}"
        super().__init__(window, title, widest=760, tallest=690)
        self.desk = desk
        self.form = PlanForm(desk, moved=self.visit.plan is not None)
        found = [_entry(one) for one in suggest(visit_id, desk.now())]
        self.places = EntryList(found, inset=WIDE, name="排在哪里好")
        self.state = Saying()
        self.save = Button(act, Rank.PRIMARY, icon="check", key="F9")
        self._arrange()
        self.form.fill(proposed or self._standing())
        self._later = QTimer(self, singleShot=True, interval=A_BLINK)
        self._later.timeout.connect(self.look)
        self.form.changed.connect(self._later.start)
        self.save.clicked.connect(self._save)
        self.places.chosen.connect(lambda entry: self._take(entry.key))
        self.first = self.places if found and proposed is None else self.form.day
        self.look()

    def _arrange(self) -> None:
        whole = QWidget()
        above = QVBoxLayout(whole)
        above.setContentsMargins(0, 0, GAP, 0)
        above.setSpacing(0)
        draft = self.visit.draft
        wishes = (draft.matter, draft.half.label if draft.half else "", draft.suits)
        above.addWidget(quiet(f"{self.visit.number}　{'，'.join(filter(None, wishes))}"))
        above.addSpacing(GAP)
        above.addWidget(Part("排在哪里好", "回车或点一下就填上"))
        above.addWidget(self.places)
        if not self.places.entries():
            above.addWidget(quiet("两周之内没有空的半天，请自己选时间。"))
        above.addSpacing(GAP)
        above.addWidget(self.form)
        above.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addWidget(scrolling(whole), 1)
        column.addLayout(self._foot())
        self.body.addLayout(column)
        EnterMovesOn(self.form).ended.connect(self.save.setFocus)

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        leave = Button("先不排", key="Esc")
        leave.clicked.connect(self.leave)
        foot.addWidget(self.state, 1)
        foot.addWidget(leave)
        foot.addWidget(self.save)
        return foot

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
        self.form.fill(suggestion.plan)
        self.look()
        self.save.setFocus()

    def look(self) -> None:
        """What the plan would come to, while it is filled in."""
        found: Mapping[str, str] = self.form.unreadable()
        if not found:
            try:
                self._say(look(self.visit.id, self.form.draft(), self.desk.today()))
            except Invalid as error:
                found = error.problems
        if found:
            self.state.say("")
            self.form.say_clashes("")
        self.form.show_problems(found)

    def _say(self, looked: Looked) -> None:
        at, day = looked.booking, looked.booking.starts_at
        when = f"{day.month}月{day.day}日（{say_weekday(day)}）{day:%H:%M}—{at.ends_at:%H:%M}"
        free, tone = ("，没有撞期", Tone.GOOD) if not looked.clashes else ("", Tone.WARN)
        self.state.say(f"{when}{free}", tone)
        self.form.say_clashes("\n".join(one.sentence for one in looked.clashes))

    def _save(self) -> None:
        found: Mapping[str, str] = self.form.unreadable()
        if not found:
            try:
                plan_visit(self.visit.id, self.form.draft(), self.desk.who(), self.desk.now())
            except Invalid as error:
                found = error.problems
        if found:
            self.look()
            self.form.show_problems(found)
            # Once it is laid out: the row for a reason has only just come, and scrolls into sight.
            QTimer.singleShot(0, self.form, self.form.go_to_wrong)
            return
        self.leave()
        self.desk.errands.said.emit(f"已安排 {self.visit.number}。")
        self.planned.emit(self.visit.id)


def _entry(one: Suggestion) -> Entry:
    day = one.starts_at
    half = one.plan.half.label if one.plan.half else ""
    when = f"{day.month}月{day.day}日（{say_weekday(day)}）{half}　{one.team}"
    return Entry(when, one.reason, icon="lightbulb", tone=Tone.VISIT, key=one)
