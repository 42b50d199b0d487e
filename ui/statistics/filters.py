"""Over which time and place: said in one line above the charts."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.directory import list_villages
from app.statistics.spans import Span, Stretch, problems, span_of
from ui.kit.chip import Chip
from ui.kit.choice import Segments
from ui.kit.day_field import DayField
from ui.kit.field import Field
from ui.kit.style import GAP, HALF, Tone
from ui.kit.text import Saying, quiet

OWN = "own"
DAY = 134


class StatisticsFilters(QWidget):
    """Without a stretch that can be read nothing is announced."""

    changed = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        kinds = [*((one, one.label) for one in Stretch), (OWN, "自选")]
        self.stretch = Segments(kinds, Stretch.TWELVE_MONTHS, even=False)
        self.stretch.set_name("时间")
        self.first, self.last = DayField(today, hint="如 9.1"), DayField(today, hint="如 9.30")
        self.first.setAccessibleName("从哪天起")
        self.last.setAccessibleName("到哪天止")
        self.own = QWidget()
        self.fields = {"first": Field(self.first), "last": Field(self.last)}
        self.wrong = Saying()
        self.village = Chip("村社")
        self._arrange()
        self.stretch.changed.connect(self._turn)
        self.village.changed.connect(self.changed)
        for one in (self.first, self.last):
            one.editingFinished.connect(self._read)

    def _arrange(self) -> None:
        between = QHBoxLayout(self.own)
        between.setContentsMargins(0, 0, 0, 0)
        between.setSpacing(GAP)
        for at, field in enumerate(self.fields.values()):
            if at:
                between.addWidget(quiet("至"))
            field.setFixedWidth(DAY)
            between.addWidget(field)
        self.own.hide()
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for one in (self.stretch, self.own, self.village):
            row.addWidget(one)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF)
        column.addLayout(row)
        column.addWidget(self.wrong)
        self.wrong.hide()

    def read_again(self) -> None:
        villages = list_villages(retired=True)
        self.village.set_choices((one.id, one.name, one.initials) for one in villages)

    def span(self) -> Span | None:
        """None where what was typed is no stretch of time."""
        chosen = self.stretch.value()
        if chosen != OWN:
            return span_of(chosen, self._today())
        first, last = self.first.value(), self.last.value()
        return None if self._problems() else Span(first, last)

    def _problems(self) -> dict[str, str]:
        return problems(self.first.value(), self.last.value(), self._today())

    def _turn(self) -> None:
        """The days begin with those of the stretch that was shown before."""
        own = self.stretch.value() == OWN
        if own and self.first.value() is None:
            before = span_of(Stretch.THREE_MONTHS, self._today())
            self.first.set_value(before.first)
            self.last.set_value(before.last)
        self.own.setVisible(own)
        self._read()

    def _read(self) -> None:
        found = self._problems() if self.stretch.value() == OWN else {}
        for name, field in self.fields.items():
            field.set_tone(Tone.DANGER if name in found else Tone.PLAIN)
        self.wrong.say(next(iter(found.values()), ""), Tone.DANGER)
        self.wrong.setVisible(bool(found))
        if not found:
            self.changed.emit()
