"""A list the centre keeps: staff, units, villages, matters."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.kit.button import Button, Rank
from ui.kit.card import Card
from ui.kit.cells import act
from ui.kit.chip import Tag
from ui.kit.desk import Desk
from ui.kit.editors import Line
from ui.kit.empty import EmptyState
from ui.kit.field import Field
from ui.kit.record_view import RecordView
from ui.kit.table import Column
from ui.kit.tick import Tick
from ui.settings.entry_sheet import EntrySheet
from ui.settings.list_kind import ListKind
from ui.settings.option import Option
from ui.settings.paste_sheet import PasteSheet

FINDER = 180


class ListOption(Option):
    """Enter opens an entry; nothing is deleted, what is not used any more is retired."""

    def __init__(self, desk: Desk, kind: ListKind) -> None:
        super().__init__(desk)
        self.kind, self.note = kind, kind.note
        self.finder = Line(hint="名称或首字母")
        self.retired = Tick("含停用的")
        self.count = Tag("")
        self.view = RecordView(
            [*kind.columns, _state(), _change()],
            name=kind.what,
            id_of=lambda entry: entry.id,
            remember=desk.remember,
        )
        self.add = Button(f"新增{kind.what}", Rank.PRIMARY, icon="plus", key="Ins")
        self.paste = Button("粘贴名单", icon="download")
        self.empty = EmptyState("sprout", f"还没有{kind.what}", kind.empty)
        self.stack = QStackedWidget()
        self.body.addWidget(self._card(), 1)
        self.acts = (self.paste, self.add) if kind.paste else (self.add,)
        self.first = self.view
        self.finder.changed.connect(self._show)
        self.retired.changed.connect(self.load)
        self.view.opened.connect(self._open)
        self.add.clicked.connect(lambda: self._open(None))
        self.paste.clicked.connect(self._paste)
        self._entries: Sequence[Any] = ()

    def _card(self) -> QWidget:
        card = Card(self.kind.what, flush=True)
        card.head.insertWidget(1, self.count)
        field = Field(self.finder, icon="search")
        field.setFixedWidth(FINDER)
        card.head.addWidget(self.retired)
        card.head.addWidget(field)
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.empty)
        card.body.addWidget(self.stack, 1)
        return card

    def load(self) -> None:
        self._entries = self.kind.read(self.retired.value())
        self._show()

    def _show(self) -> None:
        wanted = self.finder.value().lower()
        rows = [one for one in self._entries if _fits(one, wanted)]
        self.view.show_rows(rows)
        if self.view.record() is None:
            self.view.choose_row(0)
        self.count.say(f"{sum(one.active for one in self._entries)} 个在用")
        self.stack.setCurrentWidget(self.view if rows else self.empty)
        if self._entries:
            self.empty.say(
                "search", "没有找到", f"没有哪个{self.kind.what}含“{self.finder.value()}”。"
            )
        else:
            self.empty.say("sprout", f"还没有{self.kind.what}", self.kind.empty)

    def _open(self, entry: Any) -> None:
        EntrySheet(self.window(), self.desk, self.kind, entry).open()

    def _paste(self) -> None:
        assert self.kind.paste
        PasteSheet(self.window(), self.desk, self.kind.paste).open()


def _fits(entry: Any, wanted: str) -> bool:
    initials = getattr(entry, "initials", "").split()
    return wanted in entry.name.lower() or any(one.startswith(wanted) for one in initials)


def _state() -> Column[Any]:
    return Column("", lambda entry: "" if entry.active else "已停用", width=72, soft=True)


def _change() -> Column[Any]:
    return Column("", lambda _: "修改", str, 76, act)
