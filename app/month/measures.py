"""What is reported, each figure defined once, in words that stand on the report itself."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from app.month.figures import Figures
from models.choices import Ending, Method


class Sort(Enum):
    COUNT = auto()
    MEAN = auto()
    RATE = auto()


@dataclass(frozen=True)
class Share:
    """So many of so many; without the second number a plain count, without the first nothing."""

    part: int | None
    whole: int | None = None

    @property
    def ratio(self) -> float | None:
        return self.part / self.whole if self.part is not None and self.whole else None

    @property
    def value(self) -> float | None:
        """The figure itself: the ratio, or the count."""
        return self.part if self.whole is None else self.ratio


@dataclass(frozen=True, kw_only=True)
class Measure:
    """A figure of the month beside those it is compared with; None where nothing was kept yet."""

    name: str
    sort: Sort
    meaning: str
    within: str  # as which part of a measure above it; empty where it stands for itself
    now: Share
    before: Share | None
    last_year: Share | None
    year: Share

    def since(self, past: Share | None) -> float | None:
        """By how much it went up or down: in pieces, working days, or percentage points."""
        was, now = past.value if past else None, self.now.value
        if was is None or now is None:
            return None
        return round((now - was) * (100 if self.sort is Sort.RATE else 1), 1)


@dataclass(frozen=True)
class _Definition:
    name: str
    meaning: str
    of: Callable[[Figures], Share]
    sort: Sort = Sort.COUNT
    within: str = ""

    def measure(
        self, now: Figures, before: Figures | None, last_year: Figures | None, year: Figures
    ) -> Measure:
        return Measure(
            name=self.name,
            sort=self.sort,
            meaning=self.meaning,
            within=self.within,
            now=self.of(now),
            before=self.of(before) if before else None,
            last_year=self.of(last_year) if last_year else None,
            year=self.of(year),
        )


def _completed_by(method: Method) -> _Definition:
    return _Definition(
        f"{method.label}办结",
        f"办结的件中，办理方式登记为“{method.label}”的",
        lambda one: Share(one.by_method[method]),
        within="方式",
    )


def _ended(ending: Ending, meaning: str) -> _Definition:
    return _Definition(
        ending.label, meaning, lambda one: Share(one.by_ending[ending]), within="结局"
    )


TERMS = (
    ("本期", "表头所指的一段时间：本月、上月、去年同月，或者年初至本月末。"),
    ("期末", "本期最后一天结束的时候；本月还没有过完的，是生成报表的时候。"),
    ("用时", "从受理到办结的工作日数，按工作日历扣除休息日、计入调休；受理当天不计，当天办结记0。"),
)
_DEFINITIONS = (
    _Definition(
        "接待（人次）", "本期接待记录的次数，不全都形成反映件", lambda one: Share(one.receptions)
    ),
    _Definition(
        "期初在办（件）",
        "本期开始时已受理、还没有办结的件，不含后来撤回的",
        lambda one: Share(one.opening),
    ),
    _Definition(
        "受理（件）",
        "受理时间在本期的件，含后来不予受理、撤回的",
        lambda one: Share(one.received),
    ),
    _Definition(
        "不予受理、撤回",
        "本期受理的件中，生成报表时已是不予受理或者撤回的；不算办结",
        lambda one: Share(one.dropped),
        within="其中",
    ),
    _Definition(
        "办结（件）",
        "办结时间在本期的件，不论哪个月受理",
        lambda one: Share(one.completed),
    ),
    *map(_completed_by, Method),
    _ended(Ending.DONE, "办结的件中，结局为“办成”的；部分办成不算办成"),
    _ended(Ending.PARTLY, "办结的件中，只办成一部分的"),
    _ended(Ending.CANNOT, "办结的件中，依法不能办、已经解释的"),
    _ended(Ending.REDIRECTED, "办结的件中，转由其他渠道办理的"),
    _Definition(
        "期末在办（件）",
        "期末已受理、还没有办结的件，不论哪个月受理；等于期初在办＋受理－不予受理、撤回－办结",
        lambda one: Share(one.open),
    ),
    _Definition(
        "已逾期",
        "期末在办的件中，答复期限已过的",
        lambda one: Share(one.overdue),
        within="其中",
    ),
    _Definition(
        "最长用时（工作日）", "本期办结的件中用时最长的一件", lambda one: Share(one.longest)
    ),
    _Definition(
        "平均用时（工作日）",
        "本期办结各件的用时之和÷办结件数",
        lambda one: Share(one.days, one.completed),
        Sort.MEAN,
    ),
    _Definition(
        "办结率",
        "本期受理的件中，期末已办结的÷本期受理的件数",
        lambda one: Share(one.completed_of_received, one.received),
        Sort.RATE,
    ),
    _Definition(
        "按时办结率",
        "答复期限在本期到期的件中，期限当天或者以前办结的÷本期到期的件数（不含不予受理、撤回）",
        lambda one: Share(one.kept, one.due),
        Sort.RATE,
    ),
    _Definition(
        "当天办结率",
        "本期办结的件中，受理当天办结的÷本期办结的件数",
        lambda one: Share(one.same_day, one.completed),
        Sort.RATE,
    ),
    _Definition(
        "办成率",
        "本期办结的件中，结局为“办成”的÷本期办结的件数",
        lambda one: Share(one.by_ending[Ending.DONE], one.completed),
        Sort.RATE,
    ),
)


def measure(
    now: Figures, before: Figures | None, last_year: Figures | None, year: Figures
) -> tuple[Measure, ...]:
    return tuple(one.measure(now, before, last_year, year) for one in _DEFINITIONS)
