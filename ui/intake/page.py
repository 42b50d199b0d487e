"""登记受理: the intake form, its draft, and what saving leads to."""

from collections.abc import Mapping
from typing import Any

from app import drafts
from app.cases import drafting
from app.cases.drafting import CaseDraft
from app.cases.registry import draft_of, get_row
from app.changes import Kind
from app.closed_months import before_saving
from app.directory import list_matters, list_units, list_villages
from app.draft_files import DraftFile, drop_files, sweep
from app.intake import correct, register, resumable
from app.intake_draft import FORM, by_field, case_of, filled_from, filled_of, is_blank, title_of
from app.persons.people import PersonFound
from app.receptions import get_reception
from app.troubles import filled_from_trouble
from ui.intake.foot import Foot
from ui.intake.form import IntakeForm
from ui.intake.look_up import LookUp
from ui.intake.promise import Promise
from ui.intake.quick import day_in_words
from ui.intake.reference import Reference
from ui.intake.waiting import WaitingDrafts
from ui.kit import ask
from ui.kit.block_form import refused
from ui.kit.choice import Segments
from ui.kit.desk import Desk
from ui.kit.errands import Correct, FromReception, FromTrouble, Resume, WantedPaper
from ui.kit.page import Page
from ui.kit.person_lines import visits_in_words
from ui.kit.style import BLOCK, HALF

QUICK, FULL, SPEED = "quick", "full", "intake.speed"
NEW, CORRECTION = "登记受理", "更正登记"


class IntakePage(Page):
    title = NEW
    watches = frozenset(
        {Kind.DIRECTORY, Kind.RULES, Kind.CALENDAR, Kind.DRAFTS, Kind.WORDING, Kind.LOCKS}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._carried: dict[str, Any] = {}  # of the draft, but in no field
        self._draft_id: int | None = None
        self._asked = False  # it was to be saved and could not be
        self._before: dict[str, Any] = {}
        self._promise = Promise()
        self.form, self.foot = IntakeForm(desk.today, desk.now), Foot()
        self.reference = Reference()
        self.look_up = LookUp(self.reference, self._case, desk.today)
        self.waiting = WaitingDrafts()
        self.speed = Segments(((QUICK, "快速登记"), (FULL, "完整登记")), FULL, even=False)
        self.act(self.waiting, self.speed)
        self.body.setContentsMargins(0, HALF, 0, 0)
        self.body.setSpacing(HALF)
        self.head.setContentsMargins(BLOCK, 0, BLOCK, 0)
        self.body.addWidget(self.form, 1)
        self.body.addWidget(self.foot)
        self.lean(self.reference)
        self.first = self.form.who.name
        self._listen()
        sweep()
        begun = resumable(desk.who())
        self._begin(begun[1] if begun else {}, begun[0] if begun else None)

    def _listen(self) -> None:
        self.form.changed.connect(self._typed)
        self.form.left.connect(self._show)
        self.form.ended.connect(self.foot.save.setFocus)
        self.form.who.name.loaded.connect(lambda one: self._load("person", one))
        self.form.who.other.loaded.connect(lambda one: self._load("other", one))
        self.speed.changed.connect(self._change_speed)
        self.waiting.wanted.connect(lambda draft_id: self.take(Resume(draft_id)))
        self.foot.clear.clicked.connect(self._throw_away)
        self.foot.keep.clicked.connect(self._keep_as_draft)
        self.foot.again.clicked.connect(lambda: self._save(print_it=False))
        self.foot.save.clicked.connect(lambda: self._save(print_it=True))
        self.look_up.found.connect(self._tell_found)
        self.reference.case_chosen.connect(self.desk.errands.case_wanted)

    def refresh(self) -> None:
        units = [(one.name, one.name, one.initials) for one in list_units()]
        villages = [(one.name, one.name, one.initials) for one in list_villages()]
        self.form.offer(list_matters(), units, villages)
        self._promise.forget()
        if not self.waiting.count(self._draft_id) and self._draft_id is not None:
            self._begin({})  # it was thrown away elsewhere
        self._show()

    def take(self, wanted: object) -> None:
        """A new form, or one that is begun somewhere; what stood here waits as a draft."""
        if self._draft_id is not None:
            self.desk.errands.said.emit(f"刚才的“{title_of(self._filled())}”已存为草稿。")
        if isinstance(wanted, Resume):
            self._begin(drafts.load(wanted.draft_id), wanted.draft_id)
        elif isinstance(wanted, FromReception):
            told = filled_from(get_reception(wanted.reception_id))
            self._begin({**told, "reception": wanted.reception_id})
        elif isinstance(wanted, FromTrouble):
            self._begin(filled_from_trouble(wanted.case_id))
        elif isinstance(wanted, Correct):
            number, case = get_row(wanted.case_id).number, draft_of(wanted.case_id)
            self._begin({**filled_of(case), "case": wanted.case_id, "number": number})
        else:
            self._begin({})
        self.first.setFocus()

    def _begin(self, filled: Mapping[str, Any], draft_id: int | None = None) -> None:
        self._draft_id, self._asked = draft_id, False
        self._carried = {name: one for name, one in filled.items() if name not in self.form.slots}
        self.form.fill(filled)
        self._before = self._filled()
        self.look_up.correcting = filled.get("case")
        self._say_kind()
        self.foot.say_kept("接着填写草稿" if draft_id else "")
        self.waiting.count(draft_id)
        self.look_up.look()

    def _say_kind(self) -> None:
        """A new case or one to be corrected, which is done in the full form."""
        correcting = "case" in self._carried
        self.name.setText(CORRECTION if correcting else NEW)
        note = "编号保存时生成"
        if correcting:
            note = f"{self._carried['number']} · 改了什么都会留痕"
        elif "reception" in self._carried:
            note = f"由接待转来 · {note}"
        elif "origin" in self._carried:
            note = f"由 {self._carried['origin_number']} 引出 · {note}"
        self.note.say(note)
        self.foot.suit(correcting=correcting)
        self.speed.set_value(FULL if correcting else self.desk.remember.get(SPEED, FULL))
        self.form.set_quick(quick=self.speed.value() == QUICK)

    def _filled(self) -> dict[str, Any]:
        return self._carried | self.form.filled()

    def _case(self) -> CaseDraft:
        return case_of(self._filled(), self.desk.now())

    def _typed(self) -> None:
        """Every keystroke: kept first, then looked at."""
        self._keep()
        self._show()
        self.look_up.look_soon()

    def _keep(self) -> None:
        filled, now = self._filled(), self.desk.now()
        begun = self._draft_id is not None
        if not begun and (is_blank(filled) or filled == self._before):
            return
        title = f"更正 {filled['number']}" if "case" in filled else title_of(filled)
        who = self.desk.who().id
        self._draft_id = drafts.keep(FORM, self._draft_id, title, filled, who, now)
        self.foot.say_kept(f"草稿已存 {now:%H:%M}")
        if not begun:
            self.waiting.count(self._draft_id)

    def _lacking(self, filled: Mapping[str, Any], case: CaseDraft) -> dict[str, str]:
        """What is wrong, by the form's fields; in full registration also what is missing."""
        found = drafting.problems(case, self.desk.now())
        if self.speed.value() == FULL:
            found |= drafting.missing(case)
        found = by_field(found, filled)
        return found | self.form.unreadable()

    def _show(self) -> None:
        filled, case = self._filled(), self._case()
        found = self._lacking(filled, case)
        self.form.show_wrong(found, asked=self._asked)
        self.foot.lacking.say_lack(self.form.captions(found), asked=self._asked)
        self.foot.closed.say_closed(before_saving(case.received_at, self._carried.get("case")))
        self.foot.clear.setVisible(self._draft_id is not None)
        if "received_at" in found:
            self.form.show_due(None, "受理时间改对后算出")
        else:
            self.form.show_due(*self._promise.of(case, self._carried.get("case")))

    def _load(self, who: str, one: PersonFound) -> None:
        self._carried |= {f"{who}.id": one.party.id, f"{who}.loaded": one.party.name}
        self.form.load(who, one.party)
        self.look_up.look()

    def _tell_found(self) -> None:
        known, repeated = self.look_up.known, self.look_up.repeats
        self.form.tell(
            visits_in_words(known) if known else "", repeated[0].number if repeated else ""
        )
        self._show()

    def _change_speed(self) -> None:
        if "case" not in self._carried:
            self.desk.remember[SPEED] = self.speed.value()
        self.form.set_quick(quick=self.speed.value() == QUICK)
        self._show()

    def _save(self, *, print_it: bool) -> None:
        filled, case = self._filled(), self._case()
        if found := self._lacking(filled, case) or by_field(
            refused(lambda: self._settle(filled, case, print_it=print_it)), filled
        ):
            self._asked = True
            self._show()
            self.form.go_to(found)
            self.desk.errands.said.emit(self.form.first_of(found))

    def _settle(self, filled: Mapping[str, Any], case: CaseDraft, *, print_it: bool) -> None:
        """Saved; the form is free for the next one."""
        now, who, errands = self.desk.now(), self.desk.who(), self.desk.errands
        kept, files = self._draft_id, [DraftFile(**one) for one in filled["files"]]
        if case_id := filled.get("case"):
            changed = correct(case_id, case, who, now, draft_id=kept, files=files)
            self._begin({})
            errands.said.emit(f"已更正 {filled['number']}：{'、'.join(changed) or '没有改动'}")
            errands.case_wanted.emit(case_id)
            return
        opened = register(
            case,
            who,
            now,
            draft_id=kept,
            reception_id=filled.get("reception"),
            origin_id=filled.get("origin"),
            files=files,
        )
        self._begin({})
        self.first.setFocus()
        errands.said.emit(f"已登记 {opened.number}，答复期限 {day_in_words(opened.due_on)}")
        if print_it:
            errands.paper_wanted.emit(WantedPaper(opened.id))

    def _keep_as_draft(self) -> None:
        """It is kept already; this says so, for those who want to be sure."""
        self._keep()
        told = "草稿已存，随时可以从工作台接着填。" if self._draft_id else "还没有填写，不用存。"
        self.desk.errands.said.emit(told)

    def _throw_away(self) -> None:
        loss = f"“{title_of(self._filled())}”填写的内容和附件都会丢掉。"
        if self._draft_id is not None and ask.is_sure(self, "丢弃这份草稿", loss, harm=True):
            drop_files(self.form.matter.files.kept)
            drafts.discard(self._draft_id)
            self._begin({})
            self.first.setFocus()
