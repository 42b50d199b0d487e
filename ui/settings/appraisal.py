"""考核: what units get plus and minus points for, from which quarter on, and every version."""

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.access.colleagues import may_manage
from app.appraisal.quarter import quarter_of
from app.appraisal.rule_changes import what_changed
from app.appraisal.rules import (
    MOST_CASES,
    RulesDraft,
    RulesRecord,
    list_versions,
    may_begin,
    problems,
    replaced_by,
    rules_for,
    save_rules,
)
from models.choices import Merit
from ui.kit.card import Card
from ui.kit.choice import Segments
from ui.kit.days import say_moment
from ui.kit.desk import Desk
from ui.kit.editors import Number
from ui.kit.entries import Entry, EntryList
from ui.kit.field import Field
from ui.kit.keys import EnterMovesOn, go_to
from ui.kit.rows import LineRow
from ui.kit.scroll import scrolling
from ui.kit.style import GAP, WIDE, Tone
from ui.kit.text import quiet
from ui.settings.appraisal_fields import HEADS, WIDTHS, RuleLine
from ui.settings.option import WIDEST, Option, save_button

LABEL, SHORT = 120, 128


class AppraisalOption(Option):
    note = "每次保存是新的一版，过去的季度保留原来的规则。"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._stored: RulesDraft | None = None
        self._loading = False
        self.lines = {event: RuleLine(event) for event in Merit}
        self.least_cases = Number(most=MOST_CASES, unit="件")
        self.cases = LineRow("少于几件不评分", Field(self.least_cases), width=LABEL, short=SHORT)
        self.since = Segments(
            [(one, f"从{one}起") for one in may_begin(desk.today())],
            quarter_of(desk.today()),
            even=False,
        )
        self.since.set_name("从哪个季度起")
        self.versions = EntryList([], pressable=False, inset=0, name="历次版本")
        self.save = save_button()
        self.acts = (self.save,)
        self.body.addWidget(scrolling(self._sheet()), 1)
        self.first = self.since
        self.save.clicked.connect(self._save)

    def _sheet(self) -> QWidget:
        sheet = QWidget()
        sheet.setMaximumWidth(WIDEST)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(WIDE)
        whole = Card("从哪个季度起")
        whole.body.setSpacing(GAP)
        whole.body.addWidget(self.since)
        whole.body.addWidget(self.cases)
        column.addWidget(whole)
        for title, plus in (("扣分", False), ("加分", True)):
            column.addWidget(self._card(title, plus=plus))
        history = Card("历次版本")
        history.body.addWidget(self.versions)
        column.addWidget(history)
        column.addStretch(1)
        self.since.changed.connect(self._turn_to)
        self.least_cases.changed.connect(self._changed)
        for line in self.lines.values():
            line.changed.connect(self._changed)
        EnterMovesOn(sheet).ended.connect(self.save.setFocus)
        return sheet

    def _card(self, title: str, *, plus: bool) -> Card:
        card = Card(title)
        heads = QHBoxLayout()
        heads.setSpacing(GAP)
        for name, width in zip(HEADS, WIDTHS, strict=True):
            head = quiet(name)
            head.setFixedWidth(width)
            heads.addWidget(head)
        heads.addStretch(1)
        card.body.addLayout(heads)
        for event, line in self.lines.items():
            if event.plus is plus:
                card.body.addWidget(line)
        return card

    def load(self) -> None:
        """The rules of the quarter that is chosen, which new ones would replace."""
        self._loading = True
        rules = rules_for(self.since.value())
        self._stored = rules.draft()
        self.least_cases.set_value(rules.least_cases)
        for rule in rules.rules:
            self.lines[rule.event].fill(rule)
        self.versions.set_entries(_told(list_versions(), rules.id))
        may = may_manage(self.desk.who())
        for widget in (self.save, self.cases, *self.lines.values()):
            widget.setEnabled(may)
        self._loading = False
        self._changed()

    def is_edited(self) -> bool:
        return self._stored is not None and self.draft() != self._stored

    def draft(self) -> RulesDraft:
        rules = tuple(line.said() for line in self.lines.values())
        return RulesDraft(least_cases=self.least_cases.value(), rules=rules)

    def _turn_to(self) -> None:
        """What was filled in is kept; else the rules of that quarter are shown."""
        if self.is_edited():
            self._changed()
        else:
            self.load()

    def _changed(self) -> None:
        if not self._loading:
            self._show(problems(self.draft()))
            self.edited.emit()

    def _show(self, found: Mapping[str, str]) -> None:
        self.cases.wrong(found.get("least_cases", ""))
        for event, line in self.lines.items():
            before = f"{event.value}."
            line.say(
                {
                    name.removeprefix(before): sentence
                    for name, sentence in found.items()
                    if name.startswith(before)
                }
            )

    def _editor(self, field: str) -> QWidget:
        """What `problems` call `least_cases`, or `overdue.most` of one rule."""
        event, _, name = field.rpartition(".")
        editor: QWidget = getattr(self.lines[Merit.of(event)], name) if event else self.least_cases
        return editor

    def _save(self) -> None:
        found = problems(self.draft())
        if found:
            self._show(found)
            go_to(self._editor(next(iter(found))))
            return
        since = self.since.value()
        number = save_rules(self.draft(), since, self.desk.who(), self.desk.now())
        self.load()
        then = rules_for(since.next)
        own = f"；{since.next}起另有第 {then.id} 版，没有改" if then.since > since.first else ""
        self.desk.errands.said.emit(f"已保存，从{since}起按第 {number} 版记分{own}。")


def _told(versions: list[RulesRecord], in_force: int) -> list[Entry]:
    """The newest first, each with what it changed of the one it replaced."""
    told = []
    for one in versions:
        before = replaced_by(one, versions)
        changed = what_changed(before, one) if before else []
        since = f"从{quarter_of(one.since)}起" if before else "最初的规则"
        told.append(
            Entry(
                f"第 {one.id} 版，{since}",
                "；".join(changed),
                f"{say_moment(one.made_at)} {one.made_by}",
                "现行" if one.id == in_force else "",
                Tone.GOOD,
            )
        )
    return told
