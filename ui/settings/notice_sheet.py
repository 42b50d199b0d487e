"""A year's notice on holidays, pasted and looked at before it is taken."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.deadlines.calendar import SpecialDay, list_years, save_year
from app.deadlines.notices import NoticeLine, days_of, not_named, read_notice, source_of, year_of
from ui.kit.button import Button, Rank
from ui.kit.desk import Desk
from ui.kit.editors import Number, Text
from ui.kit.entries import Entry, EntryList
from ui.kit.field import Field, name_it
from ui.kit.rows import FieldRow
from ui.kit.scroll import scrolling
from ui.kit.sheet import Sheet
from ui.kit.style import GAP, HALF, PAD, Tone
from ui.kit.text import Saying

HINT = """把国务院办公厅的放假通知整段粘贴在这里，或一行一个节日：

元旦：1月1日至3日放假调休，共3天。1月4日上班。
清明节：4月4日至6日放假"""


class NoticeSheet(Sheet):
    """F9 takes the year; a line that does not add up keeps it from being taken."""

    saved = Signal(int)

    def __init__(self, window: QWidget, desk: Desk, year: int) -> None:
        super().__init__(window, "录入一年的放假安排", widest=1000, tallest=620)
        self.desk = desk
        self.year = Number(year, least=2000, most=2100, unit="年")
        self.text = Text(hint=HINT, lines=6, most=40)
        self.understood = EntryList(pressable=False, name="看懂的放假安排")
        self.sum, self.missing = Saying(), Saying()
        self.save = Button("存入", Rank.PRIMARY, icon="check", key="F9")
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addLayout(self._sides(), 1)
        column.addLayout(self._foot())
        self.body.addLayout(column)
        self.first = self.text
        self.text.changed.connect(self._read_year)
        self.year.changed.connect(self._read)
        self.save.clicked.connect(self._save)
        self._read()

    def _sides(self) -> QHBoxLayout:
        year = FieldRow("年份", Field(self.year), hinted=False)
        field = Field(self.text)
        name_it(field, "放假通知")
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(HALF)
        left.addWidget(year)
        left.addWidget(field, 1)
        right.setSpacing(HALF)
        right.addWidget(self.sum)
        right.addWidget(self.missing)
        right.addWidget(scrolling(self._list()), 1)
        sides = QHBoxLayout()
        sides.setSpacing(PAD)
        sides.addLayout(left, 1)
        sides.addLayout(right, 1)
        return sides

    def _list(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.understood)
        column.addStretch(1)
        return holder

    def _foot(self) -> QHBoxLayout:
        self.instead = Saying()
        foot = QHBoxLayout()
        foot.addWidget(self.instead, 1)
        foot.addWidget(self.save)
        return foot

    def _read_year(self) -> None:
        """The title of the notice says which year it is for."""
        said = year_of(self.text.toPlainText())
        if said and said != self.year.value():
            self.year.set_value(said)
        else:
            self._read()

    def _read(self) -> None:
        year = self.year.value()
        self._lines = read_notice(self.text.toPlainText(), year)
        # What is wrong comes first: in a long list it would be out of sight.
        shown = sorted(self._lines, key=lambda line: not line.problem)
        self.understood.set_entries([_entry(line) for line in shown])
        days, wrong = days_of(self._lines), sum(bool(line.problem) for line in self._lines)
        off = sum(not one.working for one in days)
        if wrong:
            self.sum.say(f"{wrong} 行有问题，请在左边改好再存", Tone.DANGER)
        elif days:
            self.sum.say(f"{year} 年：放假 {off} 天，调休上班 {len(days) - off} 天", Tone.GOOD)
        else:
            self.sum.say("粘贴后在这里核对")
        missing = not_named(self._lines) if days and not wrong else []
        self.missing.say(f"没有看到：{'、'.join(missing)}" if missing else "", Tone.WARN)
        self.save.setText(f"存入 {year} 年")
        self.save.setEnabled(bool(days) and not wrong)
        known = year in list_years()
        self.instead.say(f"{year} 年原来的安排会换成这里的" if known else "", Tone.WARN)

    def _save(self) -> None:
        year = self.year.value()
        save_year(year, days_of(self._lines), source_of(self.text.toPlainText()))
        self.leave()
        self.saved.emit(year)


def _entry(line: NoticeLine) -> Entry:
    if line.problem:
        return Entry(line.text, line.problem, tone=Tone.DANGER, icon="circle-alert")
    name = line.days[0].note if line.days else line.text
    said = [_run(list(run)) for _, run in groupby(line.days, lambda one: one.working)]
    tone = Tone.WARN if line.note else Tone.GOOD
    icon = "triangle-alert" if line.note else "circle-check"
    return Entry(name, "；".join([*said, *filter(None, [line.note])]), tone=tone, icon=icon)


def _run(days: Sequence[SpecialDay]) -> str:
    """1月1日、1月2日、1月3日放假; a longer run by its ends."""
    first, last = days[0].day, days[-1].day
    what = "上班" if days[0].working else "放假"
    whole = (last - first).days == len(days) - 1
    if whole and len(days) > 2:
        return f"{first.month}月{first.day}日—{last.month}月{last.day}日{what}"
    return "、".join(f"{one.day.month}月{one.day.day}日" for one in days) + what
