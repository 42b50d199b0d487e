"""The figures of a stretch of time, each with the cases it was counted of."""

from dataclasses import dataclass
from datetime import date

from app.cases.filters import CaseFilter
from app.month.measures import Share
from app.statistics.counted import GoneTo
from app.statistics.spans import Span
from models.choices import Stars, VisitOutcome


@dataclass(frozen=True)
class Tally:
    number: int
    opens: CaseFilter | GoneTo


@dataclass(frozen=True)
class Month:
    """`year_before`: received in the same month of the year before; None where it is not known."""

    first: date
    received: Tally
    concluded: Tally
    year_before: int | None


@dataclass(frozen=True)
class Named:
    """The cases received that have something in common."""

    name: str
    received: Tally


@dataclass(frozen=True)
class InTime:
    """What was due of a unit in the lead."""

    unit: str
    kept: Tally
    late: Tally

    @property
    def share(self) -> Share:
        return Share(self.kept.number, self.kept.number + self.late.number)


@dataclass(frozen=True)
class Trips:
    """How often citizens had to come before and since, in the cases that tell."""

    before: int
    after: int
    told: Tally
    untold: Tally

    @property
    def saved(self) -> int:
        return self.before - self.after


@dataclass(frozen=True)
class Opinions:
    """Ratings given, and of the cases concluded those that were not rated yet."""

    stars: tuple[tuple[Stars, Tally], ...]
    good: int
    unrated: Tally

    @property
    def share(self) -> Share:
        return Share(self.good, sum(one.number for _, one in self.stars))


@dataclass(frozen=True)
class Visits:
    outcomes: tuple[tuple[VisitOutcome, Tally], ...]
    done: int
    people: int
    trips: int

    @property
    def share(self) -> Share:
        return Share(self.done, sum(one.number for _, one in self.outcomes))


@dataclass(frozen=True)
class Since:
    """How many cases came from that day on, and in the same stretch of the year before; how often
    people had run before they came, on the average."""

    first: date
    now: int
    before: int
    ran: float = 0.0
    ran_before: float = 0.0

    @property
    def fewer(self) -> int:
        return self.before - self.now

    @property
    def ran_more(self) -> bool:
        """By what is told of it, which is one digit after the point."""
        return round(self.ran, 1) > round(self.ran_before, 1)


@dataclass(frozen=True, kw_only=True)
class Statistics:
    span: Span
    village: str  # empty: the whole town
    received: int
    concluded: int
    due: Share
    since: Since | None  # None where too little was kept a year before
    months: tuple[Month, ...]
    causes: tuple[Named, ...]
    natures: tuple[Named, ...]
    grades: tuple[Named, ...]
    units: tuple[InTime, ...]
    trips: Trips
    opinions: Opinions
    visits: Visits
