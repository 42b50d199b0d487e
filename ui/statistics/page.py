"""The statistics: what one would rather look at than read."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.centre import get_centre
from app.changes import Kind
from app.statistics.counted import GoneTo
from app.statistics.listing import why_fewer
from app.statistics.records import Statistics, Tally
from app.statistics.seeing import see_statistics
from app.statistics.story import story
from ui.kit.button import Button
from ui.kit.chart import Chart
from ui.kit.desk import Desk
from ui.kit.errands import STATISTICS
from ui.kit.page import Page
from ui.kit.print_sheet import PrintSheet
from ui.kit.printers import as_pdf
from ui.kit.scroll import scrolling
from ui.kit.style import GAP
from ui.statistics import of_cases, of_service
from ui.statistics.filters import StatisticsFilters
from ui.statistics.gone_sheet import GoneSheet
from ui.statistics.grid import ChartGrid
from ui.statistics.paper import StatisticsLeaf
from ui.statistics.shown import Shown
from ui.statistics.table_sheet import TableSheet
from ui.statistics.telling import Telling

ADVICE = "一张 A4 上是现在看到的所有图。要放进材料里的单张图，用“复制图片”。"
NOBODY = "这段时间没有这样的上门。"
CHARTS = (
    of_cases.months,
    of_cases.causes,
    of_service.units,
    of_service.opinions,
    of_cases.kinds,
    of_service.trips,
    of_service.visits,
)


class StatisticsPage(Page):
    """The worker counts; the window goes on meanwhile."""

    title = STATISTICS
    watches = frozenset(
        {
            Kind.CASES,
            Kind.PARTIES,
            Kind.VISITS,
            Kind.DIRECTORY,
            Kind.CALENDAR,
            Kind.WORDING,
        }
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.seen: Statistics | None = None
        self.shown: list[Shown] = []
        self._turn = 0
        self.tabulate = Button("看表格", key="T")
        self.copy = Button("复制图片", key="Ctrl+C")
        self.print = Button("打印", icon="printer", key="Ctrl+P")
        self.act(self.tabulate, self.copy, self.print)
        self.filters = StatisticsFilters(desk.today)
        self.telling = Telling()
        self.charts = [Chart() for _ in CHARTS]
        self.chosen = self.charts[0]  # of which the acts speak
        self.grid = ChartGrid(self.charts)
        self.body.addWidget(self.filters)
        self._below = scrolling(self._under_the_filters())
        self.body.addWidget(self._below, 1)
        self.first = self.charts[0]
        self._listen()

    def _under_the_filters(self) -> QWidget:
        """The words scroll away with the charts: on a small screen there is room for one."""
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.telling)
        column.addWidget(self.grid, 1)
        return whole

    def _listen(self) -> None:
        self.filters.changed.connect(lambda: self._below.verticalScrollBar().setValue(0))
        self.filters.changed.connect(self.refresh)
        for chart in self.charts:
            chart.opened.connect(self._open)
            chart.entered.connect(lambda chart=chart: self._choose(chart))
        self.tabulate.clicked.connect(self._tabulate)
        self.copy.clicked.connect(self._copy)
        self.print.clicked.connect(self._print)

    def refresh(self) -> None:
        """Have it counted; what is still being counted for other filters is no longer wanted."""
        self.filters.read_again()
        span, village, now = self.filters.span(), self.filters.village.value(), self.desk.now()
        if span is None:
            return
        self._turn += 1
        turn = self._turn
        self.desk.tasks.start(
            "正在统计",
            lambda: see_statistics(span, village, now) if turn == self._turn else None,
            lambda seen: self._show(seen) if seen and turn == self._turn else None,
            owner=self,
        )

    def _show(self, seen: Statistics) -> None:
        self.seen = seen
        self.note.say(self._about())
        self.telling.say(story(seen))
        self.shown = [make(seen) for make in CHARTS]
        for chart, shown in zip(self.charts, self.shown, strict=True):
            chart.show_drawing(shown.drawing)

    def _about(self) -> str:
        assert self.seen is not None
        return f"{self.seen.span}　{self.seen.village or '全镇'}"

    def _choose(self, chart: Chart) -> None:
        self.chosen = self.first = chart

    def _open(self, tally: Tally | None) -> None:
        """What stands for the rest of a list has its cases in the table."""
        if tally is None:
            self._tabulate()
        elif isinstance(tally.opens, GoneTo):
            if not tally.number:
                self.desk.errands.said.emit(NOBODY)
                return
            GoneSheet(self.window(), self.desk, tally.opens, self._about()).open()
        else:
            self.desk.errands.cases_wanted.emit(tally.opens)
            if said := why_fewer(tally, self.desk.today()):
                self.desk.errands.said.emit(said)

    def _of_chosen(self) -> Shown:
        return self.shown[self.charts.index(self.chosen)]

    def _tabulate(self) -> None:
        if self.seen is not None:
            sheet = TableSheet(self.window(), self.desk, self._of_chosen(), self._about())
            sheet.wanted.connect(self._open)
            sheet.open()

    def _copy(self) -> None:
        if self.seen is not None:
            drawing = self._of_chosen().drawing
            picture = drawing.picture(self.chosen.width(), self._about())
            QGuiApplication.clipboard().setImage(picture)
            self.desk.errands.said.emit(f"“{drawing.name}”的图已复制，可以粘贴到材料里")

    def _print(self) -> None:
        if self.seen is not None:
            leaf = StatisticsLeaf(
                f"{get_centre().name}统计",
                self._about(),
                "".join(one.text for one in story(self.seen)),
                [one.drawing for one in self.shown],
                f"{self.desk.now():%Y-%m-%d %H:%M} 打印",
            )
            name = f"统计 {self.seen.span}"
            PrintSheet(self.window(), name, as_pdf([leaf]), ADVICE).open()
