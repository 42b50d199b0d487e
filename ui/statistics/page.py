"""The statistics: what one would rather look at than read."""

from ui.kit.desk import Desk
from ui.kit.empty import EmptyState
from ui.kit.errands import STATISTICS
from ui.kit.page import Page


class StatisticsPage(Page):
    title = STATISTICS

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.empty = EmptyState("chart-line", "还没有图", "受理和办结的件都在“报表”里。")
        self.body.addWidget(self.empty, 1)
