"""Home visits: the sheet a crew takes along, its list of a day, what the citizen is told."""

from dataclasses import dataclass
from datetime import date, datetime, time

from app.sheets.centre import NumberedSheet, Person
from models.choices import HalfDay, VisitCheck, VisitKind


@dataclass(frozen=True, kw_only=True)
class VisitSheet(NumberedSheet):
    """What is known before anybody goes; the rest is written there.

    It bears the number of the visit. A blank one, for where there is no program, says nothing.
    """

    case_number: str = ""
    kind: VisitKind | None = None
    urgent: bool = False
    served: Person
    people: int = 1
    age: str = ""
    needs: str = ""
    mobility: str = ""
    care: str = ""
    aware: bool | None = None
    guardian: str = ""
    asker: str = ""
    phone: str = ""
    place: str = ""
    directions: str = ""
    matter: str = ""
    papers: tuple[str, ...] = ()
    checks: tuple[VisitCheck, ...] = ()
    bring: tuple[str, ...] = ()  # the kit first
    on: date | None = None
    half: HalfDay | None = None
    at: time | None = None  # where the hour was promised
    way: str = ""
    crew: tuple[str, ...] = ()
    promises: str = ""

    @property
    def blank(self) -> bool:
        return not self.number


@dataclass(frozen=True, kw_only=True)
class VisitNotice(NumberedSheet):
    """What whoever is visited is told beforehand (上门预约告知), in large print."""

    addressee: str
    matter: str
    place: str
    on: date
    half: HalfDay
    at: time | None = None
    crew: tuple[str, ...]
    papers: tuple[str, ...] = ()
    promises: str = ""


@dataclass(frozen=True, kw_only=True)
class Stop:
    """A visit in the list of a day; `place` tells how to find it, too."""

    number: str
    starts_at: datetime
    ends_at: datetime
    half: HalfDay
    exact: bool
    way: str
    person: str
    phone: str
    place: str
    matter: str
    notes: str = ""


@dataclass(frozen=True, kw_only=True)
class DayListSheet(NumberedSheet):
    """What one crew does on one day, in the order of its stops (上门行程单)."""

    team: str
    on: date
    crew: tuple[str, ...]
    kits: tuple[str, ...]
    people: int
    way_minutes: int
    stops: tuple[Stop, ...]


@dataclass(frozen=True, kw_only=True)
class Rounded:
    """One of the people of a round."""

    number: str
    on: date
    half: HalfDay
    person: str
    phone: str
    place: str
    matter: str


@dataclass(frozen=True, kw_only=True)
class RoundSheet(NumberedSheet):
    """Many people over some days (集中上门安排表), by day and village."""

    first: date
    last: date
    people: int
    villages: tuple[tuple[str, int], ...]  # how many people in each
    visits: tuple[Rounded, ...]


@dataclass(frozen=True, kw_only=True)
class VisitEvent:
    """A visit as a calendar knows it: `uid` stays, `sequence` grows with every change.

    The person is masked, for calendars travel further than papers. Times are those of the wall
    clock; one that was taken off the plan has none and is cancelled.
    """

    uid: str
    sequence: int
    told_at: datetime
    cancelled: bool
    starts_at: datetime | None
    ends_at: datetime | None
    title: str
    place: str
    told: str
    centre: str
