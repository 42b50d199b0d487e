"""工作日历: which days are worked, year by year."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.deadlines.calendar import SpecialDay, list_days, list_years, save_year
from app.deadlines.year_tables import read_year
from ui.kit import ask
from ui.kit.button import Button
from ui.kit.card import Card
from ui.kit.choice import Segments
from ui.kit.desk import Desk
from ui.kit.scroll import scrolling
from ui.kit.style import GAP, PAD, WIDE, Tone
from ui.kit.text import Saying, quiet
from ui.settings.notice_sheet import NoticeSheet
from ui.settings.option import Option, save_button
from ui.settings.recalculation_sheet import offer_recalculation
from ui.settings.year_grid import YearGrid

SHOWN = 6  # years at a time, the newest
BY_HAND = "手工录入"


class CalendarOption(Option):
    note = "答复期限按它算工作日；放假和调休照每年的通知录入。"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._edits: dict[int, list[SpecialDay]] = {}
        self._known: list[int] = []
        self.year = Segments((), even=False)
        self.state = Saying()
        self.grid = YearGrid()
        self.paste = Button("粘贴放假通知", icon="download")
        self.file = Button("从文件导入", icon="file-text")
        self.save = save_button()
        self.acts = (self.file, self.paste, self.save)
        self.first = self.grid
        self.card = Card(flush=False)
        self._years = QHBoxLayout()
        self._years.setSpacing(PAD)
        self._years.addWidget(self.year)
        self._years.addWidget(self.state, 1)
        self.card.body.setSpacing(WIDE)
        self.card.body.addLayout(self._years)
        self.card.body.addWidget(scrolling(self._sheet()), 1)
        self.body.addWidget(self.card, 1)
        self.year.changed.connect(self._show)
        self.grid.changed.connect(self._edit)
        self.paste.clicked.connect(self._paste)
        self.file.clicked.connect(self._import)
        self.save.clicked.connect(self._save)

    def _sheet(self) -> QWidget:
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(WIDE)
        column.addWidget(self.grid)
        column.addWidget(quiet("点一天，或用方向键和空格：上班的改为放假，周末的改为调休上班。"))
        column.addStretch(1)
        return sheet

    def load(self) -> None:
        today, before = self.desk.today(), self.year.value()
        self._known = list_years()
        years = sorted({*self._known, today.year, today.year + 1})[-SHOWN:]
        items = [(year, str(year) if year in self._known else f"{year} 暂定") for year in years]
        chosen = before if before in years else today.year
        self._offer(Segments(items, chosen, even=False))
        self._show()

    def _offer(self, years: Segments) -> None:
        """Another year is known now: the choice is made anew."""
        old, self.year = self.year, years
        years.set_name("年份")
        years.changed.connect(self._show)
        self._years.replaceWidget(old, years)
        if old.hasFocus():
            years.setFocus()
        old.hide()
        old.deleteLater()

    def is_edited(self) -> bool:
        return bool(self._edits)

    def _show(self) -> None:
        year = self.year.value()
        days = self._edits.get(year)
        self.grid.show_year(year, list_days(year) if days is None else days, self.desk.today())
        self._tell()

    def _tell(self) -> None:
        days = self.grid.value()
        off, worked = sum(not one.working for one in days), sum(one.working for one in days)
        if self.year.value() in self._known:
            self.state.say(f"放假 {off} 天，调休上班 {worked} 天", Tone.GOOD)
        else:
            self.state.say("还没有录入，只按周末和固定节日算，期限标“暂定”", Tone.WARN)
        self.save.setEnabled(self.is_edited())

    def _edit(self) -> None:
        year, days = self.year.value(), self.grid.value()
        self._edits[year] = days
        if days == list_days(year):
            del self._edits[year]
        self._tell()
        self.edited.emit()

    def _save(self) -> None:
        edits, self._edits = self._edits, {}
        for year, days in edits.items():
            save_year(year, days, BY_HAND)
        self.load()
        self.edited.emit()
        self.desk.errands.said.emit("工作日历已保存，以后登记的按它算。")
        offer_recalculation(self.window(), self.desk)

    def _paste(self) -> None:
        sheet = NoticeSheet(self.window(), self.desk, self.year.value())
        sheet.saved.connect(self._took_notice)
        sheet.open()

    def _import(self) -> None:
        for file in ask.which_files(self, "工作日历文件", ("工作日历", "json")):
            table = read_year(file)
            save_year(table.year, [SpecialDay(*one) for one in table.days], table.source)
            self._took(table.year)
        offer_recalculation(self.window(), self.desk)

    def _took(self, year: int) -> None:
        self._edits.pop(year, None)
        self.load()
        self.year.set_value(year)
        self.edited.emit()
        self.desk.errands.said.emit(f"{year} 年的放假安排已录入。")

    def _took_notice(self, year: int) -> None:
        self._took(year)
        offer_recalculation(self.window(), self.desk)
