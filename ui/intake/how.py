"""Blocks 3 and 4: what stands in the way, and how it will be done."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.deadlines.workdays import Due
from models.choices import Cause, Channel, Grade, Method, Nature
from ui.intake.asked import Asked
from ui.kit.block import Block
from ui.kit.choice import Options, Segments
from ui.kit.day_field import MomentField
from ui.kit.days import say_weekday
from ui.kit.due import DueLine
from ui.kit.pick import Pick
from ui.kit.popover import Popover
from ui.kit.rows import FieldRow, HintedPart
from ui.kit.slots import Slot
from ui.kit.style import CHOICE, FIELD, GAP, Tone
from ui.kit.tag_box import TagBox

ASKS = (
    ("ask_business", "还办别的", "还要办理什么业务？"),
    ("ask_need", "还有需求", "还有什么需求？"),
    ("ask_trouble", "还有困难", "还有什么问题与困难？"),
)


class ObstacleBlock(Block):
    def __init__(self) -> None:
        super().__init__("3", "卡在哪")
        self.head.addStrut(CHOICE)  # level with the block beside it
        self.nature = Segments(Nature, optional=True)
        self.cause = Options(_causes(), optional=True)
        self.grade = Segments(Grade, Grade.GENERAL)
        self.add(self.row("nature", "性质", self.nature, needed=True, hinted=False))
        part = HintedPart("成因", self.cause, needed=True)
        self.slots["cause"] = Slot(
            self.cause, self.cause.value, self._set_cause, (self.cause.changed,)
        )
        self.rows["cause"] = part
        self.add(part)
        self.add(self.row("grade", "难度", self.grade, hinted=False))

    def offer(self) -> None:
        """The causes as the centre calls them now."""
        chosen = self.cause.value()
        self.cause.offer(_causes())
        self._set_cause(chosen)

    def _set_cause(self, code: str | None) -> None:
        """A case keeps the cause it has, though it is not offered to others any more."""
        if code:
            self.cause.admit(Cause.of(code))
        self.cause.set_value(code)

    def notes(self) -> dict[str, tuple[str, Tone]]:
        return {"cause": ("" if self.cause.value() else "按数字键选", Tone.PLAIN)}

    def fields(self) -> list[QWidget]:
        return [self.nature, self.cause, self.grade]


def _in_short(moment: str) -> str:
    """The field is narrow, and the hour must be seen."""
    return moment.translate({ord("年"): "-", ord("月"): "-", ord("日"): ""})


def _causes() -> Iterator[Cause]:
    return (one for one in Cause if one.in_use)


class HowBlock(Block):
    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__("4", "怎么办")
        self._due: Due | None = None
        self._span = ""
        self.method = Segments(Method, Method.TRANSFER)
        self.lead, self.helpers = Pick(free=True), TagBox(free=True)
        self.due = DueLine()
        self.due.why.clicked.connect(self.explain)
        self.asks = [Asked(text, question) for _, text, question in ASKS]
        self.channel = Pick(Channel, Channel.COUNTER)
        self.received_at = MomentField(now, hint="现在")
        self.received_at.cover = lambda text: _in_short(text.removeprefix(f"{now().year}年"))
        self.add(self.row("method", "方式", self.method, needed=True, hinted=False))
        lead = self.row("lead", "牵头", self.lead, needed=True, hinted=False)
        helpers = self.row("helpers", "配合", self.helpers, hinted=False)
        self.add(self.line(lead, helpers))
        self.add(FieldRow("时限", self.due, hinted=False))
        self.add(FieldRow("三问", self._ticks(), hinted=False))
        channel = self.row("channel", "渠道", self.channel, hinted=False)
        self.slots["channel"] = Slot(
            self.channel, self.channel.value, self.channel.set_value, (self.channel.changed,)
        )
        received = self.row("received_at", "受理", self.received_at, hinted=False)
        self.add(self.line(channel, received))

    def _ticks(self) -> QWidget:
        ticks = QWidget()
        ticks.setFixedHeight(FIELD)
        across = QHBoxLayout(ticks)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(GAP)
        for asked, (name, _, _) in zip(self.asks, ASKS, strict=True):
            across.addWidget(asked, alignment=Qt.AlignmentFlag.AlignVCenter)
            signals = (asked.changed, asked.answered)
            self.slots[name] = Slot(asked, asked.words_said, asked.set_words_said, signals)
        across.addStretch()
        return ticks

    def unfold_over(self, form: QWidget) -> None:
        for asked in self.asks:
            asked.unfold_over(form, self)

    def offer(self, units: Sequence[tuple[str, str, str]]) -> None:
        self.lead.set_items(units)
        self.helpers.set_items(units)

    def show_due(self, due: Due | None, span: str) -> None:
        """The date the program promises; without one it says why."""
        self._due, self._span = due, span
        if due is None:
            self.due.show_due("", span)
            return
        day = f"{due.day.month}月{due.day.day}日 {say_weekday(due.day)}"
        doubt = "暂定 · " if due.provisional else ""
        self.due.show_due(day, doubt + span, Tone.WARN if due.provisional else Tone.PLAIN)

    def explain(self) -> None:
        """怎么算的: line by line."""
        if self._due is None:
            return
        day = self._due.day
        lines = [
            ("check" if step.counts else "minus", step.when, step.what)
            for step in self._due.reckoning
        ]
        said = f"{day.month}月{day.day}日"
        source = "按本中心时限规则和工作日历，受理当天不算"
        popover = Popover(
            self.window(),
            f"为什么是 {said}",
            lines,
            (self._span, f"{said} {say_weekday(day)}"),
            source,
        )
        popover.open_at(self.due.why)

    def fields(self) -> list[QWidget]:
        asks = [part for asked in self.asks for part in (asked, asked.answer)]
        return [
            self.method, self.lead, self.helpers.line, self.due.why, *asks,
            self.channel, self.received_at,
        ]  # fmt: skip
