"""权限: which acts are for those in charge."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.access.colleagues import may_manage
from app.moves.rights import IN_CHARGE, list_acts, reserve, reserved
from models.choices import Act
from ui.kit.card import Card
from ui.kit.desk import Desk
from ui.kit.scroll import scrolling
from ui.kit.style import GAP, WIDE
from ui.kit.text import wrapped
from ui.kit.tick import Tick
from ui.settings.option import WIDEST, Option, save_button

COLUMNS = 4
TOLD = (
    f"打勾的只由{IN_CHARGE}做，其余的谁在岗谁做。批准和不同意都要另一位负责人签字，不在这里设。"
    "中心没有负责人的，打了勾也是谁在谁办。"
)


class RightsOption(Option):
    note = "每一步谁可以做；改了马上算数。"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.ticks = {act: Tick(act.label) for act in list_acts()}
        card = Card(f"只由{IN_CHARGE}做的环节")
        card.setMaximumWidth(WIDEST)
        grid = QGridLayout()
        grid.setContentsMargins(0, GAP, 0, 0)
        grid.setVerticalSpacing(WIDE)
        for place, tick in enumerate(self.ticks.values()):
            grid.addWidget(tick, place // COLUMNS, place % COLUMNS, Qt.AlignmentFlag.AlignLeft)
            grid.setColumnStretch(place % COLUMNS, 1)
            tick.changed.connect(self.edited)
        card.body.addWidget(wrapped(TOLD))
        card.body.addLayout(grid)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, GAP, 0)
        column.addWidget(card)
        column.addStretch(1)
        self.body.addWidget(scrolling(content), 1)
        self.save = save_button()
        self.save.clicked.connect(self._save)
        self.acts = (self.save,)
        self.first = next(iter(self.ticks.values()))

    def load(self) -> None:
        stored, may = reserved(), may_manage(self.desk.who())
        for act, tick in self.ticks.items():
            tick.setText(act.label)
            tick.set_value(act in stored)
            tick.setEnabled(may)
        self.save.setEnabled(may)

    def is_edited(self) -> bool:
        return self._ticked() != reserved()

    def _ticked(self) -> frozenset[Act]:
        return frozenset(act for act, tick in self.ticks.items() if tick.value())

    def _save(self) -> None:
        reserve(self._ticked(), self.desk.who(), self.desk.now())
        self.desk.errands.said.emit("权限已保存。")
        self.edited.emit()
