"""The filters over the ledger: what is asked of a case, as chips."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.case_filters import OPEN, CaseFilter, DueWithin
from app.directory import list_staff, list_units, list_villages
from models.choices import Cause, Choice, Status
from ui.kit.button import Button, Rank
from ui.kit.chip import Chip
from ui.kit.style import GAP
from ui.kit.text import quiet

ALL_OPEN = "open"
Times = tuple[date | None, date | None]


class FilterBar(QWidget):
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._loading = False
        self._text = ""
        self.status = Chip("状态", self._states())
        self.due = Chip("时限", DueWithin)
        self.cause = Chip("成因", Cause)
        self.unit = Chip("单位")
        self.village = Chip("村社")
        self.time = Chip("时间")
        self.staff = Chip("受理人")
        self.only = Chip("只看", (("incomplete", "待补全"), ("uninformed", "待反馈")))
        self.clear = Button("清除", Rank.QUIET)
        self.clear.clicked.connect(lambda: self.set_wanted(CaseFilter()))
        self.note = quiet("")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for chip in self.chips():
            chip.changed.connect(self._tell)
            row.addWidget(chip)
        row.addWidget(self.clear)
        row.addStretch()
        row.addWidget(self.note)

    def chips(self) -> tuple[Chip, ...]:
        return (
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
        self.village.set_choices(
            (one.id, one.name, one.initials) for one in list_villages(retired=True)
        )
        self.staff.set_choices((one.id, one.name) for one in list_staff(retired=True))
        self.time.set_choices(_times(today))
        self._loading = False
        self.clear.setVisible(self.is_set())

    def is_set(self) -> bool:
        return bool(self._text) or any(chip.is_set() for chip in self.chips())

    def wanted(self) -> CaseFilter:
        first, last = self.time.value() or (None, None)
        only = self.only.value()
        return CaseFilter(
            statuses=self._statuses(),
            due=self.due.value(),
            cause=self.cause.value(),
            unit_id=self.unit.value(),
            village_id=self.village.value(),
            received_from=first,
            received_to=last,
            staff_id=self.staff.value(),
            incomplete=only == "incomplete",
            uninformed=only == "uninformed",
            text=self._text,
        )

    def set_wanted(self, wanted: CaseFilter) -> None:
        """Show another filter's chips; told once."""
        self._loading = True
        times = (wanted.received_from, wanted.received_to)
        self._text = wanted.text
        self.status.set_value(_state_of(wanted.statuses))
        self.due.set_value(wanted.due)
        self.cause.set_value(wanted.cause)
        self.unit.set_value(wanted.unit_id)
        self.village.set_value(wanted.village_id)
        self.time.set_value(times if any(times) else None)
        self.staff.set_value(wanted.staff_id)
        only = "incomplete" if wanted.incomplete else "uninformed" if wanted.uninformed else None
        self.only.set_value(only)
        self._loading = False
        self._tell()

    def _tell(self) -> None:
        if not self._loading:
            self.clear.setVisible(self.is_set())
            self.changed.emit()

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


def _times(today: date) -> list[tuple[Times, str]]:
    """This month and last, the last three months, this year and last."""
    first = today.replace(day=1)
    before = (first - timedelta(days=1)).replace(day=1)
    quarter = (before - timedelta(days=32)).replace(day=1)
    year = today.replace(month=1, day=1)
    last_year = year.replace(year=year.year - 1)
    return [
        ((today, today), "今天"),
        ((first, today), "本月"),
        ((before, first - timedelta(days=1)), "上月"),
        ((quarter, today), "近三个月"),
        ((year, today), "今年"),
        ((last_year, year - timedelta(days=1)), "去年"),
    ]
