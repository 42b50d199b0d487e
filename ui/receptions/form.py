"""What is asked of a reception (接待): who, what, and how it was answered."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import typed
from app.receptions import LABELS, ReceptionDraft
from models.choices import Channel, ReceptionEnd
from ui.kit.choice import Segments
from ui.kit.day_field import MomentField
from ui.kit.editors import Line, Text
from ui.kit.field import Field
from ui.kit.keys import EnterMovesOn, go_to
from ui.kit.rows import FieldRow, show_problems
from ui.kit.style import PAD

LABEL = 64
ENDINGS = (ReceptionEnd.ANSWERED, ReceptionEnd.GUIDED, ReceptionEnd.TOLD)  # 转为登记 is a key
WRITTEN = ("name", "phone", "asked", "answered")


class ReceptionForm(QWidget):
    """`filled()` is what stands in it as JSON can hold it, `draft()` the reception it makes."""

    changed = Signal()
    ended = Signal()  # Enter in the last field

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self.name = Line(hint="可以不留")
        self.phone = Line(hint="可以不留", clean=typed.phone)
        self.asked = Text(hint="照他说的写，一两句就够", lines=3)
        self.answered = Text(hint="怎么答复的，让他去哪里、带什么", lines=3)
        self.ending = Segments(ENDINGS, ReceptionEnd.ANSWERED)
        self.channel = Segments(Channel, Channel.COUNTER)
        self.at = MomentField(now)
        self.rows = {
            "name": self._row("name", Field(self.name)),
            "phone": self._row("phone", Field(self.phone)),
            "asked": self._row("asked", Field(self.asked), needed=True),
            "answered": self._row("answered", Field(self.answered), needed=True),
            "ending": FieldRow(LABELS["ending"], self.ending, hinted=False, width=LABEL),
            "channel": FieldRow(LABELS["channel"], self.channel, hinted=False, width=LABEL),
            "at": self._row("at", Field(self.at)),
        }
        self._arrange()
        for name in (*WRITTEN, "ending", "channel", "at"):
            getattr(self, name).changed.connect(self.changed)
        EnterMovesOn(self).ended.connect(self.ended)

    def _row(self, name: str, field: QWidget, *, needed: bool = False) -> FieldRow:
        return FieldRow(LABELS[name], field, needed=needed, width=LABEL)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        who = QHBoxLayout()
        who.setSpacing(PAD)
        who.addWidget(self.rows["name"], 1)
        who.addWidget(self.rows["phone"], 1)
        column.addLayout(who)
        for name in ("asked", "answered"):
            column.addWidget(self.rows[name], 1)
        for name in ("ending", "channel"):
            column.addWidget(self.rows[name])
        when = QHBoxLayout()
        when.setSpacing(PAD)
        when.addWidget(self.rows["at"], 1)
        when.addStretch(1)
        column.addLayout(when)

    def filled(self) -> dict[str, Any]:
        at = self.at.value()
        return {name: getattr(self, name).value() for name in WRITTEN} | {
            "ending": self.ending.value().value,
            "channel": self.channel.value().value,
            "at": at.isoformat() if at else "",
        }

    def fill(self, filled: Mapping[str, Any]) -> None:
        """What is not said has its default; a new reception is of now."""
        for name in WRITTEN:
            getattr(self, name).set_value(str(filled.get(name) or ""))
        self.ending.set_value(ReceptionEnd.of(filled.get("ending") or ReceptionEnd.ANSWERED))
        self.channel.set_value(Channel.of(filled.get("channel") or Channel.COUNTER))
        said = filled.get("at")
        self.at.set_value(datetime.fromisoformat(said) if said else self._now())

    def is_blank(self) -> bool:
        return not any(getattr(self, name).value() for name in WRITTEN)

    def draft(self) -> ReceptionDraft:
        return ReceptionDraft(
            at=self.at.value() or self._now(),
            channel=self.channel.value(),
            name=self.name.value(),
            phone=self.phone.value(),
            asked=self.asked.value(),
            answered=self.answered.value(),
            ending=self.ending.value(),
        )

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Beside the fields; the keyboard goes to the first of them."""
        show_problems(self.rows, problems)
        wrong = [row.field for row in self.rows.values() if row.is_wrong()]
        if wrong:
            go_to(wrong[0])

    def unreadable(self) -> dict[str, str]:
        """What the rules cannot see, because it is no moment at all."""
        return {"at": problem} if (problem := self.at.problem()) else {}
