"""One entry of a list: to be added, changed, retired or put back."""

from collections.abc import Mapping
from operator import attrgetter
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import AppError, Invalid
from ui.kit.button import Button, Rank
from ui.kit.choosing import Choosing
from ui.kit.desk import Desk
from ui.kit.editors import Text
from ui.kit.field import Field
from ui.kit.keys import EnterMovesOn, go_to
from ui.kit.pick import Pick
from ui.kit.rows import FieldRow, show_problems
from ui.kit.sheet import Sheet
from ui.kit.style import GAP, Tone
from ui.kit.text import Saying
from ui.settings.list_kind import ListKind

WIDEST, LABEL, LOW, LINE, TALL_LINE = 560, 72, 132, 56, 140


class EntrySheet(Sheet):
    """F9 saves, F10 saves and asks for the next one."""

    def __init__(self, window: QWidget, desk: Desk, kind: ListKind, entry: Any) -> None:
        act = f"修改{kind.what}" if entry else f"新增{kind.what}"
        self.editors = {field.name: field.make() for field in kind.fields}
        tall = sum(TALL_LINE if isinstance(one, Text) else LINE for one in self.editors.values())
        super().__init__(window, act, widest=WIDEST, tallest=LOW + tall)
        self.desk, self.kind, self.entry = desk, kind, entry
        self.rows = {
            field.name: FieldRow(
                field.label,
                _framed(self.editors[field.name]),
                field.hint,
                needed=field.needed,
                width=LABEL,
            )
            for field in kind.fields
        }
        self.body.addWidget(self._form())
        self.first = next(iter(self.editors.values()))
        self._fill(kind.said(entry) if entry else kind.blank)

    def _form(self) -> QWidget:
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for name, row in self.rows.items():
            column.addWidget(row, 1 if isinstance(self.editors[name], Text) else 0)
        column.addLayout(self._foot())
        EnterMovesOn(form).ended.connect(self.save.setFocus)
        return form

    def _foot(self) -> QHBoxLayout:
        active = self.entry is None or self.entry.active
        self.state = Saying()
        self.shelve = Button("停用" if active else "恢复使用", Rank.QUIET)
        self.again = Button("保存再加一个", key="F10")
        # Hidden, never shown, before it stands in the sheet: it would be a window of its own.
        (self.shelve if self.entry is None else self.again).hide()
        self.save = Button("保存", Rank.PRIMARY, icon="check", key="F9")
        self.shelve.clicked.connect(self._shelve)
        self.again.clicked.connect(lambda: self._save(again=True))
        self.save.clicked.connect(lambda: self._save(again=False))
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.shelve)
        foot.addWidget(self.state, 1)
        foot.addWidget(self.again)
        foot.addWidget(self.save)
        return foot

    def _fill(self, said: Mapping[str, str]) -> None:
        for name, editor in self.editors.items():
            if isinstance(editor, Pick):
                known = [item.value for item in editor.items]
                value = said.get(name, "")
                editor.set_value(value if value in known else None, value)
            else:
                editor.set_value(said.get(name, ""))

    def draft(self) -> Any:
        return self.kind.draft(
            {
                name: editor.text() if isinstance(editor, Pick) else editor.value()
                for name, editor in self.editors.items()
            }
        )

    def _save(self, *, again: bool) -> None:
        draft = self.draft()
        found = self.kind.problems(draft) | self._taken(draft)
        if found:
            self._show(found)
            return
        entry_id = self.entry.id if self.entry else None
        self._hold(waiting=True)
        # In the worker: what a new name is found by may stand in very many cases.
        self.desk.tasks.start(
            "正在保存",
            lambda: self.kind.save(draft, entry_id),
            lambda _: self._saved(draft, again=again),
            failed=self._failed,
            owner=self,
        )

    def _taken(self, draft: Any) -> dict[str, str]:
        """Adding must not write over what is known of an entry of that name."""
        key = self.kind.key
        told_apart_by = attrgetter(*filter(None, (key, self.kind.beside)))
        wanted = told_apart_by(draft)
        same = [one for one in self.kind.read(False) if told_apart_by(one) == wanted]
        if not same or (self.entry and same[0].id == self.entry.id):
            return {}
        return {key: f"已经有“{getattr(draft, key)}”了，请在名录里修改它。"}

    def _saved(self, draft: Any, *, again: bool) -> None:
        self._hold(waiting=False)
        self.desk.errands.said.emit(f"已保存{self.kind.what}“{draft.name}”。")
        if not again:
            self.leave()
            return
        self._fill(self.kind.blank)
        self._show({})
        self.first.setFocus()

    def _failed(self, error: AppError) -> None:
        self._hold(waiting=False)
        if not isinstance(error, Invalid):
            raise error
        self._show(error.problems)

    def _hold(self, *, waiting: bool) -> None:
        self.state.say("正在保存…" if waiting else "")
        for button in (self.save, self.again, self.shelve):
            button.setEnabled(not waiting)

    def _show(self, found: dict[str, str]) -> None:
        show_problems(self.rows, found)
        wrong = [row.field for row in self.rows.values() if row.is_wrong()]
        if wrong:
            go_to(wrong[0])

    def _shelve(self) -> None:
        active = not self.entry.active
        try:
            self._retire(active=active)
        except Invalid as error:
            self.state.say(str(error), Tone.DANGER)
            return
        self.leave()
        what = "已恢复" if active else "已停用"
        self.desk.errands.said.emit(f"{what}{self.kind.what}“{self.entry.name}”，{self.kind.stays}")

    def _retire(self, *, active: bool) -> None:
        self.kind.retire(self.entry, active)


def _framed(editor: QWidget) -> QWidget:
    """A choice has its own outline."""
    return editor if isinstance(editor, Choosing) else Field(editor)
