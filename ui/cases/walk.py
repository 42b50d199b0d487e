"""Over a case that has the page to itself: back to the list, and on to the next one."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.kit.button import Button, Rank
from ui.kit.style import CHIP, GAP
from ui.kit.text import quiet


class WalkBar(QWidget):
    """Stands where the filters stand, in a window too narrow for the list beside the case."""

    def __init__(self) -> None:
        super().__init__()
        self.back = Button("返回列表", Rank.QUIET, icon="chevron-left", key="Esc")
        self.before = Button("上一件", Rank.QUIET, icon="arrow-up", key="Alt+Up")
        self.after = Button("下一件", Rank.QUIET, icon="arrow-down", key="Alt+Down")
        self.place = quiet("")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.back)
        row.addStretch()
        for part in (self.place, self.before, self.after):
            row.addWidget(part)
        self.setFixedHeight(CHIP)

    def say(self, place: int, count: int) -> None:
        """The place counts from 0; -1 is not in the list."""
        self.place.setText(f"第 {place + 1} 件，共 {count} 件" if place >= 0 else f"共 {count} 件")
        self.before.setEnabled(place > 0)
        self.after.setEnabled(place + 1 < count)
