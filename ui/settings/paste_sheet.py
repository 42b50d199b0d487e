"""A list pasted from Excel, looked at before it is taken."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.directory import save_all
from ui.kit.button import Button, Rank
from ui.kit.desk import Desk
from ui.kit.pasting import PasteBox, PasteKind
from ui.kit.sheet import Sheet
from ui.kit.style import GAP
from ui.kit.text import wrapped


class PasteSheet(Sheet):
    def __init__(
        self,
        window: QWidget,
        desk: Desk,
        kind: PasteKind,
        save: Callable[[Sequence[Any]], object] = save_all,
    ) -> None:
        super().__init__(window, f"粘贴{kind.title}", widest=1000, tallest=620)
        self.desk, self.kind, self._keep = desk, kind, save
        self.box = PasteBox(kind, needed=True)
        self.save = Button("存入", Rank.PRIMARY, icon="check", key="F9")
        foot = QHBoxLayout()
        foot.addWidget(wrapped("名录里已有的会按这里更新，空着的栏不会抹掉原来的内容。"), 1)
        foot.addWidget(self.save)
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addWidget(wrapped(kind.note))
        column.addWidget(self.box, 1)
        column.addLayout(foot)
        self.body.addLayout(column)
        self.first = self.box.first
        self.box.changed.connect(self._count)
        self.save.clicked.connect(self._save)
        self._count()

    def _count(self) -> None:
        found = len(self.box.drafts())
        self.save.setText(f"存入 {found} {self.kind.what}" if found else "存入")
        self.save.setEnabled(bool(found))

    def _save(self) -> None:
        drafts = self.box.drafts()
        self._keep(drafts)
        self.leave()
        self.desk.errands.said.emit(f"已存入 {len(drafts)} {self.kind.what}。")
