"""The filters over the ledger: what is asked of a case, as chips."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.cases.filters import CaseFilter
from app.deadlines.due_windows import OPEN, DueWithin
from app.desk.todo import Todo
from app.directory import list_staff, list_units, list_villages
from app.lacks import Lack
from models.choices import Cause, Choice, Status
from ui.kit.button import Button, Rank
from ui.kit.chip import Chip
from ui.kit.flow import flowing
from ui.kit.style import CHIP, GAP
from ui.kit.text import quiet

ALL_OPEN = "open"
OWN_CHIP = (Todo.OVERDUE, Todo.SOON)
Times = tuple[date | None, date | None]


class TextChip(Chip):
    """What was asked for from elsewhere: words looked for in the one box, the month of a report, a
    bar of the statistics. There is nothing to choose, only to take away."""

    def open_list(self) -> None:
        self.set_value(None)


class FilterBar(QWidget):
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._loading = False
        self.text, self.month = TextChip("查找"), TextChip("月报")
        self.counted = TextChip("统计")
        self.status = Chip("状态", self._states())
        self.due = Chip("时限", DueWithin)
        self.cause = Chip("成因", Cause.named())
        self.unit, self.village = Chip("单位"), Chip("村社")
        self.time, self.staff = Chip("时间"), Chip("受理人")
        self.only = Chip("只看", [*(one for one in Todo if one not in OWN_CHIP), *Lack])
        self.clear = Button("清除", Rank.QUIET)
        self.clear.setMinimumHeight(CHIP)
        self.clear.clicked.connect(lambda: self.set_wanted(CaseFilter()))
        self.note = quiet("")
        self.note.setFixedHeight(CHIP)
        for chip in self.chips():
            chip.changed.connect(self._tell)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addLayout(flowing(*self.chips(), self.clear), 1)
        row.addWidget(self.note, 0, Qt.AlignmentFlag.AlignTop)
        self._say()

    def chips(self) -> tuple[Chip, ...]:
        return (
            self.text,
            self.month,
            self.counted,
            self.status,
            self.due,
            self.cause,
            self.unit,
            self.village,
            self.time,
            self.staff,
            self.only,
        )

    def read_again(self, today: date) -> None:
        """What the centre's lists and the day of today offer to choose from."""
        self._loading = True
        self.unit.set_choices((one.id, one.name, one.initials) for one in list_units(retired=True))
        villages = list_villages(retired=True)
        self.village.set_choices((one.id, one.name, one.initials) for one in villages)
        self.staff.set_choices((one.id, one.name) for one in list_staff(retired=True))
        self.time.set_choices(times(today))
        self.status.set_choices(self._states())
        self.cause.set_choices(Cause.named())
        self._loading = False
        self._say()

    def is_set(self) -> bool:
        return any(chip.is_set() for chip in self.chips())

    def wanted(self) -> CaseFilter:
        first, last = self.time.value() or (None, None)
        only, month = self.only.value(), self.month.value()
        return CaseFilter(
            statuses=self._statuses(),
            due=self.due.value(),
            cause=self.cause.value(),
            unit_id=self.unit.value(),
            village_id=self.village.value(),
            received_from=first,
            received_to=last,
            staff_id=self.staff.value(),
            todo=only if isinstance(only, Todo) else None,
            lack=only if isinstance(only, Lack) else None,
            month=date.fromisoformat(f"{month}-01") if month else None,
            counted=self.counted.value(),
            text=self.text.value() or "",
        )

    def set_wanted(self, wanted: CaseFilter) -> None:
        """Show another filter's chips; told once."""
        self._loading = True
        span = (wanted.received_from, wanted.received_to)
        self.text.set_value(wanted.text.strip() or None)
        self.counted.set_value(wanted.counted)
        self.status.set_value(_state_of(wanted.statuses))
        self.due.set_value(wanted.due)
        self.cause.set_value(wanted.cause)
        self.unit.set_value(wanted.unit_id)
        self.village.set_value(wanted.village_id)
        self.time.set_value(span if any(span) else None)
        self.staff.set_value(wanted.staff_id)
        self.only.set_value(wanted.todo or wanted.lack)
        self.month.set_value(f"{wanted.month:%Y-%m}" if wanted.month else None)
        self._loading = False
        self._tell()

    def _tell(self) -> None:
        if not self._loading:
            self._say()
            self.changed.emit()

    def _say(self) -> None:
        for chip in (self.text, self.month, self.counted):
            chip.setVisible(chip.is_set())
        self.clear.setVisible(self.is_set())

    def _statuses(self) -> tuple[Status, ...]:
        chosen = self.status.value()
        if chosen == ALL_OPEN:
            return OPEN
        return (chosen,) if chosen else ()

    @staticmethod
    def _states() -> Iterable[tuple[Any, str]]:
        return ((ALL_OPEN, "在办"), *((one, one.label) for one in Status))


def _state_of(statuses: tuple[Status, ...]) -> Choice | str | None:
    if statuses == OPEN:
        return ALL_OPEN
    return statuses[0] if len(statuses) == 1 else None


def this_month(today: date) -> Times:
    return today.replace(day=1), today


def last_month(today: date) -> Times:
    ended = today.replace(day=1) - timedelta(days=1)
    return ended.replace(day=1), ended


def times(today: date) -> list[tuple[Times, str]]:
    """Spans that people ask for, from today back to last year."""
    before = last_month(today)
    assert before[0] is not None
    quarter = (before[0] - timedelta(days=1)).replace(day=1)
    year = today.replace(month=1, day=1)
    last_year = year.replace(year=year.year - 1)
    return [
        ((today, today), "今天"),
        (this_month(today), "本月"),
        (before, "上月"),
        ((quarter, today), "近三个月"),
        ((year, today), "今年"),
        ((last_year, year - timedelta(days=1)), "去年"),
    ]
