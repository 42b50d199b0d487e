"""登记受理: the intake form, its draft, and what saving leads to."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app import case_draft, drafts
from app.case_draft import CaseDraft
from app.cases import draft_of, due_of, get_row
from app.centre import get_centre
from app.changes import Kind
from app.directory import list_matters, list_units, list_villages
from app.draft_files import DraftFile, drop_files, sweep
from app.errors import Invalid
from app.intake import correct, register, resumable
from app.intake_draft import FORM, by_field, case_of, filled_from, filled_of, is_blank, title_of
from app.people import PersonFound
from app.receptions import get_reception
from ui.intake.form import IntakeForm
from ui.intake.look_up import LookUp
from ui.intake.quick import day_in_words
from ui.intake.reference import Reference
from ui.intake.who import visits_in_words
from ui.kit import ask
from ui.kit.button import Button, Rank
from ui.kit.choice import Segments
from ui.kit.chooser import Chooser
from ui.kit.desk import Desk
from ui.kit.errands import Correct, FromReception, Resume, WantedPaper
from ui.kit.items import Item
from ui.kit.page import Page
from ui.kit.style import BLOCK, GAP, HALF, Tone
from ui.kit.text import Saying

QUICK, FULL, SPEED = "quick", "full", "intake.speed"
NEW, CORRECTION = "登记受理", "更正登记"


class IntakePage(Page):
    title = NEW
    watches = frozenset({Kind.DIRECTORY, Kind.CENTRE, Kind.CALENDAR, Kind.DRAFTS})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._carried: dict[str, Any] = {}  # of the draft, but in no field
        self._draft_id: int | None = None
        self._asked = False  # it was to be saved and could not be
        self._before: dict[str, Any] = {}
        self.form = IntakeForm(desk.today, desk.now)
        self.reference = Reference()
        self.look_up = LookUp(self.reference, self._case, desk.today)
        self.others = Button("草稿", Rank.QUIET, icon="notebook-pen")
        speed = desk.remember.get(SPEED, FULL)
        self.speed = Segments(((QUICK, "快速登记"), (FULL, "完整登记")), speed, even=False)
        self.act(self.others, self.speed)
        self.body.setContentsMargins(0, HALF, 0, 0)
        self.body.setSpacing(HALF)
        self.head.setContentsMargins(BLOCK, 0, BLOCK, 0)
        self.body.addWidget(self.form, 1)
        self.body.addWidget(self._foot())
        self.lean(self.reference)
        self.first = self.form.who.name
        self._listen()
        sweep()
        begun = resumable(desk.who())
        self._begin(begun[1] if begun else {}, begun[0] if begun else None)

    def _foot(self) -> QWidget:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(BLOCK, 0, BLOCK, HALF)
        row.setSpacing(GAP)
        self.lacking, self.kept = Saying(), Saying()
        self.clear = Button("清空", Rank.QUIET)
        self.keep = Button("存草稿", key="Ctrl+S")
        self.again = Button("保存再登一件", key="F10")
        self.save = Button("保存并打印回执", Rank.PRIMARY, icon="printer", key="F9")
        row.addWidget(self.lacking, 3)
        row.addWidget(self.kept, 2)
        for button in (self.clear, self.keep, self.again, self.save):
            row.addWidget(button)
        return foot

    def _listen(self) -> None:
        self.form.changed.connect(self._typed)
        self.form.left.connect(lambda: self._show(self._filled()))
        self.form.ended.connect(self.save.setFocus)
        self.form.who.name.loaded.connect(lambda one: self._load("person", one))
        self.form.who.other.loaded.connect(lambda one: self._load("other", one))
        self.speed.changed.connect(self._change_speed)
        self.others.clicked.connect(self._offer_drafts)
        self.clear.clicked.connect(self._throw_away)
        self.keep.clicked.connect(self._keep_as_draft)
        self.again.clicked.connect(lambda: self._save(print_it=False))
        self.save.clicked.connect(lambda: self._save(print_it=True))
        self.look_up.found.connect(self._tell_found)
        self.reference.case_chosen.connect(self.desk.errands.case_wanted)

    def refresh(self) -> None:
        units = [(one.name, one.name, one.initials) for one in list_units()]
        villages = [(one.name, one.name, one.initials) for one in list_villages()]
        self.form.offer(list_matters(), units, villages)
        self._change_speed()
        if self._draft_id is not None and self._draft_id not in self._drafts():
            self._begin({})  # it was thrown away elsewhere

    def take(self, wanted: object) -> None:
        """A new form, or one that is begun somewhere; what stood here waits as a draft."""
        if self._draft_id is not None:
            self.desk.errands.said.emit(f"刚才的“{title_of(self._filled())}”已存为草稿。")
        if isinstance(wanted, Resume):
            self._begin(drafts.load(wanted.draft_id), wanted.draft_id)
        elif isinstance(wanted, FromReception):
            self._begin(self._from_reception(wanted.reception_id))
        elif isinstance(wanted, Correct):
            self._begin(self._to_correct(wanted.case_id))
        else:
            self._begin({})
        self.first.setFocus()

    def _from_reception(self, reception_id: int) -> dict[str, Any]:
        return {**filled_from(get_reception(reception_id)), "reception": reception_id}

    def _to_correct(self, case_id: int) -> dict[str, Any]:
        """The case as it is, or as far as its correction was written."""
        number = get_row(case_id).number
        return {**filled_of(draft_of(case_id)), "case": case_id, "number": number}

    def _begin(self, filled: Mapping[str, Any], draft_id: int | None = None) -> None:
        self._draft_id, self._asked = draft_id, False
        self._carried = {name: one for name, one in filled.items() if name not in self.form.slots}
        self.form.who.visits = ""
        self.form.matter.repeated = ""
        self.form.fill(filled)
        self._before = self._filled()
        self.look_up.correcting = filled.get("case")
        self.look_up.look()
        self._say_kind()
        self.kept.say("接着填写草稿" if draft_id else "", Tone.GOOD)
        self._show(self._before)
        self._count_drafts()

    def _say_kind(self) -> None:
        """A new case or one to be corrected: the title, the note and the buttons."""
        correcting = "case" in self._carried
        self.name.setText(CORRECTION if correcting else NEW)
        note = "编号保存时生成"
        if correcting:
            note = f"{self._carried['number']} · 改了什么都会留痕"
        elif "reception" in self._carried:
            note = f"由接待转来 · {note}"
        self.note.say(note)
        self.save.setText("保存更正" if correcting else "保存并打印回执")
        self.save.set_icon("check" if correcting else "printer")
        self.again.setVisible(not correcting)

    def _filled(self) -> dict[str, Any]:
        return self._carried | self.form.filled()

    def _case(self) -> CaseDraft:
        return case_of(self._filled(), self.desk.now())

    def _typed(self) -> None:
        """Every keystroke: kept first, then looked at."""
        filled = self._filled()
        self._keep(filled)
        self._show(filled)
        self.look_up.look_soon()

    def _keep(self, filled: Mapping[str, Any]) -> None:
        if self._draft_id is None and (is_blank(filled) or filled == self._before):
            return
        now, new = self.desk.now(), self._draft_id is None
        title = f"更正 {filled['number']}" if "case" in filled else title_of(filled)
        who = self.desk.who().id
        self._draft_id = drafts.keep(FORM, self._draft_id, title, filled, who, now)
        self.kept.say(f"草稿已存 {now:%H:%M}", Tone.GOOD)
        if new:
            self._count_drafts()

    def _lacking(self, filled: Mapping[str, Any]) -> dict[str, str]:
        """What is wrong, by the form's fields; in full registration also what is missing."""
        now = self.desk.now()
        case = case_of(filled, now)
        found = case_draft.problems(case, now)
        if self.speed.value() == FULL:
            found |= case_draft.missing(case)
        found = by_field(found, filled)
        if unreadable := self.form.how.received_at.problem():
            found["received_at"] = unreadable
        return found

    def _show(self, filled: Mapping[str, Any]) -> None:
        found = self._lacking(filled)
        self.form.show_wrong(found, asked=self._asked)
        for block in self.form.blocks:
            block.say_lack(sum(name in block.rows for name in found), asked=self._asked)
        if found:
            names = "、".join(self.form.captions(found))
            tone = Tone.DANGER if self._asked else Tone.PLAIN
            self.lacking.say(f"还差 {len(found)} 项：{names}", tone)
        else:
            self.lacking.say("都齐了，可以保存", Tone.GOOD)
        self.kept.setVisible(bool(self.kept.text))
        self._show_due(case_of(filled, self.desk.now()), found)
        self.clear.setVisible(self._draft_id is not None)

    def _show_due(self, case: CaseDraft, found: Mapping[str, str]) -> None:
        if "received_at" in found:
            self.form.show_due(None, "受理时间改对后算出")
            return
        days = get_centre().days(case.grade)
        self.form.show_due(due_of(case), f"{days} 个工作日" if days else "当天办结")

    def _load(self, who: str, one: PersonFound) -> None:
        """Whoever the box found is filled in; an enterprise also says what it is."""
        self._carried |= {f"{who}.id": one.party.id, f"{who}.loaded": one.party.name}
        self.form.load(who, one.party)
        self.look_up.look()

    def _tell_found(self) -> None:
        known, repeated = self.look_up.known, self.look_up.repeats
        if known or self.form.who.name.text():
            self.form.who.visits = visits_in_words(known) if known else ""
        first = repeated[0].number if repeated else ""
        self.form.matter.repeated = f"这个人这件事已在办：{first}，不用重复登记" if first else ""
        self._show(self._filled())

    def _change_speed(self) -> None:
        self.desk.remember[SPEED] = self.speed.value()
        self.form.set_quick(quick=self.speed.value() == QUICK)
        self._show(self._filled())

    def _save(self, *, print_it: bool) -> None:
        filled = self._filled()
        if found := self._lacking(filled):
            self._refuse(found)
            return
        try:
            self._settle(filled, print_it=print_it)
        except Invalid as error:
            self._refuse(by_field(error.problems, filled))

    def _refuse(self, found: Mapping[str, str]) -> None:
        self._asked = True
        self._show(self._filled())
        self.form.go_to(found)
        self.desk.errands.said.emit(self.form.first_of(found))

    def _settle(self, filled: Mapping[str, Any], *, print_it: bool) -> None:
        """Saved; the form is free for the next one."""
        now, who, errands = self.desk.now(), self.desk.who(), self.desk.errands
        files = [DraftFile(**one) for one in filled["files"]]
        draft, kept = case_of(filled, now), self._draft_id
        if case_id := filled.get("case"):
            changed = correct(case_id, draft, who, now, draft_id=kept, files=files)
            self._begin({})
            errands.said.emit(f"已更正 {filled['number']}：{'、'.join(changed) or '没有改动'}")
            errands.case_wanted.emit(case_id)
            return
        reception = filled.get("reception")
        opened = register(draft, who, now, draft_id=kept, reception_id=reception, files=files)
        self._begin({})
        self.first.setFocus()
        errands.said.emit(f"已登记 {opened.number}，答复期限 {day_in_words(opened.due_on)}")
        if print_it:
            errands.paper_wanted.emit(WantedPaper(opened.id))

    def _keep_as_draft(self) -> None:
        """It is kept already; this says so, for those who want to be sure."""
        self._keep(self._filled())
        told = "草稿已存，随时可以从工作台接着填。" if self._draft_id else "还没有填写，不用存。"
        self.desk.errands.said.emit(told)

    def _throw_away(self) -> None:
        title = title_of(self._filled())
        if self._draft_id is not None and ask.is_sure(
            self, "丢弃这份草稿", f"“{title}”填写的内容和附件都会丢掉。", harm=True
        ):
            draft_id, files = self._draft_id, self.form.matter.files.kept
            self._begin({})
            drafts.discard(draft_id)
            drop_files(files)
            self.first.setFocus()

    def _drafts(self) -> dict[int, drafts.KeptDraft]:
        return {one.id: one for one in drafts.list_drafts(FORM)}

    def _count_drafts(self) -> None:
        """Other forms that wait half written."""
        waiting = len([one for one in self._drafts() if one != self._draft_id])
        self.others.setText(f"草稿 {waiting}")
        self.others.setVisible(bool(waiting))

    def _offer_drafts(self) -> None:
        """Choose among them; what stands here waits in their place."""
        chooser = Chooser(self.others)
        chooser.picked.connect(lambda item: self.take(Resume(item.value)))
        chooser.closed.connect(chooser.deleteLater)
        items = [
            Item(one.id, f"{one.title}　{one.kept_at:%m-%d %H:%M}")
            for one in self._drafts().values()
            if one.id != self._draft_id
        ]
        chooser.open(items, None)
