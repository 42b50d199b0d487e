"""What a bar was counted of, so that its cases, or its home visits, can be listed."""

from dataclasses import dataclass
from datetime import timedelta

from app.month.ledger_row import NO_UNIT, UNKNOWN
from app.month.period import Period
from app.statistics.spans import Span
from models.choices import Choice, VisitOutcome


class Figure(Choice):
    RECEIVED = "received", "受理"
    CONCLUDED = "concluded", "办结"
    KEPT = "kept", "按时办结"
    LATE = "late", "到期没有按时办结"
    TOLD_TRIPS = "told_trips", "办结，记了跑动"
    UNTOLD_TRIPS = "untold_trips", "办结，没有记跑动"
    RATED = "rated", "评价"
    UNRATED = "unrated", "办结，没有评价"


class By(Choice):
    CAUSE = "cause", "成因"
    NATURE = "nature", "性质"
    GRADE = "grade", "难度"
    LEAD = "lead", "牵头单位"
    STARS = "stars", "评价"


@dataclass(frozen=True)
class Counted:
    """A figure of a period, of all cases or by what they have in common; None: it is not known."""

    figure: Figure
    period: Period
    by: By | None = None
    of: Choice | str | None = None

    @property
    def name(self) -> str:
        """What the cases have in common, in words."""
        if self.of is None:
            return NO_UNIT if self.by is By.LEAD else UNKNOWN
        return self.of.label if isinstance(self.of, Choice) else self.of

    def __str__(self) -> str:
        last = (self.period.until - timedelta.resolution).date()
        said = f"{Span(self.period.first, last)}{self.figure.label}"
        return f"{said}，{self.name}" if self.by else said


@dataclass(frozen=True)
class GoneTo:
    """The home visits of a period that came out one way, in one village or in all."""

    period: Period
    village_id: int | None
    outcome: VisitOutcome
