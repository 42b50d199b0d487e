"""What a “no” is told with: the reasons of the window, and how a department's may be contested."""

from typing import Any

from app.records.remedies import (
    LABELS,
    RemedyDraft,
    confirm_remedy,
    list_remedies,
    retire_remedy,
    save_remedy,
    unconfirmed,
)
from app.records.remedies import problems as wrong_remedy
from app.records.scope_reasons import LABELS as REASON_LABELS
from app.records.scope_reasons import (
    ScopeReasonDraft,
    list_scope_reasons,
    retire_scope_reason,
    save_scope_reason,
)
from app.records.scope_reasons import problems as wrong_reason
from models.choices import RemedyKind
from ui.kit.button import Button
from ui.kit.choice import Options
from ui.kit.desk import Desk
from ui.kit.editors import Line, Text
from ui.kit.style import Tone
from ui.kit.table import Column
from ui.kit.text import Saying
from ui.settings.list_kind import EntryField, ListKind
from ui.settings.list_option import ListOption

_NAMES, _REASON_NAMES = ("kind", "name", "text", "source"), ("name", "channels", "words", "source")


def scope_reasons(desk: Desk) -> ListOption:
    return ListOption(desk, _REASONS)


class RemedyOption(ListOption):
    """The leader reads a text, compares it with the law, and answers for it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _REMEDIES)
        self.urge = Saying()
        self.confirm = Button("确认文字无误", icon="stamp")
        self.confirm.clicked.connect(self._confirm)
        self.body.insertWidget(0, self.urge)
        self.acts = (self.confirm, self.add)

    def load(self) -> None:
        super().load()
        waiting = len(unconfirmed())
        said = f"有 {waiting} 条文字来自转引，请负责人对照法条核对后确认。"
        tone = Tone.WARN if waiting else Tone.GOOD
        self.urge.say(said if waiting else "在用的文字都由负责人确认过了。", tone)

    def _confirm(self) -> None:
        entry = self.view.record()
        if entry is not None:
            confirm_remedy(entry.id, self.desk.who(), self.desk.now())
            self.desk.errands.said.emit(f"已确认“{entry.name}”的文字。")


def _confirmed(entry: Any) -> str:
    if entry.confirmed_at is None:
        return "待负责人确认"
    return f"{entry.confirmed_by} {entry.confirmed_at:%Y-%m-%d}"


_REMEDIES = ListKind(
    what="救济途径",
    note="部门说“不能办”时，告知书上怎么写“不服可以怎么办”。",
    empty="不服部门的决定可以怎么办，写成告知书上的一句话。",
    columns=(
        Column(LABELS["name"], lambda one: one.name),
        Column(LABELS["kind"], lambda one: one.kind.label, width=140, soft=True),
        Column("确认", _confirmed, width=170, soft=True),
    ),
    fields=(
        EntryField("kind", LABELS["kind"], lambda: Options(RemedyKind), needed=True),
        EntryField("name", LABELS["name"], Line, needed=True),
        EntryField(
            "text",
            LABELS["text"],
            lambda: Text(lines=4),
            needed=True,
            hint="{authority}、{court}、{days} 处填复议机关、法院、期限",
        ),
        EntryField("source", LABELS["source"], Line, hint="哪部法律第几条；改了文字要重新确认"),
    ),
    read=lambda retired: list_remedies(retired=retired),
    draft=lambda said: RemedyDraft(**said),  # type: ignore[arg-type]  # the kind is a choice
    said=lambda one: {name: getattr(one, name) for name in _NAMES},
    save=save_remedy,
    key="name",
    blank={"kind": RemedyKind.FREE},
    problems=wrong_remedy,
    retire=lambda one, active: retire_remedy(one.id, active=active),
)
_REASONS = ListKind(
    what="事由",
    note="不归本窗口管的，为什么、该找哪里；告知单上照这里写。",
    empty="不归本窗口管的事，每种写一条：为什么，该找哪里。",
    columns=(
        Column(REASON_LABELS["name"], lambda one: one.name, width=180),
        Column(REASON_LABELS["channels"], lambda one: one.channel),
    ),
    fields=(
        EntryField("name", REASON_LABELS["name"], Line, needed=True),
        EntryField(
            "channels",
            REASON_LABELS["channels"],
            lambda: Text(lines=3),
            needed=True,
            hint="每行一处",
        ),
        EntryField("words", REASON_LABELS["words"], lambda: Text(lines=3), hint="能讲给群众听的话"),
        EntryField("source", REASON_LABELS["source"], Line),
    ),
    read=lambda retired: list_scope_reasons(retired=retired),
    draft=lambda said: ScopeReasonDraft(**said),
    said=lambda one: {name: getattr(one, name) for name in _REASON_NAMES},
    save=save_scope_reason,
    key="name",
    problems=wrong_reason,
    retire=lambda one, active: retire_scope_reason(one.id, active=active),
)
