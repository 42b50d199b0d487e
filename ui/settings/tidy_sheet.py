"""One name to be tidied: it is one of the list, or it belongs into the list."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.desk.tidying import Untidy, adopt, link, proposal
from app.directory import MatterEntry, UnitEntry, VillageEntry
from app.errors import AppError
from ui.kit.button import Button, Rank
from ui.kit.desk import Desk
from ui.kit.field import Field
from ui.kit.keys import EnterMovesOn
from ui.kit.pick import Pick
from ui.kit.rows import FieldRow
from ui.kit.sheet import Sheet
from ui.kit.style import BODY, GAP, WIDE
from ui.kit.text import wrapped

LABEL = 72
Listed = MatterEntry | VillageEntry | UnitEntry


class TidySheet(Sheet):
    """F9 sets the entry of the list in all cases, F10 adds the name to the list."""

    def __init__(
        self, window: QWidget, desk: Desk, untidy: Untidy, entries: Sequence[Listed]
    ) -> None:
        what = untidy.kind.label
        super().__init__(window, f"整理{what}“{untidy.text}”", widest=600, tallest=280)
        self.desk, self.untidy = desk, untidy
        self.pick = Pick([(one.id, one.name, one.initials) for one in entries])
        near = proposal(untidy.text, [one.name for one in entries])
        self.pick.set_value(next((one.id for one in entries if one.name == near), None))
        self.row = FieldRow(f"名录里的{what}", Field(self.pick), width=LABEL + GAP * 2)
        if near:
            self.row.say("名称相近，请核对是不是同一个")
        self.adopt = Button(f"加进{what}名录", icon="plus", key="F10")
        self.link = Button("就是这一个", Rank.PRIMARY, icon="check", key="F9")
        column = QVBoxLayout()
        column.setSpacing(WIDE)
        told = f"{untidy.cases} 件办件里写着它。整理后这些办件都改过来，各记一行更正记录。"
        column.addWidget(wrapped(told, BODY))
        column.addWidget(self.row)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addStretch()
        foot.addWidget(self.adopt)
        foot.addWidget(self.link)
        column.addLayout(foot)
        holder = QWidget()
        holder.setLayout(column)
        self.body.addWidget(holder)
        EnterMovesOn(holder).ended.connect(self.link.setFocus)
        self.first = self.pick
        self.link.clicked.connect(self._link)
        self.adopt.clicked.connect(self._adopt)

    def _link(self) -> None:
        chosen = self.pick.value()
        if chosen is None:
            self.row.wrong(f"请选名录里的{self.untidy.kind.label}；名录里没有的，按 F10 加进去。")
            self.pick.setFocus()
            return
        who, now = self.desk.who(), self.desk.now()
        self._do(lambda: link(self.untidy, chosen, who, now))

    def _adopt(self) -> None:
        who, now = self.desk.who(), self.desk.now()
        self._do(lambda: adopt(self.untidy, who, now))

    def _do(self, work: Callable[[], int]) -> None:
        """In the worker: the name may stand in very many cases."""
        self._hold(waiting=True)
        self.desk.tasks.start("正在整理", work, self._done, failed=self._failed, owner=self)

    def _done(self, cases: int) -> None:
        self.leave()
        self.desk.errands.said.emit(f"已整理“{self.untidy.text}”，改了 {cases} 件办件。")

    def _failed(self, error: AppError) -> None:
        self._hold(waiting=False)
        raise error

    def _hold(self, *, waiting: bool) -> None:
        for button in (self.link, self.adopt):
            button.setEnabled(not waiting)
