"""The centre's rules for home visits: crew, hours, lengths, ways, who is eligible."""

from dataclasses import asdict, dataclass, fields
from datetime import date, datetime, time, timedelta
from typing import Any

from app import typed
from app.changes import Kind, saving
from app.errors import Invalid
from app.persons.parties import needs_of
from models import Village, VisitRules, labels, quick
from models.choices import HalfDay, Need, VisitKind

LABELS = labels(VisitRules)
MOST_CREW, MOST_MINUTES, MOST_WAY, _MOST_TEXT = 9, 480, 240, 400
STEP = 5  # minutes
_LENGTHS = tuple(one.value for one in VisitKind)
_WAYS = ("same_village", "other_village")


@dataclass(frozen=True, kw_only=True)
class VisitSettings:
    """The village is that of the centre itself, from where the first way of a day is reckoned."""

    least_crew: int = 2
    needs: tuple[Need, ...] = (
        Need.ELDERLY,
        Need.WEAK,
        Need.SICK,
        Need.DISABLED,
        Need.PREGNANT,
    )
    morning_from: time = time(8, 30)
    morning_to: time = time(11, 30)
    afternoon_from: time = time(13, 30)
    afternoon_to: time = time(17, 0)
    business: int = 40
    deliver: int = 15
    certify: int = 15
    gathered: int = 120
    other: int = 30
    same_village: int = 5
    other_village: int = 20
    home: str = ""
    promises: str = "上门服务不收费。法定的证件工本费等，由收费单位开票收取。"

    def minutes_for(self, kind: VisitKind) -> int:
        """How long a visit of that kind usually takes."""
        return int(getattr(self, kind.value))

    def hours(self, half: HalfDay) -> tuple[time, time]:
        """When the work of a half day begins and ends."""
        if half is HalfDay.MORNING:
            return self.morning_from, self.morning_to
        return self.afternoon_from, self.afternoon_to

    def span(self, day: date, half: HalfDay) -> tuple[datetime, datetime]:
        """The same on that day."""
        begin, end = self.hours(half)
        return datetime.combine(day, begin), datetime.combine(day, end)

    def half_of(self, at: datetime) -> HalfDay:
        """A visit belongs to the half day it begins in; noon to neither, so to the later."""
        return HalfDay.MORNING if at.time() < self.morning_to else HalfDay.AFTERNOON


def on_a_step(at: datetime) -> datetime:
    """That moment, or the next full five minutes: nobody is promised 09:37."""
    over = timedelta(minutes=at.minute % STEP, seconds=at.second, microseconds=at.microsecond)
    return at - over + timedelta(minutes=STEP) if over else at


def problems(settings: VisitSettings) -> dict[str, str]:
    found = _of_numbers(settings) | _of_hours(settings)
    home = typed.line(settings.home)
    if home and quick.find_id(Village, name=home) is None:
        found["home"] = "村社名录里没有这个村，请从名录里选。"
    if sentence := typed.too_long(settings.promises, _MOST_TEXT):
        found["promises"] = sentence
    return found


def visit_rules() -> VisitSettings:
    """As they stand; the usual ones until the centre says otherwise."""
    row = quick.find_row(VisitRules, 1)
    if row is None:
        return VisitSettings()
    village = Village.get_or_none(Village.id == row["home"]) if row["home"] else None
    row |= {"needs": needs_of(row["needs"]), "home": village.name if village else ""}
    return VisitSettings(**{one.name: row[one.name] for one in fields(VisitSettings)})


def save_visit_rules(settings: VisitSettings) -> None:
    if found := problems(settings):
        raise Invalid(found)
    values: dict[str, Any] = asdict(settings) | {
        "needs": ",".join(one.value for one in settings.needs),
        "home": quick.find_id(Village, name=typed.line(settings.home)),
        "promises": typed.paragraphs(settings.promises),
    }
    with saving(Kind.VISITS):
        VisitRules.insert(id=1, **values).on_conflict(
            conflict_target=[VisitRules.id], update=values
        ).execute()


def _of_numbers(settings: VisitSettings) -> dict[str, str]:
    least = {"least_crew": 1} | dict.fromkeys(_LENGTHS, 1) | dict.fromkeys(_WAYS, 0)
    most = {"least_crew": MOST_CREW} | dict.fromkeys(_LENGTHS, MOST_MINUTES)
    most |= dict.fromkeys(_WAYS, MOST_WAY)
    return {
        name: f"请填 {least[name]} 到 {most[name]}。"
        for name in least
        if not least[name] <= getattr(settings, name) <= most[name]
    }


def _of_hours(settings: VisitSettings) -> dict[str, str]:
    found = {}
    if settings.morning_from >= settings.morning_to:
        found["morning_to"] = "上午结束要晚于开始。"
    if settings.afternoon_from < settings.morning_to:
        found["afternoon_from"] = "下午要在上午结束之后开始。"
    if settings.afternoon_from >= settings.afternoon_to:
        found["afternoon_to"] = "下午结束要晚于开始。"
    return found
