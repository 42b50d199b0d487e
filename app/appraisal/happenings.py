"""What units did in a stretch of time, good or bad, as the store has it; nothing is scored yet."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from models import CaseUnit, Unit
from models.choices import Merit


@dataclass(frozen=True)
class Span:
    """From a moment up to another that no longer belongs to it."""

    start: datetime
    until: datetime

    def holds(self, at: datetime | None) -> bool:
        return at is not None and self.start <= at < self.until


@dataclass(frozen=True, kw_only=True)
class Happening:
    """One event of one unit; `source` is the row it was read from, and tells it from its like.

    `words` are what people wrote, which may name anybody; `days` is how many working days early; a
    return with a basis is not `proven` groundless.
    """

    event: Merit
    unit: str
    case_id: int
    at: datetime
    why: str
    source: str
    words: str = ""
    days: int = 0
    proven: bool = True


class Units:
    """What units are called now, and in which order the centre lists them."""

    def __init__(self) -> None:
        self._names = dict(Unit.select(Unit.id, Unit.name).order_by(Unit.id).tuples())
        self._places = {name: place for place, name in enumerate(self._names.values())}

    def named(self, unit_id: int | None, name: str) -> str:
        """One from the list by its present name, another as it was written down."""
        return self._names.get(unit_id, name) if unit_id else name

    def of_case(self, name: str, case_id: int) -> str:
        """Of a unit that was written down by its name: what that case's share of it is called
        now; empty for one that was never on the list."""
        if name in self._places:
            return name
        query = CaseUnit.select(CaseUnit.unit).where(
            CaseUnit.case == case_id, CaseUnit.name == name, CaseUnit.unit.is_null(is_null=False)
        )
        return next((self._names[unit] for (unit,) in query.tuples()), "")

    def in_order(self, names: Iterable[str]) -> list[str]:
        """As the centre's list has them, never by their points; others after them."""
        last = len(self._places)
        return sorted(names, key=lambda name: (self._places.get(name, last), name))
